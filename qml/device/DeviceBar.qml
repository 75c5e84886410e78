import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench
import Bindlab

/// Which device is shown and how it is, and what puts it back.
FocusScope {
    id: root

    required property AppViewModel app

    readonly property DeviceViewModel device: root.app.device
    readonly property real roomX: root.width / Theme.textScale
    readonly property alias exportButton: exportButton

    signal exportRequested()

    implicitHeight: Math.max(Theme.toolbarHeightLarge, pickers.implicitHeight + Theme.space2 * 2)
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Device")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane

        Divider {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }

    RowLayout {
        id: pickers

        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space2

        Picker {
            visible: root.device.sources.rowCount() > 1
            Layout.maximumWidth: Theme.scaled(260)
            caption: qsTr("Messages of")
            model: root.device.sources
            textRole: "title"
            valueRole: "key"
            displayText: root.device.sourceTitle
            currentIndex: Math.max(0, indexOfValue(root.device.source))
            textLimit: Theme.scaled(150)
            onActivated: root.device.chooseSource(currentValue)
        }

        Picker {
            caption: qsTr("Device")
            model: root.device.interfaces
            textRole: "title"
            valueRole: "key"
            currentIndex: root.device.interface
            onActivated: index => root.device.interface = index
        }

        Picker {
            visible: root.roomX > 1000
            caption: qsTr("Platform")
            model: root.device.platforms
            textRole: "title"
            valueRole: "key"
            displayText: root.device.platformTitle
            currentIndex: indexOfValue(root.device.platform)
            textLimit: Theme.scaled(160)
            onActivated: root.device.platform = currentValue
        }

        Item { Layout.fillWidth: true }

        StatusChip {
            visible: root.roomX > 900
            text: root.device.sessionText
            iconName: "shield"
            mood: root.device.sessionUp ? StatusChip.Fine : StatusChip.Quiet
        }

        StatusChip {
            visible: root.roomX > 900
            text: root.device.streamText
            iconName: root.device.streamSecure ? "lock" : "unlock"
            mood: root.device.streamSecure ? StatusChip.Fine : StatusChip.Quiet
        }

        StatusChip {
            text: qsTr("TDI in %1").arg(root.device.stateName)
            iconName: root.device.state === 3 ? "octagon" : "dot"
            mood: root.device.state === 3 ? StatusChip.Bad : StatusChip.Current
        }

        IconButton {
            id: exportButton

            iconName: "copy"
            text: qsTr("Export the chart")
            onClicked: root.exportRequested()
        }

        IconButton {
            iconName: "undo"
            text: qsTr("Take the last one back")
            keys: root.app.keysOf("undo")
            enabled: root.device.canUndo
            onClicked: root.device.undo()
        }

        PushButton {
            Layout.minimumWidth: implicitWidth
            // The icon alone where words of another language would not fit.
            text: root.roomX > 1180 ? qsTr("Start over") : ""
            iconName: "repeat"
            tip: qsTr("Start over (%1)").arg(root.app.keysOf("startOver"))
            Accessible.name: qsTr("Start over")
            onClicked: root.device.startOver()
        }
    }
}
