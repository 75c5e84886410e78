import QtQuick
import Bindlab.Theme

/// Two links of a chain: the device's and the machine's, one through the other.
Item {
    id: root

    implicitWidth: Theme.scaled(21)
    implicitHeight: Theme.scaled(14)
    Accessible.ignored: true

    Rectangle {
        width: root.width * 0.62
        height: root.height
        radius: root.height * 0.28
        color: "transparent"
        border.width: Math.max(1.5, root.height * 0.14)
        border.color: Theme.t1
    }

    Rectangle {
        x: root.width - width
        width: root.width * 0.62
        height: root.height
        radius: root.height * 0.28
        color: "transparent"
        border.width: Math.max(1.5, root.height * 0.14)
        border.color: Theme.t2
    }

    Rectangle {
        anchors.centerIn: parent
        width: root.height * 0.22
        height: root.height * 0.44
        radius: width / 2
        color: Theme.text
    }
}
