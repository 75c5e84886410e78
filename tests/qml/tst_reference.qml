import QtQuick
import QtTest
import Bindlab
import Bindlab.Testing
import Bindlab.ViewModels

WindowCase {
    id: test

    property ReferenceViewModel reference: null

    name: "Reference"

    function initTestCase() {
        test.openWindow()
        test.reference = test.app.reference
    }

    function cleanupTestCase() {
        test.closeWindow()
    }

    function init() {
        failOnWarning(/.?/)
        test.app.openWelcome()
        test.app.textScale = 1
        test.window.width = 1440
        test.window.height = 900
        test.reference.query = ""
        test.reference.part = ReferenceViewModel.Part.Terms
        keyClick(Qt.Key_7, Qt.ControlModifier)
        compare(test.app.screen, AppViewModel.Place.Reference)
        wait(0)
    }

    function list(model) {
        return test.seen(test.window.contentItem, item => item.model === model && item.positionViewAtIndex !== undefined)[0]
    }

    function panes() {
        return test.seen(test.window.contentItem, item => item.Accessible.role === Accessible.Pane && item.Accessible.name !== "" && item.width > 0)
    }

    function search() {
        return test.seen(test.window.contentItem, item => item.Accessible.name === "Search the reference")[0]
    }

    function test_theKeyOpensItWithTheKeyboardInTheTerms() {
        verify(test.list(test.reference.terms).activeFocus)
        verify(test.list(test.reference.sheets))
        verify(test.list(test.reference.sources))
        verify(test.list(test.reference.keys))
    }

    function test_theArrowKeysChooseAndEnterOpensTheFirstLesson() {
        keyClick(Qt.Key_Home)
        compare(test.reference.termRow, 0)
        keyClick(Qt.Key_Down)
        keyClick(Qt.Key_Down)
        compare(test.reference.termRow, 2)
        keyClick(Qt.Key_Up)
        compare(test.reference.termRow, 1)
        keyClick(Qt.Key_PageDown)
        verify(test.reference.termRow > 5)
        keyClick(Qt.Key_End)
        compare(test.reference.termRow, test.list(test.reference.terms).count - 1)
        test.reference.showTerm("tombstone")
        const first = test.reference.firstUse()
        keyClick(Qt.Key_Return)
        compare(test.app.screen, AppViewModel.Place.Lesson)
        verify(first.startsWith("lesson:" + test.app.lesson.lessonId + "#"))
    }

    function test_enterOnALessonsLinkOpensThatPage() {
        test.reference.showTerm("tombstone")
        wait(0)
        const links = test.seen(test.window.contentItem, item => item.target !== undefined && item.indented === true && item.target.startsWith("lesson:"))
        verify(links.length > 1)
        const link = links[links.length - 1]
        const target = link.target
        link.forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Return)
        compare(test.app.screen, AppViewModel.Place.Lesson)
        compare("lesson:" + test.app.lesson.lessonId + "#" + test.app.lesson.page, target)
    }

    function test_aDesignThatCitesAMailOpensInTheMatrix() {
        test.reference.query = "D3a"
        wait(0)
        const links = test.seen(test.window.contentItem, item => item.target !== undefined && item.target === "design:D3a")
        verify(links.length > 0)
        links[0].forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Return)
        compare(test.app.screen, AppViewModel.Place.Matrix)
    }

    function test_slashSearchesEverythingAndEscapeClears() {
        const before = ["terms", "sheets", "sources", "keys"].map(name => test.list(test.reference[name]).count)
        keyClick(Qt.Key_Slash)
        compare(test.window.activeFocusItem, test.search())
        for (const key of ["t", "d", "i"])
            keyClick(key)
        compare(test.reference.query, "tdi")
        const found = ["terms", "sheets", "sources", "keys"].map(name => test.list(test.reference[name]).count)
        for (let i = 0; i < found.length; ++i)
            verify(found[i] < before[i], before[i] + " " + found[i])
        verify(found[0] > 0 && found[1] > 0)
        keyClick(Qt.Key_Escape)
        compare(test.reference.query, "")
        compare(test.list(test.reference.terms).count, before[0])
    }

    function test_f6GoesThroughTheColumns() {
        const names = []
        for (let i = 0; i < 7; ++i) {
            keyClick(Qt.Key_F6)
            let pane = test.window.activeFocusItem
            while (pane && pane.Accessible.role !== Accessible.Pane && pane.Accessible.role !== Accessible.ToolBar)
                pane = pane.parent
            names.push(pane.Accessible.name)
        }
        compare(names.slice(0, 4), ["Machines", "Sheet of " + test.reference.sheet.title, "Mails and documents", "Keys"])
        verify(names.includes("Terms"))
    }

    function test_aMachineIsChosenByKeyAndItsSheetScrolls() {
        test.list(test.reference.sheets).forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_End)
        compare(test.reference.sheet.name, "Tdi")
        keyClick(Qt.Key_F6)
        const scroll = test.window.activeFocusItem
        compare(scroll.contentY, 0)
        keyClick(Qt.Key_PageDown)
        verify(scroll.contentY > 100)
        keyClick(Qt.Key_Home)
        compare(scroll.contentY, 0)
    }

    function chart() {
        return test.seen(test.window.contentItem, item => item.showStart !== undefined)[0]
    }

    function test_chartsOpenWholeOrAtAnEndAndWithTheirStart() {
        test.list(test.reference.sheets).forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Home)
        const seen = new Set()
        const cut = []
        while (!seen.has(test.reference.sheet.name)) {
            seen.add(test.reference.sheet.name)
            wait(0)
            const chart = test.chart()
            const start = chart.px(test.reference.sheet.startMark.x) - chart.contentX
            verify(start > 0 && start < chart.width, test.reference.sheet.name)
            if (chart.contentX > 0 && chart.contentX < chart.contentWidth - chart.width - 1)
                cut.push(test.reference.sheet.name)
            keyClick(Qt.Key_Down)
        }
        verify(seen.size > 15)
        // It is three panes wide and begins in its middle.
        compare(cut, ["FirmwareRecord"])
    }

    function test_aWideChartOpensWholeAndIsReadLargerWhenAsked() {
        test.list(test.reference.sheets).forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Home)
        compare(test.reference.sheet.name, "GuestDriver")
        wait(0)
        verify(test.chart().contentWidth <= test.chart().width)
        const button = text => test.seen(test.window.contentItem, item => item.text === text && item.clicked !== undefined)[0]
        button("Read the chart larger").clicked()
        verify(test.chart().contentWidth > test.chart().width)
        button("See the whole chart").clicked()
        verify(test.chart().contentWidth <= test.chart().width)
    }

    function test_aTermOfTheProseOpensHere() {
        test.app.trigger("term:vdevice")
        const rows = test.seen(test.window.contentItem, item => item.linkActivated !== undefined && item.html !== undefined && item.html.includes("term:"))
        verify(rows.length > 0)
        rows[0].linkActivated("term:idev#what%20it%20is")
        compare(test.list(test.reference.terms).currentItem.name, "idev")
    }

    function test_everythingTheKeyboardReachesHasAName() {
        const reached = test.seen(test.window.contentItem, item => item.activeFocusOnTab && item.enabled)
        compare(reached.filter(item => item.Accessible.name === "").map(item => item.toString()), [])
        verify(reached.length > 15)
    }

    function test_columnsBecomeTabsWhereThereIsLittleRoomAndNothingIsCut_data() {
        return [
            { tag: "the smallest window", width: 1100, height: 720, scale: 1 },
            { tag: "text at 200 %", width: 1440, height: 900, scale: 2 }
        ]
    }

    function test_columnsBecomeTabsWhereThereIsLittleRoomAndNothingIsCut(data) {
        test.app.textScale = data.scale
        test.window.width = data.width
        test.window.height = data.height
        wait(0)
        verify(test.list(test.reference.terms))
        verify(!test.list(test.reference.sheets))
        for (const part of ["Terms", "Components", "Mails", "Keys"]) {
            const tab = test.seen(test.window.contentItem, item => item.text === part && item.clicked !== undefined && item.part !== undefined)[0]
            tab.clicked()
            wait(0)
            test.checkNothingIsCut(data, part)
        }
        verify(test.list(test.reference.keys))
    }

    /// Panes lie in the window, and no text that is in sight sticks out of its pane sideways.
    function checkNothingIsCut(data, part) {
        for (const pane of test.panes()) {
            const corner = pane.mapToItem(null, 0, 0)
            const what = part + ": " + pane.Accessible.name
            verify(corner.x >= -1 && corner.x + pane.width <= data.width + 1, what)
            if (pane.contentY === undefined)
                verify(corner.y >= -1 && corner.y + pane.height <= data.height + 1, what)
            for (const text of test.seen(pane, item => item.paintedWidth !== undefined && item.text !== "")) {
                if (test.isInChart(text))
                    continue
                const left = text.mapToItem(pane, 0, 0).x
                verify(text.truncated !== true, what + ": " + text.text)
                verify(left >= -1 && left + text.paintedWidth <= pane.width + 1, what + ": " + text.text)
            }
        }
    }

    /// A chart that is wider than its pane is scrolled.
    function isInChart(item) {
        for (let at = item; at; at = at.parent) {
            if (at.Accessible.role === Accessible.Graphic)
                return true
        }
        return false
    }
}
