import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// The head of a group of rows in a list.
Item {
    id: root

    required property string section

    implicitHeight: name.implicitHeight + Theme.space4
    Accessible.role: Accessible.Heading
    Accessible.name: root.section

    Label {
        id: name

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space1
        x: Theme.space4
        width: parent.width - 2 * x
        text: root.section
        color: Theme.text3
        font.pixelSize: Theme.smallSize
        font.weight: Font.Medium
        Accessible.ignored: true
    }
}
