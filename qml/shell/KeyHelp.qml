pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// Every key there is, by group, from the table of actions.
Popover {
    id: root

    required property AppViewModel app

    modal: true
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round((parent.height - height) / 2) : 0
    width: Math.min(Theme.scaled(440), (parent ? parent.width : 0) - 2 * Theme.space4)
    height: Math.min(Theme.scaled(620), (parent ? parent.height : 0) - 2 * Theme.space4)
    onOpened: list.forceActiveFocus(Qt.PopupFocusReason)

    // It is made with the popover; nothing would be gained by making it later.
    contentItem: ColumnLayout { // qmllint disable deferred-property-id
        spacing: Theme.space2

        RowLayout {
            Label {
                Layout.fillWidth: true
                text: qsTr("Keys")
                color: Theme.text
                font.pixelSize: Theme.paneTitleSize
                font.weight: Font.DemiBold
            }

            IconButton {
                iconName: "close"
                text: qsTr("Close")
                keys: KeyNames.of("close")
                onClicked: root.close()
            }
        }

        Label {
            Layout.fillWidth: true
            text: qsTr("Letters and digits rest while you type.")
            color: Theme.text3
            font.pixelSize: Theme.smallSize
            wrapMode: Text.Wrap
        }

        ListView {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.app.keyList
            Keys.onUpPressed: list.flick(0, 600)
            Keys.onDownPressed: list.flick(0, -600)
            T.ScrollBar.vertical: Scroller {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Keys")

            delegate: Column {
                id: row

                required property string title
                required property string group
                /// The first of its group, below the group's name.
                required property bool firstOfGroup
                required property list<string> keys
                required property string keysText

                width: ListView.view.width - Theme.space3
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1: %2").arg(row.title).arg(row.keysText)

                Label {
                    visible: row.firstOfGroup
                    topPadding: Theme.space4
                    bottomPadding: Theme.space1
                    text: row.group
                    color: Theme.text3
                    font.pixelSize: Theme.smallSize
                    font.weight: Font.Medium
                }

                RowLayout {
                    width: row.width
                    height: Theme.rowHeight
                    spacing: Theme.space1

                    Label {
                        Layout.fillWidth: true
                        text: row.title
                        color: Theme.text
                        Accessible.ignored: true
                    }

                    Repeater {
                        model: row.keys

                        KeyCap {
                            required property string modelData

                            key: modelData
                        }
                    }
                }
            }
        }
    }
}
