import QtQuick
import QtTest
import Bindlab
import Bindlab.Testing
import Bindlab.ViewModels

/// The card of the welcome screen that offers questions again, and the review it leads to.
WindowCase {
    id: test

    readonly property LessonViewModel lesson: test.app ? test.app.lesson : null

    name: "Review"

    function init() {
        test.openWindow()
    }

    function cleanup() {
        test.closeWindow()
    }

    function card() {
        return test.seen(test.window.contentItem, item => item.askRequested !== undefined)[0] ?? null
    }

    function button(text) {
        return test.seen(test.window.contentItem, item => item.text === text && item.clicked !== undefined)[0] ?? null
    }

    /// Tab until this button has the keyboard.
    function tabTo(text) {
        for (let press = 0; press < 100; ++press) {
            const item = test.window.activeFocusItem
            if (item !== null && item.text === text && item.clicked !== undefined)
                return
            keyClick(Qt.Key_Tab)
        }
        fail("Tab does not come to " + text)
    }

    function test_thereIsNoCardWhenNothingIsDue() {
        test.drawn()
        compare(test.card(), null)
        Fixture.makeDue(1)
        verify(test.card() !== null)
        verify(test.seen(test.card(), item => item.text === "One to remember").length === 1)
    }

    function test_aClickAsksThemAndTheirResultLeadsBack() {
        Fixture.makeDue(3)
        test.drawn()
        mouseClick(test.button("Ask me"))
        compare(test.app.screen, AppViewModel.Place.Lesson)
        verify(test.lesson.isReview)
        compare(test.lesson.pageCount, 3)
        test.drawn()
        compare(test.button("I know this: test me"), null)
        test.grabImage(test.window.contentItem).save(Fixture.pictureFile("review-asked.png"))
        for (let page = 0; page < 3; ++page) {
            test.lesson.openPage(page)
            compare(test.lesson.openDirective, "predict")
            verify(test.lesson.sourceLabel !== "")
            test.lesson.answer(-1)
        }
        tryVerify(() => test.button("To the lessons") !== null)
        compare(test.button("Ask me others"), null)
        compare(test.button("Try again"), null)
        test.button("To the lessons").clicked()
        compare(test.app.screen, AppViewModel.Place.Welcome)
        test.drawn()
        compare(test.card(), null)
    }

    function test_byKeyboardItIsAskedAndPutOff_data() {
        return [{ tag: "asked", press: "Ask me", asked: true }, { tag: "put off", press: "Not now", asked: false }]
    }

    function test_byKeyboardItIsAskedAndPutOff(data) {
        Fixture.makeDue(3)
        test.tabTo(data.press)
        keyClick(Qt.Key_Return)
        compare(test.lesson.isReview, data.asked)
        compare(test.app.review.offered, false)
        wait(50)
        // The keyboard goes on where there is something for it.
        verify(test.window.activeFocusItem !== null && test.window.activeFocusItem !== test.window.contentItem)
        if (!data.asked)
            compare(test.window.activeFocusItem.text, "Start lesson 1")
    }

    function test_escPutsItOffAndNothingElse() {
        Fixture.makeDue(3)
        test.drawn()
        keyClick(Qt.Key_Escape)
        compare(test.card(), null)
        compare(test.app.screen, AppViewModel.Place.Welcome)
        keyClick(Qt.Key_Return)   // the main button still has the keyboard
        compare(test.app.screen, AppViewModel.Place.Lesson)
    }

    function test_itCoversNothingAndIsReadWhole_data() {
        return [
            { tag: "dark", width: 1440, height: 900, scale: 1, theme: Look.ThemeChoice.Dark },
            { tag: "light", width: 1440, height: 900, scale: 1, theme: Look.ThemeChoice.Light },
            { tag: "contrast", width: 1440, height: 900, scale: 1, theme: Look.ThemeChoice.Contrast },
            { tag: "smallest window", width: 1100, height: 720, scale: 1, theme: Look.ThemeChoice.Dark },
            { tag: "smallest window, text at 200 %", width: 1100, height: 720, scale: 2, theme: Look.ThemeChoice.Light }
        ]
    }

    function test_itCoversNothingAndIsReadWhole(data) {
        test.app.look.themeChoice = data.theme
        test.app.textScale = data.scale
        test.window.width = data.width
        test.window.height = data.height
        test.app.drawPictures()
        Fixture.makeDue(3)
        tryVerify(() => test.app.pictured, 60000)
        test.drawn()
        const card = test.card()
        compare(test.seen(card, item => item.truncated === true).map(item => item.text), [])
        const place = card.mapToItem(test.window.contentItem, 0, 0, card.width, card.height)
        for (const item of test.seen(card, each => each.text !== undefined && each.width > 0)) {
            const inner = item.mapToItem(card, 0, 0, item.width, item.height)
            verify(inner.x >= 0 && inner.y >= 0 && inner.x + inner.width <= card.width && inner.y + inner.height <= card.height, item.text)
        }
        const others = test.seen(card.parent, item => item !== card && item.parent === card.parent)
        for (const other of others) {
            const its = other.mapToItem(test.window.contentItem, 0, 0, other.width, other.height)
            verify(its.y + its.height <= place.y + 1 || its.y >= place.y + place.height - 1)
        }
        test.grabImage(test.window.contentItem).save(Fixture.pictureFile("review-" + data.tag.replace(/[^0-9a-z]+/g, "-") + ".png"))
        test.button("Ask me").forceActiveFocus(Qt.TabFocusReason)
        test.drawn()
        test.grabImage(test.window.contentItem).save(Fixture.pictureFile("review-" + data.tag.replace(/[^0-9a-z]+/g, "-") + "-focus.png"))
    }

    function test_itWaitsBehindTheTour() {
        Fixture.makeDue(3)
        verify(test.card() !== null)
        test.app.trigger("tour")
        test.app.openWelcome()
        test.drawn()
        compare(test.card(), null)
        test.app.tour.leave()
        tryVerify(() => test.card() !== null)
    }

    function test_theSettingsSwitchItOff() {
        Fixture.makeDue(3)
        test.app.trigger("settings")
        tryVerify(() => test.button("Offer them at the start") !== null)
        verify(test.button("Offer them at the start").checked)
        wait(50)   // the search takes the keyboard first
        test.tabTo("Offer them at the start")
        keyClick(Qt.Key_Space)
        compare(test.app.review.wanted, false)
        test.app.settings.filter = "remember"
        tryVerify(() => test.button("Export") === null)
        verify(test.button("Offer them at the start") !== null)
        test.app.settings.filter = "undo"
        tryVerify(() => test.button("Export") !== null)
        compare(test.button("Offer them at the start"), null)
        test.app.openWelcome()
        test.drawn()
        compare(test.card(), null)
    }
}
