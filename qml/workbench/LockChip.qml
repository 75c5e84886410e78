import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// A lock: free, or held by the thread whose glyph it shows.
Item {
    id: root

    required property rect frame
    /// Pixels to a unit of the map.
    required property real unit
    required property bool shown
    required property string name
    /// Thread, or -1.
    required property int holder
    required property bool reading
    required property bool waitedFor
    /// It lies in memory that was freed.
    required property bool inFreed
    required property bool primary
    required property string description
    /// What the glossary says of it, or empty.
    required property string meaning

    readonly property bool held: root.holder >= 0
    readonly property color ink: root.inFreed ? Theme.fails : root.held ? Theme.threadInk(root.holder) : Theme.text2

    /// A size that grows with the text and the map.
    function px(size: real): int {
        return Math.round(size * Theme.textScale * root.unit)
    }

    x: Math.round(root.frame.x * root.unit)
    y: Math.round(root.frame.y * root.unit)
    width: Math.round(root.frame.width * root.unit)
    height: Math.round(root.frame.height * root.unit)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.description

    Rectangle {
        anchors.fill: parent
        visible: !root.inFreed
        radius: Theme.radiusChip
        color: root.held ? Theme.threadFill(root.holder) : Theme.pane
        border.width: root.primary ? Theme.borderCurrent : Theme.border
        border.color: root.held ? (root.primary || root.waitedFor ? root.ink : Theme.threadLine(root.holder))
            : root.primary ? Theme.text2 : Theme.lineStrong

        Behavior on color { ColorAnimation { duration: Theme.stateTime; easing.type: Easing.OutQuad } }
    }

    DashedBox {
        anchors.fill: parent
        visible: root.inFreed
        radius: Theme.radiusChip
    }

    Icon {
        id: padlock

        x: root.px(7)
        anchors.verticalCenter: parent.verticalCenter
        size: root.px(13)
        name: root.held ? "lock" : "unlock"
        ink: root.ink
    }

    CodeText {
        anchors.left: padlock.right
        anchors.leftMargin: root.px(4)
        anchors.right: glyph.visible ? glyph.left : parent.right
        anchors.rightMargin: root.px(2)
        anchors.verticalCenter: parent.verticalCenter
        text: root.name
        color: root.ink
        font.pixelSize: root.px(12)
    }

    ThreadGlyph {
        id: glyph

        anchors.right: parent.right
        anchors.rightMargin: root.px(4)
        anchors.verticalCenter: parent.verticalCenter
        visible: root.held
        thread: Math.max(0, root.holder)
        size: root.px(15)
        outlined: root.reading
    }

    HoverHandler { id: hover }

    Tip {
        text: root.meaning === "" ? root.description : root.description + "\n\n" + root.meaning
        shown: hover.hovered
    }
}
