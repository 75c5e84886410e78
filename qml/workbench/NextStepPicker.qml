pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// Who moves next: a button for every step that could be taken. A blocked thread keeps its button, which says why.
Flow {
    id: root

    required property WorkbenchViewModel workbench
    /// Widest a button gets.
    property real limit: Theme.scaled(210)

    spacing: Theme.space2

    Label {
        height: Math.max(Theme.target, Theme.rowHeight)
        verticalAlignment: Text.AlignVCenter
        text: choices.count > 0 ? qsTr("Next step belongs to") : root.workbench.ended ? qsTr("Every call has returned") : qsTr("The run ends here")
        color: Theme.text3
        elide: Text.ElideNone
    }

    ModelRepeater {
        id: choices

        model: root.workbench.next

        delegate: T.AbstractButton {
            id: chip

            required property int thread
            required property int choice
            required property string threadName
            required property string label
            required property string statement
            required property string reason
            required property bool ready
            required property bool only

            readonly property color ink: chip.ready ? Theme.threadInk(chip.thread) : Theme.text3

            objectName: "nextStep"
            width: Math.min(root.limit, Math.ceil(implicitContentWidth) + leftPadding + rightPadding)
            height: Math.max(Theme.target, Theme.rowHeight)
            leftPadding: Theme.space2
            rightPadding: Theme.space2
            hoverEnabled: true
            focusPolicy: Qt.StrongFocus
            text: chip.ready ? chip.label : qsTr("%1 is blocked").arg(chip.threadName)
            Accessible.name: chip.ready ? qsTr("%1: %2").arg(chip.threadName).arg(chip.label) : qsTr("%1 %2").arg(chip.threadName).arg(chip.reason)
            Accessible.description: chip.only ? qsTr("The only step that can be taken") : chip.statement
            onClicked: root.workbench.stepThread(chip.thread, chip.choice)

            contentItem: RowLayout {
                spacing: Theme.space2

                ThreadGlyph {
                    thread: chip.thread
                    size: Theme.scaled(15)
                    outlined: !chip.ready || chip.thread >= 6
                }

                Label {
                    Layout.fillWidth: true
                    text: chip.text
                    color: chip.ink
                    font.preferShaping: false
                    font.weight: chip.ready ? Font.Medium : Font.Normal
                }

                KeyCap {
                    visible: chip.ready && chip.choice === 0 && chip.thread < 9
                    key: chip.thread + 1
                    ink: chip.ink
                }
            }

            background: Rectangle {
                radius: Theme.radiusButton
                color: chip.ready ? Theme.threadFill(chip.thread) : Theme.raised
                border.width: chip.ready && chip.hovered ? Theme.borderCurrent : Theme.border
                border.color: !chip.ready ? Theme.lineStrong : chip.hovered ? Theme.threadInk(chip.thread) : Theme.threadLine(chip.thread)

                FocusRing { shown: chip.visualFocus }
            }

            Tip {
                text: chip.ready ? chip.statement : qsTr("%1 %2").arg(chip.threadName).arg(chip.reason)
                shown: chip.hovered || chip.visualFocus
            }
        }
    }
}
