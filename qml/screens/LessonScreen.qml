import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench
import Bindlab

/// A lesson beside the workbench it drives. What gives way when there is little room: the prose becomes a drawer, the
/// threads become a tab beside the timeline, the timeline keeps its transport and scrubber.
AppScreen {
    id: root

    readonly property LessonViewModel lesson: root.app.lesson
    readonly property WorkbenchViewModel workbench: root.lesson.workbench

    // Larger text needs room as a smaller window does.
    readonly property real roomX: root.width / Theme.textScale
    readonly property real roomY: root.Window.height / Theme.textScale
    /// A run can be shown without a lesson.
    readonly property bool prosed: root.lesson.isOpen
    readonly property bool drawer: root.prosed && root.roomX < 1240
    readonly property bool tabs: root.roomX < 1180
    readonly property bool low: root.roomY < 780

    /// Sizes at a text scale of 1, as the reader left them.
    property real proseSize: root.app.paneSize("lesson/prose", root.proseDefault)
    property real threadsSize: root.app.paneSize("lesson/threads", root.threadsDefault)
    property real bottomSize: root.app.paneSize("lesson/bottom", root.bottomDefault)
    readonly property real proseDefault: 316
    readonly property real threadsDefault: 352
    readonly property real bottomDefault: 236
    readonly property real bottomLow: 104

    property bool drawerOpen: true
    property bool threadsTab: false
    /// The objects stand in a table in place of the map.
    property bool asTable: false

    readonly property real proseWidth: Math.min(Theme.scaled(root.proseSize), root.width - Theme.scaled(120))
    readonly property real bottomHeight: Math.min(root.low && !(root.tabs && root.threadsTab) ? Theme.scaled(root.bottomLow) + (root.tabs ? tabBar.height : 0)
                                                                                        : Theme.scaled(root.bottomSize),
                                                  root.height * 0.6)

    /// Between the drawn map and its table; the keyboard goes with it when it was there.
    function toggleTable() {
        const held = systemMap.activeFocus || mapTable.activeFocus
        root.asTable = !root.asTable
        if (held)
            (root.asTable ? mapTable : systemMap).forceActiveFocus(Qt.OtherFocusReason)
    }

    function showBox(box: int) {
        root.asTable = false
        systemMap.showBox(box)
    }

    function exportShown() {
        exporting.openAt(toolbar.exportButton)
    }

    function closeLayer(): bool {
        if (!root.drawer || !root.drawerOpen)
            return false
        root.drawerOpen = false
        return true
    }

    title: root.lesson.title
    areas: [prose, middle, threadsSide, bottom]

    Connections {
        target: root.app
        function onRequested(action: string) {
            switch (action) {
            case "mapTable": root.toggleTable(); break
            case "zoomIn": systemMap.zoomBy(1.1); break
            case "zoomOut": systemMap.zoomBy(1 / 1.1); break
            case "zoomFit": systemMap.fit(); break
            case "why": systemMap.why(); break
            default:
                if (action.startsWith("box:"))
                    root.showBox(parseInt(action.substring(4)))
            }
        }
        function onLayoutReset() {
            root.proseSize = root.proseDefault
            root.threadsSize = root.threadsDefault
            root.bottomSize = root.bottomDefault
        }
    }

    Connections {
        target: root.lesson
        function onPageChanged() {
            root.drawerOpen = true
        }
    }

    // A narrow strip that stands where the prose was.
    Rectangle {
        id: rail

        visible: root.drawer
        width: visible ? Theme.scaled(44) : 0
        height: parent.height
        color: Theme.pane

        Divider {
            anchors.right: parent.right
            height: parent.height
        }

        ColumnLayout {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.space2
            spacing: Theme.space2

            IconButton {
                Layout.alignment: Qt.AlignHCenter
                iconName: "list"
                text: root.drawerOpen ? qsTr("Hide the lesson text") : qsTr("Show the lesson text")
                checked: root.drawerOpen
                onClicked: root.drawerOpen = !root.drawerOpen
            }

            Label {
                Layout.alignment: Qt.AlignHCenter
                text: qsTr("%1/%2").arg(root.lesson.page + 1).arg(root.lesson.pageCount)
                color: Theme.text3
                font.pixelSize: Theme.captionSize
                Accessible.name: qsTr("Step %1 of %2").arg(root.lesson.page + 1).arg(root.lesson.pageCount)
            }

            IconButton {
                Layout.alignment: Qt.AlignHCenter
                iconName: "chevronLeft"
                text: qsTr("Back")
                keys: root.app.keysOf("previousPage")
                enabled: root.lesson.page > 0
                onClicked: root.lesson.previousPage()
            }

            IconButton {
                Layout.alignment: Qt.AlignHCenter
                iconName: "chevronRight"
                text: qsTr("Next")
                keys: root.app.keysOf("nextPage")
                enabled: root.lesson.page + 1 < root.lesson.pageCount
                onClicked: root.lesson.nextPage()
            }
        }
    }

    LessonPane {
        id: prose

        x: root.drawer ? rail.width : 0
        z: root.drawer ? 3 : 0
        visible: root.prosed && (!root.drawer || root.drawerOpen)
        width: root.prosed ? root.proseWidth : 0
        height: parent.height
        lesson: root.lesson
        onPerformed: root.closeLayer()
        onTestRequested: root.app.testMe()
        onUnitRequested: root.app.openUnit()
        onReviewLeft: root.app.openWelcome()
        onTermRequested: term => root.app.trigger(term)
        onComparisonRequested: block => root.app.openLessonComparison(block)

        Rectangle {
            anchors.left: parent.right
            width: Theme.space1
            height: parent.height
            visible: root.drawer
            color: Theme.window

            Divider { height: parent.height }
        }
    }

    PaneHandle {
        id: proseHandle

        x: prose.width - width / 2
        z: 4
        visible: root.prosed && !root.drawer
        width: Theme.grab
        height: parent.height
        upright: true
        pane: qsTr("the lesson text")
        size: root.proseSize
        minimum: 260
        maximum: 480
        onResized: size => {
            root.proseSize = size
            root.app.setPaneSize("lesson/prose", size)
        }
        onReset: {
            root.proseSize = root.proseDefault
            root.app.setPaneSize("lesson/prose", root.proseDefault)
        }
    }

    Item {
        id: work

        anchors.left: root.drawer ? rail.right : prose.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom

        FocusScope {
            id: middle

            anchors.left: parent.left
            anchors.right: threadsSide.visible ? threadsSide.left : parent.right
            anchors.top: parent.top
            anchors.bottom: bottom.top
            Accessible.role: Accessible.Pane
            Accessible.name: qsTr("Map")

            MapToolbar {
                id: toolbar

                width: parent.width
                workbench: root.workbench
                asTable: root.asTable
                onTableRequested: root.toggleTable()
                onExportRequested: root.exportShown()
            }

            SystemMap {
                id: systemMap

                objectName: "map"
                anchors.top: toolbar.bottom
                anchors.bottom: parent.bottom
                width: parent.width
                visible: !root.asTable
                clip: true
                workbench: root.workbench
            }

            MapTable {
                id: mapTable

                anchors.fill: systemMap
                visible: root.asTable
                workbench: root.workbench
            }
        }

        ThreadsPane {
            id: threadsSide

            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: bottom.top
            visible: !root.tabs
            width: Math.min(Theme.scaled(root.threadsSize), work.width * 0.5)
            workbench: root.workbench
        }

        PaneHandle {
            x: threadsSide.x - width / 2
            z: 2
            visible: threadsSide.visible
            width: Theme.grab
            anchors.top: parent.top
            anchors.bottom: bottom.top
            upright: true
            mirrored: true
            pane: qsTr("the threads")
            size: root.threadsSize
            minimum: 280
            maximum: 560
            onResized: size => {
                root.threadsSize = size
                root.app.setPaneSize("lesson/threads", size)
            }
            onReset: {
                root.threadsSize = root.threadsDefault
                root.app.setPaneSize("lesson/threads", root.threadsDefault)
            }
        }

        FocusScope {
            id: bottom

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: root.bottomHeight
            Accessible.role: Accessible.Pane
            Accessible.name: root.tabs && root.threadsTab ? qsTr("Threads") : qsTr("Timeline")

            Rectangle {
                anchors.fill: parent
                color: Theme.pane
            }

            Row {
                id: tabBar

                x: Theme.space4
                y: Theme.space1
                visible: root.tabs
                height: visible ? implicitHeight + Theme.space1 : 0
                spacing: Theme.space1
                Accessible.role: Accessible.PageTabList
                Accessible.name: qsTr("Below the map")

                ChoiceButton {
                    text: qsTr("Timeline")
                    checked: !root.threadsTab
                    onClicked: root.threadsTab = false
                }

                ChoiceButton {
                    text: qsTr("Threads")
                    checked: root.threadsTab
                    onClicked: root.threadsTab = true
                }
            }

            TimelinePane {
                objectName: "timeline"
                anchors.fill: parent
                anchors.topMargin: root.tabs ? tabBar.y + tabBar.height : 0
                visible: !(root.tabs && root.threadsTab)
                workbench: root.workbench
            }

            ThreadsPane {
                anchors.fill: parent
                anchors.topMargin: tabBar.y + tabBar.height
                visible: root.tabs && root.threadsTab
                workbench: root.workbench
            }
        }

        PaneHandle {
            y: bottom.y - height / 2
            z: 2
            width: parent.width
            height: Theme.grab
            upright: false
            mirrored: true
            pane: root.tabs && root.threadsTab ? qsTr("the threads") : qsTr("the timeline")
            size: root.bottomSize
            minimum: 160
            maximum: 520
            onResized: size => {
                root.bottomSize = size
                root.app.setPaneSize("lesson/bottom", size)
            }
            onReset: {
                root.bottomSize = root.bottomDefault
                root.app.setPaneSize("lesson/bottom", root.bottomDefault)
            }
        }
    }

    ExportPopover {
        id: exporting

        app: root.app
        formats: ["text", "mermaid", "plantuml", "json", "svg", "lanes", "png"]
        jsonHint: qsTr("The trace: bindlab replay plays it, the window opens it.")
        svgHint: qsTr("The map as it stands, its text as text.")
        pngHint: qsTr("The map as it is.")
        picture: systemMap
        fileName: ("run-" + root.workbench.design + "-" + root.workbench.scenario).replace(/[^A-Za-z0-9+-]+/g, "_")
        onContentRequested: format => exporting.content = root.workbench.exported(format, Theme.inks)
    }
}
