pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// What is wrong with the line above, and what would mend it.
Rectangle {
    id: root

    required property SandboxViewModel sandbox
    required property string message
    /// What must hold, when, and who says so; empty for a mistake in the text.
    required property string rule
    required property int kind
    required property int steps

    property bool explained: false

    signal playRequested()

    readonly property bool warns: root.kind === 2

    onMessageChanged: root.explained = false

    implicitHeight: column.height + 2 * Theme.space2
    radius: Theme.radiusChip
    color: root.warns ? Theme.boundedFill : Theme.failsFill
    border.width: Theme.border
    border.color: root.warns ? Theme.boundedLine : Theme.failsLine
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.message

    Rectangle {
        x: 0
        y: 1
        width: 3
        height: parent.height - 2
        radius: 1.5
        color: root.warns ? Theme.bounded : Theme.fails
    }

    Column {
        id: column

        x: Theme.space3
        y: Theme.space2
        width: parent.width - 2 * Theme.space3
        spacing: Theme.space2

        Row {
            width: parent.width
            spacing: Theme.space2

            Icon {
                id: icon

                y: Math.max(0, (message.height - height) / 2)
                name: root.warns ? "warning" : "octagon"
                ink: root.warns ? Theme.bounded : Theme.fails
                size: Theme.scaled(14)
            }

            Label {
                id: message

                width: parent.width - icon.width - parent.spacing
                text: root.message
                color: Theme.text
                wrapMode: Text.Wrap
                maximumLineCount: 3
            }
        }

        Flow {
            width: parent.width
            visible: fixes.count > 0 || root.steps > 0 || why.visible
            spacing: Theme.space2

            ModelRepeater {
                id: fixes

                model: root.sandbox.fixes

                PushButton {
                    id: fix

                    required property int index
                    required property string title

                    small: true
                    iconName: "pencil"
                    text: fix.title
                    onClicked: root.sandbox.applyFix(fix.index)
                }
            }

            PushButton {
                visible: root.steps > 0
                small: true
                iconName: "play"
                text: qsTr("Play %1 steps").arg(root.steps)
                onClicked: root.playRequested()
            }

            PushButton {
                id: why

                visible: root.rule !== ""
                kind: PushButton.Plain
                small: true
                text: root.explained ? qsTr("Hide the rule") : qsTr("Why this rule?")
                onClicked: root.explained = !root.explained
            }
        }

        Label {
            width: parent.width
            visible: root.explained
            text: root.rule
            wrapMode: Text.Wrap
        }
    }
}
