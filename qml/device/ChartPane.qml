import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab

/// The state machine of the device, and below it what the host can do to it.
FocusScope {
    id: root

    required property DeviceViewModel device
    /// What is left and right of the chart; little where the pane has the whole screen.
    property real chartMargin: Theme.space4
    readonly property alias chart: chart

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("TDI state machine and host actions")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }

    ScrollArea {
        id: chartScroll

        anchors.fill: parent
        contentHeight: chartColumn.height

        Column {
            id: chartColumn

            width: chartScroll.width
            bottomPadding: Theme.space4

            Label {
                x: Theme.space4
                topPadding: Theme.space3
                bottomPadding: Theme.space1
                text: qsTr("TDI state machine")
                color: Theme.text
                font.pixelSize: Theme.paneTitleSize
                font.weight: Font.DemiBold
            }

            DeviceChart {
                id: chart

                x: root.chartMargin
                width: parent.width - 2 * x
                height: contentHeight
                device: root.device
            }

            Divider { width: parent.width }

            HostActions {
                x: Theme.space4
                width: parent.width - 2 * Theme.space4
                device: root.device
            }

            Item {
                width: 1
                height: Theme.space3
            }

            ActionPreview {
                x: Theme.space4
                width: parent.width - 2 * Theme.space4
                visible: root.device.previewed !== ""
                device: root.device
            }

            Item {
                width: 1
                height: Theme.space3
            }

            CheckRow {
                x: Theme.space4
                width: parent.width - 2 * Theme.space4
                text: qsTr("STOP in CONFIG_UNLOCKED is an error")
                checked: root.device.emulatorStop
                onToggled: root.device.emulatorStop = checked
            }

            Label {
                x: Theme.space4
                width: parent.width - 2 * Theme.space4
                text: qsTr("Here two public references disagree. The specification lists STOP as legal in all four states and a public conformance suite expects "
                           + "success; DMTF's emulator answers INVALID_INTERFACE_STATE. A host that stops an interface to be sure meets both.")
                color: Theme.text3
                font.pixelSize: Theme.smallSize
                wrapMode: Text.Wrap
            }
        }
    }
}
