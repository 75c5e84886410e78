pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The numbers over the columns of the timeline. Pressed, a number is where the run stands.
Item {
    id: root

    required property TimelineViewModel timeline
    required property real columnWidth
    /// How far the columns below are scrolled.
    required property real scrolled

    signal sought(position: int)

    implicitHeight: Theme.scaled(22)
    clip: true

    Item {
        x: -root.scrolled
        height: parent.height

        ModelRepeater {
            model: root.timeline.steps

            delegate: Item {
                id: number

                required property int step
                required property bool ahead
                required property bool last
                required property bool fails

                x: number.step * root.columnWidth
                width: root.columnWidth
                height: root.height

                Row {
                    anchors.centerIn: parent
                    spacing: Theme.space1

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: number.fails
                        name: "octagon"
                        size: Theme.scaled(14)
                        ink: Theme.fails
                    }

                    Label {
                        anchors.verticalCenter: parent.verticalCenter
                        text: number.step + 1
                        color: number.fails ? Theme.fails : number.last ? Theme.text : number.ahead ? Theme.text3 : Theme.text2
                        font.pixelSize: Theme.smallSize
                        font.weight: number.last || number.fails ? Font.DemiBold : Font.Normal
                        Accessible.ignored: true
                    }
                }

                TapHandler { onTapped: root.sought(number.step + 1) }
            }
        }

        LoopMark {
            visible: root.timeline.loopsTo >= 0
            x: root.timeline.loopsTo * root.columnWidth
            width: (root.timeline.length - root.timeline.loopsTo) * root.columnWidth
            height: root.height
            step: root.timeline.loopsTo
            labelLeft: Math.max(0, root.scrolled - x)
            onActivated: root.sought(step)
        }
    }
}
