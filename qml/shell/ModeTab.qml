import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components

/// One of the six places of the window.
Item {
    id: root

    required property string title
    required property string iconName
    required property bool current
    /// What it holds, for the tip and for screen readers.
    required property string about
    /// Only the icon; the title is then the tip's.
    property bool compact: false

    signal activated()

    /// With its title.
    readonly property real naturalWidth: words.implicitWidth + Theme.iconSize + Theme.space2 + 2 * (Theme.space3 - 1)

    implicitWidth: button.implicitWidth
    implicitHeight: button.implicitHeight

    HoverHandler { id: hover }

    T.AbstractButton {
        id: button

        anchors.fill: parent
        implicitWidth: implicitContentWidth + leftPadding + rightPadding
        implicitHeight: Math.max(Theme.target, Theme.scaled(30))
        leftPadding: root.compact ? Theme.space2 : Theme.space3 - 1
        rightPadding: leftPadding
        focusPolicy: Qt.StrongFocus
        checked: root.current
        text: root.title
        onClicked: root.activated()
        Accessible.role: Accessible.PageTab
        Accessible.name: root.title
        Accessible.description: root.about

        // It is made with the button; nothing would be gained by making it later.
        contentItem: RowLayout { // qmllint disable deferred-property-id
            spacing: Theme.space2

            Icon {
                name: root.iconName
                ink: root.current ? Theme.text : Theme.text2
            }

            Label {
                id: words

                visible: !root.compact
                text: root.title
                color: root.current ? Theme.text : Theme.text2
                font.weight: Font.Medium
            }
        }

        background: Rectangle {
            radius: Theme.radiusButton
            color: root.current || hover.hovered ? Theme.hover : "transparent"
            border.width: root.current ? Theme.borderOfFill : 0
            border.color: Theme.text

            FocusRing { shown: button.visualFocus }
        }
    }

    Tip {
        text: root.compact ? qsTr("%1. %2").arg(root.title).arg(root.about) : root.about
        shown: hover.hovered || button.visualFocus
    }
}
