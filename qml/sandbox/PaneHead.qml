import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components

/// The head of a list in a side pane, with room for a button behind it.
RowLayout {
    id: root

    required property string text

    default property alias actions: slot.data

    implicitHeight: Theme.rowHeight
    spacing: Theme.space2

    Label {
        Layout.fillWidth: true
        text: root.text
        color: Theme.text3
        Accessible.role: Accessible.Heading
        Accessible.name: root.text
    }

    Row {
        id: slot

        spacing: 2
    }
}
