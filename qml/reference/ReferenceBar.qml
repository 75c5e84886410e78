pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The search over all columns, and where there is little room, which of them is shown.
FocusScope {
    id: root

    required property ReferenceViewModel reference
    /// One column at a time.
    required property bool tabs
    /// The key that puts the keyboard here.
    property string keys: ""

    /// Puts the keyboard into the search.
    function find() {
        field.forceActiveFocus(Qt.ShortcutFocusReason)
        field.selectAll()
    }

    implicitHeight: Math.max(Theme.toolbarHeightLarge, flow.implicitHeight + 2 * Theme.space2)
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Reference")

    component PartTab: ChoiceButton {
        required property int part

        height: Theme.rowHeightLarge
        checked: root.reference.part === part
        onClicked: root.reference.part = part
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.pane

        Divider {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }

    Flow {
        id: flow

        x: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - 2 * Theme.space4
        spacing: Theme.space2

        EntryField {
            id: field

            width: Math.min(Theme.scaled(300), flow.width)
            placeholder: root.keys === "" ? qsTr("Search everything here") : qsTr("Search everything here (%1)").arg(root.keys)
            text: root.reference.query
            onTextEdited: root.reference.query = text
            Keys.onEscapePressed: event => {
                event.accepted = root.reference.query !== ""
                root.reference.query = ""
            }
            Accessible.name: qsTr("Search the reference")
            Accessible.description: root.reference.foundText
        }

        Row {
            visible: root.tabs
            height: field.height
            spacing: Theme.space1
            Accessible.role: Accessible.PageTabList
            Accessible.name: qsTr("What is shown")

            PartTab { part: ReferenceViewModel.Part.Terms; text: qsTr("Terms") }
            PartTab { part: ReferenceViewModel.Part.Sheets; text: qsTr("Components") }
            PartTab { part: ReferenceViewModel.Part.Sources; text: qsTr("Mails") }
            PartTab { part: ReferenceViewModel.Part.Keys; text: qsTr("Keys") }
        }

        Label {
            height: field.height
            verticalAlignment: Text.AlignVCenter
            text: root.reference.foundText
            color: Theme.text3
            font.pixelSize: Theme.smallSize
            elide: Text.ElideNone
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }
}
