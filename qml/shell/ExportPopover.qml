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

    /// Of those this pane knows, which are offered.
    property var formats: ["text", "json", "svg", "png"]   // a list<string> gives a Repeater nothing in Qt 6.4
    property string jsonHint: qsTr("As the command prints it with --json.")
    property string svgHint: qsTr("A drawing whose text stays text.")
    property string pngHint: qsTr("The screen as it is.")

    property string said: ""
    property bool failed: false
    property string format: "text"
    readonly property bool written: root.format !== "svg" && root.format !== "lanes" && root.format !== "png"
    readonly property string ending: root.format === "text" ? "txt" : root.format === "mermaid" ? "mmd" : root.format === "plantuml" ? "puml"
        : root.format === "lanes" ? "lanes.svg" : root.format === "patches" ? "patch" : root.format

    function titleOf(format: string): string {
        return format === "text" ? qsTr("Text") : format === "mermaid" ? qsTr("Mermaid") : format === "plantuml" ? qsTr("PlantUML")
            : format === "lanes" ? qsTr("Lanes") : format === "patches" ? qsTr("Patch series") : format === "flow" ? qsTr("Flow file") : format.toUpperCase()
    }

    function hintOf(format: string): string {
        switch (format) {
        case "text": return qsTr("78 columns, fit for a reply on a mailing list.")
        case "json": return root.jsonHint
        case "svg": return root.svgHint
        case "png": return root.pngHint
        case "patches": return qsTr("The design as a series of patches, each with its source and its diff.")
        case "flow": return qsTr("The text as it is, for bindlab check and for others.")
        case "lanes": return qsTr("An SVG: a lane for each thread, steps from top to bottom.")
        default: return qsTr("A diagram as text, for a page that draws it.")
        }
    }

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

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space1

            Repeater {
                model: root.formats

                delegate: ChoiceButton {
                    id: kind

                    required property string modelData

                    text: root.titleOf(kind.modelData)
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
            text: root.hintOf(root.format)
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
            selectedTextColor: Theme.selectedText
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
