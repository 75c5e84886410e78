import QtQuick
import Bindlab

/// Takes the keyboard from pane to pane: the header, the card of the tour, and what the screen names.
QtObject {
    id: root

    required property Window window
    required property Item header
    required property TourCard tourCard
    required property AppScreen screen

    /// To the next pane, or to the one before.
    function go(forward: bool) {
        const areas = root.areasInSight()
        const at = areas.findIndex(area => root.holdsKeyboard(area))
        const next = areas[(at < 0 ? (forward ? 0 : areas.length - 1) : at + (forward ? 1 : areas.length - 1)) % areas.length]
        const first = next.nextItemInFocusChain(true)
        for (let inside = first; inside; inside = inside.parent) {
            if (inside === next) {
                first.forceActiveFocus(Qt.TabFocusReason)
                return
            }
        }
        next.forceActiveFocus(Qt.TabFocusReason)
    }

    function areasInSight() {
        const areas = root.tourCard.shown ? [root.header, root.tourCard.card] : [root.header]
        const shown = root.screen ? root.screen.areas : []
        for (let i = 0; i < shown.length; ++i) {
            if (shown[i].visible && shown[i].width > 0)
                areas.push(shown[i])
        }
        return areas
    }

    function holdsKeyboard(area: Item): bool {
        for (let at = root.window.activeFocusItem; at; at = at.parent) {
            if (at === area)
                return true
        }
        return false
    }
}
