import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components

/// What is chosen to be seen below, and how much of it there is.
T.AbstractButton {
    id: root

    /// How many there are behind it; 0 says nothing.
    property int count: 0

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: Theme.space3
    rightPadding: Theme.space3
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: root.count > 0 ? qsTr("%1, %2").arg(root.text).arg(root.count) : root.text
    Accessible.selected: root.checked

    // It is made with the tab; nothing would be gained by making it later.
    contentItem: RowLayout { // qmllint disable deferred-property-id
        spacing: Theme.space2

        Label {
            text: root.text
            color: root.checked ? Theme.text : Theme.text2
            font.weight: root.checked ? Font.Medium : Font.Normal
        }

        Rectangle {
            visible: root.count > 0
            implicitWidth: Math.max(implicitHeight, number.implicitWidth + Theme.space2)
            implicitHeight: number.implicitHeight + 2
            radius: height / 2
            color: Theme.failsFill
            border.width: Theme.borderOfFill
            border.color: Theme.failsLine

            Label {
                id: number

                anchors.centerIn: parent
                text: root.count
                color: Theme.fails
                font.pixelSize: Theme.captionSize
            }
        }
    }

    background: Item {
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 2
            visible: root.checked
            color: Theme.accent
        }

        FocusRing {
            anchors.margins: 2
            shown: root.visualFocus
        }
    }
}
