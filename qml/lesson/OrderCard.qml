pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// Calls to be put in order, by dragging or by the buttons of a row. Every legal order will do.
Column {
    id: root

    required property string html
    required property string plain
    required property string hint
    required property string outcome
    required property list<string> itemTexts
    required property list<int> picks
    required property int actState

    signal submitted(picks: var)
    signal linkFollowed(link: string)

    readonly property bool open: root.actState === BlockListModel.Open
    /// Items in the order they stand now, from 0.
    property list<int> order: []

    function standAsTried() {
        const standing = []
        for (let i = 0; i < root.itemTexts.length; ++i)
            standing.push(root.picks.length > 0 ? root.picks[i] : i)
        root.order = standing
    }

    function move(from: int, to: int) {
        const standing = Array.from(root.order)
        standing.splice(to, 0, standing.splice(from, 1)[0])
        root.order = standing
    }

    spacing: Theme.space2
    Accessible.role: Accessible.Grouping
    Accessible.name: root.plain
    onPicksChanged: root.standAsTried()
    Component.onCompleted: root.standAsTried()

    ActTask {
        width: root.width
        open: root.open
        html: root.html
        hint: root.hint
        iconName: "list"
        onLinkFollowed: link => root.linkFollowed(link)
    }

    Column {
        id: rows

        property int dragged: -1

        function rowAt(y: real): int {
            for (let i = 0; i < repeater.count; ++i) {
                const row = repeater.itemAt(i)
                if (y < row.y + row.height + rows.spacing / 2)
                    return i
            }
            return repeater.count - 1
        }

        width: root.width
        spacing: Theme.space1
        Accessible.role: Accessible.List
        Accessible.name: qsTr("The order, first to last")

        Repeater {
            id: repeater

            model: root.order.length

            OrderRow {
                id: row

                required property int index

                width: rows.width
                html: root.itemTexts[root.order[row.index]] ?? ""
                place: row.index
                count: root.order.length
                open: root.open
                dragged: rows.dragged === row.index
                onMoved: up => {
                    const to = row.index + (up ? -1 : 1)
                    root.move(row.index, to);
                    (repeater.itemAt(to) as OrderRow).takeKeyboard(up)
                }
            }
        }

        DragHandler {
            target: null
            enabled: root.open
            yAxis.enabled: true
            xAxis.enabled: false
            onActiveChanged: rows.dragged = active ? rows.rowAt(centroid.pressPosition.y) : -1
            onCentroidChanged: {
                if (!active || rows.dragged < 0)
                    return
                const to = rows.rowAt(centroid.position.y)
                if (to !== rows.dragged) {
                    root.move(rows.dragged, to)
                    rows.dragged = to
                }
            }
        }
    }

    PushButton {
        visible: root.open
        kind: PushButton.Primary
        iconName: "shield"
        text: qsTr("Try this order")
        tip: qsTr("Check every interleaving of it")
        onClicked: root.submitted(root.order)
    }

    OutcomeBox {
        width: root.width
        html: root.outcome
    }
}
