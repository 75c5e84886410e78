pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab

/// Which state this is, what holds of it, and a button that copies it.
Item {
    id: root

    required property StatesViewModel states

    implicitHeight: Math.max(Theme.toolbarHeightLarge, chips.implicitHeight + 2 * Theme.space3)

    Flow {
        id: chips

        x: Theme.space4
        y: Theme.space3
        width: parent.width - 2 * Theme.space4 - copy.width
        spacing: Theme.space2

        Label {
            height: Theme.rowHeight
            verticalAlignment: Text.AlignVCenter
            text: root.states.title
            color: Theme.text
            font.pixelSize: Theme.paneTitleSize
            font.weight: Font.DemiBold
            elide: Text.ElideNone
        }

        ModelRepeater {
            model: root.states.chips

            delegate: FactChip { room: chips.width }
        }
    }

    IconButton {
        id: copy

        anchors.right: parent.right
        anchors.rightMargin: Theme.space3
        y: Theme.space3
        iconName: "copy"
        text: qsTr("Copy the state as text")
        enabled: root.states.explored
        onClicked: root.states.copyState()
    }

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
