import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench
import Bindlab.ViewModels

/// One message, byte by byte.
FocusScope {
    id: root

    required property DeviceViewModel device

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Bytes")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }

    // Copies without a clipboard of its own: the text of a hidden editor is.
    TextEdit {
        id: clipboard

        visible: false
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space4
            Layout.rightMargin: Theme.space3
            Layout.preferredHeight: Theme.toolbarHeight
            spacing: Theme.space2

            CodeText {
                Layout.fillWidth: true
                text: root.device.title === "" ? qsTr("No message yet") : root.device.title
                font.pixelSize: Theme.bodySize
                font.weight: Font.DemiBold
                Accessible.ignored: false
            }

            Rectangle {
                visible: root.device.byteCount > 0
                implicitWidth: sizeText.implicitWidth + 2 * Theme.space2
                implicitHeight: sizeText.implicitHeight + Theme.space1
                radius: Theme.radiusChip
                color: Theme.raised
                border.width: Theme.border
                border.color: Theme.lineStrong

                Label {
                    id: sizeText

                    anchors.centerIn: parent
                    text: qsTr("%1 bytes").arg(root.device.byteCount)
                    font.pixelSize: Theme.smallSize
                }
            }

            IconButton {
                visible: root.device.byteCount > 0
                iconName: "copy"
                text: qsTr("Copy as hex")
                onClicked: {
                    clipboard.text = root.device.hex
                    clipboard.selectAll()
                    clipboard.copy()
                }
            }
        }

        Divider { Layout.fillWidth: true }

        Flow {
            Layout.fillWidth: true
            Layout.margins: Theme.space2
            Layout.leftMargin: Theme.space4
            visible: root.device.byteCount > 0
            spacing: Theme.space1 + 2
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("DOE, SPDM secured message, vendor defined, TDISP")

            Repeater {
                model: [qsTr("DOE"), qsTr("SPDM secured message"), qsTr("vendor defined"), qsTr("TDISP")]

                delegate: Row {
                    id: layer

                    required property int index
                    required property string modelData

                    spacing: Theme.space1 + 2

                    Label {
                        text: layer.modelData
                        color: layer.index === 3 ? Theme.text : Theme.text3
                        font.pixelSize: Theme.smallSize
                        Accessible.ignored: true
                    }

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: layer.index < 3
                        name: "chevronRight"
                        ink: Theme.text3
                        size: Theme.scaled(12)
                    }
                }
            }
        }

        Divider {
            Layout.fillWidth: true
            visible: root.device.byteCount > 0
        }

        ScrollArea {
            id: scroll

            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: content.height + Theme.space4

            Column {
                id: content

                width: scroll.width
                topPadding: Theme.space3

                Label {
                    x: Theme.space4
                    width: parent.width - 2 * Theme.space4
                    visible: root.device.about !== "" || root.device.reason !== ""
                    text: root.device.reason === "" ? root.device.about : root.device.reason
                    color: root.device.reason === "" ? Theme.text2 : Theme.fails
                    font.pixelSize: Theme.smallSize
                    wrapMode: Text.Wrap
                    bottomPadding: Theme.space3
                }

                Column {
                    x: Theme.space4
                    width: parent.width - 2 * Theme.space4
                    visible: root.device.title === ""
                    spacing: Theme.space3

                    Label {
                        width: parent.width
                        text: qsTr("Nothing has been sent. Connect the device and send it a message, or look at a whole session.")
                        wrapMode: Text.Wrap
                    }

                    PushButton {
                        text: qsTr("Connect, lock and start")
                        iconName: "play"
                        onClicked: root.device.playHappyPath()
                    }
                }

                Flickable {
                    id: gridView

                    x: Theme.space4
                    width: parent.width - 2 * Theme.space4
                    height: grid.implicitHeight
                    visible: root.device.byteCount > 0
                    contentWidth: grid.implicitWidth
                    contentHeight: height
                    flickableDirection: Flickable.HorizontalFlick
                    boundsBehavior: Flickable.StopAtBounds

                    ByteGrid {
                        id: grid

                        room: gridView.width
                        device: root.device
                    }
                }

                Divider {
                    width: parent.width
                    visible: root.device.byteCount > 0
                }

                Item {
                    width: 1
                    height: Theme.space2
                }

                FieldList {
                    width: parent.width
                    device: root.device
                }

                Row {
                    x: Theme.space4
                    topPadding: Theme.space4
                    visible: root.device.reservedNote !== ""
                    spacing: Theme.space2

                    Icon {
                        name: "info"
                        ink: Theme.text3
                        size: Theme.scaled(14)
                    }

                    Label {
                        width: content.width - 2 * Theme.space4 - Theme.scaled(22)
                        text: root.device.reservedNote
                        color: Theme.text2
                        font.pixelSize: Theme.smallSize
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
    }
}
