import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench

/// What a field holds in a state.
RowLayout {
    id: root

    required property string name
    required property string value
    required property bool bad
    /// As much width as there is.
    required property real room

    Layout.fillWidth: true
    Layout.minimumHeight: Theme.scaled(24)
    spacing: Theme.space2
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(root.name).arg(root.value)

    CodeText {
        Layout.preferredWidth: root.room * 0.5
        Layout.fillWidth: true
        text: root.name
        color: Theme.text2
        font.pixelSize: Theme.smallSize
        elide: Text.ElideRight
    }

    CodeText {
        Layout.preferredWidth: root.room * 0.48
        Layout.fillWidth: true
        text: root.value
        color: root.bad ? Theme.fails : Theme.text
        font.pixelSize: Theme.smallSize
        elide: Text.ElideRight
    }
}
