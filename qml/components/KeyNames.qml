pragma Singleton
import QtQuick

/// The keys of actions as text, for tips of what knows no view model of the window, or outlives a change of keys. Main sets them.
QtObject {
    id: root

    /// By the id of the action.
    property var texts: ({})   // a map of names

    /// Empty when the action has no key.
    function of(action: string): string {
        return root.texts[action] ?? ""
    }
}
