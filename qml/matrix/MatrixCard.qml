pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench
import Bindlab.ViewModels

/// What is known of one cell: the failure, its run in small, and where the design comes from.
Rectangle {
    id: root

    required property MatrixViewModel matrix

    signal playRequested()
    signal compareRequested()
    signal closed()

    readonly property bool fails: root.matrix.kind === MatrixViewModel.Fails
    readonly property color ink: root.fails ? Theme.fails : root.matrix.kind === MatrixViewModel.Safe ? Theme.safe : Theme.bounded

    implicitWidth: Theme.scaled(352)
    implicitHeight: column.implicitHeight + 2 * Theme.space4
    radius: Theme.radiusPopover
    color: Theme.pane
    border.width: Theme.border
    border.color: Theme.lineStrong
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("%1, %2. %3 %4").arg(root.matrix.cardTitle).arg(root.matrix.cardSteps).arg(root.matrix.cardPlace).arg(root.matrix.cardText)

    Rectangle {
        z: -1
        anchors.fill: parent
        anchors.margins: -4
        radius: Theme.radiusPopover + 4
        color: Theme.window
    }

    // Nothing below is reached through it.
    MouseArea { anchors.fill: parent }

    ScrollArea {
        id: scroll

        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * Theme.space4

        ColumnLayout {
            id: column

            x: Theme.space4
            y: Theme.space4
            width: scroll.width - 2 * Theme.space4
            spacing: Theme.space2

            RowLayout {
                spacing: Theme.space2

                Icon {
                    name: root.fails ? "octagon" : root.matrix.kind === MatrixViewModel.Safe ? "check" : "question"
                    ink: root.ink
                }

                Label {
                    Layout.fillWidth: true
                    text: root.matrix.cardTitle
                    color: root.ink
                    font.pixelSize: Theme.paneTitleSize
                    font.weight: Font.DemiBold
                }

                Label {
                    text: root.matrix.cardSteps
                    color: root.ink
                }

                IconButton {
                    iconName: "close"
                    text: qsTr("Close")
                    onClicked: root.closed()
                }
            }

            Label {
                Layout.fillWidth: true
                text: root.matrix.cardPlace
                color: Theme.text2
                font.preferShaping: false
                wrapMode: Text.Wrap
                maximumLineCount: 3
            }

            Item {
                id: lanes

                Layout.fillWidth: true
                Layout.topMargin: Theme.space1
                visible: root.fails
                implicitHeight: root.matrix.cardThreads * Theme.scaled(24)
                Accessible.ignored: true

                readonly property real start: Theme.scaled(26)
                readonly property real step: (width - lanes.start) / Math.max(1, root.matrix.cardLength)

                ModelRepeater {
                    model: root.matrix.cardThreads

                    delegate: Item {
                        id: lane

                        required property int index

                        y: lane.index * Theme.scaled(24)
                        width: lanes.width
                        height: Theme.scaled(24)

                        ThreadGlyph {
                            anchors.verticalCenter: parent.verticalCenter
                            thread: lane.index
                        }

                        Rectangle {
                            x: lanes.start
                            anchors.verticalCenter: parent.verticalCenter
                            width: parent.width - x
                            height: 1
                            color: Theme.threadLine(lane.index)
                        }
                    }
                }

                ModelRepeater {
                    model: root.matrix.sequence

                    delegate: Rectangle {
                        id: piece

                        required property int thread
                        required property int first
                        required property int last
                        required property bool breaks

                        readonly property string label: piece.first === piece.last ? String(piece.first) : piece.first + "–" + piece.last

                        x: lanes.start + (piece.first - 1) * lanes.step
                        y: piece.thread * Theme.scaled(24) + Theme.scaled(4)
                        width: Math.max(4, (piece.last - piece.first + 1) * lanes.step - 1)
                        height: Theme.scaled(16)
                        radius: 4
                        color: Theme.threadFill(piece.thread)
                        border.width: Theme.border
                        border.color: Theme.threadLine(piece.thread)

                        // The last step is the one that breaks it.
                        Rectangle {
                            anchors.right: parent.right
                            visible: piece.breaks
                            width: Math.max(5, lanes.step - 1)
                            height: parent.height
                            radius: Math.min(4, width / 2)
                            color: Theme.fails
                        }

                        Text {
                            anchors.centerIn: parent
                            visible: implicitWidth < piece.width - 2
                            text: piece.label
                            color: Theme.threadInk(piece.thread)
                            font.family: Theme.sans
                            font.pixelSize: Theme.captionSize
                        }
                    }
                }
            }

            Label {
                Layout.fillWidth: true
                visible: root.matrix.cardProperty !== ""
                text: qsTr("Must hold: %1").arg(root.matrix.cardProperty)
                font.pixelSize: Theme.smallSize
                font.preferShaping: false
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                text: root.matrix.cardText
                color: Theme.text
                font.preferShaping: false
                wrapMode: Text.Wrap
                lineHeight: 1.2
                maximumLineCount: 8
            }

            Label {
                Layout.fillWidth: true
                visible: root.matrix.cardEssence !== ""
                text: qsTr("Essence: %1").arg(root.matrix.cardEssence)
                color: Theme.text
                font.preferShaping: false
                wrapMode: Text.Wrap
                lineHeight: 1.2
            }

            Label {
                Layout.fillWidth: true
                visible: root.matrix.others !== ""
                text: qsTr("Also: %1").arg(root.matrix.others)
                color: Theme.text3
                font.pixelSize: Theme.smallSize
                font.preferShaping: false
                wrapMode: Text.Wrap
            }

            Rectangle {
                Layout.fillWidth: true
                visible: root.matrix.cardSource !== ""
                implicitHeight: source.implicitHeight + 2 * Theme.space2
                radius: Theme.radiusButton
                color: Theme.raised
                border.width: Theme.border
                border.color: Theme.line

                Icon {
                    x: Theme.space3
                    y: Theme.space2 + 2
                    name: "mail"
                    size: Theme.scaled(14)
                }

                Label {
                    id: source

                    x: Theme.space3 + Theme.scaled(22)
                    y: Theme.space2
                    width: parent.width - x - Theme.space2
                    text: root.matrix.cardSource
                    font.pixelSize: Theme.smallSize
                    font.preferShaping: false
                wrapMode: Text.Wrap
                }
            }

            RowLayout {
                spacing: Theme.space2

                PushButton {
                    visible: root.fails
                    kind: PushButton.Primary
                    text: qsTr("Play")
                    iconName: "play"
                    tip: qsTr("Enter")
                    onClicked: root.playRequested()
                }

                PushButton {
                    text: root.matrix.picked === "" ? qsTr("Compare") : qsTr("Compare with %1").arg(root.matrix.picked)
                    iconName: "columns"
                    tip: qsTr("C; a second cell is the other side")
                    onClicked: root.compareRequested()
                }
            }
        }
    }
}
