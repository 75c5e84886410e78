import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// How long a thread holds a lock, or a machine stays in a state.
Item {
    id: root

    required property int row
    /// First column, and one past the last.
    required property int from
    required property int to
    /// Holder, or -1 for a machine.
    required property int thread
    required property string label
    required property bool ahead
    required property bool current
    required property bool cutLeft
    required property bool cutRight

    required property real columnWidth
    required property real rowHeight
    required property real sightLeft
    required property real sightRight

    readonly property bool held: root.thread >= 0

    x: root.from * root.columnWidth + (root.cutLeft ? -20 : 2)
    y: root.row * root.rowHeight + Theme.scaled(5)
    width: root.to * root.columnWidth - (root.cutRight ? -20 : 2) - x
    height: root.rowHeight - 2 * Theme.scaled(5)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.label

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCheck
        color: root.held ? Theme.threadFill(root.thread) : root.current ? Theme.accentFill : Theme.inset
        opacity: root.ahead ? 0.7 : 1
        border.width: Theme.border
        border.color: root.held ? Theme.threadLine(root.thread) : root.current ? Theme.accentLine : Theme.lineStrong
    }

    Label {
        // The words stay in sight while the span is scrolled under the edge.
        x: Math.max(Theme.scaled(9), root.sightLeft - root.x + Theme.scaled(6))
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(root.width, root.sightRight - root.x) - x - Theme.space1
        visible: width > Theme.scaled(24)
        text: root.label
        color: root.held ? Theme.threadInk(root.thread) : root.current ? Theme.accent : Theme.text2
        font.pixelSize: Theme.captionSize
        Accessible.ignored: true
    }
}
