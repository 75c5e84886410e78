pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// What there is: the texts, what the open one declares, the flows it reaches, its locks in order, its sources.
FocusScope {
    id: root

    required property SandboxViewModel sandbox

    signal newRequested(by: Item)

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Texts and what is in them")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }

    ScrollArea {
        anchors.fill: parent
        contentHeight: column.height + 2 * Theme.space3

        Column {
            id: column

            x: Theme.space2
            y: Theme.space2
            width: root.width - 2 * Theme.space2

            PaneHead {
                x: Theme.space2
                width: parent.width - x
                text: qsTr("Designs and models")

                IconButton {
                    visible: root.sandbox.canUndoRemove
                    iconName: "undo"
                    text: qsTr("Put the removed text back")
                    onClicked: root.sandbox.undoRemove()
                }

                IconButton {
                    id: add

                    iconName: "plus"
                    text: qsTr("New, from a template")
                    onClicked: root.newRequested(add)
                }
            }

            ModelRepeater {
                model: root.sandbox.files

                SideRow {
                    id: file

                    required property string name
                    required property bool unsaved

                    width: column.width
                    iconName: "code"
                    text: file.name
                    marked: file.unsaved
                    onClicked: root.sandbox.openText(file.name)

                    IconButton {
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        visible: file.hovered || file.activeFocus || activeFocus
                        iconName: "close"
                        text: qsTr("Remove %1; it can be put back").arg(file.name)
                        onClicked: root.sandbox.removeText(file.name)
                    }
                }
            }

            Item {
                visible: root.sandbox.open
                width: 1
                height: Theme.space3
            }

            PaneHead {
                x: Theme.space2
                width: parent.width - x
                visible: outline.count > 0
                text: qsTr("Outline")
            }

            ModelRepeater {
                id: outline

                model: root.sandbox.outline

                SideRow {
                    id: entry

                    required property string word
                    required property string name
                    required property int line
                    required property int problems

                    width: column.width
                    code: true
                    iconName: entry.word === "flow" || entry.word === "hunk" ? "code" : entry.word === "scenario" || entry.word === "thread" ? "list"
                        : entry.word === "property" ? "shield" : entry.word === "patch" || entry.word === "mutation" ? "pencil" : "layers"
                    text: entry.name === "" ? entry.word : entry.name
                    fails: entry.problems > 0
                    count: entry.problems
                    tip: qsTr("%1, line %2").arg(entry.word).arg(entry.line)
                    onClicked: {
                        root.sandbox.openTab(0)
                        root.sandbox.editor.goTo(entry.line)
                    }
                }
            }

            Item {
                visible: flows.count > 0
                width: 1
                height: Theme.space3
            }

            PaneHead {
                x: Theme.space2
                width: parent.width - x
                visible: flows.count > 0
                text: qsTr("Flows of the kernel")
            }

            ModelRepeater {
                id: flows

                model: root.sandbox.flows

                SideRow {
                    id: flow

                    required property string name
                    required property int problems
                    required property bool changed

                    width: column.width
                    code: true
                    iconName: "code"
                    text: flow.name
                    current: root.sandbox.shownFlow === flow.name
                    fails: flow.problems > 0
                    count: flow.problems
                    marked: flow.changed
                    tip: flow.changed ? qsTr("%1: your lines are in it").arg(flow.name) : qsTr("%1: change it, and your lines become a patch").arg(flow.name)
                    onClicked: root.sandbox.openFlow(flow.name)
                }
            }

            Item {
                visible: locks.count > 0
                width: 1
                height: Theme.space3
            }

            PaneHead {
                x: Theme.space2
                width: parent.width - x
                visible: locks.count > 0
                text: qsTr("Locks, in order")
            }

            ModelRepeater {
                id: locks

                model: root.sandbox.locks

                RowLayout {
                    id: lock

                    required property int index
                    required property string title

                    x: Theme.space2
                    width: column.width - 2 * Theme.space2
                    height: Theme.rowHeight
                    spacing: Theme.space2
                    Accessible.role: Accessible.ListItem
                    Accessible.name: qsTr("%1. %2").arg(lock.index + 1).arg(lock.title)

                    Label {
                        Layout.minimumWidth: Theme.scaled(14)
                        text: lock.index + 1
                        color: Theme.text3
                        font.pixelSize: Theme.captionSize
                    }

                    Icon {
                        name: "lock"
                        size: Theme.scaled(13)
                        ink: Theme.text3
                    }

                    CodeLabel {
                        Layout.fillWidth: true
                        text: lock.title
                    }
                }
            }

            Item {
                visible: sources.count > 0
                width: 1
                height: Theme.space3
            }

            PaneHead {
                x: Theme.space2
                width: parent.width - x
                visible: sources.count > 0
                text: qsTr("Refers to")
            }

            ModelRepeater {
                id: sources

                model: root.sandbox.sources

                Column {
                    id: source

                    required property string title
                    required property string note

                    x: Theme.space2
                    width: column.width - 2 * Theme.space2
                    bottomPadding: Theme.space2

                    Label {
                        width: parent.width
                        text: source.title
                        wrapMode: Text.Wrap
                    }

                    Label {
                        width: parent.width
                        visible: text !== ""
                        text: source.note
                        color: Theme.text3
                        font.pixelSize: Theme.smallSize
                    }
                }
            }
        }
    }
}
