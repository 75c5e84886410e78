import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// What stands before and behind the pills of a chart.
Item {
    id: root

    required property string label
    /// Pixels to a unit of the map.
    required property real unit
    required property rect labelFrame
    required property string note
    required property rect noteFrame
    required property string description
    /// What the glossary says of it, or empty.
    required property string meaning

    /// A size that grows with the text and the map.
    function px(size: real): int {
        return Math.round(size * Theme.textScale * root.unit)
    }

    Accessible.role: Accessible.StaticText
    Accessible.name: root.description
    Accessible.description: root.meaning

    CodeText {
        x: Math.round(root.labelFrame.x * root.unit)
        y: Math.round(root.labelFrame.y * root.unit)
        width: Math.round(root.labelFrame.width * root.unit)
        height: Math.round(root.labelFrame.height * root.unit)
        verticalAlignment: Text.AlignVCenter
        text: root.label
        color: Theme.text2
        font.pixelSize: root.px(12)

        HoverHandler { id: hover }

        Tip {
            text: root.meaning
            shown: hover.hovered
        }
    }

    Label {
        x: Math.round(root.noteFrame.x * root.unit)
        y: Math.round(root.noteFrame.y * root.unit)
        width: Math.max(0, Math.round(root.noteFrame.width * root.unit))
        height: Math.round(root.noteFrame.height * root.unit)
        visible: implicitWidth <= width
        horizontalAlignment: Text.AlignRight
        verticalAlignment: Text.AlignVCenter
        text: root.note
        color: Theme.text3
        font.pixelSize: root.px(11)
    }
}
