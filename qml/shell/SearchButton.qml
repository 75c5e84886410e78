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

    implicitWidth: root.compact ? implicitHeight : Theme.scaled(196)
    implicitHeight: Math.max(Theme.target, Theme.scaled(30))
    leftPadding: root.compact ? Theme.space2 : Theme.space3
    rightPadding: Theme.space2
    text: qsTr("Search or run")
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.text
    Accessible.description: qsTr("Opens the list of actions, %1").arg(root.keys)

    contentItem: RowLayout {
        spacing: Theme.space2

        Icon {
            name: "search"
            ink: Theme.text3
        }

        Label {
            Layout.fillWidth: true
            visible: !root.compact
            text: root.text
            color: Theme.text3
        }

        KeyCap {
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
