pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// One thread: what it was called for, the code it is in, and the button that steps it.
Rectangle {
    id: root

    required property ThreadViewModel thread
    /// Room for the code; what does not fit is scrolled, with the current line in sight.
    property real codeHeight: root.naturalCode

    signal stepRequested()

    readonly property bool blocked: root.thread.status === ThreadViewModel.Blocked
    readonly property bool done: root.thread.status === ThreadViewModel.Done || root.thread.status === ThreadViewModel.Failed
    readonly property bool called: root.thread.callers !== ""
    readonly property real naturalCode: root.thread.active ? column.height + Theme.space2 : 0
    /// Of everything but the code.
    readonly property real frameHeight: head.height + call.height + (bar.visible ? bar.height : 0)

    /// Scrolls as little as it takes to have these lines in sight.
    function contain(first: int, last: int): void {
        const top = rows.itemAt(first).y
        const bottom = rows.itemAt(last).y + rows.itemAt(last).height
        lines.contentY = Math.max(0, Math.min(top, Math.max(lines.contentY, bottom - lines.height)))
    }

    function reveal(): void {
        const current = root.thread.currentRow
        if (current < 0 || current >= root.thread.lines)
            return
        column.forceLayout()
        lines.contentY = Math.max(0, Math.min(lines.contentY, column.height - lines.height))
        // Two lines of what comes and of what was stay in sight.
        root.contain(current, Math.min(root.thread.lines - 1, current + 2))
        root.contain(Math.max(0, current - 2), current)
        root.contain(current, current)
    }

    implicitHeight: root.frameHeight + (root.thread.active ? root.codeHeight : 0)
    radius: Theme.radiusCard
    color: Theme.raised
    border.width: Theme.border
    border.color: root.blocked ? Theme.threadLine(root.thread.index) : Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: root.thread.description

    onHeightChanged: later.restart()

    // Once the lines have their new heights.
    Timer {
        id: later
        interval: 0
        onTriggered: root.reveal()
    }

    Connections {
        target: root.thread
        function onChanged() { later.restart() }
    }

    Item {
        id: head

        width: parent.width
        height: Math.max(Theme.scaled(40), button.height + Theme.space3)

        ThreadGlyph {
            id: glyph

            x: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            thread: root.thread.index
            size: Theme.scaled(20)
        }

        CodeText {
            anchors.left: glyph.right
            anchors.leftMargin: Theme.scaled(10)
            anchors.right: button.left
            anchors.rightMargin: Theme.space2
            anchors.verticalCenter: parent.verticalCenter
            text: root.thread.title
            color: root.done ? Theme.text3 : Theme.text
        }

        T.AbstractButton {
            id: button

            readonly property bool ready: root.thread.status === ThreadViewModel.Ready

            objectName: "threadButton"
            anchors.right: parent.right
            anchors.rightMargin: Theme.space2
            anchors.verticalCenter: parent.verticalCenter
            width: Math.ceil(implicitContentWidth) + leftPadding + rightPadding
            leftPadding: Theme.space3
            rightPadding: Theme.space3
            height: Math.max(Theme.target, Theme.scaled(26))
            hoverEnabled: true
            focusPolicy: Qt.StrongFocus
            text: button.ready ? qsTr("Step %1").arg(root.thread.name) : root.blocked ? qsTr("Blocked")
                : root.thread.status === ThreadViewModel.Failed ? qsTr("Lost")
                : root.thread.returned === "" ? qsTr("Done") : qsTr("Done: %1").arg(root.thread.returned)
            Accessible.name: button.ready ? qsTr("%1: %2").arg(button.text).arg(root.thread.nextLabel)
                                          : root.blocked ? qsTr("%1 is blocked: %2").arg(root.thread.name).arg(root.thread.blocked)
                                                         : qsTr("%1 is done").arg(root.thread.name)
            onClicked: if (button.ready) root.stepRequested()

            contentItem: RowLayout {
                spacing: Theme.scaled(6)

                Icon {
                    visible: !root.done
                    name: button.ready ? "stepForward" : "hourglass"
                    size: Theme.scaled(13)
                    ink: Theme.threadInk(root.thread.index)
                }

                Label {
                    text: button.text
                    color: root.done ? Theme.text3 : Theme.threadInk(root.thread.index)
                    font.pixelSize: Theme.smallSize
                    font.weight: Font.Medium
                    elide: Text.ElideNone
                }
            }

            background: Rectangle {
                visible: !root.done
                radius: Theme.radiusButton
                color: Theme.threadFill(root.thread.index)
                border.width: button.ready && button.hovered ? Theme.borderCurrent : Theme.border
                border.color: button.ready && button.hovered ? Theme.threadInk(root.thread.index) : Theme.threadLine(root.thread.index)

                FocusRing { shown: button.visualFocus }
            }

            Tip {
                text: button.ready ? root.thread.nextStatement : root.thread.blocked
                shown: button.hovered || button.visualFocus
            }
        }

        Divider {
            anchors.bottom: parent.bottom
            x: 1
            width: parent.width - 2
            visible: root.thread.active || bar.visible
        }
    }

    Item {
        id: call

        anchors.top: head.bottom
        width: parent.width
        height: root.thread.active ? signature.y + signature.height + Theme.space1 : 0
        visible: root.thread.active

        CodeText {
            id: crumbs

            x: Theme.space3
            y: root.called ? Theme.space2 : 0
            width: parent.width - 2 * Theme.space3
            height: root.called ? Theme.scaled(16) : 0
            visible: root.called
            text: qsTr("%1 ›").arg(root.thread.callers)
            color: Theme.text3
            font.pixelSize: Theme.captionSize
            elide: Text.ElideLeft
            Accessible.ignored: false
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Called from %1").arg(root.thread.callers)
        }

        CodeText {
            id: signature

            x: Theme.space3
            y: crumbs.y + crumbs.height + (root.called ? 2 : Theme.space2)
            width: parent.width - 2 * Theme.space3
            textFormat: Text.StyledText
            text: "<b>" + root.thread.signature.replace("(", "</b>(")
        }
    }

    // Not a list: one that makes its lines as they come into sight only guesses how high it is, and that decides how high it gets.
    Flickable {
        id: lines

        anchors.top: call.bottom
        width: parent.width
        height: root.codeHeight
        contentHeight: column.height
        visible: root.thread.active
        clip: true
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        Component.onCompleted: root.reveal()

        // What one line at a time has is made once, as the lines are made anew whenever a flow is entered.
        Rectangle {
            readonly property CodeLine line: rows.count > 0 ? rows.itemAt(root.thread.currentRow) as CodeLine : null

            y: line ? line.y : 0
            width: lines.width
            height: line ? line.height : 0
            visible: line !== null
            color: Theme.threadFill(root.thread.index)
            border.width: Theme.borderOfFill
            border.color: Theme.threadLine(root.thread.index)

            Rectangle {
                width: 3
                height: parent.height
                color: Theme.threadInk(root.thread.index)
            }
        }

        Column {
            id: column

            readonly property CodeLine pointed: hover.hovered ? column.childAt(hover.point.position.x, hover.point.position.y) as CodeLine : null

            width: lines.width

            HoverHandler { id: hover }

            TextMetrics {
                id: digit

                font.family: Theme.mono
                font.pixelSize: Theme.smallSize
                text: "0"
            }

            Tip {
                parent: column.pointed ?? column
                text: column.pointed ? column.pointed.origin : ""
                shown: column.pointed !== null
            }

            ModelRepeater {
                id: rows

                model: root.thread.code

                delegate: CodeLine {
                    width: column.width
                    thread: root.thread.index
                    digitWidth: digit.advanceWidth
                }
            }
        }

        T.ScrollBar.vertical: Scroller {}
    }

    BlockedBar {
        id: bar

        x: 1
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 1
        width: parent.width - 2
        visible: root.blocked
        thread: root.thread
    }
}
