import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab

/// All designs at a glance: a heatmap of verdicts, filters, and what is known of the cell at hand.
AppScreen {
    id: root

    readonly property MatrixViewModel matrix: root.app.matrix
    readonly property real roomX: root.width / Theme.textScale
    readonly property bool narrow: root.roomX < 1240

    property bool filtersOpen: false
    property bool cardOpen: true
    /// The card would leave too little of the cells: it comes when it is asked for.
    readonly property bool cramped: root.roomX < 900 || root.low
    readonly property bool low: root.height / Theme.textScale < 560
    property bool cardAsked: false
    readonly property bool cardShown: root.cramped ? root.cardAsked : root.cardOpen
    property bool asTable: false

    /// Puts away what lies over the cells; whether there was something.
    function closeLayer(): bool {
        const was = root.cardShown || (root.narrow && root.filtersOpen)
        root.cardOpen = false
        root.cardAsked = false
        root.filtersOpen = false
        return was
    }

    function exportShown() {
        root.filtersOpen = true   // the button is there
        exporting.openAt(filters.exportButton)
    }

    function play() {
        root.app.playMatrixCell()
    }

    title: qsTr("Matrix")
    areas: [filters, heatmap, table, card]
    settled: !root.matrix.busy

    Connections {
        target: root.matrix
        function onCurrentChanged() {
            root.cardOpen = true
        }
    }

    MatrixFilters {
        id: filters

        visible: !root.narrow || root.filtersOpen
        z: 2
        width: Theme.scaled(248)
        height: parent.height
        matrix: root.matrix
        onExportRequested: by => exporting.openAt(by)
        onSwitchesRequested: switches.open()
    }

    Rectangle {
        anchors.left: root.narrow ? parent.left : filters.right
        anchors.right: parent.right
        height: parent.height
        color: Theme.window

        RowLayout {
            id: head

            x: Theme.space6
            width: parent.width - 2 * Theme.space6
            height: root.low ? Theme.toolbarHeight : Theme.toolbarHeightLarge
            spacing: Theme.space3

            IconButton {
                visible: root.narrow
                iconName: "filter"
                text: qsTr("Filters")
                checked: root.filtersOpen
                onClicked: root.filtersOpen = !root.filtersOpen
            }

            Label {
                Layout.maximumWidth: Math.ceil(implicitWidth)
                Layout.fillWidth: true
                text: qsTr("%1 designs in %2 scenarios").arg(root.matrix.rowCount).arg(root.matrix.columnCount)
                color: Theme.text
                font.pixelSize: Theme.paneTitleSize
                font.weight: Font.DemiBold
            }

            StatusChip {
                visible: root.matrix.running || !root.cramped
                text: root.matrix.progressText
                iconName: root.matrix.running ? "hourglass" : "check"
                mood: root.matrix.running ? StatusChip.Current : StatusChip.Fine
            }

            PushButton {
                small: true
                text: root.matrix.running ? qsTr("Stop") : qsTr("Check")
                iconName: root.matrix.running ? "stop" : "play"
                onClicked: root.matrix.running ? root.matrix.stop() : root.matrix.start()
            }

            CheckRow {
                text: qsTr("Table")
                checked: root.asTable
                onToggled: root.asTable = checked
            }

            IconButton {
                visible: root.cramped
                iconName: "info"
                text: qsTr("What is known of the cell")
                checked: root.cardAsked
                onClicked: root.cardAsked = !root.cardAsked
            }

            // From the right, one line; what has no room there is left out.
            Flow {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.scaled(20)
                layoutDirection: Qt.RightToLeft
                spacing: Theme.space4
                clip: true

                Repeater {
                    model: root.narrow ? [] : [[MatrixViewModel.Bounded, "≥", qsTr("Bounded at depth n")], [MatrixViewModel.NotApplicable, "", qsTr("Does not apply")],
                                               [MatrixViewModel.Fails, "4", qsTr("Fails after n steps")], [MatrixViewModel.Safe, "", qsTr("Safe")]]

                    delegate: Row {
                        id: legend

                        required property var modelData

                        spacing: Theme.space2

                        HeatCellItem {
                            width: Theme.scaled(26)
                            height: Theme.scaled(20)
                            kind: legend.modelData[0]
                            text: legend.modelData[1]
                        }

                        Label {
                            anchors.verticalCenter: parent.verticalCenter
                            elide: Text.ElideNone
                            text: legend.modelData[2]
                            font.pixelSize: Theme.smallSize
                        }
                    }
                }
            }
        }

        Divider {
            y: head.height
            width: parent.width
        }

        Heatmap {
            id: heatmap

            x: Theme.space4
            anchors.top: head.bottom
            anchors.bottom: foot.top
            width: parent.width - 2 * Theme.space4
            visible: !root.asTable
            matrix: root.matrix
            low: root.low
            covered: card.visible ? Math.max(0, x + width - rightHead - card.x + Theme.space2) : 0
            focus: true
            onPlayRequested: root.play()
        }

        MatrixTable {
            id: table

            anchors.fill: heatmap
            visible: root.asTable
            matrix: root.matrix
            onPlayRequested: root.play()
        }

        MatrixCard {
            id: card

            x: parent.width - width - Theme.space6
            y: parent.height - foot.height - height - Theme.space4
            width: Math.min(implicitWidth, parent.width - 2 * Theme.space4)
            height: Math.min(implicitHeight, parent.height - foot.height - head.height - Theme.space4)
            visible: root.cardShown && root.matrix.rowCount > 0 && root.matrix.columnCount > 0
            matrix: root.matrix
            onPlayRequested: root.play()
            onCompareRequested: root.app.compareMatrixCell()
            onClosed: root.closeLayer()
        }

        Rectangle {
            id: foot

            anchors.bottom: parent.bottom
            width: parent.width
            height: root.low ? Theme.rowHeight : Theme.scaled(38)
            color: Theme.pane

            Divider { width: parent.width }

            RowLayout {
                x: Theme.space6
                width: parent.width - 2 * Theme.space6
                height: parent.height
                spacing: Theme.space4

                Label {
                    text: root.matrix.summary
                    color: Theme.text
                    font.pixelSize: Theme.smallSize
                }

                Label {
                    Layout.fillWidth: true
                    text: root.matrix.picked === "" ? qsTr("Arrow keys move the cell, Enter plays it, C adds it to Compare")
                        : qsTr("%1 is A; C on another cell compares the two in its scenario").arg(root.matrix.picked)
                    color: root.matrix.picked === "" ? Theme.text3 : Theme.accent
                    font.pixelSize: Theme.smallSize
                }

                Label {
                    text: root.matrix.effortText
                    color: Theme.text3
                    font.pixelSize: Theme.smallSize
                }
            }
        }
    }

    SwitchChooser {
        id: switches

        parent: T.Overlay.overlay
        anchors.centerIn: parent
        matrix: root.matrix
    }

    ExportPopover {
        id: exporting

        app: root.app
        picture: root
        fileName: "matrix-" + root.matrix.platform
        onContentRequested: format => exporting.content = format === "text" ? root.matrix.asText()
            : format === "json" ? root.matrix.asJson() : root.matrix.asSvg(Theme.inks)
    }
}
