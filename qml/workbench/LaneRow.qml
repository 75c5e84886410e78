import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// One of the lanes, from guest to device.
Rectangle {
    id: root

    required property int index
    required property string title
    required property string subtitle
    required property rect frame
    /// Nothing is in it but its title.
    required property bool bare
    required property real titleWidth

    x: root.frame.x
    y: root.frame.y
    width: root.frame.width
    height: root.frame.height
    color: root.index % 2 === 0 ? Theme.lane : Theme.laneAlt

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }

    Column {
        x: Theme.space4
        y: root.bare ? (root.height - height) / 2 : Math.min(Theme.scaled(14), (root.height - height) / 2)
        width: root.titleWidth - Theme.space4
        spacing: 1

        Label {
            width: parent.width
            text: root.title
            color: root.bare ? Theme.text3 : Theme.text
            font.weight: Font.DemiBold
        }

        Label {
            width: parent.width
            visible: root.subtitle !== ""
            text: root.subtitle
            color: Theme.text3
            font.pixelSize: Theme.captionSize
            wrapMode: Text.Wrap
            maximumLineCount: root.height > Theme.scaled(90) ? 4 : 1
        }
    }
}
