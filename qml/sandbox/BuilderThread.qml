pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench

/// A thread of the scenario: who runs it, and what it calls. Calls are dragged, or moved with Alt and the arrow keys.
Rectangle {
    id: root

    required property ScenarioBuilder builder
    required property int thread
    required property string name
    required property string title
    required property string actor
    required property string who
    required property QtObject calls
    property bool only: false

    /// Where a dragged call is let go, in the coordinates of `over`; answers the thread and the place there.
    signal dropped(call: int, over: Item, x: real, y: real)

    /// The place in this thread's list that a y lies at.
    function placeAt(y: real): int {
        for (let i = 0; i < rows.count; ++i) {
            const row = rows.itemAt(i)
            if (row && y < list.y + row.y + row.height / 2)
                return i
        }
        return rows.count
    }

    implicitHeight: column.height + 2 * Theme.space3 - Theme.space1
    radius: Theme.radiusCard
    color: Theme.raised
    border.width: Theme.border
    border.color: Theme.threadLine(root.thread)
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Thread %1, %2").arg(root.name).arg(root.who)

    Column {
        id: column

        x: Theme.space3
        y: Theme.space2
        width: parent.width - 2 * x
        spacing: Theme.space2

        RowLayout {
            width: parent.width
            height: Theme.rowHeight
            spacing: Theme.space2

            ThreadGlyph { thread: root.thread }

            Label {
                text: root.name
                color: Theme.text
                font.weight: Font.Medium
            }

            Label {
                Layout.fillWidth: true
                text: root.title
                color: Theme.text3
                font.pixelSize: Theme.smallSize
            }

            Picker {
                caption: ""
                model: root.builder.actors
                textRole: "title"
                valueRole: "key"
                currentIndex: {
                    root.actor
                    count
                    return indexOfValue(root.actor)
                }
                Accessible.name: qsTr("%1 is run by: %2").arg(root.name).arg(displayText)
                onActivated: root.builder.setActor(root.thread, currentValue)
            }

            IconButton {
                visible: !root.only
                iconName: "close"
                text: qsTr("Remove thread %1").arg(root.name)
                onClicked: root.builder.removeThread(root.thread)
            }
        }

        Column {
            id: list

            width: parent.width
            spacing: Theme.space1
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Calls of %1").arg(root.name)

            ModelRepeater {
                id: rows

                model: root.calls

                Rectangle {
                    id: row

                    required property int index
                    required property string code

                    width: list.width
                    height: Math.max(Theme.target, Theme.rowHeight)
                    radius: Theme.radiusChip
                    color: drag.moving ? Theme.accentFill : Theme.inset
                    border.width: row.activeFocus ? Theme.focusWidth : Theme.border
                    border.color: row.activeFocus || drag.moving ? Theme.accent : Theme.lineStrong
                    z: drag.moving ? 2 : 0
                    activeFocusOnTab: true
                    Accessible.role: Accessible.ListItem
                    Accessible.name: row.code
                    Accessible.description: qsTr("Alt+Up and Alt+Down move it, Alt+Left and Alt+Right to another thread, Delete removes it")
                    Accessible.focusable: true

                    Keys.onPressed: event => {
                        const alt = event.modifiers === Qt.AltModifier
                        event.accepted = true
                        if (event.key === Qt.Key_Delete)
                            root.builder.removeCall(root.thread, row.index)
                        else if (alt && event.key === Qt.Key_Up)
                            root.builder.moveCall(root.thread, row.index, root.thread, row.index - 1)
                        else if (alt && event.key === Qt.Key_Down)
                            root.builder.moveCall(root.thread, row.index, root.thread, row.index + 2)
                        else if (alt && event.key === Qt.Key_Left)
                            root.builder.moveCall(root.thread, row.index, root.thread - 1, 99)
                        else if (alt && event.key === Qt.Key_Right)
                            root.builder.moveCall(root.thread, row.index, root.thread + 1, 99)
                        else
                            event.accepted = false
                    }

                    transform: Translate {
                        x: drag.shiftX
                        y: drag.shiftY
                    }

                    MouseArea {
                        id: drag

                        property real shiftX: 0
                        property real shiftY: 0
                        property point from: Qt.point(0, 0)
                        readonly property bool moving: drag.shiftX !== 0 || drag.shiftY !== 0

                        anchors.fill: parent
                        preventStealing: true   // else the pane scrolls
                        cursorShape: drag.moving ? Qt.ClosedHandCursor : Qt.OpenHandCursor
                        onPressed: mouse => {
                            row.forceActiveFocus(Qt.MouseFocusReason)
                            drag.from = row.mapToItem(root, mouse.x, mouse.y)
                        }
                        onPositionChanged: mouse => {
                            // The row moves along, so where the pointer is in it says nothing.
                            const at = row.mapToItem(root, mouse.x, mouse.y)
                            drag.shiftX = at.x - drag.from.x
                            drag.shiftY = at.y - drag.from.y
                        }
                        onReleased: mouse => {
                            const moved = drag.moving
                            const at = row.mapToItem(root, mouse.x, mouse.y)
                            drag.shiftX = 0
                            drag.shiftY = 0
                            if (moved)
                                root.dropped(row.index, root, at.x, at.y)
                        }
                        onCanceled: {
                            drag.shiftX = 0
                            drag.shiftY = 0
                        }
                    }

                    Icon {
                        id: grip

                        x: Theme.space2
                        anchors.verticalCenter: parent.verticalCenter
                        name: "list"
                        size: Theme.scaled(12)
                        ink: Theme.text3
                    }

                    CodeLabel {
                        anchors.left: grip.right
                        anchors.leftMargin: Theme.space2
                        anchors.right: away.left
                        anchors.verticalCenter: parent.verticalCenter
                        text: row.code
                        color: Theme.text
                    }

                    IconButton {
                        id: away

                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        iconName: "close"
                        text: qsTr("Remove %1").arg(row.code)
                        onClicked: root.builder.removeCall(root.thread, row.index)
                    }
                }
            }
        }

        CallPicker {
            width: parent.width
            text: qsTr("Add a call")
            model: root.builder.calls
            onPicked: call => root.builder.addCall(root.thread, call)
        }
    }
}
