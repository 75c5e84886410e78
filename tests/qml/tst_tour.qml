import QtQuick
import QtTest
import Bindlab
import Bindlab.Testing
import Bindlab.ViewModels

/// The tour, taken in the window by its keys.
WindowCase {
    id: test

    readonly property Tour tour: test.app ? test.app.tour : null

    name: "Tour"

    function init() {
        test.openWindow()
    }

    function cleanup() {
        test.closeWindow()
    }

    function card() {
        return test.seen(test.window.contentItem, item => item.tour !== undefined && item.place !== undefined)[0]
    }

    /// The keys of the act that a stop asks for.
    function act(stop) {
        const keys = {
            threads: [Qt.Key_1], map: [Qt.Key_2], check: [Qt.Key_Return, Qt.ControlModifier], verdict: [Qt.Key_V], timeline: [Qt.Key_Left],
            compare: [Qt.Key_2, Qt.ControlModifier], matrix: [Qt.Key_3, Qt.ControlModifier], sandbox: [Qt.Key_4, Qt.ControlModifier],
            search: [Qt.Key_K, Qt.ControlModifier], help: [Qt.Key_F1]
        }[stop]
        keyClick(keys[0], keys[1] ?? Qt.NoModifier)
    }

    /// It opened at the stop before, and is closed by its own Esc.
    function closePalette() {
        const typing = () => test.window.activeFocusItem !== null && test.window.activeFocusItem.cursorPosition !== undefined
        tryVerify(typing)
        keyClick(Qt.Key_Escape)
        tryVerify(() => test.window.activeFocusItem !== null && !typing())
    }

    function inWindow(item) {
        const place = item.mapToItem(null, 0, 0, item.width, item.height)
        return place.x >= -1 && place.y >= -1 && place.x + place.width <= test.window.width + 1 && place.y + place.height <= test.window.height + 1
    }

    function button(text) {
        return test.seen(test.card(), item => item.text === text && item.clicked !== undefined)[0]
    }

    function test_eachStopRingsWhatIsInSightAndIsDoneByItsKeys_data() {
        return [
            { tag: "1440x900", width: 1440, height: 900, scale: 1 },
            { tag: "1100x720", width: 1100, height: 720, scale: 1 },
            { tag: "text at 200 %", width: 1440, height: 900, scale: 2 },
            { tag: "text at 200 % in the smallest window", width: 1100, height: 720, scale: 2 }
        ]
    }

    function test_eachStopRingsWhatIsInSightAndIsDoneByItsKeys(data) {
        test.app.textScale = data.scale
        test.window.width = data.width
        test.window.height = data.height
        test.app.trigger("tour")
        const stops = ["threads", "map", "check", "verdict", "timeline", "compare", "matrix", "sandbox", "search", "help"]
        compare(test.tour.count, stops.length)
        for (let i = 0; i < stops.length; ++i) {
            tryCompare(test.tour, "number", i + 1, 20000, stops[i])
            test.drawn()
            tryVerify(() => test.card().target !== null, 3000, stops[i])
            const card = test.card()
            verify(test.tour.targets.includes(card.target.objectName), stops[i])
            tryVerify(() => card.target !== null && card.target.visible, 3000, stops[i])
            verify(test.inWindow(card.target), stops[i])
            verify(test.inWindow(card.card), stops[i])
            compare(test.seen(card, item => item.truncated === true).map(item => item.text), [])
            // The card lies beside what it speaks of; only what fills the screen lies below it, too.
            if (card.target.height < data.height / 3)
                compare(card.covered(card.corner().x, card.corner().y), 0, stops[i])
            if (data.tag === "1440x900" || i % 4 === 0)
                test.grabImage(test.window.contentItem).save(Fixture.pictureFile("tour-" + data.tag.replace(/[^0-9a-z]+/g, "") + "-" + stops[i] + ".png"))
            if (stops[i] === "help")
                test.closePalette()
            test.act(stops[i])
        }
        tryCompare(test.tour, "running", false)
        keyClick(Qt.Key_Escape)
    }

    function test_theWindowStaysUsableAndEscLeaves() {
        test.app.trigger("tour")
        verify(test.window.activeFocusItem !== test.card())
        const position = test.app.lesson.workbench.position
        keyClick(Qt.Key_1)
        compare(test.app.lesson.workbench.position, position + 1)
        keyClick(Qt.Key_Escape)
        compare(test.tour.running, false)
        compare(test.app.lesson.workbench.position, position + 1)
        test.app.trigger("tour")
        compare(test.tour.number, 2)
    }

    function test_theCardIsReachedByF6AndItsButtonsByTab() {
        test.app.trigger("tour")
        wait(0)
        const inCard = () => {
            for (let at = test.window.activeFocusItem; at; at = at.parent) {
                if (at === test.card().card)
                    return true
            }
            return false
        }
        for (let press = 0; press < 8 && !inCard(); ++press)
            keyClick(Qt.Key_F6)
        verify(inCard())
        compare(test.window.activeFocusItem, test.button("Next"))
        keyClick(Qt.Key_Return)
        compare(test.tour.number, 2)
        keyClick(Qt.Key_Tab)
        compare(test.window.activeFocusItem, test.button("Back"))
        keyClick(Qt.Key_Tab)
        compare(test.window.activeFocusItem, test.button("Skip"))
        keyClick(Qt.Key_Space)
        compare(test.tour.running, false)
    }

    function test_whatIsElsewhereIsShownOnRequest() {
        test.app.trigger("tour")
        keyClick(Qt.Key_6, Qt.ControlModifier)
        tryVerify(() => test.card().target === null)
        mouseClick(test.button("Show it to me"))
        compare(test.app.screen, AppViewModel.Place.Lesson)
        tryVerify(() => test.card().target !== null)
    }

    function test_theWelcomeScreenAndTheKeysStartIt() {
        const again = () => test.seen(test.window.contentItem, item => item.text === test.tour.invitation && item.clicked !== undefined)
        mouseClick(again()[0])
        compare(test.tour.running, true)
        keyClick(Qt.Key_Escape)
        compare(test.tour.running, false)
        keyClick(Qt.Key_F1)
        tryVerify(() => again().length === 1)
        mouseClick(again()[0])
        tryCompare(test.tour, "running", true)
    }
}
