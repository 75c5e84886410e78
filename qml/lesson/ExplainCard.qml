pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// A question for the reader's own words. They stay beside the points of a good answer.
Column {
    id: root

    required property string html
    required property string plain
    required property string words
    /// Of a good answer, once the reader has answered.
    required property list<string> points
    required property int actState

    /// Empty: not sure.
    signal answered(words: string)
    signal linkFollowed(link: string)

    readonly property bool open: root.actState === BlockListModel.Open

    spacing: Theme.space2
    Accessible.role: Accessible.Grouping
    Accessible.name: root.plain

    ActTask {
        width: root.width
        open: root.open
        html: root.html
        hint: ""
        iconName: "pencil"
        openText: qsTr("In your own words")
        doneText: qsTr("Explained")
        onLinkFollowed: link => root.linkFollowed(link)
    }

    T.TextArea {
        id: field

        visible: root.open
        width: root.width
        implicitHeight: Math.max(Theme.scaled(84), contentHeight + topPadding + bottomPadding)
        padding: Theme.space2
        leftPadding: Theme.space3
        rightPadding: Theme.space3
        text: root.words
        wrapMode: TextEdit.Wrap
        color: Theme.text
        selectionColor: Theme.accentLine
        selectedTextColor: Theme.selectedText
        font.family: Theme.sans
        font.pixelSize: Theme.bodySize
        // Tab goes on to the button; Ctrl+Enter presses it.
        KeyNavigation.priority: KeyNavigation.BeforeItem
        KeyNavigation.tab: done
        Keys.onPressed: event => {
            if (event.modifiers === Qt.ControlModifier && (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)) {
                root.answered(field.text)
                event.accepted = true
            }
        }
        Accessible.name: root.plain
        Accessible.role: Accessible.EditableText

        background: Rectangle {
            radius: Theme.radiusButton
            color: Theme.inset
            border.width: field.activeFocus ? Theme.focusWidth : Theme.border
            border.color: field.activeFocus ? Theme.accent : Theme.lineStrong

            Label {
                x: Theme.space3
                y: Theme.space2
                width: parent.width - 2 * Theme.space3
                visible: field.text === "" && !field.activeFocus
                text: qsTr("A sentence or two, for yourself. It stays on this machine.")
                color: Theme.text3
                wrapMode: Text.Wrap
            }
        }
    }

    Flow {
        width: root.width
        visible: root.open
        spacing: Theme.space2

        PushButton {
            id: done

            kind: PushButton.Primary
            enabled: field.text.trim() !== ""
            text: qsTr("Hold it against a good answer")
            onClicked: root.answered(field.text)
        }

        PushButton {
            kind: PushButton.Plain
            iconName: "help"
            text: qsTr("Not sure")
            tip: qsTr("Show the points of a good answer")
            onClicked: root.answered("")
        }
    }

    Column {
        width: root.width
        visible: !root.open && root.words !== ""
        spacing: Theme.space1

        Label {
            text: qsTr("You wrote")
            color: Theme.text3
            font.pixelSize: Theme.smallSize
        }

        RowLayout {
            width: parent.width
            spacing: Theme.space2

            Rectangle {
                Layout.fillHeight: true
                implicitWidth: 2
                color: Theme.accentLine
            }

            Label {
                Layout.fillWidth: true
                text: root.words
                textFormat: Text.PlainText
                color: Theme.text
                wrapMode: Text.Wrap
            }
        }
    }

    Label {
        visible: !root.open
        text: root.words === "" ? qsTr("You were not sure. A good answer has:") : qsTr("A good answer has:")
        color: Theme.text3
        font.pixelSize: Theme.smallSize
    }

    Repeater {
        model: root.points.length

        RowLayout {
            id: point

            required property int index

            width: root.width
            spacing: Theme.space2

            Icon {
                Layout.alignment: Qt.AlignTop
                name: "check"
                ink: Theme.safe
            }

            Prose {
                Layout.fillWidth: true
                html: root.points[point.index] ?? ""
                ink: Theme.text
                size: Theme.bodySize
                bottomPadding: -Theme.space1 / 4
            }
        }
    }
}
