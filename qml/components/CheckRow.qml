import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme

/// A line that can be ticked.
T.CheckBox {
    id: root

    implicitWidth: Math.ceil(implicitContentWidth) + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, Theme.rowHeight)
    spacing: Theme.space2
    focusPolicy: Qt.StrongFocus
    Accessible.name: root.text

    indicator: Rectangle {
        y: (root.height - height) / 2
        implicitWidth: Theme.scaled(16)
        implicitHeight: Theme.scaled(16)
        radius: Theme.radiusCheck
        color: root.checked ? Theme.accentFill : Theme.inset
        border.width: Theme.border
        border.color: !root.enabled ? Theme.disabledMark : root.checked ? Theme.accent : Theme.lineStrong

        Icon {
            anchors.centerIn: parent
            visible: root.checked
            name: "check"
            size: Theme.scaled(12)
            ink: root.enabled ? Theme.accent : Theme.disabledMark
        }

        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusCheck
        }
    }

    contentItem: Label {
        leftPadding: root.indicator.width + root.spacing
        text: root.text
        color: root.enabled ? Theme.text2 : Theme.disabledText
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }
}
