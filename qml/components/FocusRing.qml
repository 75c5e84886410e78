import QtQuick
import Bindlab.Theme

/// The ring around what has the keyboard: 2 px of accent, 2 px off the edge. Put it inside the control.
Rectangle {
    id: root

    /// Whether the control it surrounds has the keyboard.
    required property bool shown
    /// Corner radius of the control.
    property real corner: Theme.radiusButton

    anchors.fill: parent
    anchors.margins: -(Theme.focusWidth + Theme.focusGap)
    visible: root.shown
    radius: root.corner + Theme.focusWidth + Theme.focusGap
    color: "transparent"
    border.width: Theme.focusWidth
    border.color: Theme.accent
}
