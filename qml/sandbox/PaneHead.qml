import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components

/// The head of a list in a side pane, with room for a button behind it.
RowLayout {
    id: root

    required property string text

    default property alias actions: slot.data

    implicitHeight: Math.max(Theme.rowHeight, words.implicitHeight)
    spacing: Theme.space2

    Label {
        id: words

        Layout.fillWidth: true
        wrapMode: Text.Wrap
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
