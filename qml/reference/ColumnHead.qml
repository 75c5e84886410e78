import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// The head of a column: what it holds, and how much of it.
Item {
    id: root

    required property string title
    required property int count

    implicitHeight: Theme.toolbarHeight
    Accessible.role: Accessible.Heading
    Accessible.name: qsTr("%1, %2").arg(root.title).arg(root.count)

    Label {
        id: name

        x: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        text: root.title
        color: Theme.text
        font.pixelSize: Theme.paneTitleSize
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }

    Label {
        anchors.left: name.right
        anchors.leftMargin: Theme.space2
        anchors.right: parent.right
        anchors.baseline: name.baseline
        text: root.count
        color: Theme.text3
        Accessible.ignored: true
    }

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
