import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components

/// A fact about the device: fine, current, or not so.
Rectangle {
    id: root

    enum Mood { Fine, Current, Bad, Quiet }

    required property string text
    required property string iconName
    required property int mood

    readonly property color ink: root.mood === StatusChip.Fine ? Theme.safe : root.mood === StatusChip.Current ? Theme.accent
        : root.mood === StatusChip.Bad ? Theme.fails : Theme.text3

    implicitWidth: line.implicitWidth + 2 * Theme.space3 - 4
    implicitHeight: Math.max(line.implicitHeight + Theme.space1, Theme.scaled(24))
    radius: Theme.radiusChip
    color: root.mood === StatusChip.Current ? Theme.accentFill : root.mood === StatusChip.Bad ? Theme.failsFill : Theme.raised
    border.width: root.mood === StatusChip.Current || root.mood === StatusChip.Bad ? Theme.borderCurrent : Theme.border
    border.color: root.mood === StatusChip.Current ? Theme.accent : root.mood === StatusChip.Bad ? Theme.fails : Theme.line
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    RowLayout {
        id: line

        anchors.centerIn: parent
        spacing: Theme.space2 - 2

        Icon {
            name: root.iconName
            ink: root.ink
            size: Theme.scaled(14)
        }

        Label {
            text: root.text
            color: root.mood === StatusChip.Fine || root.mood === StatusChip.Quiet ? Theme.text2 : root.ink
            font.pixelSize: Theme.smallSize
            elide: Text.ElideNone
        }
    }
}
