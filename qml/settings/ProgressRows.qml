import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// What the learner has done: to a file, from a file, or forgotten; each of the last two can be taken back.
ColumnLayout {
    id: root

    required property AppViewModel app

    readonly property LessonShelf shelf: root.app.shelf
    readonly property Item field: path
    property string said: ""
    property bool failed: false

    function tell(problem: string, done: string) {
        root.failed = problem !== ""
        root.said = root.failed ? problem : done
    }

    Layout.fillWidth: true
    spacing: Theme.space3

    Label {
        Layout.fillWidth: true
        text: qsTr("%1 of %2 steps of the lessons, %3 of %4 challenges. It is kept in one file of this machine and goes nowhere.")
            .arg(root.shelf.lessons.pagesDone).arg(root.shelf.lessons.pages).arg(root.shelf.challenges.pagesDone).arg(root.shelf.challenges.pages)
        wrapMode: Text.Wrap
    }

    EntryField {
        id: path

        Layout.fillWidth: true
        code: true
        placeholder: qsTr("File to write or to read")
        text: root.app.exportFolder() + "/bindlab-progress.json"
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space2

        PushButton {
            text: qsTr("Export")
            tip: qsTr("Write it to this file")
            onClicked: root.tell(root.shelf.exportProgress(path.text), qsTr("Saved to %1").arg(path.text))
        }

        PushButton {
            text: qsTr("Import")
            tip: qsTr("Take what this file has in place of it")
            onClicked: root.tell(root.shelf.importProgress(path.text), qsTr("Read from %1").arg(path.text))
        }

        PushButton {
            text: qsTr("Reset")
            tip: qsTr("Forget all answers")
            onClicked: root.tell(root.shelf.resetProgress(), qsTr("All is open again. Undo brings it back."))
        }

        PushButton {
            kind: PushButton.Plain
            iconName: "undo"
            text: qsTr("Undo")
            tip: qsTr("Take the last import or reset back")
            enabled: root.shelf.canUndo
            onClicked: root.tell(root.shelf.undo(), qsTr("As it was before"))
        }
    }

    Label {
        Layout.fillWidth: true
        visible: root.said !== ""
        text: root.said
        color: root.failed ? Theme.fails : Theme.safe
        font.pixelSize: Theme.smallSize
        wrapMode: Text.WrapAnywhere
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
}
