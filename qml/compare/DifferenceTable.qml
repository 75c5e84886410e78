pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench

/// Everything that the two states do not say alike, as they stand: the maps as a table.
FocusScope {
    id: root

    required property CompareViewModel compare

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("What differs after step %1").arg(root.compare.position)

    Rectangle {
        anchors.fill: parent
        color: Theme.lane
    }

    component Cells: Row {
        id: cells

        required property string name
        required property string first
        required property string second
        property bool isHead: false

        x: Theme.space4
        spacing: Theme.space4

        CodeText {
            width: (root.width - 4 * Theme.space4) / 3
            text: cells.name
            color: cells.isHead ? Theme.text3 : Theme.text
        }

        CodeText {
            width: (root.width - 4 * Theme.space4) / 3
            text: cells.first
            color: cells.isHead ? Theme.text3 : Theme.text2
        }

        CodeText {
            width: (root.width - 4 * Theme.space4) / 3
            text: cells.second
            color: cells.isHead ? Theme.text3 : Theme.text2
        }
    }

    Cells {
        id: head

        y: Theme.space2
        height: Theme.scaled(24)
        isHead: true
        name: qsTr("After step %1").arg(root.compare.position)
        first: qsTr("A  %1").arg(root.compare.firstName)
        second: qsTr("B  %1").arg(root.compare.secondName)
    }

    ListView {
        id: rows

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        model: root.compare.differences
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0   // what is made ahead of sight warns when its rows go meanwhile
        activeFocusOnTab: true
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        Accessible.role: Accessible.Table
        Accessible.name: root.Accessible.name
        T.ScrollBar.vertical: Scroller {}

        FocusFrame {
            parent: rows
            shown: rows.activeFocus && rows.count === 0
        }

        delegate: Item {
            id: row

            required property int index
            required property string name
            required property string first
            required property string second

            width: rows.width
            height: Theme.scaled(22)
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1: %2 on A, %3 on B").arg(row.name).arg(row.first).arg(row.second)

            Rectangle {
                anchors.fill: parent
                color: row.index % 2 === 0 ? Theme.lane : Theme.laneAlt
                border.width: rows.activeFocus && row.ListView.isCurrentItem ? Theme.focusWidth : 0
                border.color: Theme.accent
            }

            Cells {
                y: 2
                name: row.name
                first: row.first
                second: row.second
            }
        }
    }

    Label {
        anchors.centerIn: rows
        visible: rows.count === 0 && root.compare.playable
        text: qsTr("Nothing differs here.")
        color: Theme.text3
    }
}
