pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bindlab.ViewModels
import Bindlab

/// What opens above any screen. It is made when it is first opened: the first frame does not wait for it.
Item {
    id: root

    required property AppViewModel app

    property CommandPalette palette: null
    property KeyHelp help: null

    function openPalette() {
        if (root.palette === null)
            root.palette = paletteMaker.createObject(root) as CommandPalette
        root.palette.open()
    }

    function openHelp() {
        if (root.help === null)
            root.help = helpMaker.createObject(root) as KeyHelp
        root.help.open()
    }

    Component {
        id: paletteMaker

        CommandPalette {
            parent: T.Overlay.overlay
            app: root.app
        }
    }

    Component {
        id: helpMaker

        KeyHelp {
            parent: T.Overlay.overlay
            app: root.app
        }
    }
}
