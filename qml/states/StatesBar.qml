pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench

/// Whose states are shown, and the search in them.
FocusScope {
    id: root

    required property StatesViewModel states
    required property AppViewModel app
    property bool asTable: false

    signal tableToggled(asTable: bool)
    signal exportRequested(by: Item)

    function openExport() {
        root.exportRequested(exporting)
    }

    readonly property real roomX: root.width / Theme.textScale
    readonly property real limit: root.roomX > 1300 ? Theme.scaled(210) : Theme.scaled(96)

    /// Puts the keyboard into the search.
    function find() {
        search.forceActiveFocus(Qt.ShortcutFocusReason)
        search.selectAll()
    }

    implicitHeight: flow.implicitHeight + 2 * Theme.space2
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Whose states are shown")

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
        y: Theme.space2
        width: parent.width - 2 * Theme.space4
        spacing: Theme.space2

        Picker {
            visible: root.states.design !== ""
            caption: root.states.design
            textLimit: root.limit
            model: root.states.designs
            textRole: "title"
            valueRole: "key"
            displayText: root.states.designTitle
            currentIndex: { root.states.design; return indexOfValue(root.states.design) }
            onActivated: root.states.design = currentValue
            Accessible.name: qsTr("Design: %1, %2").arg(root.states.design).arg(root.states.designTitle)
        }

        Picker {
            caption: root.states.scenario
            textLimit: root.limit
            model: root.states.scenarios
            textRole: "title"
            valueRole: "key"
            displayText: root.states.scenarioTitle
            currentIndex: { root.states.scenario; return indexOfValue(root.states.scenario) }
            onActivated: root.states.scenario = currentValue
            Accessible.name: qsTr("Scenario: %1, %2").arg(root.states.scenario).arg(root.states.scenarioTitle)
        }

        Picker {
            visible: root.states.platformTitle !== ""
            caption: ""
            textLimit: Theme.scaled(96)
            model: root.states.platforms
            textRole: "title"
            valueRole: "key"
            displayText: root.states.platformTitle
            currentIndex: { root.states.platform; return indexOfValue(root.states.platform) }
            onActivated: root.states.platform = currentValue
            Accessible.name: qsTr("Platform: %1").arg(displayText)
        }

        T.TextField {
            id: search

            width: Theme.scaled(root.roomX > 1200 ? 240 : root.roomX > 900 ? 190 : 150)
            height: Math.max(Theme.target, Theme.rowHeight)
            leftPadding: Theme.space2 + Theme.iconSize + Theme.space1
            rightPadding: found.visible ? found.width + Theme.space3 : Theme.space2
            verticalAlignment: TextInput.AlignVCenter
            color: Theme.text
            selectionColor: Theme.accentLine
            selectedTextColor: Theme.selectedText
            placeholderText: qsTr("Step, lock, object")
            placeholderTextColor: Theme.text3
            selectByMouse: true
            font.family: Theme.sans
            font.pixelSize: Theme.smallSize
            Accessible.role: Accessible.EditableText
            Accessible.name: qsTr("Search the states")
            Accessible.description: root.states.foundText
            onTextEdited: root.states.query = text
            Keys.onReturnPressed: event => root.states.nextFound(event.modifiers & Qt.ShiftModifier ? -1 : 1)
            Keys.onEnterPressed: event => root.states.nextFound(event.modifiers & Qt.ShiftModifier ? -1 : 1)
            Keys.onEscapePressed: event => {
                event.accepted = search.text !== ""
                search.clear()
                root.states.query = ""
            }

            background: Rectangle {
                radius: Theme.radiusButton
                color: Theme.inset
                border.width: search.activeFocus ? Theme.focusWidth : Theme.border
                border.color: search.activeFocus ? Theme.accent : Theme.lineStrong

                Icon {
                    x: Theme.space2
                    anchors.verticalCenter: parent.verticalCenter
                    name: "search"
                    ink: Theme.text3
                }

                // The field of this version of Qt draws none itself.
                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    x: search.leftPadding
                    width: parent.width - x - Theme.space2
                    visible: search.text === "" && !search.preeditText
                    text: search.placeholderText
                    color: Theme.text3
                    font.pixelSize: Theme.smallSize
                }
            }

            Label {
                id: found

                anchors.right: parent.right
                anchors.rightMargin: Theme.space2
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== ""
                text: root.states.foundText
                color: Theme.text3
                font.pixelSize: Theme.captionSize
                elide: Text.ElideNone
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }

        CheckRow {
            text: qsTr("Table")
            checked: root.asTable
            onToggled: root.tableToggled(checked)
        }

        IconButton {
            id: exporting

            iconName: "copy"
            text: qsTr("Export")
            onClicked: root.exportRequested(exporting)
        }
    }
}
