pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab

/// One state: who goes on how, what is held, what has become of the objects, and where each step leads.
FocusScope {
    id: root

    required property StatesViewModel states

    Accessible.role: Accessible.Pane
    Accessible.name: root.states.title

    component Heading: Label {
        topPadding: Theme.space3
        color: Theme.text
        font.weight: Font.DemiBold
        font.pixelSize: Theme.smallSize
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.pane

        // Nothing below is reached through it.
        MouseArea { anchors.fill: parent }
    }

    DetailsHead {
        id: head

        width: parent.width
        height: implicitHeight
        states: root.states
    }

    ScrollArea {
        id: scroll

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: column.height + Theme.space4

        ColumnLayout {
            id: column

            x: Theme.space4
            width: scroll.width - 2 * Theme.space4
            spacing: 0

            Label {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space3
                visible: root.states.groupNote !== ""
                text: root.states.groupNote
                color: Theme.accent
                font.pixelSize: Theme.smallSize
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space3
                visible: root.states.broken !== ""
                text: root.states.broken
                color: Theme.fails
                font.pixelSize: Theme.smallSize
                wrapMode: Text.Wrap
            }

            Heading { text: qsTr("Threads") }

            LayoutRepeater {
                model: root.states.threads

                delegate: ThreadRow {}
            }

            Heading {
                visible: lockRows.count > 0
                text: qsTr("Locks")
            }

            LayoutRepeater {
                id: lockRows

                model: root.states.locks

                delegate: LockRow { room: column.width }
            }

            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space2
                visible: nextRows.count > 0

                Heading { text: qsTr("Next steps") }

                Label {
                    Layout.fillWidth: true
                    topPadding: Theme.space3
                    horizontalAlignment: Text.AlignRight
                    text: root.states.nextText
                    color: Theme.text3
                    font.pixelSize: Theme.smallSize
                }
            }

            LayoutRepeater {
                id: nextRows

                model: root.states.next

                delegate: NextStepCard {
                    id: card

                    onClicked: root.states.select(card.node)
                }
            }

            Label {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space3
                text: root.states.sentence
                color: Theme.text2
                font.pixelSize: Theme.smallSize
                wrapMode: Text.Wrap
                lineHeight: 1.2
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }

            Heading {
                visible: valueRows.count > 0
                text: qsTr("Objects")
            }

            LayoutRepeater {
                id: valueRows

                model: root.states.values

                delegate: ValueRow { room: column.width }
            }
        }
    }
}
