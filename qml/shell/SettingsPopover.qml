import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// How the window looks and moves.
Popover {
    id: root

    required property AppViewModel app

    x: parent ? parent.width - width - Theme.space3 : 0
    y: Theme.headerHeight + Theme.space1
    width: Math.min(Theme.scaled(320), (parent ? parent.width : 0) - 2 * Theme.space3)
    onOpened: theme.forceActiveFocus(Qt.PopupFocusReason)

    // It is made with the popover; nothing would be gained by making it later.
    contentItem: ColumnLayout { // qmllint disable deferred-property-id
        spacing: Theme.space3

        Label {
            text: qsTr("Settings")
            color: Theme.text
            font.pixelSize: Theme.paneTitleSize
            font.weight: Font.DemiBold
        }

        Label { text: qsTr("Theme") }

        RowLayout {
            id: theme

            spacing: Theme.space1

            function forceActiveFocus(reason: int) {
                dark.forceActiveFocus(reason)
            }

            ChoiceButton {
                id: dark

                text: qsTr("Dark")
                checked: root.app.themeChoice === AppViewModel.ThemeChoice.Dark
                onClicked: root.app.themeChoice = AppViewModel.ThemeChoice.Dark
            }

            ChoiceButton {
                text: qsTr("Light")
                checked: root.app.themeChoice === AppViewModel.ThemeChoice.Light
                onClicked: root.app.themeChoice = AppViewModel.ThemeChoice.Light
            }

            ChoiceButton {
                text: qsTr("Desktop")
                checked: root.app.themeChoice === AppViewModel.ThemeChoice.System
                onClicked: root.app.themeChoice = AppViewModel.ThemeChoice.System
            }
        }

        RowLayout {
            spacing: Theme.space1

            Label {
                Layout.fillWidth: true
                text: qsTr("Text size")
            }

            IconButton {
                iconName: "minus"
                text: qsTr("Smaller text")
                keys: root.app.keysOf("textSmaller")
                enabled: root.app.textScale > 0.8
                onClicked: root.app.trigger("textSmaller")
            }

            Label {
                Layout.minimumWidth: Theme.scaled(44)
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("%1 %").arg(Math.round(root.app.textScale * 100))
                color: Theme.text
            }

            IconButton {
                iconName: "plus"
                text: qsTr("Larger text")
                keys: root.app.keysOf("textLarger")
                enabled: root.app.textScale < 2
                onClicked: root.app.trigger("textLarger")
            }
        }

        CheckRow {
            Layout.fillWidth: true
            text: qsTr("Reduce motion")
            checked: root.app.reducedMotion
            onToggled: root.app.reducedMotion = checked
        }

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space2

            PushButton {
                text: qsTr("Reset the layout")
                onClicked: root.app.trigger("resetLayout")
            }

            PushButton {
                text: qsTr("Progress…")
                tip: qsTr("Export, import or reset what you have done")
                onClicked: {
                    root.close()
                    root.app.trigger("progress")
                }
            }
        }
    }
}
