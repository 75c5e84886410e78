import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme

/// A line of help beside what the pointer rests on or the keyboard is at.
T.ToolTip {
    id: root

    required property bool shown

    // What is taken away from under the pointer has no window any more.
    visible: root.shown && root.text !== "" && root.parent !== null && root.parent.Window.window !== null
    delay: 500
    margins: Theme.space2
    leftPadding: Theme.space2
    rightPadding: Theme.space2
    topPadding: Theme.space1
    bottomPadding: Theme.space1
    x: parent ? (parent.width - root.width) / 2 : 0
    y: parent ? parent.height + Theme.space2 : 0
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent
    implicitWidth: Math.min(implicitContentWidth, Theme.scaled(320)) + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding

    contentItem: Text {
        text: root.text
        color: Theme.text
        font.family: Theme.sans
        font.pixelSize: Theme.smallSize
        wrapMode: Text.Wrap
    }

    background: Rectangle {
        radius: Theme.radiusChip
        color: Theme.raised
        border.width: Theme.border
        border.color: Theme.lineStrong
    }
}
