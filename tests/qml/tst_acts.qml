import QtQuick
import QtTest
import Bindlab
import Bindlab.Testing
import Bindlab.ViewModels

/// The acts of a lesson in the window: order, repair, explain, compare, and what goes with them.
WindowCase {
    id: test

    name: "Acts"
    when: windowShown

    readonly property LessonViewModel lesson: test.app ? test.app.lesson : null

    function init() {
        test.openWindow()
    }

    function cleanup() {
        test.closeWindow()
    }

    /// Opens the lesson and passes what stands before its first act of this kind.
    function openAct(id: string, directive: string) {
        test.app.openLesson(id)
        for (let page = 0; page < test.lesson.pageCount; ++page) {
            test.lesson.openPage(page)
            while (test.lesson.openDirective !== "" && test.lesson.openDirective !== directive)
                test.lesson.skip()
            if (test.lesson.openDirective === directive)
                break
        }
        compare(test.lesson.openDirective, directive)
        wait(100)   // it comes into view
    }

    function buttons(text: string): var {
        return test.seen(test.window.contentItem, item => item.text === text && item.clicked !== undefined)
    }

    function labels(words: string): var {
        return test.seen(test.window.contentItem, item => typeof item.text === "string" && item.text.includes(words))
    }

    function cards(property: string): var {
        return test.seen(test.window.contentItem, item => item[property] !== undefined && item.actState !== undefined && item.spacing !== undefined)
    }

    function test_anOrderIsMovedByButtonsThatKeepTheKeyboard() {
        test.openAct("the-vm-goes-last", "order")
        const card = test.cards("order")[0]
        verify(card)
        const count = card.order.length
        compare(Array.from(card.order), [...Array(count).keys()])
        const later = test.buttons("Later")
        compare(later.length, count)
        verify(!later[count - 1].enabled)
        later[0].forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Space)
        compare(Array.from(card.order).slice(0, 2), [1, 0])
        // The item has gone one down, and the keyboard with it: pressed again, it goes on.
        keyClick(Qt.Key_Space)
        compare(Array.from(card.order).slice(0, 3), [1, 2, 0])
    }

    function test_anOrderIsDragged() {
        test.openAct("the-vm-goes-last", "order")
        const card = test.cards("order")[0]
        const rows = test.seen(card, item => item.place !== undefined)
        const first = rows[0]
        const last = rows[rows.length - 1]
        const from = first.mapToItem(card, 60, first.height / 2)
        const to = last.mapToItem(card, 60, last.height / 2)
        mousePress(card, from.x, from.y)
        for (let i = 1; i <= 10; ++i)
            mouseMove(card, from.x, from.y + (to.y - from.y) * i / 10)
        mouseRelease(card, to.x, to.y)
        const expected = [...Array(rows.length).keys()].slice(1).concat([0])
        compare(Array.from(card.order), expected)
    }

    function test_anOrderThatIsNotLegalIsAnsweredWithARunThatFails() {
        test.openAct("the-vm-goes-last", "order")
        mouseClick(test.buttons("Try this order")[0])
        compare(test.lesson.openDirective, "order")
        tryVerify(() => test.labels("Not legal.").length > 0)
        verify(test.lesson.workbench.length > 0)
        mouseClick(test.buttons("Show me one way")[0])
        verify(test.lesson.openDirective !== "order")
        verify(test.labels("Legal.").length > 0)
    }

    function test_aRepairIsTickedThenChecked() {
        test.openAct("who-unbinds", "repair")
        const options = () => test.seen(test.window.contentItem, item => item.several === true)
        const attach = () => test.buttons("Attach and check")[0]
        verify(options().length >= 2)
        verify(!attach().enabled)
        options()[0].forceActiveFocus()
        keyClick(Qt.Key_Space)
        verify(options()[0].ticked)
        verify(attach().enabled)
        attach().clicked()
        tryVerify(() => test.labels("Not repaired.").length + test.labels("Repaired.").length > 0)
        verify(options()[0].feedback !== "")
    }

    function test_ownWordsStayAndDigitsOnlyTypeThere() {
        test.openAct("who-unbinds", "explain")
        const field = test.seen(test.window.contentItem, item => item.cursorPosition !== undefined && item.wrapMode !== undefined && item.placeholderText !== undefined)[0]
        verify(field)
        field.forceActiveFocus()
        const step = test.lesson.workbench.position
        keyClick(Qt.Key_1)
        keyClick(Qt.Key_Space)
        keyClick(Qt.Key_X)
        compare(field.text, "1 x")
        compare(test.lesson.workbench.position, step)
        keyClick(Qt.Key_Return, Qt.ControlModifier)
        verify(test.lesson.openDirective !== "explain")
        verify(test.labels("1 x").length > 0)
        verify(test.labels("A good answer has:").length > 0)
    }

    function test_whatWasComparedOpensSideBySide() {
        test.openAct("pin-or-unbind", "compare")
        const button = test.buttons("Compare them").concat(test.seen(test.window.contentItem, item => item.iconName === "columns" && item.kind !== undefined))[0]
        verify(button)
        button.clicked()
        tryVerify(() => test.buttons("Open side by side").length > 0)
        test.buttons("Open side by side").pop().clicked()
        compare(test.app.screen, AppViewModel.Place.Compare)
        tryVerify(() => !test.app.compare.busy, 30000)
        verify(test.app.compare.playable)
    }

    function test_aTermTellsWhatItMeansWhereThePointerRestsAndAClickOpensIt() {
        test.app.openLesson("references-and-tombstones")
        wait(100)
        const proses = test.seen(test.window.contentItem, item => item.html !== undefined && item.html.includes("term:") && item.linkColor !== undefined)
        verify(proses.length > 0)
        const prose = proses[0]
        let found = Qt.point(-1, -1)
        for (let y = 4; y < prose.height && found.x < 0; y += 4) {
            for (let x = 4; x < prose.width && found.x < 0; x += 6) {
                if (prose.linkAt(x, y).startsWith("term:"))
                    found = Qt.point(x, y)
            }
        }
        verify(found.x >= 0)
        mouseMove(prose, found.x, found.y)
        tryVerify(() => prose.hoveredLink.startsWith("term:"))
        mouseMove(prose, found.x + 1, found.y)
        const tip = () => Array.from(prose.data).filter(item => item.shown !== undefined && item.visible)
        tryVerify(() => tip().length > 0)
        verify(tip()[0].text.length > 40)
        const name = decodeURIComponent(prose.hoveredLink.split("#")[0].substring(5))
        mouseClick(prose, found.x + 1, found.y)
        compare(test.app.screen, AppViewModel.Place.Reference)
        wait(0)
        verify(test.seen(test.window.contentItem, item => item.name === name && item.otherNames !== undefined && item.open === true).length === 1, name)
    }

    function test_theSearchShowsWhatATermMeans() {
        keyClick(Qt.Key_F, Qt.ControlModifier)
        tryVerify(() => test.window.activeFocusItem && test.window.activeFocusItem.cursorPosition !== undefined)
        for (const letter of "tombstone")
            keyClick(letter)
        tryVerify(() => test.app.palette.count > 0)
        const overlay = test.window.contentItem.parent ?? test.window.contentItem
        tryVerify(() => test.seen(overlay, item => typeof item.text === "string" && item.text.includes("not given out again")).length > 0)
        keyClick(Qt.Key_Escape)
    }

    function test_progressIsResetAndTakenBackInTheWindow() {
        test.app.openLesson("who-unbinds")
        while (test.lesson.openDirective !== "")
            test.lesson.skip()
        compare(test.app.lessons.pagesDone, 1)
        test.app.trigger("progress")
        const overlay = test.window.contentItem.parent ?? test.window.contentItem
        const button = text => test.seen(overlay, item => item.text === text && item.clicked !== undefined)[0]
        tryVerify(() => button("Reset") !== undefined)
        button("Reset").clicked()
        compare(test.app.lessons.pagesDone, 0)
        tryVerify(() => test.seen(overlay, item => typeof item.text === "string" && item.text.startsWith("All is open again")).length > 0)
        keyClick(Qt.Key_Escape)
    }

    function test_whoKnowsAUnitIsAskedThreeQuestions() {
        test.app.openLesson("who-unbinds")
        wait(100)
        const button = test.buttons("I know this: test me")[0]
        verify(button)
        button.clicked()
        verify(test.lesson.isTest)
        compare(test.lesson.pageCount, 3)
        for (let page = 0; page < 3; ++page) {
            test.lesson.openPage(page)
            test.lesson.answer(-1)
        }
        tryVerify(() => test.buttons("Ask me others").length > 0)
        test.buttons("To the lessons")[0].clicked()
        verify(!test.lesson.isTest)
    }
}
