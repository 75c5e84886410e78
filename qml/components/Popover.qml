import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme

/// What opens above the screen: a strong border and a ring of the canvas, no shadow. Esc closes it.
T.Popup {
    id: root

    padding: Theme.space4
    margins: Theme.space3
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    implicitWidth: contentWidth + leftPadding + rightPadding
    implicitHeight: contentHeight + topPadding + bottomPadding

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.paneTime; easing.type: Easing.OutQuad }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.hoverTime; easing.type: Easing.OutQuad }
    }

    background: Rectangle {
        radius: Theme.radiusPopover
        color: Theme.pane
        border.width: Theme.border
        border.color: Theme.lineStrong

        Rectangle {
            z: -1
            anchors.fill: parent
            anchors.margins: -4
            radius: Theme.radiusPopover + 4
            color: Theme.window
        }
    }

    T.Overlay.modal: Rectangle { color: Theme.veil }
}
