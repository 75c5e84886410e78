pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The objects of the map as lines, for who would rather read: state, values, locks, pointers. Arrow keys move.
FocusScope {
    id: root

    required property WorkbenchViewModel workbench

    readonly property list<real> shares: [0.18, 0.15, 0.18, 0.21, 0.28]
    readonly property list<string> heads: [qsTr("Object"), qsTr("State"), qsTr("Values"), qsTr("Locks"), qsTr("Pointers")]
    readonly property real lineWidth: root.width - 2 * Theme.space4

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Map as a table")

    function columnX(column: int): real {
        let x = 0
        for (let i = 0; i < column; ++i)
            x += root.shares[i] * root.lineWidth
        return x
    }

    component Cell: Label {
        required property int column

        x: root.columnX(column) + Theme.space2
        width: root.shares[column] * root.lineWidth - Theme.space3
        verticalAlignment: Text.AlignVCenter
        font.family: Theme.mono
        font.pixelSize: Theme.smallSize
        font.preferShaping: false
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Accessible.ignored: true
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.lane
    }

    Item {
        id: head

        x: Theme.space4
        width: root.lineWidth
        height: Theme.rowHeightLarge

        Repeater {
            model: root.heads.length

            Cell {
                required property int index

                column: index
                height: head.height
                text: root.heads[index]
                color: Theme.text3
                font.family: Theme.sans
                elide: Text.ElideRight
            }
        }

        Divider {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }

    ListView {
        id: rows

        /// The line the keyboard is on.
        property string spoken: ""

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        x: Theme.space4
        width: root.lineWidth
        clip: true
        focus: true
        model: root.workbench.table
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0   // what is made ahead of sight warns when its rows go meanwhile
        activeFocusOnTab: true
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        Accessible.role: Accessible.List
        Accessible.name: rows.spoken === "" ? qsTr("Objects") : rows.spoken
        T.ScrollBar.vertical: Scroller {}

        delegate: Line {}

        FocusFrame {
            parent: rows
            shown: rows.activeFocus && rows.count === 0
        }
    }

    component Line: Item {
        id: line

        readonly property bool current: line.ListView.isCurrentItem

        function tell() {
            if (line.current)
                rows.spoken = line.spoken
        }

        onCurrentChanged: line.tell()
        onSpokenChanged: line.tell()
        Component.onCompleted: line.tell()

        required property int index
        required property string name
        required property string component
        required property string state
        required property string values
        required property string locks
        required property string pointers
        required property bool freed
        required property bool dangles
        required property string spoken

        width: root.lineWidth
        height: Math.max(Theme.rowHeight, nameCell.implicitHeight, stateCell.implicitHeight, valueCell.implicitHeight, lockCell.implicitHeight, pointerCell.implicitHeight)
                + Theme.space2
        Accessible.role: Accessible.ListItem
        Accessible.name: line.spoken

        Rectangle {
            anchors.fill: parent
            radius: Theme.radiusChip
            color: line.current ? Theme.hover : "transparent"
            border.width: !line.current ? 0 : rows.activeFocus ? Theme.focusWidth : Theme.borderOfFill
            border.color: Theme.accent
        }

        Cell {
            id: nameCell
            column: 0
            height: line.height
            text: qsTr("%1 · %2").arg(line.name).arg(line.component)
            color: line.freed ? Theme.fails : Theme.text
        }

        Cell { id: stateCell; column: 1; height: line.height; text: line.state; color: line.freed ? Theme.fails : Theme.text2 }
        Cell { id: valueCell; column: 2; height: line.height; text: line.values }
        Cell { id: lockCell; column: 3; height: line.height; text: line.locks }
        Cell { id: pointerCell; column: 4; height: line.height; text: line.pointers; color: line.dangles ? Theme.fails : Theme.text2 }

        TapHandler { onTapped: rows.currentIndex = line.index }
    }
}
