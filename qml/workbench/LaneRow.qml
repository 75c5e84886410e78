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
    /// Pixels to a unit of the map.
    required property real unit
    /// Nothing is in it but its title.
    required property bool bare
    required property real titleWidth

    /// A size that grows with the text and the map.
    function px(size: real): int {
        return Math.round(size * Theme.textScale * root.unit)
    }

    x: Math.round(root.frame.x * root.unit)
    y: Math.round(root.frame.y * root.unit)
    width: Math.round(root.frame.width * root.unit)
    height: Math.round(root.frame.height * root.unit)
    color: root.index % 2 === 0 ? Theme.lane : Theme.laneAlt

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }

    Column {
        x: root.px(16)
        y: root.bare ? (root.height - height) / 2 : Math.min(root.px(14), (root.height - height) / 2)
        width: root.titleWidth - root.px(16)
        spacing: 1

        Label {
            width: parent.width
            text: root.title
            color: root.bare ? Theme.text3 : Theme.text
            font.pixelSize: root.px(13)
            font.weight: Font.DemiBold
        }

        Label {
            width: parent.width
            visible: root.subtitle !== ""
            text: root.subtitle
            color: Theme.text3
            font.pixelSize: root.px(11)
            wrapMode: Text.Wrap
            maximumLineCount: root.height > root.px(90) ? 4 : 1
        }
    }
}
