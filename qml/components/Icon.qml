import QtQuick
import QtQuick.Shapes
import Bindlab.Theme

/// A small picture in one ink. It says nothing by itself: whoever shows it carries the accessible name.
Item {
    id: root

    /// One of IconPaths.
    required property string name
    property color ink: Theme.text2
    property int size: Theme.iconSize

    implicitWidth: root.size
    implicitHeight: root.size
    Accessible.ignored: true

    Shape {
        width: 16
        height: 16
        scale: root.size / 16
        transformOrigin: Item.TopLeft

        ShapePath {
            strokeColor: root.ink
            strokeWidth: 1.3
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg { path: IconPaths.outline(root.name) }
        }

        ShapePath {
            strokeColor: "transparent"
            fillColor: root.ink

            PathSvg { path: IconPaths.fill(root.name) }
        }
    }
}
