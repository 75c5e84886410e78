pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The machines that have a sheet, by component.
FocusScope {
    id: root

    required property ReferenceViewModel reference

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Machines")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }

    ColumnHead {
        id: head

        width: parent.width
        title: qsTr("Components")
        count: list.count
    }

    OpeningList {
        id: list

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        model: root.reference.sheets
        chosen: root.reference.sheetRow
        empty: qsTr("No machine has these words.")
        onRowChosen: row => root.reference.chooseSheet(row)
        Accessible.name: qsTr("Machines")

        section.property: "component"

        delegate: OpeningRow {
            id: row

            required property string name
            required property string title

            listFocused: list.activeFocus
            onChosen: root.reference.chooseSheet(row.index)
            Accessible.name: qsTr("%1, %2").arg(row.name).arg(row.title)

            head: Column {
                width: parent.width
                spacing: 2

                Text {
                    width: parent.width
                    text: row.name
                    color: Theme.text
                    font.family: Theme.mono
                    font.pixelSize: Theme.smallSize
                    font.weight: row.open ? Font.DemiBold : Font.Normal
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }

                Label {
                    width: parent.width
                    text: row.title
                    color: Theme.text3
                    font.pixelSize: Theme.smallSize
                    Accessible.ignored: true
                }
            }
        }
    }
}
