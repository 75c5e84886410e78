import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// One action: previewed while the pointer or the keyboard is at it, done when pressed.
T.AbstractButton {
    id: root

    required property DeviceViewModel device
    required property string name
    required property string label
    required property string about
    required property string iconName
    required property string groupName

    readonly property bool previewed: root.device.previewed === root.name
    readonly property bool bad: root.previewed && root.device.previewMishap
    readonly property color ink: root.bad ? Theme.fails : root.previewed ? Theme.accent : Theme.text

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, Theme.rowHeight)
    leftPadding: Theme.space3 - 1
    rightPadding: Theme.space3 - 1
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    text: root.label
    Accessible.role: Accessible.Button
    Accessible.name: root.label
    Accessible.description: root.previewed ? root.about + " " + root.device.previewTitle : root.about
    onHoveredChanged: if (root.hovered) root.device.preview(root.name)
    onVisualFocusChanged: if (root.visualFocus) root.device.preview(root.name)
    onClicked: root.device.inject(root.name)

    contentItem: RowLayout {
        spacing: Theme.space2 - 1

        Icon {
            name: root.iconName
            ink: root.previewed ? root.ink : Theme.text2
            size: Theme.scaled(14)
        }

        Label {
            Layout.fillWidth: true
            text: root.label
            color: root.ink
            font.weight: Font.Medium
            font.pixelSize: Theme.smallSize
        }
    }

    background: Rectangle {
        radius: Theme.radiusButton
        color: root.bad ? Theme.failsFill : root.previewed ? Theme.accentFill : Theme.raised
        border.width: Theme.border
        border.color: root.bad ? Theme.fails : root.previewed ? Theme.accentLine : Theme.lineStrong

        FocusRing { shown: root.visualFocus }
    }
}
