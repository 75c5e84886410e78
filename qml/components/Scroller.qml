import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme

/// A thin scroll bar.
T.ScrollBar {
    id: root

    implicitWidth: 10
    implicitHeight: 10
    padding: 2
    minimumSize: 0.06
    visible: root.size < 1

    contentItem: Rectangle {
        implicitWidth: 6
        implicitHeight: 6
        radius: 3
        color: root.pressed || root.hovered ? Theme.edge : Theme.lineStrong
    }
}
