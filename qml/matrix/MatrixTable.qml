pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The cells of the heatmap as lines, one a cell, for who would rather read. Arrow keys move, Enter plays.
FocusScope {
    id: root

    required property MatrixViewModel matrix

    signal playRequested()

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Cells as a table")

    ListView {
        id: rows

        anchors.fill: parent
        anchors.topMargin: Theme.space2
        clip: true
        focus: true
        model: root.matrix.cells
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0   // what is made ahead of sight warns when its rows go meanwhile
        activeFocusOnTab: true
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        currentIndex: root.matrix.row * root.matrix.columnCount + root.matrix.column
        Accessible.role: Accessible.List
        Accessible.name: root.matrix.spoken
        T.ScrollBar.vertical: Scroller {}
        Keys.onReturnPressed: root.playRequested()
        Keys.onEnterPressed: root.playRequested()
        Keys.onUpPressed: rows.go(-1)
        Keys.onDownPressed: rows.go(1)

        function go(by: int) {
            const next = Math.max(0, Math.min(rows.count - 1, rows.currentIndex + by))
            root.matrix.select(Math.floor(next / root.matrix.columnCount), next % root.matrix.columnCount)
            rows.positionViewAtIndex(next, ListView.Contain)
        }

        delegate: Item {
            id: line

            required property int index
            required property int row
            required property int column
            required property int kind
            required property string text
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

            HeatCellItem {
                x: Theme.space3
                y: Theme.scaled(3)
                width: Theme.scaled(44)
                height: parent.height - 2 * y
                kind: line.kind
                text: line.text
            }

            Label {
                x: Theme.scaled(72)
                width: parent.width - x - Theme.space3
                height: parent.height
                verticalAlignment: Text.AlignVCenter
                text: line.spoken
                color: line.kind === MatrixViewModel.Fails ? Theme.text : Theme.text2
                font.pixelSize: Theme.smallSize
            }

            TapHandler { onTapped: root.matrix.select(line.row, line.column) }
        }
    }
}
