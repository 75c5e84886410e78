pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench
import Bindlab

/// The run that shows the chosen problem, step by step.
ListView {
    id: root

    required property SandboxViewModel sandbox

    signal stepRequested(step: int)

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
        parent: root
        shown: root.activeFocus
    }

    delegate: Item {
        id: step

        required property int index
        required property int thread
        required property string label
        required property string reason
        required property bool only

        readonly property bool here: root.activeFocus && step.ListView.isCurrentItem

        width: root.width
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
