import QtQuick
import QtTest
import Bindlab
import Bindlab.Testing
import Bindlab.ViewModels

WindowCase {
    id: test

    name: "Window"

    function init() {
        test.openWindow()
    }

    function cleanup() {
        test.closeWindow()
    }

    function openLesson() {
        test.app.openLesson(Fixture.firstLesson)
        wait(0)
        test.drawn()
    }

    function withText(text) {
        return test.seen(test.window.contentItem, item => item.text === text && item.width > 0)
    }

    function test_opensAtTheWelcomeScreen() {
        compare(test.app.screen, AppViewModel.Place.Welcome)
        compare(test.withText("See why the order matters").length, 1)
        verify(test.withText(test.app.lessons.nextTitle).length > 0)
    }

    function test_aPictureOfARunThatFailsSaysSoInShapeToo() {
        test.app.drawPictures()
        const pictures = () => test.seen(test.window.contentItem, item => item instanceof CardPicture)
        tryVerify(() => pictures().some(item => item.picture.to !== ""), 20000)
        for (const item of pictures())
            compare(test.seen(item, each => each.name === "octagon").length, item.picture.to !== "" && item.picture.fails ? 1 : 0)
    }

    function test_enterOnTheMainButtonStartsTheLesson() {
        const start = test.withText("Start lesson 1").filter(item => item.clicked !== undefined)
        compare(start.length, 1)
        verify(start[0].activeFocus)
        keyClick(Qt.Key_Return)
        compare(test.app.screen, AppViewModel.Place.Lesson)
        tryVerify(() => test.withText(test.app.lesson.pageTitle).length > 0)
        keyClick(Qt.Key_1, Qt.ControlModifier)
        compare(test.app.screen, AppViewModel.Place.Welcome)
    }

    function test_keysPlayBackAndForthThroughTheSameStates() {
        test.openLesson()
        const workbench = test.app.lesson.workbench
        const states = [Fixture.state()]
        for (const key of [Qt.Key_1, Qt.Key_2, Qt.Key_2, Qt.Key_1]) {
            keyClick(key)
            states.push(Fixture.state())
        }
        compare(workbench.position, 4)
        compare(new Set(states).size, 5)
        for (let step = 3; step >= 0; --step) {
            keyClick(Qt.Key_Left)
            compare(workbench.position, step)
            compare(Fixture.state(), states[step])
        }
        for (let step = 1; step <= 4; ++step) {
            keyClick(Qt.Key_Right)
            compare(Fixture.state(), states[step])
        }
        keyClick(Qt.Key_Home)
        compare(workbench.position, 0)
        keyClick(Qt.Key_End)
        compare(Fixture.state(), states[4])
    }

    function test_digitsRestWhileTextIsTyped() {
        test.openLesson()
        keyClick(Qt.Key_K, Qt.ControlModifier)
        const typing = () => test.window.activeFocusItem !== null && test.window.activeFocusItem.cursorPosition !== undefined
        tryVerify(typing)
        keyClick(Qt.Key_1)
        keyClick(Qt.Key_V)
        compare(test.app.palette.filter, "1v")
        compare(test.app.lesson.workbench.position, 0)
        keyClick(Qt.Key_Escape)
        tryVerify(() => test.window.activeFocusItem !== null && !typing())
        keyClick(Qt.Key_1)
        compare(test.app.lesson.workbench.position, 1)
    }

    function test_thePaletteRunsAnActionByName() {
        keyClick(Qt.Key_K, Qt.ControlModifier)
        tryVerify(() => test.window.activeFocusItem && test.window.activeFocusItem.cursorPosition !== undefined)
        const dark = test.app.dark
        for (const letter of "switch")
            keyClick(letter)
        compare(test.app.palette.idAt(0), "theme")
        keyClick(Qt.Key_Return)
        compare(test.app.dark, !dark)
    }

    function test_aPredictionKeepsTheGuessBesideWhatHappens() {
        test.openLesson()
        const lesson = test.app.lesson
        while (lesson.openDirective !== "predict" && lesson.page + 1 < lesson.pageCount)
            lesson.nextPage()
        compare(lesson.openDirective, "predict")
        wait(0)
        const options = () => test.seen(test.window.contentItem, item => item.answered !== undefined && item.chosen !== undefined)
        tryVerify(() => options().length >= 2)
        verify(options().every(option => !option.good && !option.bad))
        const first = options()[0]
        first.forceActiveFocus()
        keyClick(Qt.Key_Space)
        tryVerify(() => options().every(option => option.answered))
        verify(options()[0].chosen)
        compare(options().filter(option => option.correct).length, 1)
        compare(options()[0].good || options()[0].bad, true)
        // The way back is in sight.
        const again = () => test.withText("Try again").filter(item => item.clicked !== undefined)
        tryVerify(() => again().length === 1)
        tryVerify(() => again()[0].mapToItem(null, 0, again()[0].height).y < test.window.height - 40)
        mouseClick(again()[0])
        tryVerify(() => options().every(option => !option.answered))
    }

    function test_whyGoesBackToTheStepThatSetWhatTheKeyboardIsOn() {
        test.openLesson()
        const workbench = test.app.lesson.workbench
        for (let step = 0; step < 12; ++step)
            keyClick(step % 2 ? Qt.Key_2 : Qt.Key_1)
        const end = workbench.position
        verify(end > 4)
        const screen = test.window.shown
        for (let box = 0; box < 40 && !workbench.sentence.includes(" went from "); ++box) {
            workbench.seek(end)
            screen.showBox(box)
            keyClick(Qt.Key_W)
        }
        verify(workbench.sentence.includes(" went from "))
        verify(workbench.sentence.includes("at step " + workbench.position + ":"))
    }

    function test_theRunIsExportedFromTheToolbarAndByName() {
        test.openLesson()
        keyClick(Qt.Key_1)
        test.app.trigger("export")
        const button = format => test.withText(format).filter(item => item.clicked !== undefined)
        tryVerify(() => button("PlantUML").length === 1)
        for (const format of ["Text", "Mermaid", "PlantUML", "JSON", "SVG", "Lanes", "PNG"])
            compare(button(format).length, 1)
        mouseClick(button("Lanes")[0])
        tryVerify(() => test.withText("An SVG: a lane for each thread, steps from top to bottom.").length === 1)
        keyClick(Qt.Key_Escape)
    }

    function test_nextAndBackTurnThePages() {
        test.openLesson()
        keyClick(Qt.Key_PageDown)
        compare(test.app.lesson.page, 1)
        keyClick(Qt.Key_PageUp)
        compare(test.app.lesson.page, 0)
    }

    /// The sources of each page stand in a popover that need not have been opened.
    function test_theTextGrowsOnAnyPage() {
        test.app.openLesson("challenges-first-moves")
        for (let page = 0; page < test.app.lesson.pageCount; ++page) {
            test.app.lesson.openPage(page)
            wait(0)
            test.app.textScale = page % 2 ? 1.2 : 1
            wait(0)
        }
        compare(test.app.lesson.page, test.app.lesson.pageCount - 1)
    }

    /// A binding that goes in circles warns, and a warning fails the test. This lesson has flows that are higher than their card.
    function test_theLessonTakesEverySizeOfItsWindowAndPanes() {
        test.app.openLesson("who-owns-the-regions")
        const screen = test.window.shown
        for (let size = 0; size < 60; ++size) {
            test.app.lesson.workbench.stepThread(size % 2)
            test.window.width = 1100 + 37 * size % 500
            test.window.height = 720 + 53 * size % 400
            screen.threadsSize = 280 + 29 * size % 280
            screen.bottomSize = 160 + 31 * size % 360
            wait(1)
            if (size % 10 === 0)
                test.app.lesson.nextPage()
        }
        compare(test.app.lesson.page, 6)
    }

    function test_theMainButtonComesBackAfterAPageWithoutOne() {
        test.openLesson()
        let shown = 0
        for (let page = 1; page < test.app.lesson.pageCount; ++page) {
            keyClick(Qt.Key_PageDown)
            compare(test.app.lesson.page, page)
            test.drawn()
            if (test.app.lesson.actionText === "")
                continue
            ++shown
            tryVerify(() => test.withText(test.app.lesson.actionText).some(item => item.clicked !== undefined
                && item.mapToItem(null, 0, 0).y > 0 && item.parent.height >= item.height))
        }
        verify(shown > 0)
    }

    function test_f6GoesThroughEveryPaneAndBackToTheFirst() {
        test.openLesson()
        const places = []
        for (let press = 0; press < 5; ++press) {
            keyClick(Qt.Key_F6)
            const item = test.window.activeFocusItem
            verify(item !== null)
            places.push(item)
        }
        compare(new Set(places).size, 5)
        keyClick(Qt.Key_F6)
        compare(test.window.activeFocusItem, places[0])
        keyClick(Qt.Key_F6, Qt.ShiftModifier)
        compare(test.window.activeFocusItem, places[4])
    }

    function test_whatYieldsWhenThereIsLittleRoom_data() {
        return [
            { tag: "all of it", width: 1440, height: 900, scale: 1, drawer: false, tabs: false, low: false },
            { tag: "below 1240 the prose is a drawer", width: 1230, height: 900, scale: 1, drawer: true, tabs: false, low: false },
            { tag: "below 1180 the threads are a tab", width: 1170, height: 900, scale: 1, drawer: true, tabs: true, low: false },
            { tag: "below 780 the timeline is low", width: 1440, height: 770, scale: 1, drawer: false, tabs: false, low: true },
            { tag: "the smallest window", width: 1100, height: 720, scale: 1, drawer: true, tabs: true, low: true },
            { tag: "text at 200 %", width: 1440, height: 900, scale: 2, drawer: true, tabs: true, low: true }
        ]
    }

    function test_whatYieldsWhenThereIsLittleRoom(data) {
        test.app.textScale = data.scale
        test.window.width = data.width
        test.window.height = data.height
        test.openLesson()
        const screen = test.seen(test.window.contentItem, item => item.drawer !== undefined && item.tabs !== undefined)[0]
        compare(screen.drawer, data.drawer)
        compare(screen.tabs, data.tabs)
        compare(screen.low, data.low)
        // Nothing reaches out of the window, and no line of the lesson or the header is cut.
        const panes = test.seen(screen, item => item.Accessible.role === Accessible.Pane)
        verify(panes.length >= 3)
        for (const pane of panes) {
            const corner = pane.mapToItem(null, 0, 0)
            verify(corner.x >= -1 && corner.y >= -1, pane.Accessible.name)
            verify(corner.x + pane.width <= data.width + 1, pane.Accessible.name)
            verify(corner.y + pane.height <= data.height + 1, pane.Accessible.name)
        }
        const prose = panes.filter(pane => pane.Accessible.name === "Lesson")[0]
        const cut = test.seen(prose, item => item.truncated === true)
        compare(cut.map(item => item.text), [])
    }

    function test_everythingTheKeyboardReachesHasAName() {
        test.openLesson()
        const nameless = test.seen(test.window.contentItem, item => item.activeFocusOnTab && item.enabled && item.Accessible.name === "")
        compare(nameless.map(item => item.toString()), [])
        verify(test.seen(test.window.contentItem, item => item.activeFocusOnTab && item.enabled).length > 15)
    }

    function test_theWelcomeScreenOpensAtItsTop() {
        test.window.height = 720
        wait(0)
        const area = test.seen(test.window.contentItem, item => item.reveal !== undefined)[0]
        verify(area.contentHeight > area.height)
        compare(area.contentY, 0)
    }

    function test_eachPlaceIsEnteredByItsTab() {
        const tabs = test.seen(test.window.contentItem, item => item.about !== undefined && item.activated !== undefined)
        compare(tabs.map(tab => tab.title), ["Learn", "Compare", "Matrix", "Sandbox", "States", "Device"])
        const places = [AppViewModel.Place.Welcome, AppViewModel.Place.Compare, AppViewModel.Place.Matrix, AppViewModel.Place.Sandbox,
            AppViewModel.Place.States, AppViewModel.Place.Device]
        for (let i = tabs.length - 1; i >= 0; --i) {
            mouseClick(tabs[i])
            compare(test.app.screen, places[i])
        }
    }
}
