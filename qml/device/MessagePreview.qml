import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench
import Bindlab.ViewModels

/// What would come next in the history, were the action at hand done.
DashedBox {
    id: root

    required property DeviceViewModel device

    implicitHeight: 2 * Theme.rowHeightLarge
    ink: root.device.previewMishap ? Theme.failsLine : Theme.accentLine
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Preview: %1 would lead to %2").arg(root.device.previewLabel).arg(root.device.previewState)

    Icon {
        id: icon

        x: Theme.space3
        y: (Theme.rowHeightLarge - height) / 2
        name: "pencil"
        size: Theme.scaled(14)
    }

    Label {
        anchors.left: icon.right
        anchors.leftMargin: Theme.space2
        anchors.right: note.left
        anchors.rightMargin: Theme.space2
        height: Theme.rowHeightLarge
        verticalAlignment: Text.AlignVCenter
        text: qsTr("Host: %1").arg(root.device.previewLabel)
        Accessible.ignored: true
    }

    Label {
        id: note

        anchors.right: parent.right
        anchors.rightMargin: Theme.space3
        height: Theme.rowHeightLarge
        verticalAlignment: Text.AlignVCenter
        text: qsTr("preview")
        color: Theme.text3
        font.pixelSize: Theme.captionSize
        Accessible.ignored: true
    }

    Divider {
        y: Theme.rowHeightLarge
        width: parent.width
    }

    Row {
        x: Theme.space3
        y: Theme.rowHeightLarge
        height: Theme.rowHeightLarge
        spacing: Theme.space2

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: root.device.previewMishap ? "octagon" : "dot"
            ink: root.device.previewMishap ? Theme.fails : Theme.accent
            size: Theme.scaled(14)
        }

        CodeText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.device.previewState
            color: root.device.previewMishap ? Theme.fails : Theme.accent
        }
    }
}
