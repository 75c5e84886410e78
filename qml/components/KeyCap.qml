import QtQuick
import Bindlab.Theme

/// The name of a key as it is printed on the keyboard.
Rectangle {
    id: root

    required property string key
    property color ink: Theme.text2

    implicitWidth: Math.max(implicitHeight, label.implicitWidth + Theme.space3)
    implicitHeight: label.implicitHeight + 2
    radius: Theme.radiusCheck
    color: "transparent"
    border.width: Theme.border
    border.color: Theme.lineStrong
    Accessible.ignored: true

    Text {
        id: label

        anchors.centerIn: parent
        text: root.key
        color: root.ink
        font.family: Theme.mono
        font.pixelSize: Theme.captionSize
        font.preferShaping: false
    }
}
