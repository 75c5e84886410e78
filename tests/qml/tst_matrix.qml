import QtQuick
import QtTest
import Bindlab
import Bindlab.Testing
import Bindlab.ViewModels

WindowCase {
    id: test

    property MatrixViewModel matrix: null

    name: "Matrix"

    function initTestCase() {
        test.openWindow()
        test.matrix = test.app.matrix
        keyClick(Qt.Key_3, Qt.ControlModifier)
        compare(test.app.screen, AppViewModel.Place.Matrix)
        tryCompare(test.matrix, "running", false, 60000)
    }

    function cleanupTestCase() {
        test.closeWindow()
    }

    function init() {
        failOnWarning(/.?/)
        test.app.textScale = 1
        test.window.width = 1440
        test.window.height = 900
        test.app.openMatrix()
        test.matrix.reset()
        test.matrix.select(0, 0)
        test.heatmap().reveal()
        wait(0)
    }

    function heatmap() {
        return test.seen(test.window.contentItem, item => item.Accessible.role === Accessible.Table && item.Accessible.name.startsWith("Designs against"))[0]
    }

    function test_everyCellIsDrawnWhereItBelongs() {
        const cells = test.seen(test.heatmap(), item => item.spoken !== undefined)
        compare(cells.length, test.matrix.rowCount * test.matrix.columnCount)
        const places = new Set(cells.map(cell => cell.x + "," + cell.y))
        compare(places.size, cells.length)
    }

    function test_theArrowKeysMoveTheCellAndEnterPlaysIt() {
        test.heatmap().forceActiveFocus(Qt.TabFocusReason)
        for (let i = 0; i < 3; ++i)
            keyClick(Qt.Key_Down)
        for (let i = 0; i < 10; ++i)
            keyClick(Qt.Key_Right)
        compare(test.matrix.row, 3)
        compare(test.matrix.column, 10)
        verify(test.heatmap().Accessible.name.includes("D3a in S3, fails after"))
        keyClick(Qt.Key_Return)
        compare(test.app.screen, AppViewModel.Place.Lesson)
        compare(test.app.lesson.workbench.design, "D3a")
        compare(test.app.lesson.workbench.scenario, "S3")
    }

    function test_twoCellsThatArePickedAreCompared() {
        test.heatmap().forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_C)
        verify(test.matrix.picked.startsWith("D0 in"))
        for (let i = 0; i < 2; ++i)
            keyClick(Qt.Key_Down)
        keyClick(Qt.Key_C)
        compare(test.app.screen, AppViewModel.Place.Compare)
        compare(test.app.compare.firstDesign, "D0")
        compare(test.app.compare.secondDesign, "D2")
        tryCompare(test.app.compare, "busy", false, 60000)
    }

    function test_theTableSaysWhatTheHeatmapSays() {
        const tick = test.seen(test.window.contentItem, item => item.text === "Table" && item.toggled !== undefined)[0]
        tick.toggle()
        tick.toggled()
        const list = test.seen(test.window.contentItem, item => item.Accessible.role === Accessible.List && item.model === test.matrix.cells)[0]
        verify(list)
        list.forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Down)
        compare(test.matrix.column, 1)
        compare(list.Accessible.name, test.matrix.spoken)
        tick.toggle()
        tick.toggled()
    }

    function test_theLastColumnIsScrolledIntoView() {
        test.heatmap().forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_End)
        compare(test.matrix.column, test.matrix.columnCount - 1)
        const cell = test.seen(test.heatmap(), item => item.spoken !== undefined && item.column === test.matrix.column && item.row === 0)[0]
        const corner = cell.mapToItem(test.heatmap(), 0, 0)
        verify(corner.x >= 0 && corner.x + cell.width <= test.heatmap().width)
    }

    function cardOf() {
        return test.seen(test.window.contentItem, item => item.playRequested !== undefined && item.closed !== undefined)[0]
    }

    function test_theCellAtHandDoesNotLieUnderWhatIsKnownOfIt() {
        test.window.width = 1100
        test.window.height = 720
        test.heatmap().forceActiveFocus(Qt.TabFocusReason)
        for (let i = 0; i < test.matrix.columnCount; ++i) {
            const cell = test.seen(test.heatmap(), item => item.spoken !== undefined && item.column === test.matrix.column && item.row === test.matrix.row)[0]
            verify(cell.mapToItem(null, cell.width, 0).x <= test.cardOf().mapToItem(null, 0, 0).x, "column " + i)
            keyClick(Qt.Key_Right)
        }
    }

    function test_whereThereIsLittleRoomWhatIsKnownOfACellComesWhenItIsAskedFor() {
        test.window.width = 1100
        test.window.height = 720
        test.app.textScale = 2
        wait(50)
        compare(test.cardOf(), undefined)
        test.seen(test.window.contentItem, item => item.text === "What is known of the cell")[0].clicked()
        const card = test.cardOf()
        wait(50)
        verify(card.mapToItem(null, 0, 0).y >= test.heatmap().mapToItem(null, 0, 0).y - 1)
        test.grabImage(test.window.contentItem).save(Fixture.pictureFile("twice-card.png"))
        keyClick(Qt.Key_Escape)
        compare(test.cardOf(), undefined)
    }

    function test_largeTextLeavesMostOfTheDesignsInSight() {
        test.app.textScale = 2
        test.window.width = 1100
        test.window.height = 720
        wait(0)
        const bottom = test.heatmap().mapToItem(null, 0, test.heatmap().height).y
        const cells = test.seen(test.heatmap(), item => item.spoken !== undefined && item.column === 0)
        verify(cells.filter(cell => cell.mapToItem(null, 0, cell.height).y <= bottom + 1).length >= 7)
        const title = test.seen(test.window.contentItem, item => item.text === "12 designs in 42 scenarios")[0]
        verify(!title.truncated)
    }

    function test_theCellUnderThePointerIsTheOneAtHand() {
        const cell = test.seen(test.heatmap(), item => item.spoken !== undefined && item.row === 2 && item.column === 4)[0]
        mouseMove(cell, cell.width / 2, cell.height / 2)
        mouseMove(cell, cell.width / 2 + 2, cell.height / 2)
        tryCompare(test.matrix, "row", 2)
        compare(test.matrix.column, 4)
    }

    function test_everythingTheKeyboardReachesHasAName() {
        const reached = test.seen(test.window.contentItem, item => item.activeFocusOnTab && item.enabled)
        compare(reached.filter(item => item.Accessible.name === "").map(item => item.toString()), [])
        verify(reached.length > 20)
    }

    function test_panesStayInTheWindow_data() {
        return [
            { tag: "the smallest window", width: 1100, height: 720, scale: 1 },
            { tag: "text at 200 %", width: 1440, height: 900, scale: 2 }
        ]
    }

    function test_panesStayInTheWindow(data) {
        test.app.textScale = data.scale
        test.window.width = data.width
        test.window.height = data.height
        wait(0)
        for (const pane of test.seen(test.window.contentItem, item => item.Accessible.role === Accessible.Pane || item.Accessible.role === Accessible.Table)) {
            const corner = pane.mapToItem(null, 0, 0)
            verify(corner.x >= -1 && corner.x + pane.width <= data.width + 1, pane.Accessible.name)
        }
    }
}
