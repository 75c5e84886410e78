import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme

/// A button with a text and perhaps an icon: the main one of a pane, a bordered one, or plain text.
T.Button {
    id: root

    enum Kind { Plain, Bordered, Primary }

    property int kind: PushButton.Bordered
    /// One of IconPaths, or empty.
    property string iconName: ""
    /// The icon stands behind the text.
    property bool iconLast: false
    /// One of several beside each other, for what is done less often.
    property bool small: false
    /// More about it, shown when the pointer rests on it.
    property string tip: ""
    /// The key that does the same, shown behind the text of the main button; or empty.
    property string keys: ""

    readonly property color ink: !root.enabled ? Theme.disabledText
        : root.kind === PushButton.Primary ? Theme.solidText
        : root.kind === PushButton.Plain && !root.hovered ? Theme.text2 : Theme.text

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(root.small ? Math.max(Theme.target, Theme.scaled(26)) : Theme.rowHeightLarge, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: root.kind === PushButton.Primary ? Theme.space4 : root.small ? Theme.space2 - 1 : Theme.space3
    rightPadding: root.leftPadding
    topPadding: Theme.space1
    bottomPadding: Theme.space1
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.text
    Accessible.description: root.tip

    contentItem: RowLayout { // qmllint disable deferred-property-id
        id: row

        layoutDirection: root.iconLast ? Qt.RightToLeft : Qt.LeftToRight
        spacing: root.small ? Theme.space1 + 1 : Theme.space2

        Icon {
            id: icon

            visible: root.iconName !== ""
            name: root.iconName
            ink: root.ink
            size: root.small ? Theme.scaled(14) : Theme.iconSize
        }

        Text {
            id: label

            Layout.fillWidth: true
            visible: text !== ""
            text: root.text
            color: root.ink
            font.family: Theme.sans
            font.pixelSize: root.small ? Theme.smallSize : Theme.bodySize
            font.weight: root.kind === PushButton.Plain ? Font.Normal : Font.Medium
            horizontalAlignment: root.iconName === "" ? Text.AlignHCenter : Text.AlignLeft
            elide: Text.ElideRight
        }

        KeyCap {
            id: cap

            // Not at the cost of the text.
            visible: root.keys !== "" && root.availableWidth >= icon.width + label.implicitWidth + cap.implicitWidth + 2 * row.spacing
            key: root.keys
            ink: root.ink
            line: root.kind === PushButton.Primary ? root.ink : Theme.lineStrong
        }
    }

    background: Rectangle {
        radius: Theme.radiusButton
        color: root.kind === PushButton.Primary
            ? (!root.enabled ? Theme.hover : root.down || root.hovered ? Theme.solidHover : Theme.solid)
            : root.enabled && (root.down || root.hovered) ? Theme.hover
            : root.kind === PushButton.Bordered ? Theme.raised : "transparent"
        border.width: root.kind === PushButton.Bordered ? Theme.border : 0
        border.color: root.enabled || !Theme.contrast ? Theme.lineStrong : Theme.disabledMark

        Behavior on color { ColorAnimation { duration: Theme.hoverTime; easing.type: Easing.OutQuad } }

        FocusRing { shown: root.visualFocus }
    }

    Tip {
        text: root.tip
        shown: root.tip !== "" && (root.hovered || root.visualFocus)
    }
}
