import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The window: header, one screen, and what opens above it.
Window {
    id: root

    required property AppViewModel app

    readonly property alias shown: screens.shown
    /// Whether what is shown will not change by itself any more, for pictures.
    readonly property bool settled: root.shown !== null && root.shown.settled && root.app.pictured

    width: 1440
    height: 900
    minimumWidth: 1100
    minimumHeight: 720
    title: root.shown && root.shown.title !== "" ? qsTr("%1 – Bindlab").arg(root.shown.title) : qsTr("Bindlab")
    color: Theme.window
    // What opens above the screen leaves the keyboard to nobody when it closes; the screen takes it back.
    onActiveFocusItemChanged: keepKeyboard.restart()

    Binding {
        target: Theme
        property: "dark"
        value: root.app.dark
    }

    Binding {
        target: Theme
        property: "contrast"
        value: root.app.contrast
    }

    Binding {
        target: Theme
        property: "textScale"
        value: root.app.textScale
    }

    Binding {
        target: Theme
        property: "reducedMotion"
        value: root.app.reducedMotion
    }

    Binding {
        target: KeyNames
        property: "texts"
        value: root.app.settings.keyTexts
    }

    SystemPalette {
        onPaletteChanged: root.app.look.followDesktop()
    }

    Timer {
        id: keepKeyboard

        interval: 0
        onTriggered: {
            if (root.activeFocusItem === root.contentItem)
                base.forceActiveFocus()
        }
    }

    AreaWalk {
        id: walk

        window: root
        header: header
        tourCard: tourCard
        screen: root.shown
    }

    // What is asked of the window itself; the screens answer to the rest.
    Connections {
        target: root.app
        function onRequested(action: string) {
            switch (action) {
            case "palette": overlays.openPalette(); break
            case "help": overlays.openHelp(); break
            case "nextArea": walk.go(true); break
            case "previousArea": walk.go(false); break
            case "export": if (root.shown) root.shown.exportShown(); break
            case "quit": Qt.quit(); break
            case "close":
                if (!(root.shown && root.shown.closeLayer())) {
                    root.app.tour.leave()
                    base.forceActiveFocus()
                }
                break
            }
        }
        function onScreenChanged() {
            base.forceActiveFocus()
        }
    }

    Announcements { app: root.app }

    FocusScope {
        id: base

        anchors.fill: parent
        focus: true
        // Whoever has the keyboard comes first; what it leaves over means what the table of actions says.
        Keys.onPressed: event => {
            // Not every desktop lets Enter press the button that has the keyboard; here it does everywhere.
            const button = root.activeFocusItem as T.AbstractButton
            const enters = event.key === Qt.Key_Return || event.key === Qt.Key_Enter
            if (button && enters && event.modifiers === Qt.NoModifier && !event.isAutoRepeat) {
                button.clicked()
                event.accepted = true
            } else {
                event.accepted = root.app.press(event.key, event.modifiers, event.isAutoRepeat)
            }
        }

        AppHeader {
            id: header

            // Above the screen, which may draw what has been scrolled out of sight.
            z: 1
            width: parent.width
            height: Theme.headerHeight
            app: root.app
        }

        Screens {
            id: screens

            anchors.top: header.bottom
            anchors.bottom: trouble.top
            width: parent.width
            app: root.app
        }

        TourCard {
            id: tourCard

            z: 2
            anchors.fill: parent
            tour: root.app.tour
        }

        TroubleBar {
            id: trouble

            anchors.bottom: parent.bottom
            width: parent.width
            app: root.app
        }
    }

    Overlays {
        id: overlays

        app: root.app
    }
}
