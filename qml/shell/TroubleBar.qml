import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// What could not be done and why, below every screen until it is closed.
Rectangle {
    id: root

    required property AppViewModel app

    height: visible ? line.implicitHeight + Theme.space2 : 0
    visible: root.app.trouble !== ""
    color: Theme.failsFill
    border.width: Theme.borderOfFill
    border.color: Theme.failsLine

    RowLayout {
        id: line

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        spacing: Theme.space2

        Icon {
            name: "warning"
            ink: Theme.fails
        }

        Label {
            Layout.fillWidth: true
            text: root.app.trouble
            color: Theme.text
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }

        IconButton {
            iconName: "close"
            text: qsTr("Close")
            keys: KeyNames.of("close")
            onClicked: root.app.clearTrouble()
        }
    }
}
