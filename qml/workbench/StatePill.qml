import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// One state of a chart.
Item {
    id: root

    required property string name
    required property string meaning
    required property rect frame
    /// Pixels to a unit of the map.
    required property real unit
    required property bool code
    required property bool current
    required property bool mishap
    required property bool primary

    /// A size that grows with the text and the map.
    function px(size: real): int {
        return Math.round(size * Theme.textScale * root.unit)
    }

    x: Math.round(root.frame.x * root.unit)
    y: Math.round(root.frame.y * root.unit)
    width: Math.round(root.frame.width * root.unit)
    height: Math.round(root.frame.height * root.unit)

    Rectangle {
        anchors.fill: parent
        visible: root.current || !root.mishap
        radius: height / 2
        color: root.current ? (root.mishap ? Theme.failsFill : Theme.accentFill) : "transparent"
        border.width: root.current ? Theme.borderCurrent : Theme.border
        border.color: root.current ? (root.mishap ? Theme.fails : Theme.accent) : Theme.lineStrong

        Behavior on color { ColorAnimation { duration: Theme.stateTime; easing.type: Easing.OutQuad } }
    }

    DashedBox {
        anchors.fill: parent
        visible: root.mishap && !root.current
        ink: Theme.lineStrong
        strokeWidth: 1
        radius: height / 2 - 1
    }

    Rectangle {
        x: root.px(9)
        anchors.verticalCenter: parent.verticalCenter
        visible: root.current
        width: root.px(6)
        height: width
        radius: width / 2
        color: root.mishap ? Theme.fails : Theme.accent
    }

    Text {
        anchors.fill: parent
        anchors.leftMargin: root.current ? root.px(17) : root.px(3)
        anchors.rightMargin: root.px(3)
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.name
        color: root.current ? Theme.text : Theme.text3
        font.family: root.code ? Theme.mono : Theme.sans
        font.pixelSize: root.code ? root.px(11) : root.px(12)
        font.weight: root.current ? Font.DemiBold : Font.Normal
        font.preferShaping: !root.code
        elide: Text.ElideRight
        Accessible.ignored: true
    }

    HoverHandler { id: hover }

    Tip {
        text: root.meaning
        shown: hover.hovered
    }
}
