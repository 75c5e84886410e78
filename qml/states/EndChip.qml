import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components

/// How many ends of one kind there are.
Item {
    id: root

    required property string text
    required property bool bad

    implicitWidth: line.implicitWidth + 2 * Theme.space2 + 2
    implicitHeight: box.height
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    Rectangle {
        id: box

        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        height: Math.max(line.implicitHeight + Theme.space1, Theme.scaled(24))
        radius: Theme.radiusChip
        color: root.bad ? Theme.failsFill : Theme.safeFill
        border.width: Theme.border
        border.color: root.bad ? Theme.failsLine : Theme.safeLine

        RowLayout {
            id: line

            anchors.centerIn: parent
            spacing: Theme.space2 - 2

            Icon {
                name: root.bad ? "octagon" : "check"
                ink: root.bad ? Theme.fails : Theme.safe
                size: Theme.scaled(14)
            }

            Label {
                text: root.text
                color: root.bad ? Theme.fails : Theme.safe
                font.pixelSize: Theme.smallSize
                elide: Text.ElideNone
            }
        }
    }
}
