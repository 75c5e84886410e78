pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// How a device is bound, through the five lanes: drawn from a run of the model.
Rectangle {
    id: root

    required property StoryListModel story

    readonly property list<string> lanes: [qsTr("Guest"), qsTr("VMM"), qsTr("Host kernel"), qsTr("TSM"), qsTr("Device")]
    readonly property real laneHeight: root.height / 5
    readonly property real titleWidth: Theme.scaled(96)
    readonly property real columnWidth: (root.width - root.titleWidth - Theme.space2) / Math.max(1, root.story.columns)
    readonly property real boxHeight: Math.min(Theme.scaled(30), root.laneHeight - Theme.space3)
    readonly property real boxWidth: Math.min(root.columnWidth - Theme.space2, Theme.scaled(150))

    /// The number of a step stands on the corner of its box, and leaves the box to the words.
    readonly property bool tight: root.boxWidth < Theme.scaled(115)

    function centerX(column: int): real {
        return root.titleWidth + (column + 0.5) * root.columnWidth
    }

    function centerY(lane: int): real {
        return (lane + 0.5) * root.laneHeight
    }

    radius: Theme.radiusPopover
    color: Theme.pane
    border.width: Theme.border
    border.color: Theme.line
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("How a device is bound, step by step")

    Repeater {
        model: root.lanes

        Item {
            id: lane

            required property int index
            required property string modelData

            y: index * root.laneHeight
            width: root.width
            height: root.laneHeight

            Rectangle {
                anchors.fill: parent
                anchors.margins: 1
                visible: lane.index % 2 === 1
                color: Theme.laneAlt
            }

            Divider {
                visible: lane.index > 0
                width: parent.width
            }

            Label {
                x: Theme.space5
                anchors.verticalCenter: parent.verticalCenter
                text: lane.modelData
                color: Theme.text
                font.pixelSize: Theme.smallSize
                font.weight: Font.DemiBold
            }
        }
    }

    ModelRepeater {
        model: root.story

        Item {
            id: step

            required property int index
            required property int lane
            required property int column
            required property string label
            required property bool isName
            required property int fromLane
            required property int fromColumn
            required property bool last

            readonly property real atX: root.centerX(step.column)
            readonly property real atY: root.centerY(step.lane)
            readonly property real fromX: root.centerX(step.fromColumn)
            readonly property real fromY: root.centerY(step.fromLane)
            readonly property bool straightDown: step.column === step.fromColumn
            readonly property bool across: step.lane === step.fromLane
            /// Where the arrow's head points, and where it starts.
            readonly property point head: Qt.point(step.across ? step.atX - root.boxWidth / 2 : step.atX,
                                                   step.across ? step.atY : step.atY + (step.straightDown ? -1 : 1) * root.boxHeight / 2)
            readonly property point tail: Qt.point(step.straightDown ? step.atX : step.fromX + root.boxWidth / 2,
                                                   step.straightDown ? step.fromY + root.boxHeight / 2 : step.fromY)

            anchors.fill: parent

            Shape {
                anchors.fill: parent
                visible: step.index > 0

                ShapePath {
                    strokeColor: Theme.t1
                    strokeWidth: 1.5
                    fillColor: "transparent"
                    startX: step.tail.x
                    startY: step.tail.y

                    PathLine { x: step.head.x; y: step.straightDown || step.across ? step.head.y : step.tail.y }
                    PathLine { x: step.head.x; y: step.head.y }
                }

                ShapePath {
                    strokeColor: "transparent"
                    fillColor: Theme.t1
                    startX: step.head.x
                    startY: step.head.y

                    PathLine {
                        x: step.across ? step.head.x - 6 : step.head.x - 4
                        y: step.across ? step.head.y - 4 : step.head.y + (step.straightDown ? -6 : 6)
                    }
                    PathLine {
                        x: step.across ? step.head.x - 6 : step.head.x + 4
                        y: step.across ? step.head.y + 4 : step.head.y + (step.straightDown ? -6 : 6)
                    }
                    PathLine { x: step.head.x; y: step.head.y }
                }
            }

            Rectangle {
                x: step.atX - width / 2
                y: step.atY - height / 2
                width: root.boxWidth
                height: root.boxHeight
                radius: Theme.radiusObject
                color: step.last ? Theme.accentFill : Theme.raised
                border.width: step.last ? Theme.borderCurrent : Theme.border
                border.color: step.last ? Theme.accent : Theme.lineStrong

                Rectangle {
                    id: number

                    x: root.tight ? -width / 2 : Theme.space1 + 2
                    y: root.tight ? -height / 2 : (parent.height - height) / 2
                    width: Theme.scaled(16)
                    height: width
                    radius: width / 2
                    color: Theme.t1

                    Label {
                        anchors.centerIn: parent
                        text: step.index + 1
                        color: Theme.threadText
                        font.pixelSize: Theme.captionSize
                        font.weight: Font.DemiBold
                    }
                }

                Label {
                    anchors.left: number.right
                    anchors.right: parent.right
                    anchors.leftMargin: root.tight ? 0 : 2
                    anchors.rightMargin: Theme.space1
                    height: parent.height
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    text: step.label
                    color: Theme.text
                    font.family: step.isName ? Theme.mono : Theme.sans
                    font.preferShaping: !step.isName
                    font.pixelSize: Theme.captionSize
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.scaled(9)
                }
            }
        }
    }
}
