import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme

/// One of a few choices that stand side by side.
T.RadioButton {
    id: root

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, Theme.rowHeight)
    leftPadding: Theme.space3
    rightPadding: Theme.space3
    focusPolicy: Qt.StrongFocus
    autoExclusive: false
    Accessible.name: root.text

    contentItem: Label {
        text: root.text
        color: root.checked ? Theme.accent : Theme.text2
        font.weight: root.checked ? Font.Medium : Font.Normal
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }

    background: Rectangle {
        radius: Theme.radiusButton
        color: root.checked ? Theme.accentFill : root.hovered ? Theme.hover : "transparent"
        border.width: root.checked ? Theme.borderCurrent : Theme.border
        border.color: root.checked ? Theme.accentLine : Theme.lineStrong

        FocusRing { shown: root.visualFocus }
    }
}
