import QtQuick
import QtTest
import Bindlab
import Bindlab.Testing
import Bindlab.ViewModels

WindowCase {
    id: test

    property DeviceViewModel device: null

    name: "Device"

    function init() {
        test.openWindow()
        test.device = test.app.device
        keyClick(Qt.Key_6, Qt.ControlModifier)
        compare(test.app.screen, AppViewModel.Place.Device)
        test.drawn()
    }

    function cleanup() {
        test.closeWindow()
    }

    function button(text) {
        return test.seen(test.window.contentItem, item => item.text === text && item.clicked !== undefined)[0]
    }

    function named(name) {
        return test.seen(test.window.contentItem, item => item.Accessible.name === name)[0]
    }

    /// Walks with Tab until `wanted` holds of what has the keyboard; how many presses it took, or -1.
    function tabTo(wanted): int {
        for (let press = 1; press < 120; ++press) {
            keyClick(Qt.Key_Tab)
            if (wanted(test.window.activeFocusItem))
                return press
        }
        return -1
    }

    function test_anEmptyDeviceOffersAWholeSession() {
        const start = test.button("Connect, lock and start")
        verify(start)
        mouseClick(start)
        compare(test.device.stateName, "RUN")
        compare(test.device.title, "LOCK_INTERFACE_REQUEST")
    }

    function test_aSessionIsPlayedByKeyboardAlone() {
        keyClick(Qt.Key_E, Qt.ControlModifier)
        verify(test.device.connected)
        verify(test.tabTo(item => item.Accessible.name.startsWith("Message: ")) > 0)
        for (let i = 0; i < 2; ++i)
            keyClick(Qt.Key_Down)
        compare(test.device.request, 2)
        keyClick(Qt.Key_Return, Qt.ControlModifier)
        compare(test.device.stateName, "CONFIG_LOCKED")
        for (let i = 0; i < 3; ++i)
            keyClick(Qt.Key_Down)
        keyClick(Qt.Key_Return, Qt.ControlModifier)
        compare(test.device.stateName, "RUN")
        keyClick(Qt.Key_Z, Qt.ControlModifier)
        compare(test.device.stateName, "CONFIG_LOCKED")
    }

    function test_anActionIsPreviewedWhenTheKeyboardReachesItAndDoneByEnter() {
        test.device.playHappyPath()
        verify(test.tabTo(item => item.text === "Clear memory enable") > 0)
        compare(test.device.previewed, "clear-mse")
        compare(test.device.previewTitle, "RUN to ERROR")
        compare(test.device.stateName, "RUN")
        keyClick(Qt.Key_Escape)
        compare(test.device.previewed, "")
        keyClick(Qt.Key_Return)
        compare(test.device.stateName, "ERROR")
    }

    function test_anActionIsPreviewedByHovering() {
        test.device.playHappyPath()
        wait(0)
        const flr = test.button("FLR")
        mouseMove(flr, 5, 5)
        tryCompare(test.device, "previewed", "flr")
        compare(test.device.stateName, "RUN")
        mouseClick(flr)
        compare(test.device.stateName, "ERROR")
    }

    function test_theArrowKeysWalkTheMessagesAndTheBytes() {
        test.device.playHappyPath()
        wait(0)
        const before = test.device.selected
        const messages = test.seen(test.window.contentItem, item => item.model === test.device.entries && item.currentIndex !== undefined)[0]
        messages.forceActiveFocus(Qt.TabFocusReason)
        keyClick(Qt.Key_Down)
        compare(test.device.selected, before + 1)
        compare(test.device.title, "LOCK_INTERFACE_RESPONSE")
        keyClick(Qt.Key_Up)
        compare(test.device.selected, before)
        const grid = test.named("Bytes of LOCK_INTERFACE_REQUEST")
        grid.forceActiveFocus(Qt.TabFocusReason)
        const field = test.device.field
        keyClick(Qt.Key_Right)
        compare(test.device.field, field + 1)
        keyClick(Qt.Key_Left)
        compare(test.device.field, field)
    }

    function test_bytesAreEditedBeforeTheyAreSent() {
        test.device.connectDevice()
        mouseClick(test.button("Edit bytes first"))
        const editor = test.named("Bytes of the message, as hex digits")
        verify(editor.activeFocus)
        keyClick(Qt.Key_A, Qt.ControlModifier)
        keyClick(Qt.Key_1)
        verify(test.device.draftProblem !== "")
        verify(!test.button("Send").enabled)
        for (const c of "0810000003a00000000000000000000")
            keyClick(c)
        compare(test.device.draftProblem, "")
        const entries = test.device.entries.rowCount()
        keyClick(Qt.Key_Return)
        compare(test.device.entries.rowCount(), entries + 2)
        compare(test.device.title, "TDISP_VERSION")
    }

    function test_everythingTheKeyboardReachesHasAName() {
        test.device.playHappyPath()
        test.device.preview("clear-mse")
        wait(0)
        const reached = test.seen(test.window.contentItem, item => item.activeFocusOnTab && item.enabled)
        compare(reached.filter(item => item.Accessible.name === "").map(item => item.toString()), [])
        verify(reached.length > 25)
    }

    function test_f6GoesThroughEveryPaneAndBackToTheFirst() {
        test.device.playHappyPath()
        wait(0)
        const places = []
        for (let press = 0; press < 5; ++press) {
            keyClick(Qt.Key_F6)
            places.push(test.window.activeFocusItem)
        }
        compare(new Set(places).size, 5)
        keyClick(Qt.Key_F6)
        compare(test.window.activeFocusItem, places[0])
    }

    function test_whatYieldsWhenThereIsLittleRoom_data() {
        return [
            { tag: "all of it", width: 1440, height: 900, scale: 1, tabs: false },
            { tag: "below 1240 messages and bytes share a tab", width: 1230, height: 900, scale: 1, tabs: true },
            { tag: "the smallest window", width: 1100, height: 720, scale: 1, tabs: true },
            { tag: "text at 200 %", width: 1440, height: 900, scale: 2, tabs: true, single: true }
        ]
    }

    function test_whatYieldsWhenThereIsLittleRoom(data) {
        test.app.textScale = data.scale
        test.window.width = data.width
        test.window.height = data.height
        test.device.playHappyPath()
        wait(0)
        test.drawn()
        const screen = test.seen(test.window.contentItem, item => item.bytesTab !== undefined && item.tabs !== undefined)[0]
        compare(screen.tabs, data.tabs)
        compare(screen.single, data.single === true)
        for (const tab of data.single ? ["Chart", "Messages", "Bytes"] : data.tabs ? ["Messages", "Bytes"] : [""]) {
            if (tab !== "")
                test.seen(screen, item => item.text === tab && item.clicked !== undefined)[0].clicked()
            wait(0)
            const panes = test.seen(screen, item => item.Accessible.role === Accessible.Pane)
            compare(panes.length >= 2, !data.single)
            verify(panes.length >= 1)
            for (const pane of panes) {
                const corner = pane.mapToItem(null, 0, 0)
                verify(corner.x >= -1 && corner.y >= -1, pane.Accessible.name)
                verify(corner.x + pane.width <= data.width + 1, pane.Accessible.name)
                verify(corner.y + pane.height <= data.height + 1, pane.Accessible.name)
            }
        }
    }

    function test_theLessonIsThereAfterALookAtTheDevice() {
        test.app.openLesson(Fixture.firstLesson)
        keyClick(Qt.Key_6, Qt.ControlModifier)
        compare(test.app.screen, AppViewModel.Place.Device)
        keyClick(Qt.Key_1, Qt.ControlModifier)
        compare(test.app.screen, AppViewModel.Place.Lesson)
        keyClick(Qt.Key_1, Qt.ControlModifier)
        compare(test.app.screen, AppViewModel.Place.Welcome)
    }
}
