import QtQuick
import Bindlab.Theme

/// The ring inside the edge of a pane or list that has the keyboard, where one outside would be cut off.
Rectangle {
    required property bool shown

    anchors.fill: parent
    visible: shown
    radius: Theme.radiusChip
    color: "transparent"
    border.width: Theme.focusWidth
    border.color: Theme.accent
    Accessible.ignored: true
}
