pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The names of the rows of the timeline: threads, locks, machines.
Item {
    id: root

    required property TimelineViewModel timeline
    required property real rowHeight
    /// How far the rows beside are scrolled.
    required property real scrolled

    clip: true

    Column {
        y: -root.scrolled
        width: parent.width

        ModelRepeater {
            model: root.timeline.rows

            delegate: Item {
                id: name

                required property int kind
                required property int thread
                required property string title
                required property string icon

                width: root.width
                height: root.rowHeight

                ThreadGlyph {
                    x: Theme.space4
                    anchors.verticalCenter: parent.verticalCenter
                    visible: name.kind === Kinds.ThreadRow
                    thread: Math.max(0, name.thread)
                    size: Theme.scaled(14)
                }

                Icon {
                    x: Theme.space4
                    anchors.verticalCenter: parent.verticalCenter
                    visible: name.icon !== ""
                    name: name.icon
                    size: Theme.scaled(14)
                    ink: Theme.text3
                }

                CodeText {
                    x: Theme.space4 + Theme.scaled(22)
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - x - Theme.space1
                    text: name.title
                    color: name.kind === Kinds.ThreadRow ? Theme.text : Theme.text2
                    Accessible.ignored: false
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }

                HoverHandler { id: nameHover }

                Tip {
                    text: name.title
                    shown: nameHover.hovered
                }
            }
        }
    }
}
