import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components

/// One item of an order: where it stands, what it is, and the buttons that move it.
Rectangle {
    id: root

    required property string html
    required property int place
    required property int count
    required property bool open
    property bool dragged: false

    /// By one place up or down.
    signal moved(up: bool)

    /// Gives the keyboard to the button of that direction, or to the other one where that one rests.
    function takeKeyboard(up: bool) {
        const wanted = up ? upButton : downButton
        const other = up ? downButton : upButton
        if (wanted.enabled)
            wanted.forceActiveFocus(Qt.TabFocusReason)
        else
            other.forceActiveFocus(Qt.TabFocusReason)
    }

    implicitHeight: Math.max(Theme.rowHeightLarge, line.implicitHeight + Theme.space2)
    radius: Theme.radiusButton
    color: root.dragged ? Theme.accentFill : Theme.inset
    border.width: root.dragged ? Theme.borderCurrent : Theme.border
    border.color: root.dragged ? Theme.accent : Theme.lineStrong
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1 of %2: %3").arg(root.place + 1).arg(root.count).arg(root.html.replace(/<[^>]*>/g, ""))

    RowLayout {
        id: line

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.space3
        width: parent.width - Theme.space3 - (root.open ? Theme.space1 : Theme.space3)
        spacing: Theme.space2

        Label {
            text: root.place + 1
            color: Theme.text3
            font.pixelSize: Theme.smallSize
            font.weight: Font.DemiBold
        }

        Prose {
            Layout.fillWidth: true
            html: root.html
            ink: Theme.text
            size: Theme.bodySize
            bottomPadding: -Theme.space1 / 4
        }

        IconButton {
            id: upButton

            visible: root.open
            enabled: root.place > 0
            iconName: "chevronUp"
            text: qsTr("Earlier")
            onClicked: root.moved(true)
        }

        IconButton {
            id: downButton

            visible: root.open
            enabled: root.place + 1 < root.count
            iconName: "chevronDown"
            text: qsTr("Later")
            onClicked: root.moved(false)
        }
    }
}
