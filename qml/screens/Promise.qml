import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// A thing the window lets one do, in a few words.
Row {
    id: root

    required property string iconName
    required property color ink
    required property string text

    spacing: Theme.space2

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        size: Theme.glyphSize
        ink: root.ink
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
    }
}
