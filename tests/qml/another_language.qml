import QtQuick
import QtTest
import Bindlab
import Bindlab.Testing
import Bindlab.Theme
import Bindlab.ViewModels

/// Every screen in another language: what was translated is whole, lies in the window, and nothing else is left. Run with
/// LongerWords, and in each language there is.
WindowCase {
    id: test

    name: "AnotherLanguage"

    function init() {
        test.openWindow()
    }

    function cleanup() {
        test.closeWindow()
    }

    function everyScreen() {
        const rows = []
        for (const size of [[1440, 900], [1100, 720]]) {
            for (const screen of ["welcome", "lesson", "compare", "matrix", "sandbox", "states", "device", "reference", "settings", "palette", "help"])
                rows.push({ tag: screen + " " + size[0], screen: screen, width: size[0], height: size[1] })
        }
        return rows
    }

    /// It is all of a translated text, not a name of the model.
    function isTranslated(item) {
        // What stands in a cell of a run may be cut; the whole of it is in its tip, and is what a screen reader has.
        return item.objectName !== "cell" && typeof item.text === "string" && item.truncated !== undefined
            && ((item.text.startsWith("\u00AB") && item.text.endsWith("\u00BB")) || /[\u4E00-\u9FFF]/.test(item.text))
    }

    /// What an item is scrolled in, or the window.
    function frameOf(item) {
        for (let at = item.parent; at; at = at.parent) {
            if (at.contentX !== undefined)
                return null
        }
        return test.window.contentItem
    }

    function cut(item) {
        const place = item.mapToItem(null, 0, 0, item.width, item.height)
        const outside = test.frameOf(item) !== null && (place.x < -1 || place.x + place.width > test.window.width + 1)
        return item.truncated || outside || (item.wrapMode === Text.NoWrap && item.contentWidth > item.width + 1)
    }

    function test_nothingTranslatedIsCut_data() {
        return test.everyScreen()
    }

    function test_nothingTranslatedIsCut(data) {
        test.window.width = data.width
        test.window.height = data.height
        if (data.screen === "lesson")
            test.app.openLesson(Fixture.firstLesson)
        else if (data.screen !== "welcome")
            test.app.trigger(data.screen)
        if (data.screen === "compare" || data.screen === "states")
            tryVerify(() => !test.app.compare.busy && !test.app.states.busy, 60000)
        wait(50)
        const translated = test.seen(test.window.contentItem, test.isTranslated)
        verify(translated.length > 5)
        test.grabImage(test.window.contentItem).save(Fixture.pictureFile("language-" + data.tag.replace(" ", "-") + ".png"))
        compare(translated.filter(test.cut).map(item => item.text + " " + Math.round(item.contentWidth) + " in " + Math.round(item.width)), [])
        compare(Fixture.unansweredWords(), [])
    }
}
