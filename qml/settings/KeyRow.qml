pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// An action and its keys, which can be changed: press the button, then the new key.
ColumnLayout {
    id: root

    required property SettingsViewModel settings
    required property string actionId
    required property string title
    required property string group
    required property bool firstOfGroup
    required property list<string> keys
    required property string keysText
    required property bool changed
    /// Its key can only be this one.
    required property bool fixed

    /// The next key that is pressed becomes the action's.
    property bool asking: false
    /// Why the last one was refused, or empty.
    property string problem: ""

    function ask() {
        root.problem = ""
        root.asking = true
    }

    function take(event: KeyEvent) {
        event.accepted = true
        if (event.isAutoRepeat || root.settings.isModifier(event.key))
            return
        if (event.key === Qt.Key_Escape) {
            root.problem = ""
            root.asking = false
            return
        }
        root.problem = root.settings.changeKey(root.actionId, event.key, event.modifiers)
        root.asking = root.problem !== ""
    }

    spacing: Theme.space1
    Accessible.role: Accessible.ListItem
    Accessible.name: root.keysText === "" ? qsTr("%1: no key").arg(root.title) : qsTr("%1: %2").arg(root.title).arg(root.keysText)

    Label {
        visible: root.firstOfGroup
        topPadding: Theme.space2
        text: root.group
        color: Theme.text3
        font.pixelSize: Theme.smallSize
        font.weight: Font.Medium
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space2

        // A row of its own keeps the height of a text that wraps up with its width.
        ColumnLayout {
            Layout.fillWidth: true

            Label {
                Layout.fillWidth: true
                text: root.title
                color: Theme.text
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }

        Label {
            visible: root.asking
            text: qsTr("Press the new key, or Esc")
            color: Theme.accent
            elide: Text.ElideNone
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }

        LayoutRepeater {
            model: root.asking ? [] : root.keys

            KeyCap {
                required property string modelData

                key: modelData
            }
        }

        IconButton {
            visible: root.changed && !root.asking
            iconName: "undo"
            text: qsTr("The shipped key of \"%1\" again").arg(root.title)
            onClicked: {
                root.problem = root.settings.resetKey(root.actionId)
                change.forceActiveFocus(Qt.OtherFocusReason)
            }
        }

        PushButton {
            id: change

            visible: !root.fixed
            small: true
            text: root.asking ? qsTr("Cancel") : qsTr("Change")
            Accessible.name: root.asking ? text : qsTr("Change the key of “%1”").arg(root.title)
            onClicked: {
                if (root.asking)
                    root.asking = false
                else
                    root.ask()
            }
            onActiveFocusChanged: if (!activeFocus) root.asking = false
            Keys.enabled: root.asking
            Keys.onPressed: event => root.take(event)
        }
    }

    Label {
        Layout.fillWidth: true
        visible: root.problem !== ""
        text: root.problem
        color: Theme.fails
        font.pixelSize: Theme.smallSize
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
}
