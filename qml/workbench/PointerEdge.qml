pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Bindlab.Theme
import Bindlab.ViewModels

/// A line of the map: a pointer, what a lock guards, where a thread is, a message, or an arrow of a chart.
Item {
    id: root

    /// One of Kinds, from Link to Mishap.
    required property int kind
    /// Whose ink it has, or -1.
    required property int thread
    required property string path
    required property string headPath
    /// Of the line and its head, in units of the map.
    required property rect frame
    required property string label
    required property rect labelFrame
    /// Pixels to a unit of the map.
    required property real unit

    readonly property bool guarding: root.kind === Kinds.Guard
    readonly property bool threaded: root.thread >= 0 && !root.guarding
    readonly property bool ofChart: root.kind >= Kinds.Forward
    readonly property bool dashed: root.kind === Kinds.Cleared || root.kind === Kinds.Dangling || root.kind >= Kinds.Back
        || (root.threaded && Theme.threadDashes(root.thread).length > 0)
    readonly property color ink: root.kind === Kinds.Dangling ? Theme.fails
        : root.threaded ? Theme.threadInk(root.thread)
        : root.guarding ? (root.thread >= 0 ? Theme.threadLine(root.thread) : Theme.lineStrong)
        : root.kind === Kinds.Back ? Theme.accentLine
        : root.kind === Kinds.Pointer ? Theme.text2 : Theme.edge

    Accessible.ignored: true

    Shape {
        scale: root.unit
        transformOrigin: Item.TopLeft

        ShapePath {
            strokeColor: root.ink
            strokeWidth: root.threaded || root.kind === Kinds.Dangling ? 1.6 : root.kind === Kinds.Pointer ? 1.4 : 1.2
            strokeStyle: root.dashed || root.guarding ? ShapePath.DashLine : ShapePath.SolidLine
            dashPattern: root.guarding ? [1.5, 2.5] : root.threaded && root.kind !== Kinds.Cleared && Theme.threadDashes(root.thread).length > 0
                ? Theme.threadDashes(root.thread) : [3, 2.4]
            capStyle: ShapePath.FlatCap
            joinStyle: ShapePath.MiterJoin
            fillColor: "transparent"

            PathSvg { path: root.path }
        }

        ShapePath {
            strokeColor: "transparent"
            fillColor: root.ink

            PathSvg { path: root.headPath }
        }
    }

    Text {
        x: Math.round(root.labelFrame.x * root.unit)
        y: Math.round(root.labelFrame.y * root.unit)
        width: Math.round(root.labelFrame.width * root.unit)
        height: Math.round(root.labelFrame.height * root.unit)
        visible: root.labelFrame.width > 0
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.label
        color: root.kind === Kinds.Dangling ? Theme.fails : root.threaded ? root.ink : root.ofChart ? Theme.text3 : Theme.text2
        font.family: root.ofChart || root.kind === Kinds.Wait || root.kind === Kinds.Message ? Theme.sans : Theme.mono
        font.pixelSize: root.ofChart || root.kind === Kinds.Message ? Math.round(Theme.captionSize * root.unit) : Math.round(Theme.smallSize * root.unit)
        font.preferShaping: root.ofChart
        lineHeight: 0.95
        Accessible.ignored: true
    }
}
