import QtQuick
import QtTest
import Bindlab.Testing
import Bindlab.Theme
import Bindlab.ViewModels

/// The settings, by keyboard alone.
WindowCase {
    id: test

    name: "Settings"

    function init() {
        test.openWindow()
    }

    function cleanup() {
        test.closeWindow()
    }

    function openSettings() {
        keyClick(Qt.Key_Comma, Qt.ControlModifier)
        compare(test.app.screen, AppViewModel.Place.Settings)
        tryVerify(() => test.typing())
    }

    function typing() {
        return test.window.activeFocusItem !== null && test.window.activeFocusItem.cursorPosition !== undefined
    }

    function type(text) {
        for (const letter of text)
            keyClick(letter)
    }

    /// Tab until what has the keyboard is called this.
    function tabTo(name) {
        for (let press = 0; press < 300; ++press) {
            const item = test.window.activeFocusItem
            if (item !== null && item.Accessible.name === name)
                return
            keyClick(Qt.Key_Tab)
        }
        fail("Tab does not come to " + name)
    }

    function texts() {
        return test.seen(test.window.contentItem, item => typeof item.text === "string" && item.width > 0).map(item => item.text)
    }

    function test_escGoesBackToWhereOneWas() {
        test.app.openLesson("who-unbinds")
        test.openSettings()
        keyClick(Qt.Key_Escape)
        compare(test.app.screen, AppViewModel.Place.Lesson)
        keyClick(Qt.Key_2, Qt.ControlModifier)
        test.openSettings()
        test.openSettings()
        keyClick(Qt.Key_Escape)
        compare(test.app.screen, AppViewModel.Place.Compare)
    }

    function test_themeTextAndMotionAreChosen() {
        test.openSettings()
        test.tabTo("High contrast")
        keyClick(Qt.Key_Space)
        verify(test.app.contrast)
        verify(Theme.contrast)
        test.tabTo("Light")
        keyClick(Qt.Key_Return)
        verify(!test.app.dark)
        verify(!Theme.contrast)
        test.tabTo("Larger text")
        keyClick(Qt.Key_Space)
        keyClick(Qt.Key_Space)
        fuzzyCompare(Theme.textScale, 1.2, 0.001)
        test.tabTo("Reduce motion")
        keyClick(Qt.Key_Space)
        verify(!test.app.reducedMotion)
    }

    function test_aLanguageIsChosenForTheNextStart() {
        test.openSettings()
        test.tabTo("Language: As the desktop")
        keyClick(Qt.Key_Down)
        compare(test.window.activeFocusItem.displayText, "English")
        verify(!test.texts().includes("It is spoken from the next start of the window on."))
        keyClick(Qt.Key_Down)
        compare(test.window.activeFocusItem.displayText, "\u7B80\u4F53\u4E2D\u6587")
        tryVerify(() => test.texts().includes("It is spoken from the next start of the window on."))
    }

    function test_whereNoneIsChosenTheDesktopsLanguageIsSpoken_data() {
        return [
            { tag: "zh_CN", spoken: "zh_CN" },
            { tag: "zh_SG", spoken: "zh_CN" },
            { tag: "zh_TW", spoken: "en" },
            { tag: "en_GB", spoken: "en" },
            { tag: "fr_FR", spoken: "en" }
        ]
    }

    function test_whereNoneIsChosenTheDesktopsLanguageIsSpoken(data) {
        compare(Fixture.languageOnADesktopIn(data.tag), data.spoken)
    }

    function test_speedIsThatOfTheTimeline() {
        test.app.openLesson("who-unbinds")
        test.openSettings()
        test.tabTo("Speed: 1×")
        keyClick(Qt.Key_Down)
        compare(test.app.lesson.workbench.speed, 2)
        keyClick(Qt.Key_Escape)
        tryVerify(() => test.texts().includes("2×"))
    }

    function test_theSearchLeavesWhatHasTheWords() {
        test.openSettings()
        test.type("dark")
        tryVerify(() => !test.texts().includes("Text size"))
        verify(test.texts().includes("High contrast"))
        verify(test.texts().includes("Switch between dark and light"))
        keyClick(Qt.Key_Escape)
        compare(test.app.screen, AppViewModel.Place.Settings)
        tryVerify(() => test.texts().includes("Text size"))
        test.type("zzz")
        tryVerify(() => test.texts().includes("No setting has these words. Esc shows all of them."))
    }

    function test_aKeyIsChangedAndDoesWhatItSays() {
        test.openSettings()
        test.type("next pane")
        test.tabTo("Change the key of “Next pane”")
        keyClick(Qt.Key_Return)
        tryVerify(() => test.texts().includes("Press the new key, or Esc"))
        keyClick(Qt.Key_J, Qt.ControlModifier)
        compare(test.app.keysOf("nextArea"), "Ctrl+J")
        tryVerify(() => test.texts().includes("Ctrl+J"))
        // The keyboard stays where it was, and the key means it at once.
        compare(test.window.activeFocusItem.Accessible.name, "Change the key of “Next pane”")
        keyClick(Qt.Key_J, Qt.ControlModifier)
        verify(test.window.activeFocusItem.Accessible.name !== "Change the key of “Next pane”")
        test.tabTo("The shipped key of \"Next pane\" again")
        keyClick(Qt.Key_Space)
        compare(test.app.keysOf("nextArea"), "F6")
    }

    function test_aKeyThatIsTakenIsRefusedByName() {
        test.openSettings()
        test.type("next pane")
        test.tabTo("Change the key of “Next pane”")
        keyClick(Qt.Key_Space)
        keyClick(Qt.Key_K, Qt.ControlModifier)
        tryVerify(() => test.texts().some(text => text.includes("Ctrl+K already means \"Search or run\"")))
        compare(test.app.keysOf("nextArea"), "F6")
        keyClick(Qt.Key_Tab)
        tryVerify(() => test.texts().some(text => text.startsWith("Tab takes the keyboard")))
        keyClick(Qt.Key_Escape)
        compare(test.app.screen, AppViewModel.Place.Settings)
        tryVerify(() => !test.texts().includes("Press the new key, or Esc"))
    }

    function test_tipsAndTheListOfKeysSayTheChangedKey() {
        test.app.settings.changeKey("palette", Qt.Key_J, Qt.ControlModifier)
        test.app.settings.changeKey("violation", Qt.Key_L, Qt.ControlModifier)
        const search = test.seen(test.window.contentItem, item => item.text === "Search or run" && item.keys !== undefined)[0]
        compare(search.keys, "Ctrl+J")
        keyClick(Qt.Key_F1)
        const overlay = test.window.contentItem.parent ?? test.window.contentItem
        tryVerify(() => test.seen(overlay, item => item.Accessible.name === "Jump to the violation: Ctrl+L").length === 1)
        keyClick(Qt.Key_Escape)
        tryVerify(() => test.seen(overlay, item => item.Accessible.name === "Jump to the violation: Ctrl+L").length === 0)
        keyClick(Qt.Key_J, Qt.ControlModifier)
        tryVerify(() => test.typing())
        keyClick(Qt.Key_Escape)
    }

    function test_nothingIsCut_data() {
        return [
            { tag: "1440x900", width: 1440, height: 900, scale: 1 },
            { tag: "1100x720", width: 1100, height: 720, scale: 1 },
            { tag: "1100x720, text at 200 %", width: 1100, height: 720, scale: 2 }
        ]
    }

    function test_nothingIsCut(data) {
        test.window.width = data.width
        test.window.height = data.height
        test.app.textScale = data.scale
        test.openSettings()
        wait(0)
        const screen = test.window.shown
        compare(test.seen(screen, item => item.truncated === true).map(item => item.text), [])
        for (const item of test.seen(screen, each => each.width > 0 && each.Accessible.name !== "")) {
            const left = item.mapToItem(screen, 0, 0).x
            verify(left >= -1 && left + item.width <= screen.width + 1, item.Accessible.name)
        }
    }

    function test_everythingTheKeyboardReachesHasAName() {
        test.openSettings()
        const reached = test.seen(test.window.contentItem, item => item.activeFocusOnTab && item.enabled)
        compare(reached.filter(item => item.Accessible.name === "").map(item => item.toString()), [])
        verify(reached.length > 90)
    }
}
