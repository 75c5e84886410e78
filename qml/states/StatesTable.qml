pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Scene
import Bindlab.ViewModels

/// The drawn states as lines, for who would rather read: how deep, what is broken there, what comes next. Arrow keys move, Enter plays.
FocusScope {
    id: root

    required property StatesViewModel states

    signal openRequested()

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("States as a table")

    readonly property list<real> shares: [0.12, 0.1, 0.24]

    component Cell: Label {
        height: parent ? parent.height : 0
        verticalAlignment: Text.AlignVCenter
        font.pixelSize: Theme.smallSize
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.window
    }

    Item {
        id: head

        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        height: Theme.rowHeightLarge

        Cell { x: Theme.scaled(28); width: parent.width * root.shares[0]; text: qsTr("State"); color: Theme.text3 }
        Cell { x: Theme.scaled(28) + parent.width * root.shares[0]; width: parent.width * root.shares[1]; text: qsTr("Step"); color: Theme.text3 }
        Cell { x: Theme.scaled(28) + parent.width * (root.shares[0] + root.shares[1]); text: qsTr("Broken by the step here"); color: Theme.text3 }
        Cell { x: Theme.scaled(28) + parent.width * (root.shares[0] + root.shares[1] + root.shares[2]); text: qsTr("Next"); color: Theme.text3 }

        Divider {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }

    ListView {
        id: rows

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        clip: true
        focus: true
        model: root.states.states
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0   // what is made ahead of sight warns when its rows go meanwhile
        activeFocusOnTab: true
        highlightMoveDuration: 0
        currentIndex: root.states.row
        Accessible.role: Accessible.List
        Accessible.name: root.states.spoken
        T.ScrollBar.vertical: Scroller {}
        Keys.onReturnPressed: root.openRequested()
        Keys.onEnterPressed: root.openRequested()
        Keys.onUpPressed: rows.go(-1)
        Keys.onDownPressed: rows.go(1)

        function go(by: int) {
            const next = Math.max(0, Math.min(rows.count - 1, rows.currentIndex + by))
            root.states.selectRow(next)
            rows.positionViewAtIndex(next, ListView.Contain)
        }

        delegate: Item {
            id: line

            required property int index
            required property int node
            required property int depth
            required property int look
            required property string broken
            required property string next
            required property string spoken

            width: rows.width
            height: Theme.rowHeight
            Accessible.role: Accessible.ListItem
            Accessible.name: line.spoken

            Rectangle {
                anchors.fill: parent
                radius: Theme.radiusChip
                color: line.ListView.isCurrentItem ? Theme.hover : "transparent"
                border.width: !line.ListView.isCurrentItem ? 0 : rows.activeFocus ? Theme.focusWidth : Theme.borderOfFill
                border.color: rows.activeFocus ? Theme.accent : Theme.text
            }

            StateGlyph {
                x: Theme.space1
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.scaled(16)
                height: Theme.scaled(16)
                look: line.look
                inks: Theme.inks
            }

            Cell { x: Theme.scaled(28); width: parent.width * root.shares[0]; text: line.node; color: Theme.text }
            Cell { x: Theme.scaled(28) + parent.width * root.shares[0]; width: parent.width * root.shares[1]; text: line.depth }
            Cell {
                x: Theme.scaled(28) + parent.width * (root.shares[0] + root.shares[1])
                width: parent.width * root.shares[2] - Theme.space2
                text: line.broken
                color: Theme.fails
            }
            Cell {
                x: Theme.scaled(28) + parent.width * (root.shares[0] + root.shares[1] + root.shares[2])
                width: parent.width - x
                text: line.next
            }

            TapHandler { onTapped: root.states.selectRow(line.index) }
        }
    }
}
