pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The mails, trees and documents behind lessons, designs and flows, and who cites each.
FocusScope {
    id: root

    required property ReferenceViewModel reference

    signal followed(target: string)

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Mails and documents")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }

    ColumnHead {
        id: head

        width: parent.width
        title: qsTr("Mails and documents")
        count: list.count
    }

    OpeningList {
        id: list

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        model: root.reference.sources
        chosen: root.reference.sourceRow
        empty: qsTr("No mail or document has these words.")
        onRowChosen: row => root.reference.chooseSource(row)
        onEntered: root.followed(root.reference.firstCitation())
        Accessible.name: qsTr("Mails and documents")

        section.property: "group"

        delegate: OpeningRow {
            id: row

            required property string title
            required property string author
            required property string date
            required property string spoken

            listFocused: list.activeFocus
            onChosen: root.reference.chooseSource(row.index)
            Accessible.name: row.spoken

            head: Column {
                width: parent.width
                spacing: 2

                Label {
                    width: parent.width
                    text: row.title
                    color: Theme.text
                    font.weight: row.open ? Font.DemiBold : Font.Normal
                    wrapMode: Text.Wrap
                    maximumLineCount: row.open ? 10 : 2
                    Accessible.ignored: true
                }

                Label {
                    width: parent.width
                    visible: text !== ""
                    text: row.author === "" ? row.date : row.date === "" ? row.author : qsTr("%1 · %2").arg(row.author).arg(row.date)
                    color: Theme.text3
                    font.pixelSize: Theme.smallSize
                    wrapMode: row.open ? Text.Wrap : Text.NoWrap
                    Accessible.ignored: true
                }
            }

            details: Repeater {
                model: row.open ? 1 : 0

                LinkFlow {
                    width: row.width - 2 * Theme.space4
                    model: root.reference.citations
                    onFollowed: target => root.followed(target)
                }
            }
        }
    }
}
