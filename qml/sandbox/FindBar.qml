import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// Finds words in the text, and puts others in their place.
FocusScope {
    id: root

    required property EditorText editor

    signal moveRequested(position: int)
    signal closeRequested()

    /// Takes the keyboard, with `words` as what is sought.
    function begin(words: string) {
        if (words !== "")
            field.text = words
        field.forceActiveFocus()
        field.selectAll()
        root.seek(true, false)
    }

    function seek(forward: bool, again: bool) {
        const at = root.editor.find(field.text, forward, again)
        if (at >= 0)
            root.moveRequested(at)
    }

    implicitHeight: line.implicitHeight + 2 * Theme.space2
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Find in the text")
    Keys.onEscapePressed: root.closeRequested()

    Rectangle {
        anchors.fill: parent
        color: Theme.pane

        Divider {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }

    RowLayout {
        id: line

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        spacing: Theme.space2

        EntryField {
            id: field

            Layout.fillWidth: true
            Layout.maximumWidth: Theme.scaled(260)
            focus: true
            placeholder: qsTr("Find")
            onTextChanged: root.seek(true, false)
            Keys.onReturnPressed: event => root.seek(!(event.modifiers & Qt.ShiftModifier), true)
        }

        Label {
            text: field.text === "" ? "" : root.editor.hits === 1 ? qsTr("1 place") : qsTr("%1 places").arg(root.editor.hits)
            color: Theme.text3
        }

        IconButton {
            iconName: "chevronUp"
            text: qsTr("Previous")
            onClicked: root.seek(false, true)
        }

        IconButton {
            iconName: "chevronDown"
            text: qsTr("Next")
            onClicked: root.seek(true, true)
        }

        EntryField {
            id: replacement

            Layout.fillWidth: true
            Layout.maximumWidth: Theme.scaled(200)
            placeholder: qsTr("Replace by")
            Keys.onReturnPressed: root.editor.replaceFound(replacement.text, false)
        }

        PushButton {
            small: true
            text: qsTr("Replace")
            enabled: root.editor.hits > 0
            onClicked: root.editor.replaceFound(replacement.text, false)
        }

        PushButton {
            small: true
            text: qsTr("All")
            enabled: root.editor.hits > 0
            onClicked: root.editor.replaceFound(replacement.text, true)
        }

        IconButton {
            iconName: "close"
            text: qsTr("Close")
            keys: qsTr("Esc")
            onClicked: root.closeRequested()
        }
    }
}
