import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The last verdict that was reached, marked when the text has changed since; below it how far a running check is.
T.AbstractButton {
    id: root

    required property CheckViewModel verdict
    required property bool busy
    required property bool stale
    required property string progress
    required property string seconds

    signal playRequested()

    readonly property bool known: root.seconds !== ""
    readonly property bool safe: root.verdict.state === CheckViewModel.Safe
    readonly property bool fails: root.verdict.state === CheckViewModel.Fails
    readonly property color ink: root.safe ? Theme.safe : root.fails ? Theme.fails : Theme.bounded

    padding: Theme.space3
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: root.stale ? qsTr("Of an older text: %1").arg(root.verdict.label) : root.verdict.label
    Accessible.description: root.verdict.detail
    onClicked: if (root.fails && !root.stale) root.playRequested()

    contentItem: Column {
        spacing: Theme.space1
        opacity: root.stale && root.known ? 0.65 : 1

        RowLayout {
            width: parent.width
            visible: root.known
            spacing: Theme.space2

            Icon {
                name: root.safe ? "check" : root.fails ? "octagon" : "warning"
                ink: root.ink
            }

            Label {
                Layout.fillWidth: true
                text: root.verdict.label
                color: root.ink
                font.weight: Font.Medium
            }

            Label {
                text: root.stale ? qsTr("older text") : root.seconds
                color: root.ink
            }
        }

        Label {
            width: parent.width
            visible: root.known
            text: root.verdict.detail
            wrapMode: Text.Wrap
        }

        Label {
            width: parent.width
            visible: root.known && root.verdict.scope !== ""
            text: root.verdict.scope
            color: Theme.text3
            font.pixelSize: Theme.smallSize
            wrapMode: Text.Wrap
        }

        RowLayout {
            width: parent.width
            visible: root.busy
            spacing: Theme.space2

            Icon {
                name: "hourglass"
                ink: Theme.text3
                size: Theme.scaled(14)
            }

            Label {
                Layout.fillWidth: true
                text: root.progress
                color: Theme.text3
            }
        }
    }

    background: Rectangle {
        radius: Theme.radiusCard
        color: !root.known ? Theme.raised : root.safe ? Theme.safeFill : root.fails ? Theme.failsFill : Theme.boundedFill
        border.width: Theme.border
        border.color: !root.known ? Theme.lineStrong : root.safe ? Theme.safeLine : root.fails ? Theme.failsLine : Theme.boundedLine

        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusCard
        }
    }
}
