pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench

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

    Item {
        id: head

        width: parent.width
        height: Math.max(Theme.toolbarHeightLarge, chips.implicitHeight + 2 * Theme.space3)

        Flow {
            id: chips

            x: Theme.space4
            y: Theme.space3
            width: parent.width - 2 * Theme.space4 - copy.width
            spacing: Theme.space2

            Label {
                height: Theme.rowHeight
                verticalAlignment: Text.AlignVCenter
                text: root.states.title
                color: Theme.text
                font.pixelSize: Theme.paneTitleSize
                font.weight: Font.DemiBold
                elide: Text.ElideNone
            }

            Repeater {
                model: root.states.chips

                delegate: Item {
                    id: chip

                    required property string text
                    required property int mood

                    width: Math.min(chipText.implicitWidth + 2 * Theme.space2, chips.width)
                    height: Theme.rowHeight
                    Accessible.role: Accessible.StaticText
                    Accessible.name: chip.text

                    Rectangle {
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width
                        height: chipText.implicitHeight + Theme.space1
                        radius: Theme.radiusChip
                        color: chip.mood === 2 ? Theme.failsFill : chip.mood === 1 ? Theme.safeFill : Theme.raised
                        border.width: Theme.border
                        border.color: chip.mood === 2 ? Theme.failsLine : chip.mood === 1 ? Theme.safeLine : Theme.lineStrong

                        Label {
                            id: chipText

                            x: Theme.space2
                            width: parent.width - 2 * x
                            anchors.verticalCenter: parent.verticalCenter
                            text: chip.text
                            color: chip.mood === 2 ? Theme.fails : chip.mood === 1 ? Theme.safe : Theme.text2
                            font.pixelSize: Theme.smallSize
                        }
                    }
                }
            }
        }

        IconButton {
            id: copy

            anchors.right: parent.right
            anchors.rightMargin: Theme.space3
            y: Theme.space3
            iconName: "copy"
            text: qsTr("Copy the state as text")
            enabled: root.states.explored
            onClicked: root.states.copyState()
        }

        Divider {
            anchors.bottom: parent.bottom
            width: parent.width
        }
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

                delegate: Item {
                    id: threadRow

                    required property int index
                    required property int thread
                    required property string step
                    required property string status
                    required property bool ready
                    required property bool blocked
                    required property string spoken

                    Layout.fillWidth: true
                    implicitHeight: Math.max(Theme.rowHeightLarge, threadLine.implicitHeight + Theme.space2)
                    Accessible.role: Accessible.StaticText
                    Accessible.name: threadRow.spoken

                    RowLayout {
                        id: threadLine

                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width
                        spacing: Theme.space2

                        ThreadGlyph { thread: threadRow.thread }

                        CodeText {
                            objectName: "cell"
                            Layout.fillWidth: true
                            text: threadRow.step
                            color: threadRow.ready || threadRow.blocked ? Theme.text : Theme.text3
                            font.pixelSize: Theme.smallSize
                            elide: Text.ElideRight
                        }

                        Icon {
                            visible: threadRow.blocked
                            name: "lock"
                            ink: Theme.text3
                            size: Theme.scaled(13)
                        }

                        Label {
                            Layout.maximumWidth: threadRow.width * 0.5
                            text: threadRow.status
                            color: threadRow.ready ? Theme.threadInk(threadRow.thread) : Theme.text3
                            font.pixelSize: Theme.smallSize
                        }
                    }

                    Divider {
                        anchors.bottom: parent.bottom
                        width: parent.width
                    }
                }
            }

            Heading {
                visible: lockRows.count > 0
                text: qsTr("Locks")
            }

            LayoutRepeater {
                id: lockRows

                model: root.states.locks

                delegate: RowLayout {
                    id: lockRow

                    required property string name
                    required property int holder
                    required property string held
                    required property string waiting

                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.scaled(26)
                    spacing: Theme.space2
                    Accessible.role: Accessible.StaticText
                    Accessible.name: qsTr("%1: %2 %3").arg(lockRow.name).arg(lockRow.held).arg(lockRow.waiting)

                    CodeText {
                        Layout.preferredWidth: column.width * 0.45
                        Layout.maximumWidth: column.width * 0.45
                        text: lockRow.name
                        color: Theme.text2
                        font.pixelSize: Theme.smallSize
                        elide: Text.ElideRight
                    }

                    Icon {
                        name: lockRow.holder >= 0 ? "lock" : "unlock"
                        ink: lockRow.holder >= 0 ? Theme.threadInk(lockRow.holder) : Theme.text3
                        size: Theme.scaled(13)
                    }

                    Label {
                        text: lockRow.held
                        color: lockRow.holder >= 0 ? Theme.threadInk(lockRow.holder) : Theme.text3
                        font.pixelSize: Theme.smallSize
                    }

                    Label {
                        Layout.fillWidth: true
                        horizontalAlignment: Text.AlignRight
                        text: lockRow.waiting
                        color: Theme.text3
                        font.pixelSize: Theme.smallSize
                    }
                }
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

                delegate: T.AbstractButton {
                    id: card

                    required property int thread
                    required property string label
                    required property string target
                    required property int node
                    required property int failing
                    required property int safe
                    required property string ends
                    required property string spoken

                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space2
                    implicitHeight: implicitContentHeight + topPadding + bottomPadding
                    padding: Theme.space3
                    topPadding: Theme.space2
                    bottomPadding: Theme.space2
                    hoverEnabled: true
                    focusPolicy: Qt.StrongFocus
                    text: card.label
                    Accessible.name: card.spoken
                    onClicked: root.states.select(card.node)

                    contentItem: ColumnLayout {
                        spacing: Theme.space2 - 2

                        RowLayout {
                            spacing: Theme.space2

                            ThreadGlyph { thread: card.thread }

                            CodeText {
                                Layout.fillWidth: true
                                text: card.label
                                color: Theme.text
                                font.pixelSize: Theme.smallSize
                                elide: Text.ElideRight
                            }

                            Label {
                                text: card.target
                                color: Theme.text3
                                font.pixelSize: Theme.smallSize
                                elide: Text.ElideNone
                            }

                            Icon {
                                name: "chevronRight"
                                ink: Theme.text3
                                size: Theme.scaled(13)
                            }
                        }

                        EndBars {
                            Layout.fillWidth: true
                            failing: card.failing
                            safe: card.safe
                        }

                        Label {
                            Layout.fillWidth: true
                            text: card.ends
                            color: Theme.text2
                            font.pixelSize: Theme.smallSize
                            wrapMode: Text.Wrap
                        }
                    }

                    background: Rectangle {
                        radius: Theme.radiusCard
                        color: Theme.threadFill(card.thread)
                        border.width: card.hovered ? Theme.borderCurrent : Theme.border
                        border.color: card.hovered ? Theme.threadInk(card.thread) : Theme.threadLine(card.thread)

                        FocusRing {
                            shown: card.visualFocus
                            corner: Theme.radiusCard
                        }
                    }
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

                delegate: RowLayout {
                    id: valueRow

                    required property string name
                    required property string value
                    required property bool bad

                    Layout.fillWidth: true
                    Layout.minimumHeight: Theme.scaled(24)
                    spacing: Theme.space2
                    Accessible.role: Accessible.StaticText
                    Accessible.name: qsTr("%1: %2").arg(valueRow.name).arg(valueRow.value)

                    CodeText {
                        Layout.preferredWidth: column.width * 0.5
                        Layout.fillWidth: true
                        text: valueRow.name
                        color: Theme.text2
                        font.pixelSize: Theme.smallSize
                        elide: Text.ElideRight
                    }

                    CodeText {
                        Layout.preferredWidth: column.width * 0.48
                        Layout.fillWidth: true
                        text: valueRow.value
                        color: valueRow.bad ? Theme.fails : Theme.text
                        font.pixelSize: Theme.smallSize
                        elide: Text.ElideRight
                    }
                }
            }
        }
    }
}
