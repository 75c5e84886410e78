pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The components, their objects, locks and machines, as they are at this step; below them what the last step did.
FocusScope {
    id: root

    required property WorkbenchViewModel workbench

    /// What lies over the objects: rows of a frame and a text.
    property QtObject marks: null

    readonly property MapViewModel map: root.workbench.map
    /// On top of the scale at which the map fits.
    property real zoom: 1
    readonly property real shownScale: root.map.scale * root.zoom
    /// What the arrow keys have reached; -1 before they were used.
    property int box: -1
    /// What the pointer rests on; -1 when on nothing.
    property int hovered: -1

    /// Width and height often change together: what follows from both is worked out once, before the next frame.
    function arrangeSoon(): void {
        arranging.restart()
    }

    function arrange(): void {
        root.map.arrange(view.width, view.height, Theme.textScale, Theme.sans, Theme.mono)
    }

    /// Whether some of a frame of the map is within the pane. Qt's software renderer draws a Shape that is clipped away as a
    /// whole without any clip, so that such a one has to be hidden.
    function inSight(frame: rect): bool {
        const unit = root.shownScale
        return frame.x * unit < view.contentX + view.width && (frame.x + frame.width) * unit > view.contentX
            && frame.y * unit < view.contentY + view.height && (frame.y + frame.height) * unit > view.contentY
    }

    function zoomBy(factor: real): void {
        root.zoom = Math.max(0.6, Math.min(2.5, root.zoom * factor))
        view.returnToBounds()
    }

    function fit(): void {
        root.zoom = 1
        view.contentX = 0
        view.contentY = 0
    }

    function walk(direction: int): void {
        root.goTo(root.map.neighbour(root.box, direction))
    }

    /// Takes the keyboard to a box and brings it into view.
    function showBox(box: int): void {
        view.forceActiveFocus(Qt.TabFocusReason)
        root.goTo(box)
    }

    /// Goes to the step that last changed what the keyboard or the pointer is on.
    function why(): void {
        root.workbench.why(root.hovered >= 0 ? root.hovered : root.box)
    }

    function goTo(box: int): void {
        root.box = box
        const frame = root.map.boxFrame(root.box)
        const scale = root.shownScale
        view.contentX = Math.max(0, Math.min(Math.max(view.contentX, (frame.x + frame.width + 16) * scale - view.width), (frame.x - 16) * scale))
        view.contentY = Math.max(0, Math.min(Math.max(view.contentY, (frame.y + frame.height + 16) * scale - view.height), (frame.y - 16) * scale))
    }

    clip: true
    Component.onCompleted: root.arrangeSoon()

    Timer {
        id: arranging

        interval: 0
        onTriggered: root.arrange()
    }

    Connections {
        target: Theme
        function onTextScaleChanged() { root.arrangeSoon() }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.lane
    }

    Flickable {
        id: view

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: caption.top
        contentWidth: root.map.width * root.shownScale
        contentHeight: root.map.height * root.shownScale
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Graphic
        Accessible.name: root.box >= 0 ? root.map.boxDescription(root.box) : qsTr("System map. Arrow keys walk from object to object.")
        Accessible.description: root.workbench.sentence
        Accessible.focusable: true

        onWidthChanged: root.arrangeSoon()
        onHeightChanged: root.arrangeSoon()

        Keys.onPressed: event => {
            const directions = [Qt.Key_Right, Qt.Key_Down, Qt.Key_Left, Qt.Key_Up]
            const direction = directions.indexOf(event.key)
            if (event.modifiers !== Qt.NoModifier && event.modifiers !== Qt.KeypadModifier && event.modifiers !== Qt.ShiftModifier)
                return
            if (direction >= 0 && event.modifiers === Qt.NoModifier)
                root.walk(direction)
            else if (event.key === Qt.Key_Plus)
                root.zoomBy(1.15)
            else if (event.key === Qt.Key_Minus)
                root.zoomBy(1 / 1.15)
            else if (event.key === Qt.Key_0)
                root.fit()
            else
                return
            event.accepted = true
        }

        WheelHandler {
            acceptedModifiers: Qt.ControlModifier
            onWheel: event => root.zoomBy(event.angleDelta.y > 0 ? 1.1 : 1 / 1.1)
        }

        Item {
            width: view.contentWidth
            height: view.contentHeight

            HoverHandler {
                id: pointer

                onPointChanged: root.hovered = pointer.hovered ? root.map.boxAt(pointer.point.position.x / root.shownScale, pointer.point.position.y / root.shownScale) : -1
                onHoveredChanged: root.hovered = pointer.hovered ? root.hovered : -1
            }

            ModelRepeater {
                model: root.map.lanes
                delegate: LaneRow {
                    titleWidth: root.map.laneTitleWidth * root.shownScale
                    unit: root.shownScale
                }
            }
            ModelRepeater {
                model: root.map.groups
                delegate: MapGroupBox {
                    id: group
                    unit: root.shownScale
                    visible: root.inSight(group.frame)
                }
            }
            ModelRepeater {
                model: root.map.edges
                delegate: PointerEdge {
                    id: edge
                    unit: root.shownScale
                    visible: root.inSight(edge.frame)
                }
            }
            ModelRepeater {
                model: root.map.chartTitles
                delegate: ChartTitle { unit: root.shownScale }
            }
            ModelRepeater {
                model: root.map.pills
                delegate: StatePill {
                    id: pill
                    unit: root.shownScale
                    visible: root.inSight(pill.frame)
                }
            }
            ModelRepeater {
                model: root.map.cards
                delegate: ObjectCard {
                    id: card
                    unit: root.shownScale
                    visible: card.shown && root.inSight(card.frame)
                }
            }
            ModelRepeater {
                model: root.map.locks
                delegate: LockChip {
                    id: chip
                    unit: root.shownScale
                    visible: chip.shown && root.inSight(chip.frame)
                }
            }

            ModelRepeater {
                model: root.marks
                delegate: MapMark { unit: root.shownScale }
            }

            Item {
                readonly property rect frame: root.map.boxFrame(root.box)

                x: frame.x * root.shownScale
                y: frame.y * root.shownScale
                width: frame.width * root.shownScale
                height: frame.height * root.shownScale

                FocusRing { shown: view.activeFocus && root.box >= 0 }
            }
        }

        Rectangle {
            parent: view
            anchors.fill: parent
            visible: view.activeFocus && root.box < 0
            color: "transparent"
            border.width: Theme.focusWidth
            border.color: Theme.accent
        }
    }

    Rectangle {
        id: caption

        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(Theme.rowHeight, sentence.implicitHeight + Theme.space2)
        color: Theme.pane

        Divider { width: parent.width }

        ThreadGlyph {
            id: mover

            x: Theme.space4
            anchors.verticalCenter: parent.verticalCenter
            visible: root.workbench.sentenceThread >= 0
            thread: Math.max(0, root.workbench.sentenceThread)
            size: Theme.scaled(16)
        }

        Label {
            id: sentence

            anchors.left: mover.visible ? mover.right : parent.left
            anchors.leftMargin: mover.visible ? Theme.space2 : Theme.space4
            anchors.right: parent.right
            anchors.rightMargin: Theme.space4
            anchors.verticalCenter: parent.verticalCenter
            text: root.workbench.sentence
            color: root.workbench.sentenceFails ? Theme.fails : Theme.text2
            font.pixelSize: Theme.smallSize
            font.preferShaping: false
            wrapMode: Text.Wrap
            maximumLineCount: 3
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
