pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench
import Bindlab.ViewModels

/// The bytes of a message, sixteen in a line, each field in a box with its number below.
Item {
    id: root

    required property DeviceViewModel device
    /// How wide it may be without being scrolled.
    required property real room

    readonly property int lineCount: Math.ceil(root.device.byteCount / 16)
    readonly property real ruler: Theme.scaled(44)
    readonly property real cell: Math.max(Theme.scaled(20), Math.min(Theme.scaled(26), Math.floor((root.room - root.ruler) / 16)))
    readonly property real lineHeight: Theme.scaled(48)

    implicitWidth: root.ruler + 16 * root.cell
    width: implicitWidth
    height: implicitHeight
    implicitHeight: Theme.scaled(24) + root.lineCount * root.lineHeight
    activeFocusOnTab: root.device.byteCount > 0
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Bytes of %1").arg(root.device.title)
    Keys.onLeftPressed: root.device.field = root.device.field - 1
    Keys.onRightPressed: root.device.field = root.device.field + 1
    Keys.onUpPressed: root.device.field = root.device.field - 1
    Keys.onDownPressed: root.device.field = root.device.field + 1

    FocusRing {
        shown: root.activeFocus
        corner: Theme.radiusChip
    }

    Repeater {
        model: 16

        delegate: CodeText {
            required property int index

            x: root.ruler + index * root.cell
            width: root.cell
            horizontalAlignment: Text.AlignHCenter
            text: index.toString(16).toUpperCase()
            color: Theme.text3
            font.pixelSize: Theme.captionSize
        }
    }

    Repeater {
        model: root.lineCount

        delegate: CodeText {
            required property int index

            y: Theme.scaled(24) + index * root.lineHeight
            height: Theme.scaled(26)
            verticalAlignment: Text.AlignVCenter
            text: (index * 16).toString(16).padStart(4, "0").toUpperCase()
            color: Theme.text3
            font.pixelSize: Theme.captionSize
        }
    }

    ModelRepeater {
        model: root.device.segments

        delegate: Item {
            id: segment

            required property int line
            required property int column
            required property list<string> bytes
            required property int field
            required property string number
            required property bool reserved

            readonly property bool current: root.device.field === segment.field

            x: root.ruler + segment.column * root.cell
            y: Theme.scaled(24) + segment.line * root.lineHeight
            width: segment.bytes.length * root.cell
            height: root.lineHeight

            Rectangle {
                visible: !segment.reserved
                width: parent.width - 1
                height: Theme.scaled(26)
                radius: Theme.radiusChip
                color: segment.current ? Theme.accentFill : Theme.raised
                border.width: segment.current ? Theme.borderCurrent : Theme.border
                border.color: segment.current ? Theme.accent : Theme.lineStrong
            }

            DashedBox {
                visible: segment.reserved
                width: parent.width - 1
                height: Theme.scaled(26)
                radius: Theme.radiusChip
                ink: segment.current ? Theme.accent : Theme.line
                strokeWidth: 1
            }

            Row {
                height: Theme.scaled(26)

                Repeater {
                    model: segment.bytes

                    delegate: CodeText {
                        required property string modelData

                        width: root.cell
                        height: Theme.scaled(26)
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                        text: modelData
                        color: modelData === "00" ? Theme.text3 : Theme.text
                        font.weight: modelData === "00" ? Font.Normal : Font.DemiBold
                    }
                }
            }

            CodeText {
                y: Theme.scaled(28)
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: segment.number
                color: segment.current ? Theme.accent : Theme.text3
                font.pixelSize: Theme.captionSize
                font.weight: segment.current ? Font.DemiBold : Font.Normal
            }

            TapHandler {
                onTapped: {
                    root.device.field = segment.field
                    root.forceActiveFocus(Qt.MouseFocusReason)
                }
            }

            HoverHandler { cursorShape: Qt.PointingHandCursor }
        }
    }
}
