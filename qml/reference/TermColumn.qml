pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The glossary: each word of the field, what it means, where it lives, and which pages use it.
FocusScope {
    id: root

    required property ReferenceViewModel reference

    signal followed(target: string)

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Terms")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }

    ColumnHead {
        id: head

        width: parent.width
        title: qsTr("Terms")
        count: list.count
    }

    OpeningList {
        id: list

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        model: root.reference.terms
        chosen: root.reference.termRow
        empty: qsTr("No term has these words.")
        onRowChosen: row => root.reference.chooseTerm(row)
        onEntered: root.followed(root.reference.firstUse())
        Accessible.name: qsTr("Terms")

        delegate: OpeningRow {
            id: row

            required property string name
            required property string otherNames
            required property string place
            required property string html
            required property string spoken

            listFocused: list.activeFocus
            onChosen: root.reference.chooseTerm(row.index)
            Accessible.name: row.spoken

            head: RowLayout {
                width: parent.width
                spacing: Theme.space2

                Label {
                    text: row.name
                    color: Theme.text
                    font.weight: row.open ? Font.DemiBold : Font.Normal
                    font.preferShaping: false   // "->" stays two characters
                    elide: Text.ElideNone
                    Accessible.ignored: true
                }

                Label {
                    Layout.fillWidth: true
                    visible: !row.open
                    horizontalAlignment: Text.AlignRight
                    text: row.place
                    color: Theme.text3
                    font.pixelSize: Theme.smallSize
                    Accessible.ignored: true
                }
            }

            details: Repeater {
                model: row.open ? 1 : 0

                Column {
                    width: row.width - 2 * Theme.space4
                    spacing: Theme.space2

                    Label {
                        width: parent.width
                        text: row.otherNames === "" ? row.place : qsTr("%1 · also %2").arg(row.place).arg(row.otherNames)
                        color: Theme.text3
                        font.pixelSize: Theme.smallSize
                        wrapMode: Text.Wrap
                    }

                    Prose {
                        width: parent.width
                        html: row.html
                        size: Theme.bodySize
                        onLinkFollowed: link => root.followed(link)
                    }

                    Label {
                        width: parent.width
                        visible: uses.implicitHeight > 0
                        text: qsTr("Used in")
                        color: Theme.text3
                        font.pixelSize: Theme.smallSize
                    }

                    LinkFlow {
                        id: uses

                        width: parent.width
                        model: root.reference.termUses
                        onFollowed: target => root.followed(target)
                    }
                }
            }
        }
    }
}
