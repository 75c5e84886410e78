pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The run, a column a step: who moved, which locks were held, what state the machines were in.
FocusScope {
    id: root

    required property WorkbenchViewModel workbench

    readonly property TimelineViewModel timeline: root.workbench.timeline
    readonly property real headWidth: Math.min(Theme.scaled(156), root.width * 0.3)
    readonly property real bodyWidth: Math.max(1, root.width - root.headWidth)
    readonly property real rowHeight: Theme.scaled(25)
    readonly property real columnWidth: root.timeline.length === 0 ? Theme.scaled(110)
        : Math.max(Theme.scaled(84), Math.min(Theme.scaled(120), Math.floor((root.bodyWidth - 10) / root.timeline.length)))
    readonly property int columnsInSight: Math.ceil(root.bodyWidth / root.columnWidth) + 1
    readonly property int firstInSight: Math.max(0, Math.floor(body.contentX / root.columnWidth))
    /// There is room for more than the transport and the scrubber.
    readonly property bool roomy: body.height >= 2 * root.rowHeight
    readonly property real rowsHeight: root.timeline.rowTotal * root.rowHeight

    function look(): void {
        root.timeline.showColumns(root.firstInSight, root.columnsInSight)
    }

    /// Keeps the step that led here and the one after it in sight. What runs out of it turns the page: a picture that stands still
    /// between two pages is easier to read, and to draw, than one that moves with each step.
    function follow(): void {
        if (body.width < 2 * root.columnWidth)
            return
        const left = Math.max(0, root.workbench.position - 1) * root.columnWidth
        const right = Math.min(root.timeline.length, root.workbench.position + 1) * root.columnWidth + 10
        const overlap = Math.floor(body.width / 4 / root.columnWidth) * root.columnWidth
        if (right > body.contentX + body.width)
            body.contentX = Math.max(right - body.width, left - overlap)
        if (left < body.contentX)
            body.contentX = Math.min(left, right - body.width + overlap)
        body.contentX = Math.max(0, Math.min(body.contentX, body.contentWidth - body.width))
    }

    onFirstInSightChanged: root.look()
    onColumnsInSightChanged: root.look()
    Component.onCompleted: {
        root.look()
        root.follow()
    }

    // Once the columns have their new width.
    Timer {
        id: later
        interval: 0
        onTriggered: root.follow()
    }

    Connections {
        target: root.workbench
        function onChanged() { later.restart() }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.pane

        Divider { width: parent.width }
    }

    Item {
        id: toolbar

        width: parent.width
        height: Math.max(Theme.toolbarHeight, transport.height + Theme.space3, picker.y + picker.height + Theme.scaled(6))

        Transport {
            id: transport

            x: Theme.space3
            y: (Theme.toolbarHeight - height) / 2
            workbench: root.workbench
        }

        NextStepPicker {
            id: picker

            readonly property real beside: root.width - transport.x - transport.width - Theme.space6 - Theme.space4
            /// There is room for all of it behind the transport.
            readonly property bool fits: natural <= beside
            property real natural: {
                let sum = 0
                for (let i = 0; i < children.length; ++i) {
                    if (children[i].width > 0 && children[i].visible)
                        sum += children[i].width + spacing
                }
                return sum
            }

            x: fits ? root.width - Theme.space4 - width : Theme.space4
            y: fits ? (Theme.toolbarHeight - Math.max(Theme.target, Theme.rowHeight)) / 2 : transport.y + transport.height + Theme.space2
            width: fits ? natural : root.width - 2 * Theme.space4
            workbench: root.workbench
        }
    }

    ColumnNumbers {
        id: header

        anchors.top: toolbar.bottom
        x: root.headWidth
        width: parent.width - x
        height: implicitHeight
        timeline: root.timeline
        columnWidth: root.columnWidth
        scrolled: body.contentX
        onSought: position => root.workbench.seek(position)
    }

    RowNames {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        visible: body.visible
        width: root.headWidth
        timeline: root.timeline
        rowHeight: root.rowHeight
        scrolled: body.contentY
    }

    Flickable {
        id: body

        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        visible: height >= root.rowHeight
        x: root.headWidth
        width: parent.width - x
        contentWidth: Math.max(root.bodyWidth, root.timeline.length * root.columnWidth + 10)
        contentHeight: root.rowsHeight + (contentWidth > width ? Theme.space3 : 0)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        onContentWidthChanged: later.restart()
        onWidthChanged: later.restart()

        // Lines of rows and columns, only where they are seen.
        Repeater {
            model: root.timeline.rowTotal + 1

            delegate: Divider {
                required property int index

                x: body.contentX
                y: index * root.rowHeight
                width: body.width
            }
        }

        Repeater {
            model: root.columnsInSight + 1

            delegate: Divider {
                required property int index

                x: (root.firstInSight + index) * root.columnWidth
                width: Theme.border
                height: root.rowsHeight
            }
        }

        ModelRepeater {
            model: root.timeline.rows

            delegate: Shape {
                id: lifeline

                required property int index
                required property int kind
                required property int thread

                visible: lifeline.kind === Kinds.ThreadRow
                x: body.contentX

                ShapePath {
                    strokeColor: lifeline.thread >= 0 ? Theme.threadLine(lifeline.thread) : "transparent"
                    strokeWidth: 1.2
                    strokeStyle: Theme.threadDashes(Math.max(0, lifeline.thread)).length > 0 ? ShapePath.DashLine : ShapePath.SolidLine
                    dashPattern: Theme.threadDashes(Math.max(0, lifeline.thread)).length > 0 ? Theme.threadDashes(Math.max(0, lifeline.thread)) : [1]
                    fillColor: "transparent"

                    PathSvg { path: `M 0 ${(lifeline.index + 0.5) * root.rowHeight} H ${body.width}` }
                }
            }
        }

        ModelRepeater {
            model: root.timeline.spans

            delegate: LockSpan {
                columnWidth: root.columnWidth
                rowHeight: root.rowHeight
                sightLeft: body.contentX
                sightRight: body.contentX + body.width
            }
        }

        ModelRepeater {
            model: root.timeline.steps

            delegate: StepBlock {
                id: block

                columnWidth: root.columnWidth
                rowHeight: root.rowHeight
                rowsHeight: root.rowsHeight
                sightLeft: body.contentX
                onActivated: root.workbench.seek(block.step + 1)
            }
        }

        T.ScrollBar.horizontal: Scroller { visible: size < 1 && root.roomy }
        T.ScrollBar.vertical: Scroller { visible: size < 1 && root.roomy }
    }

    Divider {
        x: root.headWidth
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: Theme.border
    }

    Item {
        anchors.top: header.top
        anchors.bottom: parent.bottom
        anchors.topMargin: -Theme.scaled(2)
        x: root.headWidth - Theme.scaled(8)
        width: parent.width - x
        clip: true

        Repeater {
            model: root.workbench.bookmarks.length

            Rectangle {
                id: mark

                required property int index
                readonly property int step: root.workbench.bookmarks[mark.index] ?? 0

                x: Theme.scaled(8) + mark.step * root.columnWidth - body.contentX - width / 2
                width: Theme.scaled(8)
                height: width
                rotation: 45
                color: Theme.accentFill
                border.width: Theme.border
                border.color: Theme.accent
                Accessible.role: Accessible.Indicator
                Accessible.name: qsTr("Marked: step %1").arg(mark.step)
            }
        }

        Scrubber {
            x: root.workbench.position * root.columnWidth - body.contentX
            height: Math.min(parent.height, header.height + Theme.scaled(2) + Math.max(root.rowsHeight, Theme.scaled(20)))
            position: root.workbench.position
            length: root.timeline.length
            columnWidth: root.columnWidth
            onSought: position => root.workbench.seek(position)
        }
    }
}
