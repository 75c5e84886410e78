pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// What a screen shows, for a mail or a document: text and JSON to the clipboard or a file, pictures to a file.
Popover {
    id: root

    required property AppViewModel app
    /// What a PNG shows.
    required property Item picture
    /// Of the file, without its ending.
    required property string fileName
    /// Whoever hears contentRequested() puts it here.
    property string content: ""

    signal contentRequested(format: string)

    property string said: ""
    property bool failed: false
    property string format: "text"
    readonly property bool written: root.format === "text" || root.format === "json"
    readonly property string ending: root.format === "text" ? "txt" : root.format

    function openAt(by: Item) {
        root.parent = by
        root.x = by.width - root.width
        root.y = by.height + Theme.space1
        root.said = ""
        root.open()
    }

    function current(): string {
        root.contentRequested(root.format)
        return root.content
    }

    function copy() {
        clipboard.text = root.current()
        clipboard.selectAll()
        clipboard.copy()
        clipboard.clear()
        root.failed = false
        root.said = qsTr("Copied")
    }

    function tell(problem: string) {
        root.failed = problem !== ""
        root.said = root.failed ? problem : qsTr("Saved to %1").arg(path.text)
    }

    function save() {
        const target = path.text
        if (root.format !== "png")
            root.tell(root.app.saveFile(target, root.current()))
        else if (!root.picture.grabToImage(result => root.tell(result.saveToFile(target) ? "" : qsTr("%1 cannot be written").arg(target))))
            root.tell(qsTr("The picture could not be taken"))
    }

    width: Math.min(Theme.scaled(420), Theme.textScale > 1.5 ? Theme.scaled(340) : Theme.scaled(420))

    // Copies without a clipboard of its own: the text of a hidden editor is.
    TextEdit {
        id: clipboard

        visible: false
    }

    contentHeight: column.implicitHeight

    ColumnLayout {
        id: column

        width: root.availableWidth
        spacing: Theme.space3

        RowLayout {
            spacing: Theme.space1

            Repeater {
                model: ["text", "json", "svg", "png"]

                delegate: ChoiceButton {
                    id: kind

                    required property string modelData

                    text: kind.modelData === "text" ? qsTr("Text") : kind.modelData.toUpperCase()
                    checked: root.format === kind.modelData
                    onClicked: {
                        root.format = kind.modelData
                        root.said = ""
                    }
                }
            }
        }

        Label {
            Layout.fillWidth: true
            text: root.format === "text" ? qsTr("78 columns, fit for a reply on a mailing list.")
                : root.format === "json" ? qsTr("As the command prints it with --json.")
                : root.format === "svg" ? qsTr("A drawing whose text stays text.") : qsTr("The screen as it is.")
            color: Theme.text3
            font.pixelSize: Theme.smallSize
            wrapMode: Text.Wrap
        }

        T.TextField {
            id: path

            Layout.fillWidth: true
            implicitHeight: Theme.rowHeightLarge
            leftPadding: Theme.space2
            rightPadding: Theme.space2
            verticalAlignment: TextInput.AlignVCenter
            color: Theme.text
            selectionColor: Theme.accentLine
            selectedTextColor: Theme.text
            selectByMouse: true
            font.family: Theme.mono
            font.pixelSize: Theme.smallSize
            text: root.app.exportFolder() + "/" + root.fileName + "." + root.ending
            Accessible.name: qsTr("File to write")
            onAccepted: root.save()

            background: Rectangle {
                radius: Theme.radiusButton
                color: Theme.inset
                border.width: path.activeFocus ? Theme.focusWidth : Theme.border
                border.color: path.activeFocus ? Theme.accent : Theme.lineStrong
            }
        }

        RowLayout {
            spacing: Theme.space2

            PushButton {
                text: qsTr("Copy")
                iconName: "copy"
                enabled: root.written
                onClicked: root.copy()
            }

            PushButton {
                text: qsTr("Save")
                onClicked: root.save()
            }

            Label {
                Layout.fillWidth: true
                text: root.said
                color: root.failed ? Theme.fails : Theme.safe
                font.pixelSize: Theme.smallSize
                wrapMode: Text.WrapAnywhere
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }
    }
}
