import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// What another run says of the object below: a frame around it, and its words at the lower edge.
Item {
    id: root

    required property rect frame
    required property string text
    required property real unit

    x: root.frame.x * root.unit
    y: root.frame.y * root.unit
    width: root.frame.width * root.unit
    height: root.frame.height * root.unit
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("On the other side: %1").arg(root.text)

    Rectangle {
        anchors.fill: parent
        anchors.margins: -3
        radius: Theme.radiusObject + 3
        color: "transparent"
        border.width: Theme.borderCurrent
        border.color: Theme.accent
    }

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.bottom
        width: Math.min(words.implicitWidth + Theme.space2, Math.max(root.width + Theme.space8, Theme.scaled(120)))
        height: words.implicitHeight + 4
        radius: Theme.radiusChip
        color: Theme.accentFill
        border.width: Theme.border
        border.color: Theme.accent

        Label {
            id: words

            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width - Theme.space1)
            text: root.text
            color: Theme.accent
            font.pixelSize: Theme.captionSize
        }
    }
}
