pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench
import Bindlab.ViewModels

/// The chart of the TDI machine, with the state it is in and the one a hovered action would lead to.
Flickable {
    id: root

    required property DeviceViewModel device

    /// Pixels to a unit of the chart: as wide as the pane, but never too small for its text.
    readonly property real unit: Math.max(Theme.textScale * 0.91, Math.min(Theme.textScale, root.width / root.device.chartWidth))
    readonly property real offset: Math.max(0, (root.width - root.contentWidth) / 2)

    function px(size: real): int {
        return Math.round(size * root.unit)
    }

    contentWidth: root.px(root.device.chartWidth)
    contentHeight: root.px(root.device.chartHeight)
    leftMargin: root.offset
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    T.ScrollBar.horizontal: Scroller {}
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("TDI state machine. The TDI is in %1.%2").arg(root.device.stateName)
        .arg(root.device.previewLabel === "" ? "" : " " + qsTr("%1 would lead to %2.").arg(root.device.previewLabel).arg(root.device.previewState))

    // Where every device begins.
    Text {
        x: root.px(24)
        y: root.px(38)
        text: qsTr("power on")
        color: Theme.text3
        font.family: Theme.sans
        font.pixelSize: Theme.captionSize
        Accessible.ignored: true
    }

    Rectangle {
        x: root.px(88) - width / 2
        y: root.px(46) - height / 2
        width: root.px(10)
        height: width
        radius: width / 2
        color: Theme.text2
    }

    Rectangle {
        x: root.px(88)
        y: root.px(51)
        width: 1
        height: root.px(53)
        color: Theme.edge
    }

    ModelRepeater {
        model: root.device.arrows

        delegate: Item {
            id: arrow

            required property string path
            required property string head
            required property string label
            required property string events
            required property rect labelFrame
            required property bool previewed

            readonly property color ink: arrow.previewed ? (root.device.previewMishap ? Theme.fails : Theme.accent) : Theme.edge

            width: root.contentWidth
            height: root.contentHeight

            Shape {
                width: root.device.chartWidth
                height: root.device.chartHeight
                scale: root.unit
                transformOrigin: Item.TopLeft

                ShapePath {
                    strokeColor: arrow.ink
                    strokeWidth: (arrow.previewed ? 1.8 : 1.2) / root.unit
                    strokeStyle: arrow.previewed ? ShapePath.DashLine : ShapePath.SolidLine
                    dashPattern: [4, 3]
                    fillColor: "transparent"

                    PathSvg { path: arrow.path }
                }

                ShapePath {
                    strokeColor: "transparent"
                    fillColor: arrow.ink

                    PathSvg { path: arrow.head }
                }
            }

            Rectangle {
                x: caption.x + (caption.width - width) / 2
                y: caption.y + (caption.height - height) / 2
                width: Math.min(caption.width, caption.contentWidth) + Theme.space2
                height: caption.contentHeight
                color: Theme.pane
            }

            Text {
                id: caption

                x: root.px(arrow.labelFrame.x)
                y: root.px(arrow.labelFrame.y)
                width: root.px(arrow.labelFrame.width)
                height: root.px(arrow.labelFrame.height)
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: arrow.previewed ? root.device.previewLabel : arrow.label
                color: arrow.previewed ? arrow.ink : Theme.text2
                font.family: arrow.previewed ? Theme.sans : Theme.mono
                font.pixelSize: Theme.captionSize
                font.preferShaping: false
                wrapMode: Text.Wrap
                Accessible.ignored: true

                HoverHandler { id: over }

                Tip {
                    text: arrow.events
                    shown: over.hovered && arrow.events !== arrow.label
                }
            }
        }
    }

    ModelRepeater {
        model: root.device.states

        delegate: Item {
            id: state

            required property string name
            required property string meaning
            required property rect frame
            required property bool current
            required property bool previewed
            required property bool mishap

            readonly property bool would: state.previewed && !state.current
            readonly property color ink: state.mishap && (state.current || state.would) ? Theme.fails
                : state.current || state.would ? Theme.accent : Theme.text

            x: root.px(state.frame.x)
            y: root.px(state.frame.y)
            width: root.px(state.frame.width)
            height: root.px(state.frame.height)
            Accessible.role: Accessible.StaticText
            Accessible.name: state.current ? qsTr("%1, current. %2").arg(state.name).arg(state.meaning)
                : state.would ? qsTr("%1, would be next. %2").arg(state.name).arg(state.meaning) : qsTr("%1. %2").arg(state.name).arg(state.meaning)

            Rectangle {
                anchors.fill: parent
                visible: !state.would
                radius: Theme.radiusCard
                color: state.current ? (state.mishap ? Theme.failsFill : Theme.accentFill) : Theme.raised
                border.width: state.current ? Theme.borderCurrent : Theme.border
                border.color: state.current ? state.ink : Theme.lineStrong

                Behavior on color { ColorAnimation { duration: Theme.stateTime; easing.type: Easing.OutQuad } }
            }

            DashedBox {
                anchors.fill: parent
                visible: state.would
                ink: state.ink
                fill: state.mishap ? Theme.failsFill : Theme.accentFill
                radius: Theme.radiusCard
            }

            Rectangle {
                x: root.px(13)
                anchors.verticalCenter: title.verticalCenter
                visible: state.current
                width: root.px(8)
                height: width
                radius: width / 2
                color: state.ink
            }

            CodeText {
                id: title

                x: root.px(state.current ? 28 : 13)
                y: root.px(12)
                width: parent.width - x - root.px(6)
                text: state.name
                color: state.ink
                font.weight: Font.DemiBold
            }

            Label {
                x: root.px(13)
                anchors.top: title.bottom
                anchors.topMargin: root.px(4)
                anchors.bottom: parent.bottom
                anchors.bottomMargin: root.px(6)
                width: parent.width - x - root.px(8)
                text: state.meaning
                color: Theme.text2
                font.pixelSize: Theme.captionSize
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
    }

    Label {
        x: root.px(416)
        y: root.px(342)
        visible: root.device.previewed !== ""
        text: qsTr("preview of the action")
        color: root.device.previewMishap ? Theme.fails : Theme.accent
        font.pixelSize: Theme.captionSize
        Accessible.ignored: true
    }
}
