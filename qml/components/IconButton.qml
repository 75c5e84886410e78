import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme

/// A button that is an icon. Its text is the accessible name and the tip.
T.AbstractButton {
    id: root

    required property string iconName
    /// The key that does the same, for the tip, or empty.
    property string keys: ""

    implicitWidth: Math.max(Theme.target, Theme.scaled(28))
    implicitHeight: root.implicitWidth
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: root.text

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            ink: !root.enabled ? Theme.disabledMark : root.hovered || root.checked ? Theme.text : Theme.text2
        }
    }

    background: Rectangle {
        radius: Theme.radiusButton
        color: root.enabled && (root.hovered || root.down || root.checked) ? Theme.hover : "transparent"
        border.width: root.enabled && root.checked ? Theme.borderOfFill : 0
        border.color: Theme.text

        Behavior on color { ColorAnimation { duration: Theme.hoverTime; easing.type: Easing.OutQuad } }

        FocusRing { shown: root.visualFocus }
    }

    Tip {
        text: root.keys === "" ? root.text : qsTr("%1 (%2)").arg(root.text).arg(root.keys)
        shown: root.hovered || root.visualFocus
    }
}
