pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench
import Bindlab.ViewModels

/// The chart of a machine: where it begins, its states, an arrow for all ways from one to another.
Flickable {
    id: root

    required property ReferenceSheet sheet

    /// Pixels to a unit of the chart with which all of it is seen, and with which its text has the size that was chosen.
    readonly property real fittingUnit: (root.width - 2) / root.sheet.chartWidth
    readonly property real readingUnit: Theme.textScale * 0.9
    /// All of it is seen and still read, if less well.
    readonly property bool opensFitted: root.fittingUnit >= root.readingUnit * 0.7
    /// It is wider than the pane when it is read well: one or the other is to be had.
    readonly property bool tooWide: root.fittingUnit < root.readingUnit
    /// The reader wants the other of the two.
    property bool turned: false
    readonly property bool fitted: root.opensFitted !== root.turned
    readonly property real unit: root.tooWide ? (root.fitted ? root.fittingUnit : root.readingUnit) : Math.min(Theme.textScale, root.fittingUnit)
    /// What of it is in sight, where more than this scrolls it: upper and lower edge.
    property real shownFrom: 0
    property real shownTo: root.height
    readonly property real offset: Math.max(0, Math.floor((root.width - root.contentWidth) / 2))

    function px(size: real): int {
        return Math.round(size * root.unit)
    }

    /// The software renderer draws shapes that are wholly clipped; they are left out.
    function isInSight(frame: rect): bool {
        return frame.right * root.unit > root.contentX && frame.left * root.unit < root.contentX + root.width
            && frame.bottom * root.unit > root.shownFrom && frame.top * root.unit < root.shownTo
    }

    /// Where the machine begins is in sight; where that can be, so is one of the ends.
    function showStart() {
        const start = root.px(root.sheet.startMark.x + root.sheet.startMark.width)
        const most = root.contentWidth - root.width
        root.contentX = most <= 0 ? -root.leftMargin : start < root.width - Theme.space8 ? 0
            : start > most + Theme.space8 ? most : start - root.width / 2
    }

    Connections {
        target: root.sheet
        function onChanged() { root.turned = false }
    }

    Component.onCompleted: starting.restart()
    onContentWidthChanged: starting.restart()

    implicitHeight: contentHeight + (contentWidth > width ? Theme.space3 : 0)
    contentWidth: root.px(root.sheet.chartWidth) + 2
    contentHeight: root.px(root.sheet.chartHeight) + 2
    leftMargin: root.offset
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    activeFocusOnTab: contentWidth > width
    T.ScrollBar.horizontal: Scroller {}
    Keys.onLeftPressed: root.contentX = Math.max(-root.leftMargin, root.contentX - Theme.scaled(60))
    Keys.onRightPressed: root.contentX = Math.max(0, Math.min(root.contentWidth - root.width, root.contentX + Theme.scaled(60)))
    Accessible.role: Accessible.Graphic
    Accessible.name: root.sheet.spokenChart

    Timer {
        id: starting

        interval: 0
        onTriggered: root.showStart()
    }

    ModelRepeater {
        model: root.sheet.arrows

        delegate: Item {
            id: arrow

            required property string path
            required property string head
            required property string label
            required property point labelCentre
            required property string meaning
            required property rect frame

            Shape {
                visible: root.isInSight(arrow.frame)
                width: root.sheet.chartWidth
                height: root.sheet.chartHeight
                scale: root.unit
                transformOrigin: Item.TopLeft

                ShapePath {
                    strokeColor: over.hovered ? Theme.accent : Theme.edge
                    strokeWidth: 1.2 / root.unit
                    fillColor: "transparent"

                    PathSvg { path: arrow.path }
                }

                ShapePath {
                    strokeColor: "transparent"
                    fillColor: over.hovered ? Theme.accent : Theme.edge

                    PathSvg { path: arrow.head }
                }
            }

            CodeText {
                x: root.px(arrow.labelCentre.x) - Math.round(width / 2)
                y: root.px(arrow.labelCentre.y) - Math.round(height / 2)
                text: arrow.label
                color: over.hovered ? Theme.accent : Theme.text2
                font.pixelSize: Math.floor(Theme.captionSize * root.unit / Theme.textScale)
                lineHeightMode: Text.FixedHeight
                lineHeight: root.px(14)
                elide: Text.ElideNone

                HoverHandler { id: over }

                Tip {
                    text: arrow.meaning
                    shown: over.hovered
                }
            }
        }
    }

    Rectangle {
        x: root.px(root.sheet.startMark.x)
        y: root.px(root.sheet.startMark.y)
        width: root.px(root.sheet.startMark.width)
        height: width
        radius: width / 2
        color: Theme.text2
    }

    ModelRepeater {
        model: root.sheet.states

        delegate: Rectangle {
            id: state

            required property string name
            required property string meaning
            required property rect frame
            required property bool initial

            x: root.px(state.frame.x)
            y: root.px(state.frame.y)
            width: root.px(state.frame.width)
            height: root.px(state.frame.height)
            radius: height / 2
            color: state.initial ? Theme.accentFill : Theme.raised
            border.width: state.initial ? Theme.borderCurrent : Theme.border
            border.color: state.initial ? Theme.accent : Theme.lineStrong
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1. %2").arg(state.name).arg(state.meaning)

            CodeText {
                anchors.centerIn: parent
                text: state.name
                font.pixelSize: Math.floor(Theme.smallSize * root.unit / Theme.textScale)
                font.weight: Font.DemiBold
                elide: Text.ElideNone
            }

            HoverHandler { id: pointer }

            Tip {
                text: state.meaning
                shown: pointer.hovered
            }
        }
    }

    Rectangle {
        parent: root
        anchors.fill: parent
        visible: root.activeFocus
        color: "transparent"
        border.width: Theme.focusWidth
        border.color: Theme.accent
    }
}
