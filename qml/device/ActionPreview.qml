import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench
import Bindlab.ViewModels

/// What the action at hand would do, and what can be done about it.
Rectangle {
    id: root

    required property DeviceViewModel device

    readonly property bool bad: root.device.previewMishap
    readonly property color ink: root.bad ? Theme.fails : Theme.accent

    implicitHeight: column.implicitHeight + 2 * Theme.space3
    radius: Theme.radiusCard
    color: root.bad ? Theme.failsFill : Theme.accentFill
    border.width: Theme.border
    border.color: root.bad ? Theme.failsLine : Theme.accentLine
    Accessible.role: Accessible.Grouping
    Accessible.name: root.device.previewTitle

    ColumnLayout {
        id: column

        x: Theme.space4
        y: Theme.space3
        width: parent.width - 2 * Theme.space4
        spacing: Theme.space2

        RowLayout {
            spacing: Theme.space2

            Icon {
                name: "arrowRight"
                ink: root.ink
            }

            CodeText {
                Layout.fillWidth: true
                text: root.device.previewTitle
                color: root.ink
                font.weight: Font.DemiBold
                Accessible.ignored: false
            }
        }

        Label {
            Layout.fillWidth: true
            text: root.device.previewText
            color: Theme.text
            wrapMode: Text.Wrap
            lineHeight: 1.15
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space2

            PushButton {
                text: qsTr("Inject now")
                iconName: "play"
                onClicked: root.device.inject(root.device.previewed)
            }

            PushButton {
                visible: root.bad
                text: qsTr("Stop first, then inject")
                iconName: "columns"
                tip: qsTr("STOP_INTERFACE_REQUEST, then the action: nothing is locked that it could break.")
                onClicked: root.device.stopThenInject(root.device.previewed)
            }

            Row {
                visible: root.device.previewSource !== ""
                height: Theme.rowHeightLarge
                spacing: Theme.space2

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: "mail"
                    ink: Theme.text2
                    size: Theme.scaled(14)
                }

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    text: root.device.previewSource
                    font.pixelSize: Theme.smallSize
                }
            }
        }
    }
}
