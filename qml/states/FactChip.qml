import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// Something that holds of a state, in a word or two.
Item {
    id: root

    required property string text
    /// 2: bad, 1: good, 0: neither.
    required property int mood
    /// As much width as there is.
    required property real room

    width: Math.min(chipText.implicitWidth + 2 * Theme.space2, root.room)
    height: Theme.rowHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        height: chipText.implicitHeight + Theme.space1
        radius: Theme.radiusChip
        color: root.mood === 2 ? Theme.failsFill : root.mood === 1 ? Theme.safeFill : Theme.raised
        border.width: Theme.border
        border.color: root.mood === 2 ? Theme.failsLine : root.mood === 1 ? Theme.safeLine : Theme.lineStrong

        Label {
            id: chipText

            x: Theme.space2
            width: parent.width - 2 * x
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: root.mood === 2 ? Theme.fails : root.mood === 1 ? Theme.safe : Theme.text2
            font.pixelSize: Theme.smallSize
        }
    }
}
