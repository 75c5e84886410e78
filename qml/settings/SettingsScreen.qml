pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench
import Bindlab

/// Everything that can be set, in one column of grouped rows that can be searched.
AppScreen {
    id: root

    readonly property SettingsViewModel settings: root.app.settings

    readonly property real columnWidth: Math.min(Theme.scaled(760), root.width - 2 * Theme.space6)

    /// What the keyboard goes to when the screen opens.
    property Item entry: search

    /// Takes the keyboard to what has been learned.
    function showProgress() {
        root.settings.filter = ""
        root.entry = progress.field
        entering.restart()
    }

    title: qsTr("Settings")
    areas: [head, area]

    Connections {
        target: root.app
        function onRequested(action: string) {
            if (action === "progress")
                root.showProgress()
        }
    }

    // Once the screen before has let go of the keyboard.
    Timer {
        id: entering

        interval: 0
        running: true
        onTriggered: root.entry.forceActiveFocus(Qt.OtherFocusReason)
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.window
    }

    ColumnLayout {
        id: head

        x: Math.round((root.width - width) / 2)
        y: Theme.space5
        width: root.columnWidth
        spacing: Theme.space3

        RowLayout {
            Label {
                Layout.fillWidth: true
                text: qsTr("Settings")
                color: Theme.text
                font.pixelSize: Theme.lessonTitleSize
                font.weight: Font.DemiBold
            }

            IconButton {
                iconName: "close"
                text: qsTr("Back to where you were")
                keys: KeyNames.of("close")
                onClicked: root.app.closeSettings()
            }
        }

        EntryField {
            id: search

            Layout.fillWidth: true
            focus: true
            placeholder: qsTr("Search the settings")
            text: root.settings.filter
            onTextEdited: root.settings.filter = text
            Keys.onEscapePressed: event => {
                event.accepted = root.settings.filter !== ""
                root.settings.filter = ""
            }
        }
    }

    ScrollArea {
        id: area

        anchors.top: head.bottom
        anchors.topMargin: Theme.space3
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: column.y + column.implicitHeight + Theme.space8

        ColumnLayout {
            id: column

            x: head.x
            // Room for the ring of the first row.
            y: Theme.space1
            width: root.columnWidth
            spacing: Theme.space5

            SettingsGroup {
                id: look

                title: qsTr("Look")
                visible: theme.shown || textSize.shown || motion.shown || language.shown

                SettingRow {
                    id: theme

                    settings: root.settings
                    group: qsTr("Look")
                    title: qsTr("Theme")
                    about: qsTr("High contrast is white on black, with lines in place of fills. The desktop tells whether it is dark or light.")

                    ThemeButton {
                        look: root.app.look
                        choice: Look.ThemeChoice.Dark
                        text: qsTr("Dark")
                    }

                    ThemeButton {
                        look: root.app.look
                        choice: Look.ThemeChoice.Light
                        text: qsTr("Light")
                    }

                    ThemeButton {
                        look: root.app.look
                        choice: Look.ThemeChoice.Contrast
                        text: qsTr("High contrast")
                    }

                    ThemeButton {
                        look: root.app.look
                        choice: Look.ThemeChoice.System
                        text: qsTr("As the desktop")
                    }
                }

                SettingRow {
                    id: textSize

                    settings: root.settings
                    group: qsTr("Look")
                    title: qsTr("Text size")
                    about: qsTr("From 80 to 200 %; rows and panes grow with it.")

                    IconButton {
                        iconName: "minus"
                        text: qsTr("Smaller text")
                        keys: KeyNames.of("textSmaller")
                        enabled: root.app.textScale > 0.8
                        onClicked: root.app.trigger("textSmaller")
                    }

                    Label {
                        Layout.minimumWidth: Theme.scaled(44)
                        horizontalAlignment: Text.AlignHCenter
                        text: qsTr("%1 %").arg(Math.round(root.app.textScale * 100))
                        color: Theme.text
                        elide: Text.ElideNone
                    }

                    IconButton {
                        iconName: "plus"
                        text: qsTr("Larger text")
                        keys: KeyNames.of("textLarger")
                        enabled: root.app.textScale < 2
                        onClicked: root.app.trigger("textLarger")
                    }
                }

                SettingRow {
                    id: motion

                    settings: root.settings
                    group: qsTr("Look")
                    title: qsTr("Motion")
                    about: qsTr("Without it, states switch at once and nothing travels or fades.")

                    CheckRow {
                        text: qsTr("Reduce motion")
                        checked: root.app.reducedMotion
                        onToggled: root.app.reducedMotion = checked
                    }
                }

                SettingRow {
                    id: language

                    readonly property LanguageChoice choice: root.settings.language

                    settings: root.settings
                    group: qsTr("Look")
                    title: qsTr("Language")
                    about: language.choice.waits ? qsTr("It is spoken from the next start of the window on.")
                                                 : qsTr("What the model says, its names and its flows stay in English.")

                    Picker {
                        caption: ""
                        Accessible.name: qsTr("%1: %2").arg(language.title).arg(displayText)
                        model: language.choice.names
                        currentIndex: language.choice.chosen
                        onActivated: index => language.choice.chosen = index
                    }
                }
            }

            SettingsGroup {
                id: runs

                title: qsTr("Runs and panes")
                visible: speed.shown || layout.shown

                SettingRow {
                    id: speed

                    settings: root.settings
                    group: qsTr("Runs and panes")
                    title: qsTr("Playback")
                    about: qsTr("How fast a run is played; the timeline has it, too.")

                    SpeedPicker { workbench: root.app.lesson.workbench }
                }

                SettingRow {
                    id: layout

                    settings: root.settings
                    group: qsTr("Runs and panes")
                    title: qsTr("Layout")
                    about: qsTr("Every pane of every screen goes back to its own size.")

                    PushButton {
                        text: qsTr("Reset the layout")
                        onClicked: root.app.trigger("resetLayout")
                    }
                }
            }

            SettingsGroup {
                id: learned

                title: qsTr("Progress")
                visible: progress.shown || review.shown

                SettingRow {
                    id: review

                    settings: root.settings
                    group: qsTr("Progress")
                    title: qsTr("Questions to remember")
                    about: qsTr("At most three a day, of lessons you have done. What you know rests longer each time.")

                    CheckRow {
                        text: qsTr("Offer them at the start")
                        checked: root.app.review.wanted
                        onToggled: root.app.review.wanted = checked
                    }
                }

                ProgressRows {
                    id: progress

                    readonly property bool shown: root.settings.filter === "" || root.settings.shows(qsTr("Progress: export, import or reset, undo"))

                    visible: progress.shown
                    app: root.app
                }
            }

            SettingsGroup {
                id: files

                title: qsTr("Files")
                visible: root.settings.filter === "" || root.settings.shows(qsTr("Files: where things are kept, settings, progress, lessons, texts of the sandbox"))

                Label {
                    Layout.fillWidth: true
                    text: qsTr("All of it stays on this machine.")
                    color: Theme.text3
                    font.pixelSize: Theme.smallSize
                    wrapMode: Text.Wrap
                }

                LayoutRepeater {
                    model: root.settings.places

                    ColumnLayout {
                        id: place

                        required property string title
                        required property string path

                        Layout.fillWidth: true
                        spacing: 2
                        Accessible.role: Accessible.StaticText
                        Accessible.name: qsTr("%1: %2").arg(place.title).arg(where.text)

                        Label {
                            text: place.title
                            color: Theme.text
                            Accessible.ignored: true
                        }

                        Label {
                            id: where

                            Layout.fillWidth: true
                            text: place.path === "" ? qsTr("not kept") : place.path
                            font.family: Theme.mono
                            font.pixelSize: Theme.smallSize
                            font.preferShaping: false
                            wrapMode: Text.WrapAnywhere
                            Accessible.ignored: true
                        }
                    }
                }
            }

            SettingsGroup {
                id: keys

                title: qsTr("Keys")
                visible: root.settings.keyList.count > 0 || allKeys.shown

                SettingRow {
                    id: allKeys

                    settings: root.settings
                    group: qsTr("Keys")
                    title: qsTr("All keys")
                    about: qsTr("Letters and digits rest while you type. No two actions of a screen share a key.")

                    PushButton {
                        text: qsTr("Reset all keys")
                        tip: qsTr("Every action has its shipped keys again")
                        enabled: root.settings.keysAreChanged
                        onClicked: root.settings.resetKeys()
                    }
                }

                LayoutRepeater {
                    model: root.settings.keyList

                    KeyRow {
                        Layout.fillWidth: true
                        settings: root.settings
                    }
                }
            }

            Label {
                Layout.fillWidth: true
                visible: !(look.visible || runs.visible || learned.visible || files.visible || keys.visible)
                text: qsTr("No setting has these words. Esc shows all of them.")
                color: Theme.text3
                wrapMode: Text.Wrap
            }
        }
    }
}
