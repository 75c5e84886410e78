import QtQuick
import Bindlab.Theme

/// The line between two panes: drag it, or move it with the arrow keys; a double click puts it back.
Item {
    id: root

    /// It stands upright and moves left and right; otherwise it lies and moves up and down.
    required property bool upright
    /// Size of the pane it changes, in pixels.
    required property real size
    property real minimum: 120
    property real maximum: 2000
    /// The pane grows when the handle goes left or up.
    property bool mirrored: false
    /// Name of the pane, for screen readers.
    required property string pane

    signal resized(real size)
    signal reset()

    function clamped(wanted: real): real {
        return Math.max(root.minimum, Math.min(root.maximum, wanted))
    }

    implicitWidth: root.upright ? Theme.grab : 0
    implicitHeight: root.upright ? 0 : Theme.grab
    z: 2
    activeFocusOnTab: true
    Accessible.role: Accessible.Splitter
    Accessible.name: qsTr("Size of %1").arg(root.pane)
    Accessible.focusable: true

    Keys.onPressed: event => {
        const less = root.upright ? Qt.Key_Left : Qt.Key_Up
        const more = root.upright ? Qt.Key_Right : Qt.Key_Down
        if (event.key !== less && event.key !== more)
            return
        const way = (event.key === more ? 1 : -1) * (root.mirrored ? -1 : 1)
        root.resized(root.clamped(root.size + way * Theme.space4))
        event.accepted = true
    }

    Rectangle {
        anchors.centerIn: parent
        width: root.upright ? Theme.border : parent.width
        height: root.upright ? parent.height : Theme.border
        color: drag.active || hover.hovered ? Theme.accentLine : Theme.line
    }

    Rectangle {
        anchors.fill: parent
        visible: root.activeFocus
        color: "transparent"
        border.width: Theme.focusWidth
        border.color: Theme.accent
    }

    HoverHandler {
        id: hover
        cursorShape: root.upright ? Qt.SplitHCursor : Qt.SplitVCursor
    }

    TapHandler { onDoubleTapped: root.reset() }

    DragHandler {
        id: drag

        property real startSize: 0

        target: null
        xAxis.enabled: root.upright
        yAxis.enabled: !root.upright
        dragThreshold: 1
        cursorShape: root.upright ? Qt.SplitHCursor : Qt.SplitVCursor
        onActiveChanged: if (active) startSize = root.size
        onCentroidChanged: {
            if (!active)
                return
            const moved = root.upright ? centroid.scenePosition.x - centroid.scenePressPosition.x
                                       : centroid.scenePosition.y - centroid.scenePressPosition.y
            root.resized(root.clamped(startSize + (root.mirrored ? -moved : moved)))
        }
    }
}
