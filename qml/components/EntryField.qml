import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme

/// A field for one line of text.
T.TextField {
    id: root

    /// What may stand in it, shown while nothing does; also its accessible name.
    required property string placeholder
    property bool code: false

    implicitWidth: Theme.scaled(160)
    implicitHeight: Theme.rowHeightLarge
    leftPadding: Theme.space2
    rightPadding: Theme.space2
    verticalAlignment: TextInput.AlignVCenter
    color: Theme.text
    selectionColor: Theme.accentLine
    selectedTextColor: Theme.selectedText
    selectByMouse: true
    font.family: root.code ? Theme.mono : Theme.sans
    font.pixelSize: root.code ? Theme.smallSize : Theme.bodySize
    Accessible.name: root.placeholder

    background: Rectangle {
        radius: Theme.radiusButton
        color: Theme.inset
        border.width: root.activeFocus ? Theme.focusWidth : Theme.border
        border.color: root.activeFocus ? Theme.accent : Theme.lineStrong

        Label {
            x: Theme.space2
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 2 * x
            visible: root.text === ""
            text: root.placeholder
            color: Theme.text3
        }
    }
}
