pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components

/// The mail behind a page. Opens to author, date and subject.
T.AbstractButton {
    id: root

    required property string label
    required property list<string> titles
    required property list<string> details

    function open() {
        notes.open()
    }

    visible: root.label !== ""
    implicitHeight: Math.max(Theme.target, implicitContentHeight)
    text: root.label
    focusPolicy: Qt.StrongFocus
    onClicked: notes.open()
    Accessible.name: qsTr("Based on %1").arg(root.label)
    Accessible.description: qsTr("Shows author, date and subject")

    contentItem: RowLayout {
        spacing: Theme.space2

        Icon {
            name: "mail"
            ink: Theme.text3
        }

        Label {
            text: qsTr("Based on")
            color: Theme.text3
            font.pixelSize: Theme.smallSize
        }

        Label {
            Layout.fillWidth: true
            Layout.leftMargin: -Theme.space1
            text: root.label
            color: Theme.accent
            font.pixelSize: Theme.smallSize
            font.underline: root.hovered
        }
    }

    background: Item {
        FocusRing { shown: root.visualFocus }
    }

    Popover {
        id: notes

        y: -height - Theme.space2
        width: Math.max(Theme.scaled(284), root.width)

        // Not a layout: one of Qt 6.4 that has never been shown keeps what its Repeater has taken away, and falls over it. It is made
        // with the popover; nothing would be gained by making it later.
        contentItem: Column { // qmllint disable deferred-property-id
            id: list

            spacing: Theme.space3

            Repeater {
                model: root.titles

                Column {
                    id: note

                    required property int index
                    required property string modelData

                    width: list.width
                    spacing: 2

                    Label {
                        width: parent.width
                        text: note.modelData
                        color: Theme.text
                        wrapMode: Text.Wrap
                    }

                    Label {
                        width: parent.width
                        text: root.details[note.index] ?? ""
                        color: Theme.text3
                        font.pixelSize: Theme.smallSize
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
    }
}
