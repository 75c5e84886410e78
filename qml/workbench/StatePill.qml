import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// One state of a chart.
Item {
    id: root

    required property string name
    required property string meaning
    required property rect frame
    required property bool code
    required property bool current
    required property bool mishap
    required property bool primary

    x: root.frame.x
    y: root.frame.y
    width: root.frame.width
    height: root.frame.height

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
        x: Theme.scaled(11)
        anchors.verticalCenter: parent.verticalCenter
        visible: root.current
        width: Theme.scaled(6)
        height: width
        radius: width / 2
        color: root.mishap ? Theme.fails : Theme.accent
    }

    Text {
        anchors.fill: parent
        anchors.leftMargin: root.current ? Theme.scaled(18) : Theme.space1
        anchors.rightMargin: Theme.space1
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.name
        color: root.current ? Theme.text : Theme.text3
        font.family: root.code ? Theme.mono : Theme.sans
        font.pixelSize: root.code ? Theme.captionSize : Theme.smallSize
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
