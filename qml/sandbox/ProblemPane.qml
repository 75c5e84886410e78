pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab

/// What is wrong, the run that shows it, and the checks that were made; below it where the cursor is.
FocusScope {
    id: root

    required property SandboxViewModel sandbox
    property int tab: 0

    signal playRequested()
    signal stepRequested(step: int)

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Problems")

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

            ProblemTab {
                id: head

                required property int index

                height: heads.height
                text: head.index === 0 ? qsTr("Problems") : head.index === 1 ? qsTr("Counterexample") : qsTr("Check log")
                count: head.index === 0 ? root.sandbox.problemCount : 0
                checked: root.tab === head.index
                onClicked: root.tab = head.index
            }
        }
    }

    Divider {
        y: heads.height - height
        width: parent.width
    }

    ProblemList {
        id: problems

        anchors.top: heads.bottom
        anchors.bottom: status.top
        width: parent.width
        visible: root.tab === 0
        sandbox: root.sandbox
        onPlayRequested: root.playRequested()
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

    FailingSteps {
        anchors.fill: problems
        visible: root.tab === 1
        sandbox: root.sandbox
        onStepRequested: step => root.stepRequested(step)
    }

    CheckLog {
        anchors.fill: problems
        visible: root.tab === 2
        sandbox: root.sandbox
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
