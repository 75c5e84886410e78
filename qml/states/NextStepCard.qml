import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench
import Bindlab

/// A step that can be taken from a state: where it leads, and what can come of it. Pressed, it goes there.
T.AbstractButton {
    id: root

    required property int thread
    required property string label
    required property string target
    required property int node
    required property int failing
    required property int safe
    required property string ends
    required property string spoken

    Layout.fillWidth: true
    Layout.topMargin: Theme.space2
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.space3
    topPadding: Theme.space2
    bottomPadding: Theme.space2
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    text: root.label
    Accessible.name: root.spoken

    contentItem: ColumnLayout {
        spacing: Theme.space2 - 2

        RowLayout {
            spacing: Theme.space2

            ThreadGlyph { thread: root.thread }

            CodeText {
                Layout.fillWidth: true
                text: root.label
                color: Theme.text
                font.pixelSize: Theme.smallSize
                elide: Text.ElideRight
            }

            Label {
                text: root.target
                color: Theme.text3
                font.pixelSize: Theme.smallSize
                elide: Text.ElideNone
            }

            Icon {
                name: "chevronRight"
                ink: Theme.text3
                size: Theme.scaled(13)
            }
        }

        EndBars {
            Layout.fillWidth: true
            failing: root.failing
            safe: root.safe
        }

        Label {
            Layout.fillWidth: true
            text: root.ends
            color: Theme.text2
            font.pixelSize: Theme.smallSize
            wrapMode: Text.Wrap
        }
    }

    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.threadFill(root.thread)
        border.width: root.hovered ? Theme.borderCurrent : Theme.border
        border.color: root.hovered ? Theme.threadInk(root.thread) : Theme.threadLine(root.thread)

        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusCard
        }
    }
}
