import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench

/// A lock in a state: who holds it, and who waits.
RowLayout {
    id: root

    required property string name
    required property int holder
    required property string held
    required property string waiting
    /// As much width as there is.
    required property real room

    Layout.fillWidth: true
    Layout.preferredHeight: Theme.scaled(26)
    spacing: Theme.space2
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2 %3").arg(root.name).arg(root.held).arg(root.waiting)

    CodeText {
        Layout.preferredWidth: root.room * 0.45
        Layout.maximumWidth: root.room * 0.45
        text: root.name
        color: Theme.text2
        font.pixelSize: Theme.smallSize
        elide: Text.ElideRight
    }

    Icon {
        name: root.holder >= 0 ? "lock" : "unlock"
        ink: root.holder >= 0 ? Theme.threadInk(root.holder) : Theme.text3
        size: Theme.scaled(13)
    }

    Label {
        text: root.held
        color: root.holder >= 0 ? Theme.threadInk(root.holder) : Theme.text3
        font.pixelSize: Theme.smallSize
    }

    Label {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignRight
        text: root.waiting
        color: Theme.text3
        font.pixelSize: Theme.smallSize
    }
}
