import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// Which lock a thread waits for, and who has it.
Rectangle {
    id: root

    required property ThreadViewModel thread

    implicitHeight: Math.max(Theme.rowHeightLarge, words.implicitHeight + Theme.space3)
    color: Theme.threadFill(root.thread.index)
    border.width: Theme.borderOfFill
    border.color: Theme.threadLine(root.thread.index)
    radius: Theme.radiusCard
    Accessible.role: Accessible.StaticText
    Accessible.name: root.thread.blocked

    // Only the lower corners are round.
    Rectangle {
        width: parent.width
        height: Theme.radiusCard
        color: parent.color

        Rectangle {
            width: parent.width
            height: Theme.border
            color: Theme.threadLine(root.thread.index)
        }
    }

    Icon {
        id: padlock

        x: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        name: root.thread.waitsForLock === "" ? "hourglass" : "lock"
        size: Theme.scaled(13)
        ink: Theme.threadInk(root.thread.index)
    }

    Text {
        id: words

        anchors.left: padlock.right
        anchors.leftMargin: Theme.space2
        anchors.right: holder.visible ? holder.left : parent.right
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        textFormat: Text.StyledText
        text: root.thread.waitsForLock === "" ? root.thread.blocked
            : root.thread.blocked.replace(root.thread.waitsForLock, "<font face=\"" + Theme.mono + "\">" + root.thread.waitsForLock.replace(">", "&gt;") + "</font>")
        color: Theme.threadInk(root.thread.index)
        font.family: Theme.sans
        font.pixelSize: Theme.smallSize
        font.preferShaping: false
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }

    ThreadGlyph {
        id: holder

        anchors.right: parent.right
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        visible: root.thread.waitsForThread >= 0
        thread: Math.max(0, root.thread.waitsForThread)
        size: Theme.scaled(16)
    }
}
