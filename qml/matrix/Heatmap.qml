pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench
import Bindlab.ViewModels

/// Designs against scenarios. The heads stay where they are while the cells scroll.
FocusScope {
    id: root

    required property MatrixViewModel matrix

    /// What is known of a cell lies over the last columns, so wide.
    property real covered: 0
    /// Where little is high, the heads of the columns are their keys alone; the names stay in the tips.
    property bool low: false

    signal playRequested()

    readonly property real cellWidth: Theme.scaled(44)
    /// Rows grow where there is room, so far that a row stays a row.
    readonly property real cellHeight: Math.max(Theme.scaled(25), Math.min(Theme.scaled(32), (root.height - root.topHead - Theme.scaled(230))
                                                                          / Math.max(1, root.matrix.rowCount)))
    readonly property real groupTop: root.low ? Theme.space1 : Theme.space3
    readonly property real groupGap: Theme.scaled(10)
    readonly property real leftHead: Math.min(Theme.scaled(262), Math.round(root.width * 0.38))
    readonly property real topHead: Theme.scaled(root.low ? 50 : 118)
    readonly property real rightHead: Theme.scaled(60)

    function xOf(column: int, gaps: int): real {
        return column * root.cellWidth + gaps * root.groupGap
    }

    /// Scrolls so far that the cell that is looked at is seen.
    function reveal() {
        const cell = cells.itemAt(root.matrix.row * root.matrix.columnCount + root.matrix.column)
        // Before it has its size nothing is in sight that could be moved.
        if (!cell || body.width < 2 * cell.width || body.height < cell.height)
            return
        const seen = body.width - root.covered < cell.width ? body.width : body.width - root.covered
        body.contentX = Math.max(0, Math.min(Math.max(body.contentX, cell.x + cell.width - seen), cell.x))
        body.contentY = Math.max(0, Math.min(Math.max(body.contentY, cell.y + cell.height - body.height), cell.y))
    }

    onCoveredChanged: root.reveal()
    activeFocusOnTab: true
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Designs against scenarios. %1").arg(root.matrix.spoken)
    Keys.onPressed: event => {
        const moves = { [Qt.Key_Left]: [0, -1], [Qt.Key_Right]: [0, 1], [Qt.Key_Up]: [-1, 0], [Qt.Key_Down]: [1, 0],
                        [Qt.Key_Home]: [0, -1000], [Qt.Key_End]: [0, 1000], [Qt.Key_PageUp]: [-1000, 0], [Qt.Key_PageDown]: [1000, 0] }
        const move = moves[event.key]
        if (move && event.modifiers === Qt.NoModifier) {
            root.matrix.move(move[0], move[1])
            root.reveal()
            event.accepted = true
        } else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && event.modifiers === Qt.NoModifier) {
            root.playRequested()
            event.accepted = true
        }
    }

    component HeatCell: HeatCellItem {
        id: heat

        required property int row
        required property int column
        required property int gaps
        required property string spoken

        readonly property bool here: heat.row === root.matrix.row && heat.column === root.matrix.column

        x: root.xOf(heat.column, heat.gaps)
        y: heat.row * root.cellHeight
        width: root.cellWidth
        height: root.cellHeight

        Rectangle {
            anchors.fill: parent
            anchors.margins: -1
            visible: heat.here
            radius: 7
            color: "transparent"
            border.width: Theme.focusWidth
            border.color: root.activeFocus ? Theme.accent : Theme.text2
        }
    }

    // Heads of the columns, in step with the cells.
    Item {
        x: root.leftHead
        width: body.width
        height: root.topHead
        clip: true

        ModelRepeater {
            model: root.matrix.scenarios

            delegate: Item {
                id: head

                required property int index
                required property string key
                required property string name
                required property string title
                required property string group
                required property int span
                required property int gaps

                readonly property bool here: head.index === root.matrix.column

                x: root.xOf(head.index, head.gaps) - body.contentX
                width: root.cellWidth
                height: root.topHead
                Accessible.role: Accessible.ColumnHeader
                Accessible.name: qsTr("%1, %2").arg(head.key).arg(head.title)

                Label {
                    y: root.groupTop
                    width: Math.max(root.cellWidth, head.span * root.cellWidth)
                    visible: head.span > 0
                    horizontalAlignment: head.span > 1 ? Text.AlignHCenter : Text.AlignLeft
                    text: head.group
                    font.pixelSize: Theme.smallSize
                    elide: head.span > 1 ? Text.ElideRight : Text.ElideNone
                    Accessible.ignored: true
                }

                Rectangle {
                    y: root.groupTop + Theme.scaled(20)
                    visible: head.span > 0
                    width: head.span * root.cellWidth - 2
                    height: 1
                    color: Theme.lineStrong
                }

                Label {
                    y: Theme.scaled(42)
                    x: -1
                    width: parent.width + 2
                    height: root.topHead - y - Theme.scaled(22)
                    visible: !root.low
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignBottom
                    text: head.name
                    color: head.here ? Theme.text : Theme.text3
                    font.pixelSize: Theme.scaled(9.5)
                    wrapMode: Text.Wrap
                    maximumLineCount: 4
                    Accessible.ignored: true
                }

                CodeText {
                    y: root.topHead - Theme.scaled(20)
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: head.key
                    color: head.here ? Theme.text : Theme.text2
                    font.weight: head.here ? Font.DemiBold : Font.Normal
                }

                HoverHandler { id: headHover }

                Tip {
                    text: qsTr("%1: %2").arg(head.key).arg(head.title)
                    shown: headHover.hovered
                }
            }
        }
    }

    Label {
        x: root.width - root.rightHead
        y: root.topHead - Theme.scaled(22)
        width: root.rightHead - Theme.space3
        horizontalAlignment: Text.AlignRight
        text: qsTr("Fails")
        color: Theme.text3
        font.pixelSize: Theme.smallSize
    }

    Divider {
        y: root.topHead
        width: parent.width
    }

    // Heads of the rows.
    Item {
        y: body.y
        width: root.width
        height: body.height
        clip: true

        ModelRepeater {
            model: root.matrix.designs

            delegate: Item {
                id: design

                required property int index
                required property string key
                required property string label
                required property string title
                required property string source
                required property string fails
                required property bool clean

                readonly property bool here: design.index === root.matrix.row

                y: design.index * root.cellHeight - body.contentY
                width: root.width
                height: root.cellHeight
                Accessible.role: Accessible.RowHeader
                Accessible.name: qsTr("%1, %2, fails: %3").arg(design.key).arg(design.title).arg(design.fails)

                Rectangle {
                    anchors.fill: parent
                    visible: design.here
                    radius: Theme.radiusChip
                    color: Theme.hover
                    border.width: Theme.borderOfFill
                    border.color: Theme.text2
                }

                CodeText {
                    x: Theme.space3
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.scaled(46)
                    text: design.label
                    color: Theme.text
                    font.weight: Font.DemiBold
                }

                Label {
                    x: Theme.scaled(58)
                    anchors.verticalCenter: parent.verticalCenter
                    width: root.leftHead - x - Theme.space2
                    text: design.title
                    font.preferShaping: false
                    color: design.here ? Theme.text : Theme.text2
                    font.pixelSize: Theme.smallSize
                    Accessible.ignored: true
                }

                Label {
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.space3
                    anchors.verticalCenter: parent.verticalCenter
                    text: design.fails
                    color: design.clean ? Theme.safe : Theme.text2
                    font.weight: design.clean ? Font.DemiBold : Font.Normal
                    font.pixelSize: Theme.smallSize
                    Accessible.ignored: true
                }

                HoverHandler { id: designHover }

                Tip {
                    text: design.title + "\n" + design.source
                    shown: designHover.hovered && designHover.point.position.x < root.leftHead
                }
            }
        }
    }

    Flickable {
        id: body

        x: root.leftHead
        y: root.topHead + Theme.space2
        width: root.width - root.leftHead - root.rightHead
        height: root.height - y
        contentWidth: root.xOf(root.matrix.columnCount, root.matrix.gapCount)
        contentHeight: root.matrix.rowCount * root.cellHeight
        rightMargin: root.covered
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.horizontal: Scroller {}
        T.ScrollBar.vertical: Scroller {}
        onWidthChanged: root.reveal()
        onHeightChanged: root.reveal()
        onContentWidthChanged: root.reveal()

        ModelRepeater {
            id: cells

            model: root.matrix.cells

            delegate: HeatCell {}
        }

        MouseArea {
            width: body.contentWidth
            height: body.contentHeight
            hoverEnabled: true

            /// Where the pointer was, seen from outside: cells that scroll under it are not pointed at.
            property point last: Qt.point(-1, -1)

            function look() {
                const at = mapToItem(root, mouseX, mouseY)
                if (at.x === last.x && at.y === last.y)
                    return
                last = at
                for (let column = 0; column < root.matrix.columnCount; ++column) {
                    const cell = cells.itemAt(column)
                    if (cell && mouseX >= cell.x && mouseX < cell.x + cell.width)
                        root.matrix.select(Math.floor(mouseY / root.cellHeight), column)
                }
            }

            onEntered: look()
            onPositionChanged: look()
            onClicked: root.forceActiveFocus(Qt.MouseFocusReason)
            onDoubleClicked: root.playRequested()
        }
    }
}
