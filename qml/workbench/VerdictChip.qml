import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// What the checker says about what is loaded. Pressed, it checks, stops, or plays the failure it names.
T.AbstractButton {
    id: root

    required property WorkbenchViewModel workbench

    readonly property CheckViewModel check: root.workbench.check
    readonly property int verdict: root.check.state
    readonly property bool quiet: root.verdict === CheckViewModel.None || root.verdict === CheckViewModel.Running
    readonly property color ink: root.verdict === CheckViewModel.Safe ? Theme.safe : root.verdict === CheckViewModel.Fails ? Theme.fails
        : root.quiet ? Theme.text : Theme.bounded

    implicitWidth: Math.ceil(implicitContentWidth) + leftPadding + rightPadding
    leftPadding: Theme.space3
    rightPadding: Theme.space3
    implicitHeight: Math.max(Theme.target, Theme.rowHeight)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    text: root.check.label
    Accessible.role: Accessible.Button
    Accessible.name: root.verdict === CheckViewModel.Running ? qsTr("%1. Stop the check").arg(root.text) : root.text
    Accessible.description: root.check.detail

    onClicked: {
        if (root.check.running)
            root.workbench.stopCheck()
        else if (root.verdict === CheckViewModel.Fails)
            root.workbench.playViolation(root.check.mainViolation)
        else
            root.workbench.runCheck()
    }

    contentItem: RowLayout {
        spacing: Theme.space2

        Icon {
            name: root.verdict === CheckViewModel.Safe ? "check" : root.verdict === CheckViewModel.Fails ? "octagon"
                : root.verdict === CheckViewModel.Running ? "hourglass" : root.verdict === CheckViewModel.None ? "play" : "warning"
            ink: root.ink
            size: Theme.scaled(14)
        }

        Label {
            Layout.fillWidth: true
            text: root.text
            color: root.ink
        }

        Label {
            visible: root.verdict === CheckViewModel.Running
            text: qsTr("Stop")
            color: Theme.accent
        }
    }

    background: Rectangle {
        radius: Theme.radiusButton
        color: root.verdict === CheckViewModel.Safe ? Theme.safeFill : root.verdict === CheckViewModel.Fails ? Theme.failsFill
            : root.quiet ? (root.hovered ? Theme.hover : Theme.raised) : Theme.boundedFill
        border.width: root.hovered && !root.quiet ? Theme.borderCurrent : Theme.border
        border.color: root.verdict === CheckViewModel.Safe ? Theme.safeLine : root.verdict === CheckViewModel.Fails ? Theme.failsLine
            : root.quiet ? Theme.lineStrong : Theme.boundedLine

        FocusRing { shown: root.visualFocus }
    }

    Tip {
        text: root.check.scope === "" || root.verdict === CheckViewModel.None ? root.check.detail
                                                                             : root.check.detail + "\n" + root.check.scope
        shown: root.hovered || root.visualFocus
    }
}
