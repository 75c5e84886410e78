import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components

/// Looks like a search field and opens the palette.
T.AbstractButton {
    id: root

    /// The key that does the same.
    required property string keys
    property bool compact: false

    /// With its words.
    readonly property real naturalWidth: Math.max(Theme.scaled(196), words.implicitWidth + caps.implicitWidth + Theme.iconSize + 3 * Theme.space2 + Theme.space3 + Theme.space2)

    implicitWidth: root.compact ? implicitHeight : root.naturalWidth
    implicitHeight: Math.max(Theme.target, Theme.scaled(30))
    leftPadding: root.compact ? Theme.space2 : Theme.space3
    rightPadding: Theme.space2
    text: qsTr("Search or run")
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.text
    Accessible.description: qsTr("Opens the list of actions, %1").arg(root.keys)

    // It is made with the button; nothing would be gained by making it later.
    contentItem: RowLayout { // qmllint disable deferred-property-id
        spacing: Theme.space2

        Icon {
            name: "search"
            ink: Theme.text3
        }

        Label {
            id: words

            Layout.fillWidth: true
            visible: !root.compact
            text: root.text
            color: Theme.text3
        }

        KeyCap {
            id: caps

            visible: !root.compact
            key: root.keys.replace("+", " ")
        }
    }

    background: Rectangle {
        radius: Theme.radiusButton
        color: root.hovered ? Theme.hover : Theme.inset
        border.width: Theme.border
        border.color: Theme.line

        FocusRing { shown: root.visualFocus }
    }
}
