pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench
import Bindlab.ViewModels

/// The sheet of one machine: what it is, its chart and states, every row of its table, what it refuses, what carries it.
FocusScope {
    id: root

    required property ReferenceSheet sheet
    /// Nothing was found.
    property bool empty: false

    signal exportRequested(by: Item)

    function openExport() {
        root.exportRequested(exporting)
    }

    function scrollBy(step: real) {
        scroll.contentY = Math.max(0, Math.min(scroll.contentHeight - scroll.height, scroll.contentY + step))
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Sheet of %1").arg(root.sheet.title)

    component Heading: Label {
        topPadding: Theme.space3
        color: Theme.text
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.window
    }

    Connections {
        target: root.sheet
        function onChanged() {
            scroll.contentY = 0
            chart.showStart()
        }
    }

    ScrollArea {
        id: scroll

        anchors.fill: parent
        visible: !root.empty
        focus: true
        activeFocusOnTab: true
        contentHeight: column.implicitHeight + Theme.space3 + Theme.space6
        Accessible.name: root.Accessible.name
        Accessible.role: Accessible.Pane
        Keys.onUpPressed: root.scrollBy(-Theme.rowHeight)
        Keys.onDownPressed: root.scrollBy(Theme.rowHeight)
        Keys.onPressed: event => {
            const page = event.key === Qt.Key_PageDown || event.key === Qt.Key_Space ? 1 : event.key === Qt.Key_PageUp ? -1 : 0
            const end = event.key === Qt.Key_End ? 1 : event.key === Qt.Key_Home ? -1 : 0
            root.scrollBy(page * (scroll.height - Theme.rowHeight) + end * scroll.contentHeight)
            event.accepted = page !== 0 || end !== 0
        }

        ColumnLayout {
            id: column

            x: Theme.space5
            y: Theme.space3
            width: scroll.width - 2 * x
            spacing: Theme.space2

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space2

                Label {
                    Layout.fillWidth: true
                    Layout.maximumWidth: Math.ceil(implicitWidth) + 1
                    text: root.sheet.title
                    color: Theme.text
                    font.pixelSize: Theme.lessonTitleSize
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }

                CodeText {
                    Layout.fillWidth: true
                    text: root.sheet.name
                    color: Theme.text3
                }

                IconButton {
                    id: exporting

                    iconName: "copy"
                    text: qsTr("Export the sheet")
                    onClicked: root.exportRequested(exporting)
                }
            }

            Label {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.sheet.about
                wrapMode: Text.Wrap
                lineHeight: 1.2
            }

            Label {
                Layout.fillWidth: true
                text: qsTr("Table from %1").arg(root.sheet.source)
                color: Theme.text3
                font.pixelSize: Theme.smallSize
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                visible: root.sheet.carriers !== ""
                text: qsTr("Carried by %1").arg(root.sheet.carriers)
                color: Theme.text3
                font.pixelSize: Theme.smallSize
                wrapMode: Text.Wrap
            }

            Rectangle {
                id: card

                Layout.fillWidth: true
                Layout.topMargin: Theme.space2
                implicitHeight: chart.implicitHeight + 2 * Theme.space4
                radius: Theme.radiusCard
                color: Theme.pane
                border.width: Theme.border
                border.color: Theme.line

                MachineChart {
                    id: chart

                    x: Theme.space3
                    y: Theme.space4
                    width: parent.width - 2 * x
                    height: implicitHeight
                    sheet: root.sheet
                    shownFrom: scroll.contentY - column.y - card.y - y
                    shownTo: shownFrom + scroll.height
                }

                IconButton {
                    anchors.right: parent.right
                    anchors.top: parent.top
                    anchors.margins: Theme.space2
                    visible: chart.tooWide
                    iconName: chart.fitted ? "plus" : "fit"
                    text: chart.fitted ? qsTr("Read the chart larger") : qsTr("See the whole chart")
                    onClicked: chart.turned = !chart.turned
                }
            }

            Heading { text: qsTr("States") }

            LayoutRepeater {
                model: root.sheet.states

                delegate: RowLayout {
                    id: state

                    required property string name
                    required property string meaning

                    Layout.fillWidth: true
                    spacing: Theme.space3
                    Accessible.role: Accessible.StaticText
                    Accessible.name: qsTr("%1. %2").arg(state.name).arg(state.meaning)

                    CodeText {
                        Layout.alignment: Qt.AlignTop
                        Layout.preferredWidth: Math.round(column.width * 0.3)
                        text: state.name
                        wrapMode: Text.Wrap
                    }

                    Label {
                        Layout.fillWidth: true
                        text: state.meaning
                        font.pixelSize: Theme.smallSize
                        wrapMode: Text.Wrap
                        Accessible.ignored: true
                    }
                }
            }

            Heading { text: qsTr("Transitions") }

            TransitionTable {
                Layout.fillWidth: true
                model: root.sheet.transitions
            }

            Heading {
                visible: refusals.implicitHeight > 0
                text: qsTr("Refusals")
            }

            RefusalTable {
                id: refusals

                Layout.fillWidth: true
                model: root.sheet.refusals
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        visible: scroll.activeFocus
        color: "transparent"
        border.width: Theme.focusWidth
        border.color: Theme.accent
    }
}
