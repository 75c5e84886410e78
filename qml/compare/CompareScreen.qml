pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench
import Bindlab

/// Two designs under one schedule: their maps, both runs, the patch between them, why they part, and the verdicts.
AppScreen {
    id: root

    readonly property CompareViewModel compare: root.app.compare
    readonly property real roomX: root.width / Theme.textScale
    /// The patch and the reason share a place.
    readonly property bool tabs: root.roomX < 1280
    readonly property bool tall: root.roomX >= 900
    property bool reasonTab: true

    readonly property real lowerHeight: Theme.scaled(216)
    readonly property real headHeight: Math.max(firstSide.implicitHeadHeight, secondSide.visible ? secondSide.implicitHeadHeight : 0)
    readonly property real mapsHeight: Math.max(Theme.scaled(216) + root.headHeight, root.height - bar.height - schedule.height - root.lowerHeight - verdicts.height)

    function exportShown() {
        exporting.openAt(bar.exportButton)
    }

    title: qsTr("Compare")
    areas: [bar, firstSide, secondSide, differences, schedule, patch, reason, verdicts]
    settled: !root.compare.busy

    CompareBar {
        id: bar

        width: parent.width
        height: implicitHeight
        z: 1
        compare: root.compare
        app: root.app
        onExportRequested: by => exporting.openAt(by)
        onPatchesRequested: by => patches.open()
    }

    ScrollArea {
        id: scroll

        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: column.height

        Column {
            id: column

            width: scroll.width

            Item {
                width: parent.width
                height: root.mapsHeight

                CompareSide {
                    id: firstSide

                    visible: root.compare.playable && root.compare.view !== CompareViewModel.View.Difference
                    width: root.compare.view === CompareViewModel.View.Overlay ? parent.width : Math.floor(parent.width / 2)
                    height: parent.height
                    headHeight: root.headHeight
                    side: 0
                    workbench: root.compare.first
                    title: root.compare.view === CompareViewModel.View.Overlay
                        ? qsTr("%1, and over it what %2 has instead").arg(root.compare.firstName).arg(root.compare.secondName)
                        : qsTr("%1  %2").arg(root.compare.firstName).arg(root.compare.firstTitle)
                    position: root.compare.position
                    soFar: root.compare.firstSoFar
                    marks: root.compare.view === CompareViewModel.View.Overlay ? root.compare.marks : null
                    onOpenRequested: root.app.playComparedSide(0)
                }

                CompareSide {
                    id: secondSide

                    visible: root.compare.playable && root.compare.view === CompareViewModel.View.SideBySide
                    x: firstSide.width
                    width: parent.width - x
                    height: parent.height
                    headHeight: root.headHeight
                    side: 1
                    workbench: root.compare.second
                    title: qsTr("%1  %2").arg(root.compare.secondName).arg(root.compare.secondTitle)
                    position: root.compare.position
                    soFar: root.compare.secondSoFar
                    onOpenRequested: root.app.playComparedSide(1)
                }

                DifferenceTable {
                    id: differences

                    anchors.fill: parent
                    visible: root.compare.playable && root.compare.view === CompareViewModel.View.Difference
                    compare: root.compare
                }

                Divider {
                    x: firstSide.width
                    visible: secondSide.visible
                    height: parent.height
                }

                ColumnLayout {
                    anchors.centerIn: parent
                    width: Math.min(parent.width - 2 * Theme.space6, Theme.scaled(560))
                    visible: !root.compare.playable
                    spacing: Theme.space3

                    Label {
                        Layout.fillWidth: true
                        horizontalAlignment: Text.AlignHCenter
                        text: root.compare.busy ? root.compare.progressText : root.compare.obstacle
                        wrapMode: Text.Wrap
                        Accessible.role: Accessible.AlertMessage
                        Accessible.name: text
                    }

                    PushButton {
                        Layout.alignment: Qt.AlignHCenter
                        text: root.compare.busy ? qsTr("Stop") : qsTr("Check both")
                        iconName: root.compare.busy ? "stop" : "play"
                        onClicked: root.compare.busy ? root.compare.stop() : root.compare.start()
                    }
                }
            }

            CompareSchedule {
                id: schedule

                focus: true   // so that the arrow keys step both
                width: parent.width
                height: implicitHeight
                compare: root.compare
                app: root.app
            }

            Item {
                width: parent.width
                height: root.lowerHeight

                Rectangle {
                    anchors.fill: parent
                    color: Theme.pane
                }

                Row {
                    id: tabRow

                    z: 1
                    x: Theme.space4
                    height: visible ? Theme.rowHeightLarge : 0
                    visible: root.tabs
                    spacing: Theme.space1

                    ChoiceButton {
                        text: qsTr("Why they part")
                        checked: root.reasonTab
                        onClicked: root.reasonTab = true
                    }

                    ChoiceButton {
                        text: qsTr("What B changes")
                        checked: !root.reasonTab
                        onClicked: root.reasonTab = false
                    }
                }

                FlowDiffPane {
                    id: patch

                    anchors.top: tabRow.bottom
                    anchors.bottom: parent.bottom
                    visible: !root.tabs || !root.reasonTab
                    width: root.tabs ? parent.width : Math.floor(parent.width / 2)
                    compare: root.compare
                }

                PartingPane {
                    id: reason

                    anchors.top: tabRow.bottom
                    anchors.bottom: parent.bottom
                    anchors.right: parent.right
                    visible: !root.tabs || root.reasonTab
                    width: root.tabs ? parent.width : parent.width - patch.width
                    compare: root.compare
                    app: root.app
                }
            }

            CompareVerdicts {
                id: verdicts

                width: parent.width
                height: implicitHeight
                compare: root.compare
            }
        }
    }

    PatchChooser {
        id: patches

        parent: T.Overlay.overlay
        anchors.centerIn: parent
        compare: root.compare
    }

    ExportPopover {
        id: exporting

        app: root.app
        picture: root
        fileName: ("compare-" + root.compare.firstName + "-" + root.compare.secondName + "-" + root.compare.scenario).replace(/[^A-Za-z0-9+-]+/g, "_")
        onContentRequested: format => exporting.content = format === "text" ? root.compare.asText()
            : format === "json" ? root.compare.asJson() : root.compare.asSvg(Theme.inks)
    }
}
