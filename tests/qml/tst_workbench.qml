import QtQuick
import QtTest
import Bindlab.Theme
import Bindlab.ViewModels
import Bindlab.Workbench
import Bindlab.Testing

TestCase {
    id: test

    property WorkbenchViewModel workbench: null
    property Item bench: null

    name: "Workbench"
    when: windowShown
    width: 1124
    height: 852
    visible: true

    Component {
        id: modelComponent

        WorkbenchViewModel {}
    }

    Component {
        id: benchComponent

        Item {
            id: bench

            required property WorkbenchViewModel workbench
            property alias map: map
            property alias toolbar: toolbar
            property alias threads: threads
            property alias timeline: timeline

            anchors.fill: parent

            MapToolbar {
                id: toolbar

                width: threads.x
                workbench: bench.workbench
            }

            SystemMap {
                id: map

                anchors.top: toolbar.bottom
                anchors.bottom: timeline.top
                width: threads.x
                workbench: bench.workbench
            }

            ThreadsPane {
                id: threads

                anchors.right: parent.right
                width: 352
                height: timeline.y
                workbench: bench.workbench
            }

            TimelinePane {
                id: timeline

                anchors.bottom: parent.bottom
                width: parent.width
                height: 236
                workbench: bench.workbench
            }
        }
    }

    function init() {
        failOnWarning(/.?/)
        Theme.reducedMotion = true
        test.workbench = modelComponent.createObject(test)
        verify(test.workbench.load("D3a", "S3", "tdx"))
        test.bench = benchComponent.createObject(test, { workbench: test.workbench })
        waitForRendering(test)
    }

    // What shows the model goes before it.
    function cleanup() {
        test.bench.destroy()
        wait(0)
        test.workbench.destroy()
        wait(0)
    }

    /// Every item below this one for which `wanted` holds, those that are seen only.
    function seen(item, wanted, found = []) {
        if (!item.visible || item.opacity === 0)
            return found
        if (wanted(item))
            found.push(item)
        for (let i = 0; i < item.children.length; ++i)
            test.seen(item.children[i], wanted, found)
        return found
    }

    function named(item, name) {
        return test.seen(item, each => each.Accessible.name === name)
    }

    function withText(item, text) {
        return test.seen(item, each => each.text === text)
    }

    /// T2 takes the mutex, T1 runs until it waits for it.
    function driveIntoWait() {
        for (let i = 0; i < 4; ++i)
            verify(test.workbench.stepThread(1))
        while (test.workbench.stepThread(0)) {}
        waitForRendering(test)
    }

    function test_button_of_a_thread_steps_it() {
        const buttons = test.withText(test.bench.threads, "Step T2").filter(each => each.clicked)
        compare(buttons.length, 1)
        mouseClick(buttons[0])
        compare(test.workbench.position, 1)
        compare(test.workbench.sentenceThread, 1)
    }

    function test_blocked_thread_says_for_what_it_waits() {
        test.driveIntoWait()
        const position = test.workbench.position
        const buttons = test.withText(test.bench.threads, "Blocked").filter(each => each.clicked)
        compare(buttons.length, 1)
        verify(buttons[0].Accessible.name.includes("vdev->mutex"))
        verify(buttons[0].Accessible.name.includes("held by T2"))
        mouseClick(buttons[0])
        compare(test.workbench.position, position)
        compare(test.withText(test.bench.timeline, "T1 is blocked").filter(each => each.clicked).length, 1)
        verify(test.withText(test.bench.map, "waits").length === 1)
    }

    function test_current_line_of_each_thread_is_in_sight() {
        for (let i = 0; i < 12; ++i) {
            test.workbench.stepThread(1)
            waitForRendering(test)
            wait(1)
            const cards = test.seen(test.bench.threads, each => each.thread && each.naturalCode > 0 && each.frameHeight > 0)
            verify(cards.length > 0)
            for (const card of cards) {
                const lines = test.seen(card, each => each.current === true && each.markup !== undefined)
                compare(lines.length, 1, "step " + test.workbench.position)
                const top = lines[0].mapToItem(card, 0, 0).y
                verify(top >= 0 && top + lines[0].height <= card.height + 1, "step " + test.workbench.position)
            }
        }
    }

    function test_a_line_under_the_pointer_says_which_patch_it_is_of() {
        driveIntoWait()
        const lines = test.seen(test.bench.threads, item => item.origin !== undefined && item.origin !== "")
        verify(lines.length > 1)
        for (const line of lines.slice(0, 2)) {
            mouseMove(line, 20, 5)
            mouseMove(line, 22, 6)
            tryVerify(() => test.seen(test.Window.window.contentItem, item => item.text === line.origin).length > 0)
        }
    }

    function test_no_text_of_the_map_is_outside_it_or_on_another() {
        test.driveIntoWait()
        const texts = test.seen(test.bench.map, each => each.text !== undefined && each.text !== "" && each.paintedWidth > 0)
        verify(texts.length > 40)
        const boxes = texts.map(each => {
            const left = each.horizontalAlignment === Text.AlignHCenter ? (each.width - each.paintedWidth) / 2
                : each.horizontalAlignment === Text.AlignRight ? each.width - each.paintedWidth : 0
            const at = each.mapToItem(test.bench.map, left, (each.height - each.paintedHeight) / 2)
            return { text: each.text, left: at.x + 1, right: at.x + each.paintedWidth - 1, top: at.y + 2, bottom: at.y + each.paintedHeight - 2 }
        })
        for (let i = 0; i < boxes.length; ++i) {
            verify(boxes[i].left >= 0 && boxes[i].right <= test.bench.map.width + 1, boxes[i].text)
            for (let j = 0; j < i; ++j) {
                const apart = boxes[i].right <= boxes[j].left || boxes[j].right <= boxes[i].left
                    || boxes[i].bottom <= boxes[j].top || boxes[j].bottom <= boxes[i].top
                verify(apart, boxes[i].text + " / " + boxes[j].text)
            }
        }
    }

    function test_steps_that_go_round_for_ever_are_marked_and_lead_back() {
        compare(test.seen(test.bench.timeline, each => (each.Accessible.name ?? "").includes("for ever")).length, 0)
        Fixture.showLoop(test.workbench)
        waitForRendering(test)
        wait(1)
        const marks = test.seen(test.bench.timeline, each => each.visible && (each.Accessible.name ?? "").includes("it can go round for ever"))
        compare(marks.length, 1)
        const step = marks[0].step
        verify(marks[0].Accessible.name.includes("after step " + step + " again"))
        compare(marks[0].x, step * test.bench.timeline.columnWidth)
        compare(marks[0].x + marks[0].width, test.workbench.length * test.bench.timeline.columnWidth)
        test.workbench.last()
        marks[0].activated()
        compare(test.workbench.position, step)
    }

    function test_hint_of_the_threads_gives_way_to_their_title_when_text_is_large() {
        for (const scale of [1, 2]) {
            Theme.textScale = scale
            waitForRendering(test)
            const title = test.withText(test.bench.threads, "Threads")[0]
            const hints = test.withText(test.bench.threads, "Press")
            compare(hints.length, scale === 1 ? 1 : 0)
            for (const hint of hints)
                verify(title.mapToItem(test.bench.threads, title.width, 0).x < hint.mapToItem(test.bench.threads, 0, 0).x)
        }
        Theme.textScale = 1
    }

    function test_scrubber_seeks() {
        for (let i = 0; i < 6; ++i)
            verify(test.workbench.stepThread(1))
        waitForRendering(test)
        wait(1)
        const scrubber = test.seen(test.bench.timeline, each => each.Accessible.role === Accessible.Slider)[0]
        verify(scrubber)
        compare(scrubber.Accessible.name, "Step 6 of 6")
        // It moves while it is dragged, so the places are those of the pane.
        const at = scrubber.mapToItem(test.bench.timeline, scrubber.width / 2, 8)
        const width = test.bench.timeline.columnWidth
        mousePress(test.bench.timeline, at.x, at.y)
        for (let step = 1; step <= 10; ++step)
            mouseMove(test.bench.timeline, at.x - step * width * 0.4, at.y)
        mouseRelease(test.bench.timeline, at.x - 4 * width, at.y)
        compare(test.workbench.position, 2)
        compare(test.workbench.length, 6)
    }

    function test_the_step_that_led_here_stays_in_sight() {
        let steps = 0
        while (steps < 40 && (test.workbench.stepThread(1) || test.workbench.stepThread(0)))
            ++steps
        verify(steps > 20)
        for (const position of [steps, 1, 14, steps - 1]) {
            test.workbench.seek(position)
            waitForRendering(test)
            wait(1)
            const blocks = test.seen(test.bench.timeline, each => each.last === true && each.messages !== undefined)
            compare(blocks.length, 1)
            const left = blocks[0].mapToItem(test.bench.timeline, 0, 0).x
            verify(left >= test.bench.timeline.headWidth - 1 && left + blocks[0].width <= test.bench.timeline.width + 1)
        }
    }

    function test_a_recorded_run_turns_pages_and_stands_still_between_them() {
        let steps = 0
        while (steps < 40 && (test.workbench.stepThread(1) || test.workbench.stepThread(0)))
            ++steps
        verify(steps > 20)
        for (const [from, to] of [[0, steps], [steps, 0]]) {
            test.workbench.seek(from)
            wait(1)
            const pages = new Set()
            for (let position = from; position !== to; position += Math.sign(to - from)) {
                test.workbench.seek(position)
                wait(1)
                pages.add(test.bench.timeline.firstInSight)
            }
            verify(pages.size > 1 && pages.size < steps / 4, `${pages.size} pages of ${steps} steps`)
        }
    }

    function test_only_the_columns_in_sight_are_items() {
        for (let i = 0; i < 21; ++i)
            verify(test.workbench.stepThread(1))
        test.workbench.first()
        waitForRendering(test)
        wait(1)
        verify(test.workbench.timeline.steps.rowCount() < 16)
    }

    function test_arrow_keys_walk_the_map() {
        const view = test.named(test.bench.map, "System map. Arrow keys walk from object to object.")[0]
        verify(view)
        view.forceActiveFocus()
        keyClick(Qt.Key_Down)
        verify(view.Accessible.name !== "")
        const first = view.Accessible.name
        keyClick(Qt.Key_Down)
        keyClick(Qt.Key_Right)
        verify(view.Accessible.name !== first)
        compare(test.workbench.position, 0)
    }

    function test_failure_found_by_a_check_plays() {
        const chip = test.withText(test.bench.toolbar, "Check").filter(each => each.clicked)[0]
        verify(chip)
        mouseClick(chip)
        tryCompare(test.workbench.check, "state", CheckViewModel.Fails, 60000)
        verify(chip.text.startsWith("Use after free, "))
        mouseClick(chip)
        compare(test.workbench.position, 0)
        verify(test.workbench.canPlay)
        test.workbench.jumpToViolation()
        verify(test.workbench.sentenceFails)
    }

    function test_every_button_has_a_name_and_can_be_reached() {
        test.driveIntoWait()
        const buttons = test.seen(test.bench, each => each.clicked && each.pressed !== undefined)
        verify(buttons.length >= 8)
        for (const button of buttons) {
            verify(button.Accessible.name !== "", button)
            verify(button.activeFocusOnTab || button.focusPolicy & Qt.TabFocus, button.Accessible.name)
            verify(button.height >= 24, button.Accessible.name)
        }
    }
}
