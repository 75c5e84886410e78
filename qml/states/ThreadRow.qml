import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench

/// A thread in a state: the step it stands before, and whether it can take it.
Item {
    id: root

    required property int index
    required property int thread
    required property string step
    required property string status
    required property bool ready
    required property bool blocked
    required property string spoken

    Layout.fillWidth: true
    implicitHeight: Math.max(Theme.rowHeightLarge, threadLine.implicitHeight + Theme.space2)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.spoken

    RowLayout {
        id: threadLine

        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        spacing: Theme.space2

        ThreadGlyph { thread: root.thread }

        CodeText {
            objectName: "cell"
            Layout.fillWidth: true
            text: root.step
            color: root.ready || root.blocked ? Theme.text : Theme.text3
            font.pixelSize: Theme.smallSize
            elide: Text.ElideRight
        }

        Icon {
            visible: root.blocked
            name: "lock"
            ink: Theme.text3
            size: Theme.scaled(13)
        }

        Label {
            Layout.maximumWidth: root.width * 0.5
            text: root.status
            color: root.ready ? Theme.threadInk(root.thread) : Theme.text3
            font.pixelSize: Theme.smallSize
        }
    }

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
