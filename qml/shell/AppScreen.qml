import QtQuick
import Bindlab.ViewModels

/// What the window asks of the screen it shows. It fills the place it is put in, and takes the keyboard there.
FocusScope {
    required property AppViewModel app

    /// What stands before the program's name in the title of the window.
    property string title
    /// What F6 goes through.
    property list<Item> areas
    /// Whether what is shown will not change by itself any more, for pictures.
    property bool settled: true

    /// Opens the export of what is shown.
    function exportShown() {}

    /// Puts away what lies over the screen; whether there was something.
    function closeLayer(): bool {
        return false
    }

    anchors.fill: parent
    focus: true
}
