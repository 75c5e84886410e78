import QtQuick
import Bindlab.Theme

/// A row of an OpeningList: its head, and below it, while it is the chosen one, what it holds.
Item {
    id: root

    required property int index
    /// The list that has the keyboard marks its current row.
    required property bool listFocused

    readonly property bool open: ListView.isCurrentItem
    property alias head: headSlot.data
    property alias details: detailSlot.data

    signal chosen()

    width: ListView.view ? ListView.view.width : 0
    height: group.height + content.implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.selected: root.open

    // The section delegates of Qt 6.4 cannot be bound components.
    SectionHead {
        id: group

        width: parent.width
        visible: section !== "" && root.ListView.previousSection !== section
        height: visible ? implicitHeight : 0
        section: root.ListView.section
    }

    Rectangle {
        anchors.fill: content
        anchors.leftMargin: -content.x
        anchors.rightMargin: -content.x
        color: root.open ? Theme.hover : hover.hovered ? Theme.laneAlt : "transparent"
        border.width: !root.open ? 0 : root.listFocused ? Theme.focusWidth : Theme.borderOfFill
        border.color: Theme.accent

        Rectangle {
            visible: root.open
            width: 3
            height: parent.height
            color: Theme.accent
        }
    }

    HoverHandler { id: hover }

    TapHandler { onTapped: root.chosen() }

    Column {
        id: content

        x: Theme.space4
        y: group.height
        width: parent.width - 2 * Theme.space4
        topPadding: Theme.space1 + 2
        bottomPadding: root.open ? Theme.space3 : Theme.space1 + 2
        spacing: Theme.space2

        Column {
            id: headSlot

            width: parent.width
        }

        Column {
            id: detailSlot

            width: parent.width
            visible: root.open
        }
    }
}
