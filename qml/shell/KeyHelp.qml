pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
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

            PushButton {
                kind: PushButton.Plain
                iconName: "map"
                text: root.app.tour.invitation
                onClicked: {
                    root.close()
                    root.app.tour.start()
                }
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

        KeyList {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: -list.inset
            model: root.app.keyList
        }
    }
}
