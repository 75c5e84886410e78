import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// An object of the model: its name, what keeps it alive, and the state it is in; or a file of user space and its call.
Item {
    id: root

    required property rect frame
    /// Pixels to a unit of the map.
    required property real unit
    required property bool shown
    required property bool file
    required property string name
    /// One of Kinds, from Absent to Freed.
    required property int status
    required property string badge
    required property bool badgeChanged
    required property string stateWord
    required property bool stateRow
    required property int trackLength
    required property int trackCurrent
    /// Thread whose call goes through this file, or -1.
    required property int caller
    required property string call
    /// Thread whose last step touched it, or -1.
    required property int touchedBy
    /// The last step was about it.
    required property bool primary
    required property string details
    /// What the glossary says of it, or empty.
    required property string meaning
    required property string description

    readonly property bool unpublished: root.status === Kinds.Private
    readonly property bool unlinked: root.status === Kinds.Unlinked
    readonly property bool freed: root.status === Kinds.Freed
    readonly property int inkThread: root.caller >= 0 ? root.caller : root.touchedBy
    readonly property color ink: root.freed ? Theme.fails : root.inkThread >= 0 ? Theme.threadInk(root.inkThread) : Theme.text2

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
        visible: !root.freed
        radius: Theme.radiusObject
        color: Theme.raised
        border.width: root.primary ? Theme.borderCurrent : Theme.border
        border.color: root.primary ? root.ink : root.inkThread >= 0 ? Theme.threadLine(root.inkThread) : Theme.lineStrong

        Behavior on border.color { ColorAnimation { duration: Theme.stateTime; easing.type: Easing.OutQuad } }
    }

    DashedBox {
        anchors.fill: parent
        visible: root.freed || ((root.unpublished || root.unlinked) && !root.primary)
        ink: root.freed ? Theme.fails : Theme.edge
        fill: root.freed ? "transparent" : Theme.raised
    }

    // Measured beside the text: its own implicit width would come to depend on the width it is given.
    TextMetrics {
        id: nameSize

        font: title.font
        text: root.name
    }

    CodeText {
        id: title

        x: root.px(11)
        y: root.stateRow ? root.px(8) : (root.height - height) / 2
        width: root.file ? Math.min(Math.ceil(nameSize.advanceWidth) + 1, root.width * 0.5)
                         : root.width - x - (badge.visible ? badge.width + root.px(14) : root.px(8))
        text: root.name
        color: root.freed ? Theme.fails : Theme.text
        font.pixelSize: root.px(13)
        font.weight: Font.Medium
    }

    RefBadge {
        id: badge

        anchors.right: parent.right
        anchors.rightMargin: root.px(8)
        anchors.verticalCenter: title.verticalCenter
        visible: root.badge !== ""
        count: root.badge
        unit: root.unit
        changed: root.badgeChanged
        thread: root.touchedBy
    }

    Label {
        x: root.px(11)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.px(7)
        visible: root.stateRow && !root.file
        width: root.width - x - (track.visible ? track.width + root.px(15) : root.px(8))
        text: root.stateWord
        color: root.freed ? Theme.fails : Theme.text2
        font.pixelSize: root.px(12)
        Accessible.ignored: true
    }

    StateTrack {
        id: track

        anchors.right: parent.right
        anchors.rightMargin: root.px(9)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.px(11)
        visible: root.trackLength > 0 && !root.freed
        count: root.trackLength
        unit: root.unit
        current: root.trackCurrent
        ink: root.primary && root.inkThread >= 0 ? Theme.threadInk(root.inkThread) : Theme.accent
    }

    Label {
        anchors.left: title.right
        anchors.leftMargin: root.px(8)
        anchors.right: glyph.visible ? glyph.left : parent.right
        anchors.rightMargin: glyph.visible ? root.px(6) : root.px(11)
        anchors.verticalCenter: parent.verticalCenter
        visible: root.file || (root.freed && !root.stateRow)
        horizontalAlignment: Text.AlignRight
        text: root.caller >= 0 ? root.call : root.stateWord
        color: root.caller >= 0 || root.freed ? root.ink : Theme.text2
        font.pixelSize: root.caller >= 0 ? root.px(11) : root.px(12)
        Accessible.ignored: true
    }

    ThreadGlyph {
        id: glyph

        anchors.right: parent.right
        anchors.rightMargin: root.px(7)
        anchors.verticalCenter: parent.verticalCenter
        visible: root.caller >= 0
        thread: Math.max(0, root.caller)
        size: root.px(16)
    }

    HoverHandler { id: hover }

    Tip {
        text: root.details === "" || root.meaning === "" ? root.details + root.meaning : root.details + "\n\n" + root.meaning
        shown: hover.hovered
    }
}
