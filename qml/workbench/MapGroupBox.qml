import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// The part of a lane that belongs to one component.
Rectangle {
    id: root

    required property string title
    required property rect frame
    /// Pixels to a unit of the map.
    required property real unit
    required property bool titleRight

    /// A size that grows with the text and the map.
    function px(size: real): int {
        return Math.round(size * Theme.textScale * root.unit)
    }

    x: Math.round(root.frame.x * root.unit)
    y: Math.round(root.frame.y * root.unit)
    width: Math.round(root.frame.width * root.unit)
    height: Math.round(root.frame.height * root.unit)
    radius: Theme.radiusCard
    color: Theme.window
    border.width: Theme.border
    border.color: Theme.line

    Label {
        x: root.px(12)
        y: root.px(7)
        width: parent.width - 2 * root.px(12)
        text: root.title
        font.pixelSize: root.px(12)
        horizontalAlignment: root.titleRight ? Text.AlignRight : Text.AlignLeft
    }
}
