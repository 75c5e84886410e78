pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Scene
import Bindlab.ViewModels

/// The window: header, one screen, and what opens above it.
Window {
    id: root

    required property AppViewModel app

    /// Whether what is shown will not change by itself any more, for pictures.
    readonly property bool settled: (root.lessonScreen !== null || root.welcomeScreen !== null || root.deviceScreen !== null
                                     || root.settingsScreen !== null || root.referenceScreen !== null
                                     || (root.sandboxScreen !== null && root.app.sandbox.settled)
                                     || (root.matrixScreen !== null && !root.app.matrix.busy)
                                     || (root.statesScreen !== null && !root.app.states.busy)
                                     || (root.compareScreen !== null && !root.app.compare.busy)) && root.app.pictured

    // The screen that is shown, under its own type.
    property LessonScreen lessonScreen: null
    property WelcomeScreen welcomeScreen: null
    property DeviceScreen deviceScreen: null
    property CompareScreen compareScreen: null
    property MatrixScreen matrixScreen: null
    property SandboxScreen sandboxScreen: null
    property StatesScreen statesScreen: null
    property SettingsScreen settingsScreen: null
    property ReferenceScreen referenceScreen: null

    // What has been opened above it.
    property CommandPalette palette: null
    property KeyHelp help: null

    width: 1440
    height: 900
    minimumWidth: 1100
    minimumHeight: 720
    title: root.app.screen === AppViewModel.Place.Lesson ? qsTr("%1 – Bindlab").arg(root.app.lesson.title)
        : root.app.screen === AppViewModel.Place.Device ? qsTr("Device – Bindlab")
        : root.app.screen === AppViewModel.Place.Compare ? qsTr("Compare – Bindlab")
        : root.app.screen === AppViewModel.Place.Sandbox ? qsTr("Sandbox – Bindlab")
        : root.app.screen === AppViewModel.Place.States ? qsTr("States – Bindlab")
        : root.app.screen === AppViewModel.Place.Settings ? qsTr("Settings – Bindlab")
        : root.app.screen === AppViewModel.Place.Reference ? qsTr("Reference – Bindlab")
        : root.app.screen === AppViewModel.Place.Matrix ? qsTr("Matrix – Bindlab") : qsTr("Bindlab")
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

    /// Takes the keyboard to the next pane, or to the one before.
    function nextArea(forward: bool) {
        const shown = root.lessonScreen ? root.lessonScreen.areas : root.deviceScreen ? root.deviceScreen.areas
            : root.compareScreen ? root.compareScreen.areas : root.matrixScreen ? root.matrixScreen.areas
            : root.sandboxScreen ? root.sandboxScreen.areas : root.statesScreen ? root.statesScreen.areas
            : root.settingsScreen ? root.settingsScreen.areas : root.referenceScreen ? root.referenceScreen.areas : root.welcomeScreen ? root.welcomeScreen.areas : []
        const areas = tourCard.shown ? [header, tourCard.card] : [header]
        for (let i = 0; i < shown.length; ++i) {
            if (shown[i].visible && shown[i].width > 0)
                areas.push(shown[i])
        }
        const holds = area => {
            for (let at = root.activeFocusItem; at; at = at.parent) {
                if (at === area)
                    return true
            }
            return false
        }
        const at = areas.findIndex(holds)
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

    /// Opens the export of the screen that is shown.
    function exportShown() {
        if (root.lessonScreen)
            root.lessonScreen.exportShown()
        else if (root.deviceScreen)
            root.deviceScreen.exportShown()
        else if (root.compareScreen)
            root.compareScreen.exportShown()
        else if (root.matrixScreen)
            root.matrixScreen.exportShown()
        else if (root.sandboxScreen)
            root.sandboxScreen.exportShown()
        else if (root.statesScreen)
            root.statesScreen.exportShown()
        else if (root.referenceScreen)
            root.referenceScreen.exportShown()
    }

    /// Zooms the map of the lesson screen by a factor; 0 fits it.
    function zoomMap(factor: real) {
        if (root.lessonScreen)
            root.lessonScreen.zoomMap(factor)
    }

    Connections {
        target: root.app
        function onRequested(action: string) {
            switch (action) {
            case "palette": root.openPalette(); break
            case "help": root.openHelp(); break
            case "nextArea": root.nextArea(true); break
            case "previousArea": root.nextArea(false); break
            case "close":
                if (!(root.lessonScreen && root.lessonScreen.closeDrawer()) && !(root.deviceScreen && root.deviceScreen.closePreview())
                    && !(root.matrixScreen && root.matrixScreen.closeCard()) && !(root.sandboxScreen && root.sandboxScreen.closeLayer())
                    && !(root.statesScreen && root.statesScreen.closeDrawer())) {
                    root.app.tour.leave()
                    base.forceActiveFocus()
                }
                break
            case "mapTable":
                if (root.lessonScreen)
                    root.lessonScreen.toggleTable()
                break
            case "zoomIn": root.zoomMap(1.1); break
            case "zoomOut": root.zoomMap(1 / 1.1); break
            case "zoomFit": root.zoomMap(0); break
            case "progress": if (root.settingsScreen) root.settingsScreen.showProgress(); break
            case "find": if (root.sandboxScreen) root.sandboxScreen.find(); break
            case "newText": if (root.sandboxScreen) root.sandboxScreen.newText(root.sandboxScreen); break
            case "quit": Qt.quit(); break
            case "why":
                if (root.lessonScreen)
                    root.lessonScreen.why()
                break
            case "export": root.exportShown(); break
            default:
                if (action.startsWith("box:") && root.lessonScreen)
                    root.lessonScreen.showBox(parseInt(action.substring(4)))
            }
        }
        function onScreenChanged() {
            base.forceActiveFocus()
        }
    }

    Announcer {
        id: announcer

        objectName: "announcer"
        Accessible.role: announcer.urgent ? Accessible.AlertMessage : Accessible.Notification
        Accessible.name: announcer.text
    }

    Connections {
        target: root.app.lesson.workbench

        /// Where the run stood when it was last told of.
        property string told: ""

        function onChanged() {
            const workbench = root.app.lesson.workbench
            const now = workbench.position + workbench.sentence
            if (!root.lessonScreen || now === told)
                return
            told = now
            if (workbench.sentenceFails)
                announcer.alert(workbench.sentence)
            else
                announcer.say(workbench.sentence)
        }
        function onSaid(text: string) { announcer.say(text) }
    }

    Connections {
        target: root.app.lesson.workbench.check
        function onFinished() {
            const check = root.app.lesson.workbench.check
            const verdict = qsTr("%1. %2").arg(check.label).arg(check.detail)
            if (check.state === CheckViewModel.Fails)
                announcer.alert(verdict)
            else
                announcer.say(verdict)
        }
    }

    Connections {
        target: root.deviceScreen ? root.app.device : null
        function onSaid(text: string) { announcer.say(text) }
    }

    Connections {
        target: root.app
        function onTroubleChanged() { announcer.alert(root.app.trouble) }
    }

    Connections {
        target: root.app.tour

        property string told: ""

        function onChanged() {
            const now = root.app.tour.title
            if (now === told)
                return
            told = now
            if (root.app.tour.running || root.app.tour.offered)
                announcer.say(qsTr("%1. %2 %3").arg(now).arg(root.app.tour.text).arg(root.app.tour.ask))
        }
    }

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

        Item {
            id: screen

            anchors.top: header.bottom
            anchors.bottom: trouble.top
            width: parent.width

            // A repeater of one makes a screen when it is needed; the Loader of Qt 6.4 cannot make bound components.
            Repeater {
                model: root.app.screen === AppViewModel.Place.Welcome ? 1 : 0

                WelcomeScreen {
                    anchors.fill: parent
                    focus: true
                    app: root.app
                    Component.onCompleted: root.welcomeScreen = this
                    Component.onDestruction: root.welcomeScreen = null
                }
            }

            Repeater {
                model: root.app.screen === AppViewModel.Place.Lesson ? 1 : 0

                LessonScreen {
                    anchors.fill: parent
                    focus: true
                    app: root.app
                    Component.onCompleted: root.lessonScreen = this
                    Component.onDestruction: root.lessonScreen = null
                }
            }

            Repeater {
                model: root.app.screen === AppViewModel.Place.Device ? 1 : 0

                DeviceScreen {
                    anchors.fill: parent
                    focus: true
                    app: root.app
                    Component.onCompleted: root.deviceScreen = this
                    Component.onDestruction: root.deviceScreen = null
                }
            }

            Repeater {
                model: root.app.screen === AppViewModel.Place.Compare ? 1 : 0

                CompareScreen {
                    anchors.fill: parent
                    focus: true
                    app: root.app
                    Component.onCompleted: root.compareScreen = this
                    Component.onDestruction: root.compareScreen = null
                }
            }

            Repeater {
                model: root.app.screen === AppViewModel.Place.Sandbox ? 1 : 0

                SandboxScreen {
                    anchors.fill: parent
                    focus: true
                    app: root.app
                    Component.onCompleted: root.sandboxScreen = this
                    Component.onDestruction: root.sandboxScreen = null
                }
            }

            Repeater {
                model: root.app.screen === AppViewModel.Place.Matrix ? 1 : 0

                MatrixScreen {
                    anchors.fill: parent
                    focus: true
                    app: root.app
                    Component.onCompleted: root.matrixScreen = this
                    Component.onDestruction: root.matrixScreen = null
                }
            }

            Repeater {
                model: root.app.screen === AppViewModel.Place.States ? 1 : 0

                StatesScreen {
                    anchors.fill: parent
                    focus: true
                    app: root.app
                    Component.onCompleted: root.statesScreen = this
                    Component.onDestruction: root.statesScreen = null
                }
            }

            Repeater {
                model: root.app.screen === AppViewModel.Place.Settings ? 1 : 0

                SettingsScreen {
                    anchors.fill: parent
                    focus: true
                    app: root.app
                    Component.onCompleted: root.settingsScreen = this
                    Component.onDestruction: root.settingsScreen = null
                }
            }

            Repeater {
                model: root.app.screen === AppViewModel.Place.Reference ? 1 : 0

                ReferenceScreen {
                    anchors.fill: parent
                    focus: true
                    app: root.app
                    Component.onCompleted: root.referenceScreen = this
                    Component.onDestruction: root.referenceScreen = null
                }
            }
        }

        TourCard {
            id: tourCard

            z: 2
            anchors.fill: parent
            tour: root.app.tour
        }

        Rectangle {
            id: trouble

            anchors.bottom: parent.bottom
            width: parent.width
            height: visible ? line.implicitHeight + Theme.space2 : 0
            visible: root.app.trouble !== ""
            color: Theme.failsFill
            border.width: Theme.borderOfFill
            border.color: Theme.failsLine

            RowLayout {
                id: line

                anchors.verticalCenter: parent.verticalCenter
                x: Theme.space4
                width: parent.width - 2 * Theme.space4
                spacing: Theme.space2

                Icon {
                    name: "warning"
                    ink: Theme.fails
                }

                Label {
                    Layout.fillWidth: true
                    text: root.app.trouble
                    color: Theme.text
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.AlertMessage
                    Accessible.name: text
                }

                IconButton {
                    iconName: "close"
                    text: qsTr("Close")
                    keys: KeyNames.of("close")
                    onClicked: root.app.clearTrouble()
                }
            }
        }
    }

    // What opens above the screen is made when it is first opened: the first frame does not wait for it.
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
