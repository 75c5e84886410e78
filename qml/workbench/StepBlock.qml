import QtQuick
import QtQuick.Shapes
import Bindlab.Theme
import Bindlab.Components

/// One step on its thread's lifeline, with what it sent to machines.
Item {
    id: root

    required property int step
    required property int thread
    required property int row
    required property string label
    required property string sentence
    required property bool ahead
    /// It led to what is shown.
    required property bool last
    required property bool fails
    required property bool departs
    /// Rows of the machines it fired.
    required property list<int> messages

    required property real columnWidth
    required property real rowHeight
    required property real rowsHeight
    /// Left edge of what is seen: what a block draws below itself must not show left of it.
    required property real sightLeft

    signal activated()

    readonly property color ink: root.fails ? Theme.fails : Theme.threadInk(root.thread)
    readonly property bool below: root.x + root.middle > root.sightLeft
    readonly property real middle: root.columnWidth / 2

    x: root.step * root.columnWidth
    width: root.columnWidth
    height: root.rowsHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Step %1. %2").arg(root.step + 1).arg(root.sentence)

    // Down to the bottom, so that a failure is seen in every row.
    Shape {
        visible: root.fails && root.below

        ShapePath {
            strokeColor: Theme.fails
            strokeWidth: 1.2
            strokeStyle: ShapePath.DashLine
            dashPattern: [3, 2.4]
            fillColor: "transparent"

            PathSvg { path: `M ${root.middle} ${(root.row + 1) * root.rowHeight - 2} V ${root.rowsHeight}` }
        }
    }

    Shape {
        visible: root.messages.length > 0 && root.below

        ShapePath {
            strokeColor: root.ink
            strokeWidth: 1.3
            strokeStyle: Theme.threadDashes(root.thread).length > 0 ? ShapePath.DashLine : ShapePath.SolidLine
            dashPattern: Theme.threadDashes(root.thread).length > 0 ? Theme.threadDashes(root.thread) : [1]
            fillColor: "transparent"

            PathSvg {
                path: {
                    let lowest = root.row
                    for (const each of root.messages)
                        lowest = Math.max(lowest, each)
                    return `M ${root.middle + 9} ${(root.row + 1) * root.rowHeight - 4} V ${lowest * root.rowHeight + 1}`
                }
            }
        }

        ShapePath {
            strokeColor: "transparent"
            fillColor: root.ink

            PathSvg {
                path: {
                    const x = root.middle + 9
                    let heads = ""
                    for (const each of root.messages) {
                        const y = each * root.rowHeight + 4
                        heads += `M ${x} ${y} L ${x - 3.5} ${y - 6} L ${x + 3.5} ${y - 6} Z `
                    }
                    return heads
                }
            }
        }
    }

    Rectangle {
        x: 2
        y: root.row * root.rowHeight + 3
        width: root.width - 4
        height: root.rowHeight - 6
        radius: Theme.radiusChip
        color: root.fails ? Theme.failsFill : root.ahead ? Theme.pane : Theme.threadFill(root.thread)
        border.width: root.ahead && !root.fails ? 0 : root.last || root.fails ? Theme.borderCurrent : Theme.border
        border.color: root.fails ? Theme.fails : root.last ? root.ink : Theme.threadLine(root.thread)

        DashedBox {
            anchors.fill: parent
            visible: root.ahead && !root.fails
            ink: Theme.threadLine(root.thread)
            radius: Theme.radiusChip
            strokeWidth: 1.2
        }

        Label {
            anchors.fill: parent
            anchors.leftMargin: Theme.scaled(5)
            anchors.rightMargin: Theme.scaled(5)
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: root.label
            color: root.ink
            font.pixelSize: Theme.smallSize
            font.preferShaping: false
            font.italic: root.departs
            Accessible.ignored: true
        }

        HoverHandler { id: hover }

        TapHandler { onTapped: root.activated() }

        Tip {
            text: root.departs ? qsTr("%1 (not the step that was asked for)").arg(root.sentence) : root.sentence
            shown: hover.hovered
        }
    }
}
