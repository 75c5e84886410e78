pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench
import Bindlab.ViewModels

/// The fields of a message: what each is called, holds and means. Reserved ones stand together at the end.
Column {
    id: root

    required property DeviceViewModel device

    ModelRepeater {
        model: root.device.fields

        delegate: Column {
            id: row

            required property int index
            required property string number
            required property string name
            required property string value
            required property string meaning
            required property string place
            required property bool reserved
            required property bool hasBits

            readonly property bool current: root.device.field === row.index

            width: root.width
            visible: !row.reserved || row.current

            T.AbstractButton {
                id: line

                width: parent.width
                implicitHeight: Math.max(Theme.target, implicitContentHeight + 2 * Theme.space1)
                topPadding: Theme.space1
                bottomPadding: Theme.space1
                leftPadding: Theme.space4
                rightPadding: Theme.space4
                focusPolicy: Qt.StrongFocus
                hoverEnabled: true
                onClicked: root.device.field = row.index
                onVisualFocusChanged: if (visualFocus) root.device.field = row.index
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1, %2: %3. %4").arg(row.name).arg(row.place).arg(row.value).arg(row.meaning)

                background: Rectangle {
                    color: row.current ? Theme.accentFill : line.hovered ? Theme.hover : "transparent"
                    border.width: row.current ? Theme.borderOfFill : 0
                    border.color: Theme.accent

                    Rectangle {
                        width: 3
                        height: parent.height
                        visible: row.current
                        color: Theme.accent
                    }

                    FocusRing {
                        shown: line.visualFocus
                        anchors.margins: 1
                        radius: 0
                    }
                }

                contentItem: GridLayout {
                    columns: 3
                    columnSpacing: Theme.space2
                    rowSpacing: 1

                    CodeText {
                        Layout.preferredWidth: Theme.scaled(20)
                        text: row.number
                        color: row.current ? Theme.accent : Theme.text3
                    }

                    CodeText {
                        Layout.fillWidth: true
                        text: row.name
                        color: Theme.text
                        font.weight: Font.Medium
                    }

                    CodeText {
                        Layout.maximumWidth: line.width * 0.5
                        text: row.value
                        color: Theme.text
                    }

                    Label {
                        Layout.column: 1
                        Layout.row: 1
                        Layout.columnSpan: 2
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: row.meaning
                        color: Theme.text2
                        font.pixelSize: Theme.smallSize
                        wrapMode: Text.Wrap
                    }
                }
            }

            Rectangle {
                x: Theme.scaled(42)
                visible: row.current && row.hasBits
                width: parent.width - x - Theme.space4
                height: visible ? bitRows.height + Theme.space2 : 0
                radius: Theme.radiusButton
                color: "transparent"
                border.width: Theme.border
                border.color: Theme.lineStrong

                Column {
                    id: bitRows

                    y: Theme.space1
                    width: parent.width

                    Repeater {
                        model: row.current && row.hasBits ? root.device.bits : null

                        delegate: RowLayout {
                            id: bit

                            required property int index
                            required property int bit
                            required property bool set
                            required property string name
                            required property string about

                            width: bitRows.width
                            height: Theme.rowHeight
                            spacing: Theme.space2
                            Accessible.role: Accessible.StaticText
                            Accessible.name: qsTr("bit %1, %2: %3. %4").arg(bit.bit).arg(bit.name).arg(bit.set ? 1 : 0).arg(bit.about)

                            CodeText {
                                Layout.leftMargin: Theme.space3
                                text: bit.bit
                                color: Theme.text3
                                font.pixelSize: Theme.captionSize
                            }

                            Rectangle {
                                implicitWidth: Theme.scaled(18)
                                implicitHeight: Theme.scaled(18)
                                radius: Theme.radiusCheck
                                color: bit.set ? Theme.solid : Theme.inset

                                CodeText {
                                    anchors.centerIn: parent
                                    text: bit.set ? "1" : "0"
                                    color: bit.set ? Theme.solidText : Theme.text3
                                    font.pixelSize: Theme.captionSize
                                }
                            }

                            CodeText {
                                text: bit.name
                                color: bit.set ? Theme.text : Theme.text2
                            }

                            Label {
                                Layout.fillWidth: true
                                Layout.rightMargin: Theme.space3
                                horizontalAlignment: Text.AlignRight
                                text: bit.about
                                color: Theme.text3
                                font.pixelSize: Theme.smallSize
                            }
                        }
                    }
                }
            }
        }
    }
}
