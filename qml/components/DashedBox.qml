import QtQuick
import QtQuick.Shapes
import Bindlab.Theme

/// A rounded box with a dashed outline: something that is gone, or that would happen.
Shape {
    id: root

    property color ink: Theme.fails
    property color fill: "transparent"
    property real radius: Theme.radiusObject
    property real strokeWidth: 1.3

    ShapePath {
        strokeColor: root.ink
        strokeWidth: root.strokeWidth
        strokeStyle: ShapePath.DashLine
        dashPattern: [3, 2]
        fillColor: root.fill

        PathSvg {
            path: {
                const r = root.radius
                const w = Math.max(2 * r + 2, root.width) - 1
                const h = Math.max(2 * r + 2, root.height) - 1
                return `M ${r + 0.5} 0.5 H ${w - r} A ${r} ${r} 0 0 1 ${w} ${r + 0.5} V ${h - r} A ${r} ${r} 0 0 1 ${w - r} ${h}`
                    + ` H ${r + 0.5} A ${r} ${r} 0 0 1 0.5 ${h - r} V ${r + 0.5} A ${r} ${r} 0 0 1 ${r + 0.5} 0.5 Z`
            }
        }
    }
}
