pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The text itself: lines with their numbers, problems where they are, names that may be meant.
FocusScope {
    id: root

    required property SandboxViewModel sandbox
    required property AppViewModel app

    readonly property EditorText editor: root.sandbox.editor
    readonly property real lineHeight: Theme.scaled(21)
    readonly property real gutter: digit.advanceWidth * (Math.max(3, String(root.editor.lines).length) + 4)
    /// Grows whenever lines may have moved.
    property int layout: 0
    /// Where the current problem is shown, from 1; 0: not in this text.
    readonly property int lensLine: root.sandbox.problemLine
    property bool finding: false

    signal playRequested()

    /// Brings a letter of the text into view and puts the cursor there.
    function moveTo(position: int) {
        edit.cursorPosition = Math.min(position, edit.length)
        edit.deselect()
        flick.reveal()
    }

    function beginFind() {
        root.finding = true
        find.begin(edit.selectedText.includes("\u2029") ? "" : edit.selectedText)
    }

    function endFind(): bool {
        if (!root.finding)
            return false
        root.finding = false
        root.editor.find("", true, false)
        edit.forceActiveFocus()
        return true
    }

    /// Keys of the editor itself. Answers whether it was one.
    function takeKey(key: int, modifiers: int): bool {
        const choosing = root.editor.completions.rowCount() > 0
        if (choosing && (key === Qt.Key_Up || key === Qt.Key_Down)) {
            if (key === Qt.Key_Up)
                names.decrementCurrentIndex()
            else
                names.incrementCurrentIndex()
            return true
        }
        if (choosing && (key === Qt.Key_Tab || key === Qt.Key_Return || key === Qt.Key_Enter) && modifiers === Qt.NoModifier) {
            root.editor.takeCompletion(names.currentIndex)
            return true
        }
        if (choosing && key === Qt.Key_Escape) {
            root.editor.endCompletion()
            return true
        }
        if (key === Qt.Key_Space && modifiers === Qt.ControlModifier) {
            root.editor.complete(true)
            return true
        }
        if ((key === Qt.Key_Return || key === Qt.Key_Enter) && modifiers === Qt.NoModifier && edit.selectedText === "") {
            root.editor.breakLine()
            return true
        }
        if (key === Qt.Key_Tab || key === Qt.Key_Backtab) {
            root.editor.indent(edit.selectionStart, edit.selectionEnd, key === Qt.Key_Tab)
            return true
        }
        if (key === Qt.Key_Slash && modifiers === Qt.ControlModifier) {
            root.editor.toggleComment(edit.selectionStart, edit.selectionEnd)
            return true
        }
        return false
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Editor")

    Binding {
        target: root.editor
        property: "document"
        value: edit.textDocument
    }

    Binding {
        target: root.editor
        property: "inks"
        value: Theme.inks
    }

    Binding {
        target: root.editor
        property: "lineHeight"
        value: root.lineHeight
    }

    Connections {
        target: root.editor
        function onMoveTo(position: int) { root.moveTo(position) }
        function onEdited() { ++root.layout }
        function onMarksChanged() { ++root.layout }
    }

    TextMetrics {
        id: digit
        font: edit.font
        text: "0"
    }

    FindBar {
        id: find

        width: parent.width
        height: visible ? implicitHeight : 0
        visible: root.finding
        editor: root.editor
        onMoveRequested: position => root.moveTo(position)
        onCloseRequested: root.endFind()
    }

    Rectangle {
        anchors.fill: page
        color: Theme.window
    }

    EditorPage {
        id: page

        anchors.top: find.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        editor: root.editor
        font: edit.font
        noteFont.family: Theme.sans
        noteFont.pixelSize: Theme.captionSize
        gutter: root.gutter
        scrollX: flick.contentX
        scrollY: flick.contentY - edit.y
    }

    Flickable {
        id: flick

        /// Brings the cursor into view.
        function reveal() {
            const at = edit.cursorRectangle
            const top = at.y < root.lineHeight ? 0 : at.y + edit.y - Theme.space2
            const bottom = at.y + edit.y + root.lineHeight + Theme.space2
            if (top < contentY)
                contentY = Math.max(0, top)
            else if (bottom > contentY + height)
                contentY = Math.min(Math.max(0, contentHeight - height), bottom - height)
            const left = at.x + edit.x - root.gutter
            const right = at.x + edit.x + Theme.space6
            if (left < contentX)
                contentX = Math.max(0, left)
            else if (right > contentX + width)
                contentX = right - width
        }

        anchors.fill: page
        contentWidth: Math.max(width, edit.x + edit.naturalWidth + Theme.space8)
        contentHeight: Math.max(height, edit.y + edit.contentHeight + height / 3)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: Scroller {}
        T.ScrollBar.horizontal: Scroller {}

        TextEdit {
            id: edit

            // All letters are as wide. Asking for the implicit width would lay out the whole text at each letter.
            readonly property real naturalWidth: (root.editor.longest + 1) * digit.advanceWidth

            x: root.gutter
            y: Theme.space2 + root.editor.roomAbove
            width: Math.max(edit.naturalWidth, flick.width - x)
            height: Math.max(contentHeight, flick.height - y)
            focus: true
            activeFocusOnTab: true
            enabled: root.sandbox.open
            textFormat: TextEdit.PlainText
            wrapMode: TextEdit.NoWrap
            selectByMouse: true
            persistentSelection: true
            color: Theme.text
            selectionColor: Theme.contrast ? Theme.accentLine : Theme.accentFill
            selectedTextColor: Theme.selectedText
            font.family: Theme.mono
            font.pixelSize: Theme.bodySize
            font.preferShaping: false
            Accessible.role: Accessible.EditableText
            Accessible.name: root.sandbox.shownFlow === "" ? qsTr("Text of %1").arg(root.sandbox.current) : qsTr("Flow %1").arg(root.sandbox.shownFlow)
            Accessible.multiLine: true
            Accessible.description: qsTr("Tab indents; F6 leaves the editor")
            onCursorPositionChanged: {
                root.editor.cursor = cursorPosition
                if (activeFocus)
                    flick.reveal()
            }
            onActiveFocusChanged: if (!activeFocus) root.editor.endCompletion()

            Keys.onPressed: event => {
                if (root.takeKey(event.key, event.modifiers)) {
                    event.accepted = true
                    return
                }
                // What the window means by a key comes before what a text field makes of it.
                const named = event.modifiers & (Qt.ControlModifier | Qt.AltModifier) || (event.key >= Qt.Key_F1 && event.key <= Qt.Key_F35) || event.key === Qt.Key_Escape
                if (named) {
                    event.accepted = root.app.press(event.key, event.modifiers, event.isAutoRepeat)
                    return
                }
                if (event.text !== "" || event.key === Qt.Key_Backspace)
                    completing.restart()
                else
                    root.editor.endCompletion()
            }
            Keys.onShortcutOverride: event => event.accepted = !!(event.modifiers & Qt.ControlModifier)
        }

        InlineLens {
            id: lens

            readonly property real lineTop: (root.layout, root.editor.topOf(root.lensLine))

            visible: root.lensLine > 0
            x: flick.contentX + root.gutter + Theme.space3
            y: edit.y + lens.lineTop + root.lineHeight + Theme.space1
            width: Math.min(flick.width - root.gutter - Theme.space8, Theme.scaled(760))
            sandbox: root.sandbox
            message: root.sandbox.problemMessage
            rule: root.sandbox.problemRule
            kind: root.sandbox.problemKind
            steps: root.sandbox.problemSteps
            onPlayRequested: root.playRequested()
            onHeightChanged: room.restart()
            onVisibleChanged: room.restart()
        }

        Rectangle {
            id: completion

            readonly property rect at: edit.cursorRectangle
            readonly property bool above: edit.y + completion.at.y + root.lineHeight + completion.height > flick.contentY + flick.height

            visible: names.count > 0 && edit.activeFocus
            x: Math.min(edit.x + completion.at.x, flick.contentX + flick.width - width - Theme.space4)
            y: edit.y + completion.at.y + (completion.above ? -height : root.lineHeight)
            z: 2
            width: Theme.scaled(340)
            height: Math.min(names.contentHeight, Theme.scaled(180)) + 2 * Theme.space1
            radius: Theme.radiusObject
            color: Theme.raised
            border.width: Theme.border
            border.color: Theme.lineStrong

            ListView {
                id: names

                anchors.fill: parent
                anchors.margins: Theme.space1
                clip: true
                cacheBuffer: 0
                model: root.editor.completions
                currentIndex: 0
                highlightMoveDuration: 0
                boundsBehavior: Flickable.StopAtBounds
                onCountChanged: currentIndex = 0
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Names that may be meant")

                delegate: Item {
                    id: name

                    required property int index
                    required property string title
                    required property string note

                    width: names.width
                    height: Theme.rowHeight
                    Accessible.role: Accessible.ListItem
                    Accessible.name: qsTr("%1, %2").arg(name.title).arg(name.note)

                    Rectangle {
                        anchors.fill: parent
                        visible: name.ListView.isCurrentItem
                        radius: Theme.radiusCheck
                        color: Theme.hover
                        border.width: Theme.borderOfFill
                        border.color: Theme.text
                    }

                    CodeLabel {
                        id: word

                        x: Theme.space2
                        anchors.verticalCenter: parent.verticalCenter
                        width: Math.min(implicitWidth, parent.width - 2 * x)
                        text: name.title
                        color: Theme.text
                    }

                    Label {
                        anchors.verticalCenter: parent.verticalCenter
                        x: word.x + word.width + Theme.space3
                        width: parent.width - x - Theme.space2
                        horizontalAlignment: Text.AlignRight
                        text: name.note
                        color: Theme.text3
                        font.pixelSize: Theme.captionSize
                    }

                    TapHandler { onTapped: root.editor.takeCompletion(name.index) }
                }
            }
        }
    }

    // Looking for names reads the whole text; the letter comes first.
    Timer {
        id: completing

        interval: 60
        onTriggered: root.editor.complete(false)
    }

    Timer {
        id: room

        interval: 0
        onTriggered: root.editor.leaveRoom(root.lensLine, root.lensLine > 0 ? lens.height + 2 * Theme.space1 : 0)
    }

    onLensLineChanged: room.restart()
}
