pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab

/// Every reachable state as a graph, one of them in detail, and a run through it. Where there is little room, the details are a
/// drawer.
AppScreen {
    id: root

    readonly property StatesViewModel graph: root.app.states
    readonly property real roomX: root.width / Theme.textScale
    readonly property bool narrow: root.roomX < 1180
    property bool asTable: false
    property bool detailsOpen: false

    /// Size at a text scale of 1, as the reader left it.
    property real detailsSize: root.app.paneSize("states/details", root.detailsDefault)
    readonly property real detailsDefault: 360
    readonly property real mainWidth: root.narrow ? root.width : root.width - details.width
    readonly property real leastGraph: Theme.scaled(150)

    /// Puts the details away where they lie over the graph; whether there was something.
    function closeLayer(): bool {
        const was = root.narrow && root.detailsOpen
        root.detailsOpen = false
        return was
    }

    function exportShown() {
        bar.openExport()
    }

    function openRun() {
        root.app.playStatesRun()
    }

    title: qsTr("States")
    areas: [bar, head, pane, table, path, details]
    settled: !root.graph.busy

    Connections {
        target: root.app
        function onRequested(action: string) {
            switch (action) {
            case "statesZoomIn": pane.zoom(1.25); break
            case "statesZoomOut": pane.zoom(0.8); break
            case "statesZoomFit": pane.zoom(0); break
            case "statesFind": bar.find(); break
            }
        }
        function onLayoutReset() {
            root.detailsSize = root.detailsDefault
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.window
    }

    StatesBar {
        id: bar

        width: parent.width
        height: implicitHeight
        states: root.graph
        app: root.app
        asTable: root.asTable
        onTableToggled: asTable => root.asTable = asTable
        onExportRequested: by => exporting.openAt(by)
    }

    // Where there is no height for all of it, it scrolls, and the graph keeps what it takes to be read.
    ScrollArea {
        id: scroll

        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        visible: root.graph.explored
        width: root.mainWidth
        contentHeight: column.height

        Column {
            id: column

            width: scroll.width

            StatesHead {
                id: head

                width: parent.width
                height: implicitHeight
                states: root.graph
                narrow: root.narrow
                detailsOpen: root.detailsOpen
                onDetailsRequested: root.detailsOpen = !root.detailsOpen
            }

            Item {
                width: parent.width
                height: Math.max(root.leastGraph, scroll.height - head.height - legend.height - path.height)

                StatesGraphPane {
                    id: pane

                    anchors.fill: parent
                    visible: !root.asTable
                    focus: !root.asTable
                    states: root.graph
                    withMap: root.roomX >= 900
                    onOpenRequested: root.openRun()
                }

                StatesTable {
                    id: table

                    anchors.fill: parent
                    visible: root.asTable
                    focus: root.asTable
                    states: root.graph
                    onOpenRequested: root.openRun()
                }

                // A new layout of a graph that is shown already.
                Rectangle {
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: Theme.scaled(44)
                    visible: root.graph.busy
                    width: working.implicitWidth + 2 * Theme.space3
                    height: working.implicitHeight + Theme.space2
                    radius: Theme.radiusChip
                    color: Theme.raised
                    border.width: Theme.border
                    border.color: Theme.lineStrong

                    Label {
                        id: working

                        anchors.centerIn: parent
                        text: root.graph.progressText
                        font.pixelSize: Theme.smallSize
                    }
                }
            }

            StatesLegend {
                id: legend

                width: parent.width
                height: implicitHeight
                states: root.graph
                rangeText: root.asTable ? "" : pane.rangeText
                widestRangeText: root.asTable ? "" : pane.widestRangeText
            }

            StatePath {
                id: path

                width: parent.width
                height: implicitHeight
                states: root.graph
                app: root.app
                onOpenRequested: root.openRun()
            }
        }
    }

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.space6, Theme.scaled(560))
        visible: !root.graph.explored
        spacing: Theme.space3

        Label {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: root.graph.busy ? root.graph.progressText : root.graph.obstacle
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }

        PushButton {
            Layout.alignment: Qt.AlignHCenter
            text: root.graph.busy ? qsTr("Stop") : qsTr("Explore")
            iconName: root.graph.busy ? "stop" : "play"
            onClicked: root.graph.busy ? root.graph.stop() : root.graph.start()
        }
    }

    Rectangle {
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        visible: root.narrow && root.detailsOpen
        width: parent.width
        color: Theme.veil

        MouseArea {
            anchors.fill: parent
            onClicked: root.detailsOpen = false
        }
    }

    StateDetails {
        id: details

        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        visible: root.graph.explored && (!root.narrow || root.detailsOpen)
        width: Math.min(Theme.scaled(root.detailsSize), root.width - Theme.scaled(80))
        states: root.graph

        Divider { height: parent.height }
    }

    PaneHandle {
        x: details.x - width / 2
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        visible: details.visible && !root.narrow
        upright: true
        mirrored: true
        size: details.width
        minimum: Theme.scaled(280)
        maximum: Math.max(minimum, root.width * 0.5)
        pane: qsTr("the details")
        onResized: size => {
            root.detailsSize = size / Theme.textScale
            root.app.setPaneSize("states/details", root.detailsSize)
        }
        onReset: {
            root.detailsSize = root.detailsDefault
            root.app.setPaneSize("states/details", root.detailsSize)
        }
    }

    ExportPopover {
        id: exporting

        app: root.app
        picture: root
        fileName: ("states-" + root.graph.design + "-" + root.graph.scenario + "-" + root.graph.platform).replace(/[^A-Za-z0-9+-]+/g, "_")
        onContentRequested: format => exporting.content = format === "text" ? root.graph.asText()
            : format === "json" ? root.graph.asJson() : root.graph.asSvg(Theme.inks)
    }
}
