import QtQuick
import QtTest
import Bindlab
import Bindlab.Testing
import Bindlab.Theme
import Bindlab.ViewModels

WindowCase {
    id: test

    property SandboxViewModel sandbox: null

    name: "Sandbox"

    function init() {
        test.openWindow()
        test.sandbox = test.app.sandbox
        keyClick(Qt.Key_4, Qt.ControlModifier)
        compare(test.app.screen, AppViewModel.Place.Sandbox)
        test.drawn()
    }

    function cleanup() {
        test.closeWindow()
    }

    function make(template: string) {
        test.sandbox.create(template)
        test.settled()
        test.editor().forceActiveFocus()
    }

    function settled() {
        tryVerify(() => test.sandbox.settled, 30000)
    }

    function editor() {
        return test.seen(test.window.contentItem, item => item.cursorRectangle !== undefined && item.textDocument !== undefined)[0]
    }

    function named(name) {
        return test.seen(test.window.contentItem, item => item.Accessible.name === name)[0]
    }

    function button(text) {
        return test.seen(test.window.contentItem, item => item.text === text && item.clicked !== undefined)[0]
    }

    function type(text) {
        for (let i = 0; i < text.length; ++i)
            keyClick(text[i] === "\n" ? Qt.Key_Return : text[i])
    }

    /// A picture of the window, one of a sequence.
    function record(name) {
        test.drawn()
        wait(50)
        const picture = grabImage(test.window.contentItem)
        verify(picture.width > 1000)
        picture.save(Fixture.pictureFile(name + ".png"))
    }

    function test_anEmptySandboxOffersATemplate() {
        const start = test.button("New, from a template")
        verify(start)
        mouseClick(start)
        const entry = test.waitForItem(item => item.text === "peterson, two threads, one critical section" && item.clicked !== undefined)
        mouseClick(entry)
        tryCompare(test.sandbox, "current", "peterson")
        test.settled()
        compare(test.sandbox.problemCount, 0)
        verify(test.editor().activeFocus)
    }

    function waitForItem(wanted) {
        let found
        tryVerify(() => {
            found = test.seen(test.window.contentItem.parent ?? test.window.contentItem, wanted)[0]
            return found !== undefined
        }, 5000)
        return found
    }

    function test_typingIndentsCompletesAndIsTakenBack() {
        test.make("empty")
        test.type("struct Shared { int turn; }\nglobal Shared shared;\nflow go() : k {\n")
        compare(test.editor().text.split("\n")[3], "    ")
        test.type("shared.tu")
        tryVerify(() => test.sandbox.editor.completions.rowCount() === 1)
        keyClick(Qt.Key_Tab)
        test.type(" = 1;")
        compare(test.editor().text.split("\n")[3], "    shared.turn = 1;")
        compare(test.editor().cursorPosition, test.editor().length)
        keyClick(Qt.Key_Z, Qt.ControlModifier)
        compare(test.editor().text.split("\n")[3], "    shared.turn")
        keyClick(Qt.Key_Z, Qt.ControlModifier | Qt.ShiftModifier)
        compare(test.editor().text.split("\n")[3], "    shared.turn = 1;")
        keyClick(Qt.Key_Slash, Qt.ControlModifier)
        compare(test.editor().text.split("\n")[3], "    // shared.turn = 1;")
    }

    function test_whoComesToAnOpenTextCanTypeAtOnce() {
        test.make("empty")
        keyClick(Qt.Key_1, Qt.ControlModifier)
        keyClick(Qt.Key_4, Qt.ControlModifier)
        tryVerify(() => test.editor() !== undefined && test.editor().activeFocus)
        test.type("x")
        compare(test.editor().text, "x")
    }

    function isMarked(picture, at): bool {
        return Qt.colorEqual(picture.pixel(at.x, at.y), Theme.accent)
    }

    function test_theLineOfTheCursorHasAMarkAtItsLeft() {
        test.make("peterson")
        const page = test.seen(test.window.contentItem, item => item.gutter !== undefined && item.scrollY !== undefined && item.editor !== undefined)[0]
        for (const theme of [Look.ThemeChoice.Dark, Look.ThemeChoice.Contrast]) {
            test.app.look.themeChoice = theme
            for (const line of [2, 5]) {
                test.editor().cursorPosition = test.editor().text.split("\n").slice(0, line - 1).join("\n").length + 1
                compare(test.sandbox.editor.line, line)
                wait(50)
                const picture = grabImage(test.window.contentItem)
                const marked = [1, 2, 3, 4, 5, 6].filter(each => test.isMarked(picture, page.mapToItem(null, 1, test.sandbox.editor.topOf(each) - page.scrollY + 5)))
                compare(marked, [line])
            }
        }
    }

    function test_aboveAFlowStandsWhoCallsItAlsoWhenALineIsPutBefore() {
        test.make("peterson")
        const line = test.editor().text.split("\n").findIndex(each => each.startsWith("flow ")) + 1
        verify(line > 1)
        const plain = test.sandbox.editor.topOf(3) - test.sandbox.editor.topOf(2)
        const room = at => test.sandbox.editor.topOf(at) - test.sandbox.editor.topOf(at - 1)
        tryVerify(() => room(line) > 1.5 * plain)
        test.editor().cursorPosition = 0
        test.type("\n")
        tryVerify(() => room(line + 1) > 1.5 * plain)
        verify(room(line) < 1.5 * plain)

        test.make("D6")
        test.sandbox.openFlow("iommufd_vdevice_tsm_bind")
        tryVerify(() => test.editor().y > plain)
        // The line that is broken keeps what stands above it, the new one has nothing.
        test.editor().forceActiveFocus()
        test.editor().cursorPosition = test.sandbox.editor.positionOf(1, 99)
        test.type("\n")
        verify(room(2) < 1.5 * plain)
    }

    function test_f8GoesToTheNextProblemAndTheLensMendsIt() {
        test.make("peterson")
        test.editor().text = test.editor().text.replace("shared.turn = 1;", "shared.tern = 1;")
        tryCompare(test.sandbox, "problemCount", 1, 5000)
        keyClick(Qt.Key_F8)
        compare(test.sandbox.editor.line, test.sandbox.problemLine)
        const fix = test.button("Change to turn")
        verify(fix)
        // The lines below have moved down by as much as the lens is high.
        const line = test.sandbox.problemLine
        tryVerify(() => test.sandbox.editor.topOf(line + 1) - test.sandbox.editor.topOf(line) > 40)
        mouseClick(fix)
        test.settled()
        compare(test.sandbox.problemCount, 0)
        tryVerify(() => test.sandbox.editor.topOf(line + 1) - test.sandbox.editor.topOf(line) < 30)
    }

    function test_theLensSaysWhichRuleIsBroken() {
        test.make("peterson")
        test.editor().text = test.editor().text.replace("wait (!shared.wants2 || shared.turn == 1);", "")
        tryCompare(test.sandbox, "problemCount", 1, 10000)
        test.settled()
        keyClick(Qt.Key_F8)
        const why = test.button("Why this rule?")
        verify(why)
        mouseClick(why)
        const rule = test.seen(test.window.contentItem, item => item.text === "MX, always: at most one thread is inside")[0]
        verify(rule)
        mouseClick(test.button("Hide the rule"))
        tryCompare(rule, "visible", false)
    }

    function test_findGoesFromPlaceToPlaceAndEscCloses() {
        test.make("peterson")
        keyClick(Qt.Key_F, Qt.ControlModifier)
        test.type("wants2")
        tryVerify(() => test.sandbox.editor.hits > 2)
        const first = test.editor().cursorPosition
        keyClick(Qt.Key_Return)
        verify(test.editor().cursorPosition > first)
        keyClick(Qt.Key_Escape)
        verify(test.editor().activeFocus)
        compare(test.sandbox.editor.hits, 0)
    }

    function test_callsAreMovedByKeyboardAndByDragging() {
        test.make("D6")
        test.sandbox.chooseScenario("S15")
        test.settled()
        const calls = () => test.seen(test.window.contentItem, item => item.code !== undefined && item.index !== undefined && item.Accessible.description !== "")
        tryVerify(() => calls().length === 2)
        calls()[0].forceActiveFocus()
        keyClick(Qt.Key_Down, Qt.AltModifier)
        test.settled()
        verify(test.sandbox.scenario === "S15_mine")
        test.sandbox.builder.addThread("")
        test.settled()
        tryVerify(() => test.seen(test.window.contentItem, item => item.builder !== undefined && item.thread !== undefined).length === 2)
        const threads = test.seen(test.window.contentItem, item => item.builder !== undefined && item.thread !== undefined)
        const row = calls()[0]
        // By the window's own places: the row goes along with the pointer.
        const all = test.window.contentItem
        const from = row.mapToItem(all, 60, 10)
        const to = threads[1].mapToItem(all, 60, 50)
        mousePress(all, from.x, from.y)
        for (let part = 0.25; part <= 1; part += 0.25)
            mouseMove(all, from.x + part * (to.x - from.x), from.y + part * (to.y - from.y))
        mouseRelease(all, to.x, to.y)
        test.settled()
        compare(threads[0].calls.rowCount(), 1)
        compare(threads[1].calls.rowCount(), 1)
    }

    function test_d8IsWrittenFromD6ASequenceOfPictures() {
        test.make("D6")
        test.sandbox.chooseScenario("S11")
        test.settled()
        compare(test.sandbox.verdict.state, CheckViewModel.Fails)
        test.record("1-d6-fails")
        mouseClick(test.button("Patches"))
        test.waitForItem(item => item.text === "Patches of mine")
        const picks = ["hold-dev-set-over-zap", "tombstone-before-disable", "unbind-before-zap-z1", "unbind-before-zap-z2", "unbind-before-zap-z3",
            "unbind-before-zap-z4", "unbind-before-zap-z5", "unbind-before-zap-z7", "unbind-before-zap-z8", "bme-is-a-zap", "disconnect-refuses"]
        for (const pick of picks)
            test.sandbox.setPatch(pick, true)
        test.settled()
        test.record("2-patches")
        keyClick(Qt.Key_Escape)
        test.sandbox.openFlow("iommufd_vdevice_tsm_bind")
        compare(test.sandbox.shownFlow, "iommufd_vdevice_tsm_bind")
        const edit = test.editor()
        edit.forceActiveFocus()
        edit.cursorPosition = edit.text.indexOf("kvm = vdev.viommu.kvm;")
        test.type("set = vdev.dev.vfio.dev_set;\nif (!trylock(set.lock))\n    return -EBUSY;\n")
        keyClick(Qt.Key_Backtab)
        const fire = "fire(vdev.life, TsmBind);"
        edit.cursorPosition = edit.text.indexOf(fire) + fire.length
        test.type("\n")
        keyClick(Qt.Key_Backtab)
        test.type("unlock(set.lock);")
        test.settled()
        test.record("3-lines-typed")
        test.sandbox.openTab(0)
        verify(test.editor().text.includes("patch mine-lines"))
        test.record("4-the-text")
        const states = test.sandbox.verdict.detail
        test.app.playSandbox(0)
        for (let step = 0; step < 6; ++step)
            test.app.lesson.workbench.stepThread(0)
        const position = test.app.lesson.workbench.position
        const sentence = test.app.lesson.workbench.sentence
        test.record("5-a-moment")
        const code = test.app.shareCode()
        verify(code.startsWith("bindlab1:"))

        test.closeWindow()
        test.openWindow()   // another profile: nothing of the first is left
        keyClick(Qt.Key_K, Qt.ControlModifier)
        test.app.palette.filter = code
        keyClick(Qt.Key_Return)
        tryCompare(test.app, "screen", AppViewModel.Place.Lesson)
        compare(test.app.lesson.workbench.position, position)
        compare(test.app.lesson.workbench.sentence, sentence)
        test.record("6-in-another-profile")
        test.app.trigger("sendToSandbox")
        test.sandbox = test.app.sandbox
        test.settled()
        verify(test.sandbox.verdict.detail === states)
        test.record("7-in-its-sandbox")
    }

    function test_everythingFitsWhenNarrowAndLarge() {
        test.make("D3a")
        test.window.width = 1100
        test.window.height = 720
        test.drawn()
        verify(!test.named("Designs and models"))
        test.app.textScale = 2
        test.drawn()
        verify(test.editor().width > 200)
        test.app.textScale = 1
    }
}
