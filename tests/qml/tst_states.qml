import QtQuick
import QtTest
import Bindlab
import Bindlab.Testing
import Bindlab.ViewModels

WindowCase {
    id: test

    property StatesViewModel states: null

    name: "States"

    function initTestCase() {
        test.openWindow()
        test.states = test.app.states
        keyClick(Qt.Key_5, Qt.ControlModifier)
        compare(test.app.screen, AppViewModel.Place.States)
        tryCompare(test.states, "explored", true, 60000)
        tryCompare(test.states, "busy", false, 60000)
    }

    function cleanupTestCase() {
        test.closeWindow()
    }

    function init() {
        failOnWarning(/.?/)
        test.app.textScale = 1
        test.window.width = 1440
        test.window.height = 900
        test.app.openStates()
        tryCompare(test.states, "busy", false, 60000)
        test.states.arrangement = StatesViewModel.ByDepth
        test.states.query = ""
        test.states.showMainPath()
        test.states.seek(4)
        wait(0)
    }

    function graph() {
        return test.seen(test.window.contentItem, item => item.Accessible.role === Accessible.Graphic && item.rangeText !== undefined)[0]
    }

    function named(text) {
        return test.seen(test.window.contentItem, item => item.text === text && item.clicked !== undefined)[0]
    }

    function test_theArrowKeysWalkAndEnterOpensTheRun() {
        test.graph().forceActiveFocus(Qt.TabFocusReason)
        verify(test.graph().visualFocus)
        keyClick(Qt.Key_Right)
        compare(test.states.position, 5)
        keyClick(Qt.Key_Left)
        keyClick(Qt.Key_Left)
        compare(test.states.position, 3)
        const row = test.states.row
        keyClick(Qt.Key_Down)
        verify(test.states.row !== row)
        keyClick(Qt.Key_Up)
        compare(test.states.row, row)
        keyClick(Qt.Key_End)
        compare(test.states.position, test.states.length)
        keyClick(Qt.Key_Home)
        compare(test.states.node, 0)
        test.states.seek(6)
        keyClick(Qt.Key_Return)
        compare(test.app.screen, AppViewModel.Place.Lesson)
        compare(test.app.lesson.workbench.position, 6)
    }

    function test_aClickShowsTheState() {
        const graph = test.graph()
        test.states.seek(8)
        const target = test.states.row
        test.states.seek(6)
        const place = graph.placeOf(target)
        compare(graph.rowAt(place.x, place.y), target)
        mouseClick(graph, place.x, place.y)
        compare(test.states.row, target)
        compare(test.states.position, 8)
    }

    function test_aDragMovesTheGraphAndShowsNothingElse() {
        const graph = test.graph()
        const row = test.states.row
        const before = graph.placeOf(row)
        mouseDrag(graph, 600, 300, -120, 60)
        compare(test.states.row, row)
        const after = graph.placeOf(row)
        verify(Math.abs(after.x - before.x + 120) <= 12 && Math.abs(after.y - before.y - 60) <= 12, after.x + "," + after.y)
    }

    function test_theKeysZoomAndFit() {
        const graph = test.graph()
        graph.forceActiveFocus(Qt.TabFocusReason)
        const zoom = graph.zoom
        keyClick(Qt.Key_Plus)
        verify(graph.zoom > zoom)
        keyClick(Qt.Key_Minus)
        keyClick(Qt.Key_Minus)
        verify(graph.zoom < zoom)
        keyClick(Qt.Key_0)
        const start = graph.placeOf(0)
        verify(start.x >= 0 && start.x <= graph.width && start.y >= 0 && start.y <= graph.height)
        mouseWheel(graph, 300, 300, 0, 120)
        verify(graph.zoom > 0)
    }

    function test_slashSearchesAndEnterGoesToWhatWasFound() {
        test.graph().forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Slash)
        const field = test.window.activeFocusItem
        compare(field.Accessible.name, "Search the states")
        for (const key of ["8", "1"])
            keyClick(key)
        keyClick(Qt.Key_Return)
        compare(test.states.node, 81)
        compare(test.states.title, "State 81")
        keyClick(Qt.Key_Escape)
        compare(test.states.query, "")
    }

    function test_aNextStepIsGoneToFromItsCard() {
        const cards = test.seen(test.window.contentItem, item => item.failing !== undefined && item.target !== undefined)
        verify(cards.length > 0)
        const node = cards[0].node
        cards[0].forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Return)
        compare(test.states.node, node)
    }

    function test_aStepOfTheStripIsGoneTo() {
        const chips = test.seen(test.window.contentItem, item => item.ahead !== undefined && item.step === 7)
        compare(chips.length, 1)
        mouseClick(chips[0], 20, chips[0].height / 2)
        compare(test.states.position, 7)
    }

    function test_theTableSaysWhatTheGraphSays() {
        const tick = test.seen(test.window.contentItem, item => item.text === "Table" && item.toggled !== undefined)[0]
        tick.toggle()
        tick.toggled()
        const list = test.seen(test.window.contentItem, item => item.Accessible.role === Accessible.List && item.model === test.states.states)[0]
        verify(list)
        list.forceActiveFocus(Qt.TabFocusReason)
        const row = test.states.row
        keyClick(Qt.Key_Down)
        compare(test.states.row, row + 1)
        compare(list.Accessible.name, test.states.spoken)
        tick.toggle()
        tick.toggled()
    }

    function test_whatIsPickedIsExplored() {
        test.states.scenario = "S1"
        tryCompare(test.states, "explored", true, 60000)
        tryCompare(test.states, "busy", false, 60000)
        compare(test.states.failingText, "")
        test.states.scenario = "S3"
        tryCompare(test.states, "explored", true, 60000)
        tryCompare(test.states, "busy", false, 60000)
        verify(test.states.failingText !== "")
    }

    /// What the legend says has a width, from which its height follows, and from that how many steps are seen.
    function test_theLegendHasRoomForEveryArrangementAtAnyWidth() {
        for (let width = 1100; width <= 1440; width += 10) {
            test.window.width = width
            for (const arrangement of [StatesViewModel.Free, StatesViewModel.ByDepth]) {
                test.states.arrangement = arrangement
                tryCompare(test.states, "busy", false, 60000)
                wait(0)
            }
        }
        verify(test.graph().rangeText.length <= test.graph().widestRangeText.length)
    }

    function test_everythingTheKeyboardReachesHasAName() {
        const reached = test.seen(test.window.contentItem, item => item.activeFocusOnTab && item.enabled)
        compare(reached.filter(item => item.Accessible.name === "").map(item => item.toString()), [])
        verify(reached.length > 15)
    }

    function test_detailsAreADrawerWhereThereIsLittleRoom() {
        test.window.width = 1100
        test.window.height = 720
        wait(0)
        const copy = () => test.named("Copy the state as text")
        verify(!copy())
        test.named("Details of the state").clicked()
        verify(copy())
        keyClick(Qt.Key_Escape)
        verify(!copy())
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
        for (const pane of test.seen(test.window.contentItem, item => item.Accessible.role === Accessible.Pane || item.Accessible.role === Accessible.ToolBar)) {
            const corner = pane.mapToItem(null, 0, 0)
            verify(corner.x >= -1 && corner.x + pane.width <= data.width + 1, pane.Accessible.name)
            verify(corner.y >= -1 && corner.y + pane.height <= data.height + 1, pane.Accessible.name)
        }
        verify(test.graph().height > 100, test.graph().height)
    }
}
