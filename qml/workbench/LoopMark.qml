import QtQuick
import QtQuick.Shapes
import Bindlab.Theme
import Bindlab.Components

/// Spans the steps after which everything is as before them, with an arrow from the last back to the first: the run can go
/// round there for ever.
Item {
    id: root

    /// So many steps come before the loop.
    required property int step
    /// Left edge of what is in sight.
    required property real labelLeft

    signal activated()

    readonly property string sentence: root.step === 0
        ? qsTr("Everything is as at the start again: from there it can go round for ever.")
        : qsTr("Everything is as after step %1 again: from there it can go round for ever.").arg(root.step)

    Accessible.role: Accessible.StaticText
    Accessible.name: root.sentence
    Accessible.ignored: !root.visible

    Shape {
        ShapePath {
            strokeColor: Theme.fails
            strokeWidth: 1.4
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap

            PathSvg { path: `M ${root.width - 5} ${root.height - 2} V 6 Q ${root.width - 5} 2 ${root.width - 9} 2 H 9 Q 5 2 5 6 V ${root.height - 6}` }
        }

        ShapePath {
            strokeColor: "transparent"
            fillColor: Theme.fails

            PathSvg { path: `M 5 ${root.height - 1} L 1.5 ${root.height - 7} L 8.5 ${root.height - 7} Z` }
        }
    }

    Icon {
        x: Math.min(root.labelLeft, Math.max(0, root.width - width - 20)) + 12
        y: Math.round((root.height - height) / 2) + 1
        name: "repeat"
        size: Theme.scaled(13)
        ink: Theme.fails

        HoverHandler { id: hover }
        TapHandler { onTapped: root.activated() }

        Tip {
            text: root.sentence
            shown: hover.hovered
        }
    }
}
