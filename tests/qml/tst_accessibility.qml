import QtQuick
import QtTest
import Bindlab
import Bindlab.Testing
import Bindlab.Theme
import Bindlab.ViewModels

/// Every screen, by keyboard and for a screen reader.
WindowCase {
    id: test

    readonly property list<string> screens: ["welcome", "review", "lesson", "compare", "matrix", "sandbox", "states", "device", "reference", "settings"]

    name: "Accessibility"

    function init() {
        test.openWindow()
    }

    function cleanup() {
        test.closeWindow()
    }

    function open(screen) {
        if (screen === "lesson")
            test.app.openLesson(Fixture.firstLesson)
        else if (screen === "review")   // the welcome screen with its card
            Fixture.makeDue(3)
        else if (screen !== "welcome")
            test.app.trigger(screen)
        // The matrix checks on while it is looked at; the welcome screen waits for its pictures.
        if (screen !== "matrix" && test.app.screen !== AppViewModel.Place.Welcome)
            tryVerify(() => !test.app.compare.busy && !test.app.states.busy, 60000)
        test.drawn()
    }

    function everyScreen() {
        const rows = []
        for (let i = 0; i < test.screens.length; ++i)
            rows.push({ tag: test.screens[i] })
        return rows
    }

    /// The items of a popover, once it is open; of the whole window without one.
    function layerOf(popover) {
        return popover === "" ? test.window.contentItem : test.seen(test.window.contentItem, item => item.toString().includes("PopupItem") && item.width > 0).pop()
    }

    /// Whether a press or the keyboard does something to it.
    function isControl(item) {
        return item.enabled && item.width > 0 && item.height > 0
            && (item.activeFocusOnTab || (item.clicked !== undefined && item.down !== undefined) || (item.cursorPosition !== undefined && !item.readOnly) || Fixture.isTapped(item))
    }

    function words(item) {
        return item.toString().replace(/\(.*/, "") + " \"" + (Fixture.nameOf(item) || item.text || "") + "\""
    }

    /// What is wrong with the controls of a layer, a line each.
    function faults(shown) {
        const found = []
        for (const item of test.seen(shown, test.isControl)) {
            const role = Fixture.roleOf(item)
            if (role === 0 || Fixture.nameOf(item) === "")
                found.push(test.words(item) + (role === 0 ? " has no role" : " has no name"))
            // The line between two panes is as thin as the design has it; arrow keys move it as well.
            if (role !== Accessible.Splitter && (item.width < 24 || item.height < 24))
                found.push(test.words(item) + " is " + Math.round(item.width) + " by " + Math.round(item.height))
        }
        return found
    }

    function test_everyControlHasARoleANameAndRoomToBeHit_data() {
        const rows = test.everyScreen()
        for (const popover of ["palette", "help"])
            rows.push({ tag: popover, popover: true })
        return rows
    }

    function test_everyControlHasARoleANameAndRoomToBeHit(data) {
        if (data.popover) {
            test.app.trigger(data.tag)
            wait(50)
        } else {
            test.open(data.tag)
        }
        compare(test.faults(test.layerOf(data.popover ? data.tag : "")), [])
    }

    /// What clips or scrolls an item, the window at last.
    function frameOf(item) {
        for (let at = item.parent; at; at = at.parent) {
            if (at.clip || at.contentX !== undefined)
                return at
        }
        return test.window.contentItem
    }

    /// Whether an item lies in its frame, or in what that can be scrolled to.
    function isReached(item, frame) {
        const place = item.mapToItem(frame, 0, 0, item.width, item.height)
        const inside = (from, size, room) => from >= -1 && from + size <= room + 1
        if (frame.contentX === undefined)
            return inside(place.x, place.width, frame.width) && inside(place.y, place.height, frame.height)
        const wide = Math.max(frame.width, frame.contentWidth + frame.rightMargin)
        const high = Math.max(frame.height, frame.contentHeight + frame.bottomMargin)
        return inside(place.x + frame.contentX, place.width, wide) && inside(place.y + frame.contentY, place.height, high)
    }

    /// Whether what is scrolled shows so little that it cannot be read there.
    function isSlit(item) {
        return item.contentY !== undefined && item.enabled && item.width > 0 && item.contentHeight > 1
            && item.height < Math.min(item.contentHeight, 3 * Theme.rowHeight) - 1
    }

    function test_textAtTwiceItsSizeLeavesEveryControlInReach_data() {
        const rows = test.everyScreen()
        for (const popover of ["palette", "help"])
            rows.push({ tag: popover, popover: true })
        return rows
    }

    function test_textAtTwiceItsSizeLeavesEveryControlInReach(data) {
        test.window.width = 1100
        test.window.height = 720
        test.app.textScale = 2
        if (data.popover)
            test.app.trigger(data.tag)
        else
            test.open(data.tag)
        if (data.tag === "device") {
            test.app.device.playHappyPath()
            test.seen(test.window.contentItem, item => item.text === "Messages" && item.clicked !== undefined)[0].clicked()
        }
        wait(50)
        test.grabImage(test.window.contentItem).save(Fixture.pictureFile("twice-" + data.tag + ".png"))
        const shown = test.layerOf(data.popover ? data.tag : "")
        const lost = test.seen(shown, item => test.isControl(item) && item.activeFocusOnTab && !test.isReached(item, test.frameOf(item)))
        compare(lost.map(test.words), [])
        compare(test.seen(shown, test.isSlit).map(item => test.words(item) + " is " + Math.round(item.height) + " high"), [])
    }

    /// Presses Tab until it is where it began; what it came by.
    function tabbed() {
        const visited = []
        for (let press = 0; press < 400; ++press) {
            keyClick(Qt.Key_Tab)
            const item = test.window.activeFocusItem
            if (item === null || visited.includes(item))
                break
            visited.push(item)
        }
        return visited
    }

    /// The pane an item is in.
    function paneOf(item) {
        for (let at = item.parent; at; at = at.parent) {
            const role = Fixture.roleOf(at)
            if (role === Accessible.Pane || role === Accessible.ToolBar)
                return at
        }
        return null
    }

    /// Whether reading comes to `next` only after having passed it: it lies above, or before on the same line.
    function isBefore(next, item) {
        const a = item.mapToItem(null, 0, 0, item.width, item.height)
        const b = next.mapToItem(null, 0, 0, next.width, next.height)
        const above = b.y + b.height <= a.y + 1
        const below = b.y >= a.y + a.height - 1
        const right = b.x >= a.x + a.width - 1
        const left = b.x + b.width <= a.x + 1
        return (above && !right) || (left && !below)
    }

    function test_tabReachesEveryControlInTheOrderOfReading_data() {
        return test.everyScreen()
    }

    function test_tabReachesEveryControlInTheOrderOfReading(data) {
        test.open(data.tag)
        const visited = test.tabbed()
        // The keyboard of a list may be on one of its lines.
        const reached = item => visited.some(each => {
            for (let at = each; at; at = at.parent) {
                if (at === item)
                    return true
            }
            return false
        })
        const missed = test.seen(test.window.contentItem, item => item.activeFocusOnTab && item.enabled && item.width > 0 && !reached(item))
        compare(missed.map(test.words), [])
        wait(50)   // what came or went with the keyboard has moved the rest
        const astray = []
        for (let i = 1; i < visited.length; ++i) {
            if (test.paneOf(visited[i]) === test.paneOf(visited[i - 1]) && test.isBefore(visited[i], visited[i - 1]))
                astray.push(test.words(visited[i - 1]) + " then " + test.words(visited[i]))
        }
        compare(astray, [])
    }

    /// Something of it is drawn in the ink of the keyboard, wide enough to be seen.
    function isRinged(item) {
        const rings = each => each.border !== undefined && each.border.width >= Theme.focusWidth && Qt.colorEqual(each.border.color, Theme.accent)
        const place = item.mapToItem(null, 0, 0, item.width, item.height)
        // A pane or a list may draw it around itself. Only what has the keyboard is drawn so.
        return test.seen(test.window.contentItem, rings).some(each => {
            const ring = each.mapToItem(null, 0, 0, each.width, each.height)
            return ring.x < place.x + place.width && place.x < ring.x + ring.width && ring.y < place.y + place.height && place.y < ring.y + ring.height
        })
    }

    function test_whatHasTheKeyboardIsRinged_data() {
        return test.everyScreen()
    }

    function test_whatHasTheKeyboardIsRinged(data) {
        test.open(data.tag)
        const bare = []
        for (let press = 0, seen = []; press < 400; ++press) {
            keyClick(Qt.Key_Tab)
            const item = test.window.activeFocusItem
            if (item === null || seen.includes(item))
                break
            seen.push(item)
            if (!test.isRinged(item))
                bare.push(test.words(item))
        }
        compare(bare, [])
    }

    /// What a screen reader is told from now on: its role then, and the words.
    function listen() {
        const announcer = findChild(test.window, "announcer")
        const told = []
        announcer.told.connect(() => told.push((Fixture.roleOf(announcer) === Accessible.AlertMessage ? "alert|" : "say|") + Fixture.nameOf(announcer)))
        return told
    }

    function test_eachStepIsToldAndAViolationAtOnce() {
        test.app.trigger("tour")
        test.app.tour.leave()
        wait(0)
        const workbench = test.app.lesson.workbench
        const told = test.listen()
        const start = workbench.sentence
        keyClick(Qt.Key_1)
        const step = workbench.sentence
        keyClick(Qt.Key_Left)
        keyClick(Qt.Key_1)
        compare(told, ["say|" + step, "say|" + start, "say|" + step])

        workbench.runCheck()
        tryVerify(() => told.length === 4, 30000)
        verify(told[3].startsWith("alert|" + workbench.check.label))
        keyClick(Qt.Key_V)
        verify(workbench.sentenceFails)
        compare(told[4], "alert|" + workbench.sentence)
    }

    function test_theMapIsReadAsATable() {
        test.app.trigger("tour")
        test.app.tour.leave()
        test.drawn()
        keyClick(Qt.Key_T)
        const lines = () => test.seen(test.window.contentItem, item => item.spoken !== undefined && item.pointers !== undefined)
        tryVerify(() => lines().length > 5)
        const before = lines().map(line => line.spoken).join("\n")
        keyClick(Qt.Key_1)
        tryVerify(() => lines().map(line => line.spoken).join("\n") !== before)
        verify(lines().some(line => line.locks.includes("held by T1")))
        test.grabImage(test.window.contentItem).save(Fixture.pictureFile("map-table.png"))
        // Down walks through it.
        const list = lines()[0].ListView.view
        list.forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Down)
        compare(list.currentIndex, 1)
        compare(Fixture.nameOf(list), lines()[1].spoken)
        keyClick(Qt.Key_T)
        tryCompare(test.window.shown, "asTable", false)
        compare(lines().length, 0)
        verify(test.window.activeFocusItem !== null)
    }
}
