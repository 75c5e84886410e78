pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components

/// One of several, in a list that opens: what is asked, and what is chosen.
T.ComboBox {
    id: root

    /// "Speed"
    required property string caption
    /// Longest the chosen text may get before it is cut.
    property real textLimit: Theme.scaled(240)

    implicitWidth: Math.ceil(implicitContentWidth) + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, Theme.rowHeight)
    leftPadding: Theme.space3
    rightPadding: Theme.space2 + Theme.iconSize + Theme.space2
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.role: Accessible.ComboBox
    Accessible.name: qsTr("%1: %2").arg(root.caption).arg(root.displayText)

    contentItem: RowLayout {
        spacing: Theme.space2

        Label {
            visible: root.caption !== ""
            text: root.caption
            color: Theme.text3
            elide: Text.ElideNone
        }

        Label {
            Layout.fillWidth: true
            Layout.preferredWidth: Math.min(Math.ceil(implicitWidth), root.textLimit)
            text: root.displayText
            color: Theme.text
        }
    }

    indicator: Icon {
        x: root.width - width - Theme.space2
        y: (root.height - height) / 2
        name: "chevronDown"
        ink: Theme.text3
    }

    background: Rectangle {
        radius: Theme.radiusButton
        color: root.hovered || root.down ? Theme.hover : Theme.raised
        border.width: Theme.border
        border.color: Theme.lineStrong

        FocusRing { shown: root.visualFocus }
    }

    delegate: T.ItemDelegate {
        id: entry

        required property int index
        required property var model   // its roles differ from list to list

        width: ListView.view ? ListView.view.width : implicitWidth
        implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
        leftPadding: Theme.space3
        rightPadding: Theme.space3
        topPadding: Theme.scaled(6)
        bottomPadding: Theme.scaled(6)
        highlighted: root.highlightedIndex === entry.index
        text: root.textAt(entry.index)
        Accessible.name: entry.text

        contentItem: Column {
            Label {
                width: entry.availableWidth
                text: entry.text
                color: entry.index === root.currentIndex ? Theme.accent : Theme.text
            }

            Label {
                width: entry.availableWidth
                visible: text !== ""
                text: entry.model.note ?? ""
                color: Theme.text3
                font.pixelSize: Theme.captionSize
            }
        }

        background: Rectangle {
            radius: Theme.radiusChip
            color: entry.highlighted || entry.hovered ? Theme.hover : "transparent"
            border.width: entry.highlighted ? Theme.borderOfFill : 0
            border.color: Theme.text
        }
    }

    popup: Popover {
        y: root.height + Theme.space1
        width: Math.max(root.width, Theme.scaled(root.textRole === "" ? 96 : 320))
        padding: Theme.space1

        contentItem: ListView {
            implicitHeight: Math.min(contentHeight, Theme.scaled(320))
            clip: true
            model: root.delegateModel
            currentIndex: root.highlightedIndex
            T.ScrollBar.vertical: Scroller {}
        }
    }
}
