pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench

/// What is wrong, the run that shows it, and the checks that were made; below it where the cursor is.
FocusScope {
    id: root

    required property SandboxViewModel sandbox
    property int tab: 0

    signal playRequested()
    signal stepRequested(step: int)

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Problems")

    component CountBadge: Rectangle {
        id: badge

        required property int count

        implicitWidth: Math.max(implicitHeight, number.implicitWidth + Theme.space2)
        implicitHeight: number.implicitHeight + 2
        radius: height / 2
        color: Theme.failsFill
        border.width: Theme.borderOfFill
        border.color: Theme.failsLine

        Label {
            id: number

            anchors.centerIn: parent
            text: badge.count
            color: Theme.fails
            font.pixelSize: Theme.captionSize
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }

    Row {
        id: heads

        x: Theme.space2
        z: 1   // what is chosen is underlined on the line below it
        height: Theme.scaled(36)
        Accessible.role: Accessible.PageTabList
        Accessible.name: qsTr("Problems, counterexample, log")

        Repeater {
            model: 3

            T.AbstractButton {
                id: head

                required property int index

                readonly property int count: head.index === 0 ? root.sandbox.problemCount : 0

                height: heads.height
                implicitWidth: implicitContentWidth + leftPadding + rightPadding
                leftPadding: Theme.space3
                rightPadding: Theme.space3
                text: head.index === 0 ? qsTr("Problems") : head.index === 1 ? qsTr("Counterexample") : qsTr("Check log")
                hoverEnabled: true
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.PageTab
                Accessible.name: head.count > 0 ? qsTr("%1, %2").arg(head.text).arg(head.count) : head.text
                Accessible.selected: root.tab === head.index
                onClicked: root.tab = head.index

                contentItem: RowLayout {
                    spacing: Theme.space2

                    Label {
                        text: head.text
                        color: root.tab === head.index ? Theme.text : Theme.text2
                        font.weight: root.tab === head.index ? Font.Medium : Font.Normal
                    }

                    CountBadge {
                        visible: head.count > 0
                        count: head.count
                    }
                }

                background: Item {
                    Rectangle {
                        anchors.bottom: parent.bottom
                        width: parent.width
                        height: 2
                        visible: root.tab === head.index
                        color: Theme.accent
                    }

                    FocusRing {
                        anchors.margins: 2
                        shown: head.visualFocus
                    }
                }
            }
        }
    }

    Divider {
        y: heads.height - height
        width: parent.width
    }

    ListView {
        id: problems

        anchors.top: heads.bottom
        anchors.bottom: status.top
        width: parent.width
        visible: root.tab === 0
        clip: true
        cacheBuffer: 0
        model: root.sandbox.problems
        currentIndex: root.sandbox.problem
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        T.ScrollBar.vertical: Scroller {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Problems")
        Keys.onUpPressed: root.sandbox.chooseProblem(Math.max(0, root.sandbox.problem - 1))
        Keys.onDownPressed: root.sandbox.chooseProblem(Math.min(count - 1, root.sandbox.problem + 1))
        Keys.onReturnPressed: root.playRequested()

        FocusFrame {
            parent: problems
            shown: problems.activeFocus && root.sandbox.problem < 0
        }

        delegate: Item {
            id: row

            required property int index
            required property int kind
            required property string message
            required property string where
            required property int steps
            required property int fixes
            required property bool current

            width: problems.width
            height: Math.max(Theme.rowHeight, line.implicitHeight + Theme.space2)
            Accessible.role: Accessible.ListItem
            Accessible.name: row.where === "" ? row.message : qsTr("%1, at %2").arg(row.message).arg(row.where)
            Accessible.selected: row.current

            Rectangle {
                anchors.fill: parent
                color: row.current ? Theme.hover : "transparent"
                border.width: !row.current ? 0 : problems.activeFocus ? Theme.focusWidth : Theme.borderOfFill
                border.color: Theme.accent
            }

            TapHandler { onTapped: root.sandbox.chooseProblem(row.index) }

            RowLayout {
                id: line

                x: Theme.space4
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - 2 * x
                spacing: Theme.space3

                Icon {
                    name: row.kind === 2 ? "warning" : "octagon"
                    ink: row.kind === 2 ? Theme.bounded : Theme.fails
                    size: Theme.scaled(14)
                }

                Label {
                    Layout.fillWidth: true
                    text: row.message
                    color: Theme.text
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                }

                PushButton {
                    visible: row.steps > 0 && row.current
                    small: true
                    iconName: "play"
                    text: qsTr("Play %1 steps").arg(row.steps)
                    onClicked: root.playRequested()
                }

                CodeLabel {
                    Layout.maximumWidth: root.width / 3
                    text: row.where
                    color: Theme.text3
                    elide: Text.ElideLeft
                }
            }
        }
    }

    Label {
        x: Theme.space4
        y: heads.height + Theme.space3
        width: parent.width - 2 * x
        visible: root.tab === 0 && problems.count === 0
        text: !root.sandbox.open ? "" : root.sandbox.busy || root.sandbox.stale ? qsTr("Reading…")
            : root.sandbox.verdict.state === CheckViewModel.Safe ? qsTr("Nothing: every interleaving was tried.") : qsTr("Nothing found.")
        color: Theme.text3
        wrapMode: Text.Wrap
    }

    ListView {
        id: steps

        anchors.fill: problems
        visible: root.tab === 1
        clip: true
        cacheBuffer: 0
        model: root.sandbox.steps
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        T.ScrollBar.vertical: Scroller {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Steps of the counterexample")
        Keys.onReturnPressed: root.stepRequested(currentIndex + 1)

        FocusFrame {
            parent: steps
            shown: steps.activeFocus
        }

        delegate: Item {
            id: step

            required property int index
            required property int thread
            required property string label
            required property string reason
            required property bool only

            readonly property bool here: steps.activeFocus && step.ListView.isCurrentItem

            width: steps.width
            height: Math.max(Theme.rowHeight, stepLine.implicitHeight + Theme.space1)
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("Step %1: %2").arg(step.index + 1).arg(step.label)

            Rectangle {
                anchors.fill: parent
                color: step.only ? Theme.failsFill : step.here ? Theme.hover : "transparent"
                border.width: step.here ? Theme.focusWidth : step.only ? Theme.borderOfFill : 0
                border.color: step.here ? Theme.accent : Theme.failsLine
            }

            TapHandler { onTapped: root.stepRequested(step.index + 1) }

            RowLayout {
                id: stepLine

                x: Theme.space4
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - 2 * x
                spacing: Theme.space3

                Label {
                    Layout.minimumWidth: Theme.scaled(22)
                    text: step.index + 1
                    color: Theme.text3
                    horizontalAlignment: Text.AlignRight
                }

                ThreadGlyph {
                    thread: step.thread
                    size: Theme.scaled(15)
                }

                Label {
                    Layout.fillWidth: true
                    text: step.label
                    color: Theme.text
                    wrapMode: Text.Wrap
                }

                CodeLabel {
                    Layout.maximumWidth: root.width / 3
                    text: step.reason
                    color: Theme.text3
                    elide: Text.ElideLeft
                }
            }
        }
    }

    ListView {
        id: log

        anchors.fill: problems
        visible: root.tab === 2
        clip: true
        cacheBuffer: 0
        model: root.sandbox.log
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: Scroller {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Checks that were made")

        FocusFrame {
            parent: log
            shown: log.activeFocus
        }

        delegate: RowLayout {
            id: check

            required property string time
            required property string scope
            required property string verdict
            required property string detail
            required property int state

            x: Theme.space4
            width: log.width - 2 * Theme.space4
            height: Theme.rowHeight
            spacing: Theme.space3
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1: %2, %3, %4").arg(check.time).arg(check.verdict).arg(check.scope).arg(check.detail)

            CodeLabel {
                text: check.time
                color: Theme.text3
            }

            Label {
                Layout.fillWidth: true
                text: check.verdict
                color: check.state === CheckViewModel.Safe ? Theme.safe : check.state === CheckViewModel.Fails ? Theme.fails : Theme.bounded
            }

            Label {
                text: check.scope
                color: Theme.text2
            }

            Label {
                text: check.detail
                color: Theme.text3
            }
        }
    }

    RowLayout {
        id: status

        anchors.bottom: parent.bottom
        x: Theme.space4
        width: parent.width - 2 * x
        height: Theme.rowHeight
        spacing: Theme.space5

        Label {
            visible: root.sandbox.open
            text: qsTr("Line %1, column %2").arg(root.sandbox.editor.line).arg(root.sandbox.editor.column)
            color: Theme.text3
            font.pixelSize: Theme.smallSize
        }

        Label {
            Layout.fillWidth: true
            text: root.sandbox.flowTrouble !== "" ? root.sandbox.flowTrouble : root.sandbox.summary
            color: root.sandbox.flowTrouble !== "" ? Theme.fails : Theme.text3
            font.pixelSize: Theme.smallSize
        }

        Label {
            text: root.sandbox.savedText
            color: Theme.text3
            font.pixelSize: Theme.smallSize
        }
    }

    Divider {
        anchors.bottom: status.top
        width: parent.width
    }

    Divider { width: parent.width }
}
