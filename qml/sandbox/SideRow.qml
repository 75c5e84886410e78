import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components

/// A line of a side pane: an icon or a number, a name, and what is behind it.
T.AbstractButton {
    id: root

    /// One of IconPaths, or empty.
    property string iconName: ""
    /// In front, in place of an icon.
    property string number: ""
    property bool code: false
    property bool current: false
    property bool fails: false
    /// How many problems there are in it; 0 shows nothing.
    property int count: 0
    /// A dot behind it: not saved yet, or changed.
    property bool marked: false
    property int depth: 0
    property string tip: ""

    implicitHeight: Math.max(Theme.target, Theme.rowHeight)
    leftPadding: Theme.space2 + root.depth * Theme.space3
    rightPadding: Theme.space2
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: root.count > 0 ? qsTr("%1, %2 problems").arg(root.text).arg(root.count) : root.text
    Accessible.selected: root.current

    contentItem: RowLayout {
        spacing: Theme.space2

        Label {
            Layout.minimumWidth: Theme.scaled(10)
            visible: root.number !== ""
            text: root.number
            color: Theme.text3
            font.pixelSize: Theme.captionSize
        }

        Icon {
            visible: root.iconName !== ""
            name: root.iconName
            size: Theme.scaled(14)
            ink: root.fails ? Theme.fails : Theme.text3
        }

        Text {
            Layout.fillWidth: true
            text: root.text
            color: root.fails ? Theme.fails : root.current ? Theme.text : Theme.text2
            font.family: root.code ? Theme.mono : Theme.sans
            font.pixelSize: root.code ? Theme.smallSize : Theme.bodySize
            font.preferShaping: false
            elide: Text.ElideRight
        }

        Label {
            visible: root.count > 0
            text: root.count
            color: Theme.fails
            font.pixelSize: Theme.smallSize
        }

        Rectangle {
            visible: root.marked
            implicitWidth: Theme.scaled(6)
            implicitHeight: Theme.scaled(6)
            radius: width / 2
            color: Theme.accent
        }
    }

    background: Rectangle {
        radius: Theme.radiusChip
        color: root.current || root.hovered ? Theme.hover : "transparent"
        border.width: root.current ? Theme.borderOfFill : 0
        border.color: Theme.text

        Rectangle {
            anchors.fill: parent
            visible: root.visualFocus
            radius: Theme.radiusChip
            color: "transparent"
            border.width: Theme.focusWidth
            border.color: Theme.accent
        }
    }

    Tip {
        text: root.tip
        shown: root.tip !== "" && (root.hovered || root.visualFocus)
    }
}
