import QtQuick
import Bindlab.Theme

/// The counter that keeps an object alive.
Rectangle {
    id: root

    required property string count
    /// The last step changed it; it then has that thread's ink.
    property bool changed: false
    property int thread: -1
    /// Pixels to a unit of the map.
    property real unit: 1

    implicitWidth: Math.max(Math.round(Theme.scaled(22) * root.unit), label.implicitWidth + Theme.space2)
    implicitHeight: Math.round(Theme.scaled(18) * root.unit)
    radius: Theme.radiusCheck
    color: root.changed && root.thread >= 0 ? Theme.threadFill(root.thread) : Theme.inset
    border.width: root.changed ? Theme.borderCurrent : Theme.border
    border.color: root.changed && root.thread >= 0 ? Theme.threadInk(root.thread) : Theme.line

    Behavior on color { ColorAnimation { duration: Theme.stateTime; easing.type: Easing.OutQuad } }

    CodeText {
        id: label

        anchors.centerIn: parent
        text: root.count
        color: Theme.text
        font.pixelSize: Math.round(Theme.smallSize * root.unit)
    }
}
