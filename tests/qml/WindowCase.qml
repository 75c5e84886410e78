import QtQuick
import QtTest
import Bindlab
import Bindlab.Testing
import Bindlab.ViewModels

/// What the tests of the window share: one that is open, and what is seen in it.
TestCase {
    id: test

    property AppViewModel app: null
    property Main window: null

    readonly property Component mainComponent: Component {
        Main {}
    }

    /// Opens a window over a fresh view model; nothing of an earlier one is left.
    function openWindow() {
        test.app = Fixture.fresh()
        test.app.reducedMotion = true
        test.window = test.mainComponent.createObject(test, { app: test.app, width: 1440, height: 900 })
        verify(test.window)
        failOnWarning(/.?/)
        test.window.show()
        test.window.requestActivate()
        tryCompare(test.window, "active", true)
    }

    function closeWindow() {
        test.window.destroy()
        test.window = null
        wait(0)
    }

    /// Until the window has drawn what it has now; of a window that has nothing new to draw, waitForRendering() waits in vain.
    function drawn() {
        test.window.update()
        verify(waitForRendering(test.window.contentItem))
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
}
