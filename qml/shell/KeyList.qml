pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components

/// Actions and their keys, by group.
ListView {
    id: root

    /// Between the words and the ring of the keyboard.
    readonly property real inset: Theme.space2

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 0   // what is made ahead of sight warns when its rows go meanwhile
    activeFocusOnTab: true
    highlightMoveDuration: 0
    currentIndex: -1
    T.ScrollBar.vertical: Scroller {}
    Keys.onUpPressed: root.flick(0, 600)
    Keys.onDownPressed: root.flick(0, -600)
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Keys")

    section.property: "group"

    FocusFrame {
        parent: root
        shown: root.activeFocus
    }

    delegate: Column {
        id: row

        required property string title
        required property list<string> keys
        required property string keysText

        x: root.inset
        width: ListView.view.width - root.inset - Theme.space3
        Accessible.role: Accessible.ListItem
        Accessible.name: qsTr("%1: %2").arg(row.title).arg(row.keysText)

        Label {
            visible: row.ListView.previousSection !== row.ListView.section
            topPadding: Theme.space4
            bottomPadding: Theme.space1
            text: row.ListView.section
            color: Theme.text3
            font.pixelSize: Theme.smallSize
            font.weight: Font.Medium
        }

        RowLayout {
            width: row.width
            spacing: Theme.space1

            Label {
                Layout.fillWidth: true
                Layout.minimumHeight: Theme.rowHeight
                verticalAlignment: Text.AlignVCenter
                text: row.title
                color: Theme.text
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }

            LayoutRepeater {
                model: row.keys

                KeyCap {
                    required property string modelData

                    key: modelData
                }
            }
        }
    }
}
