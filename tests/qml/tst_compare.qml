import QtQuick
import QtTest
import Bindlab
import Bindlab.Testing
import Bindlab.ViewModels

WindowCase {
    id: test

    property CompareViewModel compared: null

    name: "Compare"

    function initTestCase() {
        test.openWindow()
        test.compared = test.app.compare
        keyClick(Qt.Key_2, Qt.ControlModifier)
        compare(test.app.screen, AppViewModel.Place.Compare)
        tryCompare(test.compared, "busy", false, 60000)
    }

    function cleanupTestCase() {
        test.closeWindow()
    }

    function init() {
        failOnWarning(/.?/)
        test.app.textScale = 1
        test.window.width = 1440
        test.window.height = 900
        test.app.openCompare()
        test.compared.view = CompareViewModel.View.SideBySide
        test.compared.jumpToSplit()
        wait(0)
    }

    function panes() {
        return test.seen(test.window.contentItem, item => item.Accessible.role === Accessible.Pane || item.Accessible.role === Accessible.ToolBar)
    }

    function test_keysStepBothAndJumpToTheSplit() {
        keyClick(Qt.Key_Home)
        compare(test.compared.position, 0)
        keyClick(Qt.Key_Right)
        keyClick(Qt.Key_Right)
        compare(test.compared.position, 2)
        compare(test.compared.second.position, 2)
        keyClick(Qt.Key_Left)
        compare(test.compared.position, 1)
        keyClick(Qt.Key_End)
        compare(test.compared.position, test.compared.length)
        keyClick(Qt.Key_D)
        compare(test.compared.position, test.compared.split)
        keyClick(Qt.Key_V)
        verify(test.compared.firstSoFar !== "" || test.compared.secondSoFar !== "")
    }

    function test_oneKeyGoesThroughTheThreeViews() {
        const maps = () => test.seen(test.window.contentItem, item => item.Accessible.role === Accessible.Graphic && item.Accessible.name.startsWith("System map")).length
        compare(maps(), 2)
        keyClick(Qt.Key_C, Qt.ShiftModifier)
        compare(test.compared.view, CompareViewModel.View.Difference)
        compare(maps(), 0)
        verify(test.seen(test.window.contentItem, item => item.Accessible.role === Accessible.Table).length === 1)
        keyClick(Qt.Key_C, Qt.ShiftModifier)
        compare(test.compared.view, CompareViewModel.View.Overlay)
        compare(maps(), 1)
        keyClick(Qt.Key_C, Qt.ShiftModifier)
        compare(maps(), 2)
    }

    function test_theStepOfThePointerIsShown() {
        const column = test.seen(test.window.contentItem, item => item.spoken !== undefined && item.step === 3)[0]
        mouseClick(column, column.width / 2, 8)
        compare(test.compared.position, 3)
    }

    function test_theSplitIsSpoken() {
        const column = test.seen(test.window.contentItem, item => item.spoken !== undefined && item.split === true)[0]
        verify(column.Accessible.name.includes("they part"))
        verify(column.Accessible.name.includes("-EBUSY"))
    }

    function test_swapIsUndoneBySwap() {
        const first = test.compared.firstDesign
        keyClick(Qt.Key_X)
        compare(test.compared.secondDesign, first)
        tryCompare(test.compared, "busy", false, 60000)
        keyClick(Qt.Key_X)
        compare(test.compared.firstDesign, first)
        tryCompare(test.compared, "busy", false, 60000)
    }

    /// In the window or in what opens above it.
    function above(wanted) {
        return test.seen(test.window.contentItem.parent ?? test.window.contentItem, wanted)
    }

    function button(title) {
        return test.above(item => item.text === title && item.clicked !== undefined)[0]
    }

    function openExport() {
        mouseClick(test.seen(test.window.contentItem, item => item.Accessible.role === Accessible.Button && item.text === "Export")[0])
        tryVerify(() => test.button("Copy") !== undefined)
    }

    function test_theTextIsCopied() {
        test.openExport()
        test.button("Copy").clicked()
        tryVerify(() => test.above(item => item.text === "Copied").length > 0)
        keyClick(Qt.Key_Escape)
    }

    function test_everyFormatIsSaved_data() {
        return [{ tag: "Text" }, { tag: "JSON" }, { tag: "SVG" }, { tag: "PNG" }]
    }

    function test_everyFormatIsSaved(data) {
        test.openExport()
        test.button(data.tag).clicked()
        const field = test.above(item => item.Accessible.name === "File to write")[0]
        const file = Fixture.temporaryFile("out." + data.tag.toLowerCase())
        field.text = file
        test.button("Save").clicked()
        tryVerify(() => test.above(item => item.text === "Saved to " + file).length > 0)
        verify(Fixture.sizeOf(file) > 2000)
        field.text = Fixture.temporaryFile("none/out")
        test.button("Save").clicked()
        tryVerify(() => test.above(item => item.text !== undefined && String(item.text).includes("cannot be written")).length > 0)
        keyClick(Qt.Key_Escape)
    }

    function test_everythingTheKeyboardReachesHasAName() {
        const reached = test.seen(test.window.contentItem, item => item.activeFocusOnTab && item.enabled)
        compare(reached.filter(item => item.Accessible.name === "").map(item => item.toString()), [])
        verify(reached.length > 20)
    }

    function test_F6GoesThroughThePanes() {
        const names = new Set()
        for (let i = 0; i < 12; ++i) {
            keyClick(Qt.Key_F6)
            for (let at = test.window.activeFocusItem; at; at = at.parent) {
                if (at.Accessible.role === Accessible.Pane || at.Accessible.role === Accessible.ToolBar) {
                    names.add(at.Accessible.name)
                    break
                }
            }
        }
        verify(names.size >= 7, [...names].join(", "))
    }

    function test_theNamesAreReadWhole_data() {
        return [
            { tag: "1440x900", width: 1440, height: 900, scale: 1 },
            { tag: "the smallest window", width: 1100, height: 720, scale: 1 },
            { tag: "text at 200 %", width: 1100, height: 720, scale: 2 }
        ]
    }

    /// At the split one thread of the second side has returned.
    function test_theNamesAreReadWhole(data) {
        test.app.textScale = data.scale
        test.window.width = data.width
        test.window.height = data.height
        wait(0)
        for (const side of test.panes().filter(pane => pane.soFar !== undefined)) {
            const names = test.seen(side, item => item.text === side.title)
            compare(names.filter(name => !name.truncated).length, 1)
            for (let i = 0; i < 2; ++i) {
                const title = side.workbench.threads.data(side.workbench.threads.index(i, 0), Qt.UserRole + 1).title
                compare(test.seen(side, item => item.text === title && item.truncated === false).length, 1, title)
            }
        }
        verify(test.seen(test.window.contentItem, item => item.text === "returned -EBUSY" && !item.truncated).length === 1)
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
        for (const pane of test.panes()) {
            const corner = pane.mapToItem(null, 0, 0)
            verify(corner.x >= -1 && corner.x + pane.width <= data.width + 1, pane.Accessible.name)
        }
    }
}
