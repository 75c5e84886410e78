pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// What the host can do to the device: pointing at it shows what it would do, pressing it does it.
ColumnLayout {
    id: root

    required property DeviceViewModel device

    spacing: Theme.space2

    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space3
        spacing: Theme.space3

        Label {
            text: qsTr("Host actions")
            color: Theme.text
            font.pixelSize: Theme.paneTitleSize
            font.weight: Font.DemiBold
        }

        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignRight
            text: qsTr("Hover to preview, click to inject")
            color: Theme.text3
            font.pixelSize: Theme.smallSize
        }

        CheckRow {
            text: qsTr("All")
            checked: root.device.allActions
            onToggled: root.device.allActions = checked
            Accessible.name: qsTr("Show every action")
        }
    }

    LayoutRepeater {
        model: root.device.actionGroups

        delegate: RowLayout {
            id: group

            required property string modelData

            Layout.fillWidth: true
            spacing: Theme.space2

            Label {
                Layout.preferredWidth: Theme.scaled(92)
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: Theme.scaled(6)
                text: group.modelData
                color: Theme.text2
                font.pixelSize: Theme.smallSize
                wrapMode: Text.Wrap
            }

            Flow {
                Layout.fillWidth: true
                spacing: Theme.space2

                ModelRepeater {
                    model: root.device.actions

                    delegate: HostActionButton {
                        device: root.device
                        visible: group.modelData === groupName
                    }
                }
            }
        }
    }
}
