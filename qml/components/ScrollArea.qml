import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme

/// Scrolls what is higher than its pane, and follows the keyboard: what gets the focus comes into view.
Flickable {
    id: root

    /// Grows with its content; the scroll bar lies over the right margin.
    contentWidth: width
    boundsBehavior: Flickable.StopAtBounds
    clip: true

    /// Brings an item below this one into view.
    function reveal(item: Item) {
        // Before it has a size there is nothing in view that could be moved.
        if (root.height <= item.height)
            return
        const top = item.mapToItem(root.contentItem, 0, 0).y - Theme.space3
        const bottom = top + item.height + 2 * Theme.space3
        if (top < root.contentY)
            root.contentY = Math.max(0, top)
        else if (bottom > root.contentY + root.height)
            root.contentY = Math.min(bottom - root.height, Math.max(0, root.contentHeight - root.height))
    }

    function holds(item: Item): bool {
        for (let at = item; at; at = at.parent) {
            if (at === root.contentItem)
                return true
        }
        return false
    }

    Connections {
        target: root.Window.window
        function onActiveFocusItemChanged() {
            const item = root.Window.activeFocusItem
            if (item && root.holds(item))
                root.reveal(item)
        }
    }

    T.ScrollBar.vertical: Scroller {}
}
