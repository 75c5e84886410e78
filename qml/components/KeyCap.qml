import QtQuick
import Bindlab.Theme

/// The name of a key as it is printed on the keyboard.
Rectangle {
    id: root

    required property string key
    property color ink: Theme.text2
    property color line: Theme.lineStrong

    implicitWidth: Math.max(implicitHeight, label.implicitWidth + Theme.space2)
    implicitHeight: label.implicitHeight + 2
    radius: Theme.radiusCheck
    color: "transparent"
    border.width: Theme.border
    border.color: root.line
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
