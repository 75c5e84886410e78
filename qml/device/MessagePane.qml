import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab

/// The messages, what would come next, and a request of one's own.
FocusScope {
    id: root

    required property DeviceViewModel device
    required property string sendKeys
    /// Whether the pane says what it is; among tabs theirs does.
    required property bool titled

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Messages")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            z: 1
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.toolbarHeight
            Layout.leftMargin: Theme.space4
            Layout.rightMargin: Theme.space3

            Label {
                Layout.fillWidth: true
                text: root.titled ? qsTr("Messages") : ""
                color: Theme.text
                font.pixelSize: Theme.paneTitleSize
                font.weight: Font.DemiBold
            }

            IconButton {
                iconName: "filter"
                text: root.device.everyRequest ? qsTr("Sum up SPDM and IDE_KM") : qsTr("Show each SPDM and IDE_KM request")
                checked: root.device.everyRequest
                onClicked: root.device.everyRequest = !root.device.everyRequest
            }
        }

        Divider { Layout.fillWidth: true }

        MessageList {
            Layout.fillWidth: true
            Layout.fillHeight: true
            device: root.device
            focus: true
        }

        // Over the list, which may draw what has been scrolled out of sight.
        Rectangle {
            z: 1
            Layout.fillWidth: true
            implicitHeight: below.implicitHeight
            color: Theme.pane

            ColumnLayout {
                id: below

                width: parent.width
                spacing: 0

                MessagePreview {
                    Layout.fillWidth: true
                    Layout.margins: Theme.space3
                    // The list comes first where both do not fit.
                    visible: root.device.previewed !== "" && root.device.previewState !== "" && root.height > Theme.scaled(440)
                    device: root.device
                }

                Divider { Layout.fillWidth: true }

                MessageComposer {
                    Layout.fillWidth: true
                    Layout.margins: Theme.space4
                    device: root.device
                    sendKeys: root.sendKeys
                }
            }
        }
    }

    Divider {
        height: parent.height
    }
}
