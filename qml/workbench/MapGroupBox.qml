import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// The part of a lane that belongs to one component.
Rectangle {
    id: root

    required property string title
    required property rect frame
    required property bool titleRight

    x: root.frame.x
    y: root.frame.y
    width: root.frame.width
    height: root.frame.height
    radius: Theme.radiusCard
    color: Theme.window
    border.width: Theme.border
    border.color: Theme.line

    Label {
        x: Theme.space3
        y: Theme.scaled(7)
        width: parent.width - 2 * Theme.space3
        text: root.title
        font.pixelSize: Theme.smallSize
        horizontalAlignment: root.titleRight ? Text.AlignRight : Text.AlignLeft
    }
}
