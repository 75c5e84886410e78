import QtQuick
import QtQuick.Shapes
import Bindlab.Theme
import Bindlab.Components

/// Where the run stands: drag it to seek.
Item {
    id: root

    required property int position
    required property int length
    required property real columnWidth

    signal sought(int position)

    readonly property real markWidth: Theme.scaled(16)

    width: Math.max(Theme.target, root.markWidth)
    x: root.position * root.columnWidth - width / 2
    activeFocusOnTab: true
    Accessible.role: Accessible.Slider
    Accessible.name: qsTr("Step %1 of %2").arg(root.position).arg(root.length)
    Accessible.focusable: true
    Accessible.onIncreaseAction: root.sought(Math.min(root.length, root.position + 1))
    Accessible.onDecreaseAction: root.sought(Math.max(0, root.position - 1))

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.scaled(12)
        width: 2
        height: parent.height - y
        color: Theme.accent
    }

    Shape {
        x: (root.width - width) / 2
        width: root.markWidth
        height: Theme.scaled(18)

        ShapePath {
            strokeColor: "transparent"
            fillColor: Theme.accent

            PathSvg {
                path: {
                    const w = root.markWidth
                    const h = Theme.scaled(18)
                    return `M 1 2 H ${w - 1} V ${h * 0.55} L ${w / 2} ${h} L 1 ${h * 0.55} Z`
                }
            }
        }

        FocusRing {
            shown: root.activeFocus
            corner: 2
        }
    }

    HoverHandler { cursorShape: Qt.SizeHorCursor }

    DragHandler {
        id: drag

        property int start: 0

        target: null
        yAxis.enabled: false
        dragThreshold: 2
        onActiveChanged: if (active) start = root.position
        onCentroidChanged: {
            if (!active)
                return
            const moved = centroid.scenePosition.x - centroid.scenePressPosition.x
            const wanted = Math.max(0, Math.min(root.length, Math.round(start + moved / root.columnWidth)))
            if (wanted !== root.position)
                root.sought(wanted)
        }
    }
}
