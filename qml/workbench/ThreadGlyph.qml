import QtQuick
import QtQuick.Shapes
import Bindlab.Theme

/// The mark of a thread: circle 1, square 2, diamond 3, then triangle, hexagon, star; from 7 on outlined.
Item {
    id: root

    /// From 0.
    required property int thread
    property int size: Theme.glyphSize
    property bool outlined: root.thread >= 6

    readonly property int form: root.thread % 6
    readonly property color ink: Theme.threadInk(root.thread)

    implicitWidth: root.size
    implicitHeight: root.size
    Accessible.ignored: true

    Rectangle {
        anchors.centerIn: parent
        visible: root.form < 3
        width: root.form === 2 ? root.size * 0.78 : root.size
        height: width
        rotation: root.form === 2 ? 45 : 0
        radius: root.form === 0 ? width / 2 : root.size * 0.2
        color: root.outlined ? "transparent" : root.ink
        border.width: root.outlined ? 1.5 : 0
        border.color: root.ink
        antialiasing: true
    }

    Shape {
        visible: root.form >= 3
        width: 16
        height: 16
        scale: root.size / 16
        transformOrigin: Item.TopLeft

        ShapePath {
            strokeColor: root.ink
            strokeWidth: root.outlined ? 1.5 : 0
            fillColor: root.outlined ? "transparent" : root.ink

            PathSvg {
                path: root.form === 3 ? "M8 0.5 L15.8 15 H0.2 Z"
                    : root.form === 4 ? "M4.2 1 H11.8 L15.6 8 L11.8 15 H4.2 L0.4 8 Z"
                    : "M8 0 L10.2 5.2 L16 5.8 L11.6 9.6 L13 15.4 L8 12.3 L3 15.4 L4.4 9.6 L0 5.8 L5.8 5.2 Z"
            }
        }
    }

    Text {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: root.form === 3 ? root.size * 0.12 : 0
        text: root.thread + 1
        color: root.outlined ? root.ink : Theme.threadText
        font.family: Theme.sans
        font.pixelSize: Math.round(root.size * (root.form < 3 ? 0.62 : 0.5))
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
}
