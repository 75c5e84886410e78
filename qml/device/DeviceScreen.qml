pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench
import Bindlab.ViewModels
import Bindlab

/// The simulated TDISP device: its chart and what can be done to it, the messages it exchanged, the bytes of one of them.
/// When there is little room, messages and bytes share a tab; when there is less, all three do.
FocusScope {
    id: root

    required property AppViewModel app

    readonly property DeviceViewModel device: root.app.device
    readonly property real roomX: root.width / Theme.textScale
    readonly property bool tabs: root.roomX < 1240
    readonly property bool single: root.roomX < 800
    property bool bytesTab: false
    property bool chartTab: true
    readonly property bool onlyChart: root.single && root.chartTab

    /// Sizes at a text scale of 1, as the reader left them.
    property real chartSize: root.app.paneSize("device/chart", root.chartDefault)
    property real messagesSize: root.app.paneSize("device/messages", root.messagesDefault)
    readonly property real chartDefault: 604
    readonly property real messagesDefault: 372

    /// What F6 goes through.
    readonly property list<Item> areas: [toolbar, chartSide, messageSide, bytesSide]

    /// Takes back what is only looked at; whether there was something.
    function closePreview(): bool {
        if (root.device.previewed === "")
            return false
        root.device.preview("")
        return true
    }

    function turnTo(bytes: bool) {
        root.bytesTab = bytes
        root.chartTab = false
    }

    Connections {
        target: root.app
        function onLayoutReset() {
            root.chartSize = root.chartDefault
            root.messagesSize = root.messagesDefault
        }
    }

    function exportShown() {
        exporting.openAt(exportButton)
    }

    FocusScope {
        id: toolbar

        width: parent.width
        height: Math.max(Theme.toolbarHeightLarge, pickers.implicitHeight + Theme.space2 * 2)
        Accessible.role: Accessible.ToolBar
        Accessible.name: qsTr("Device")

        Rectangle {
            anchors.fill: parent
            color: Theme.pane

            Divider {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }

        RowLayout {
            id: pickers

            x: Theme.space4
            width: parent.width - 2 * Theme.space4
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space2

            Picker {
                visible: root.device.sources.rowCount() > 1
                Layout.maximumWidth: Theme.scaled(260)
                caption: qsTr("Messages of")
                model: root.device.sources
                textRole: "title"
                valueRole: "key"
                displayText: root.device.sourceTitle
                currentIndex: Math.max(0, indexOfValue(root.device.source))
                textLimit: Theme.scaled(150)
                onActivated: root.device.chooseSource(currentValue)
            }

            Picker {
                caption: qsTr("Device")
                model: root.device.interfaces
                textRole: "title"
                valueRole: "key"
                currentIndex: root.device.interface
                onActivated: index => root.device.interface = index
            }

            Picker {
                visible: root.roomX > 1000
                caption: qsTr("Platform")
                model: root.device.platforms
                textRole: "title"
                valueRole: "key"
                displayText: root.device.platformTitle
                currentIndex: indexOfValue(root.device.platform)
                textLimit: Theme.scaled(160)
                onActivated: root.device.platform = currentValue
            }

            Item { Layout.fillWidth: true }

            StatusChip {
                visible: root.roomX > 900
                text: root.device.sessionText
                iconName: "shield"
                mood: root.device.sessionUp ? StatusChip.Fine : StatusChip.Quiet
            }

            StatusChip {
                visible: root.roomX > 900
                text: root.device.streamText
                iconName: root.device.streamSecure ? "lock" : "unlock"
                mood: root.device.streamSecure ? StatusChip.Fine : StatusChip.Quiet
            }

            StatusChip {
                text: qsTr("TDI in %1").arg(root.device.stateName)
                iconName: root.device.state === 3 ? "octagon" : "dot"
                mood: root.device.state === 3 ? StatusChip.Bad : StatusChip.Current
            }

            IconButton {
                id: exportButton

                iconName: "copy"
                text: qsTr("Export the chart")
                onClicked: root.exportShown()
            }

            IconButton {
                iconName: "undo"
                text: qsTr("Take the last one back")
                keys: root.app.keysOf("undo")
                enabled: root.device.canUndo
                onClicked: root.device.undo()
            }

            PushButton {
                Layout.minimumWidth: implicitWidth
                // The icon alone where words of another language would not fit.
                text: root.roomX > 1180 ? qsTr("Start over") : ""
                iconName: "repeat"
                tip: qsTr("Start over (%1)").arg(root.app.keysOf("startOver"))
                Accessible.name: qsTr("Start over")
                onClicked: root.device.startOver()
            }
        }
    }

    FocusScope {
        id: chartSide

        anchors.top: root.single ? tabBar.bottom : toolbar.bottom
        anchors.bottom: parent.bottom
        visible: !root.single || root.chartTab
        width: root.onlyChart ? root.width : root.single ? 0 : Math.min(Theme.scaled(root.chartSize), root.width * (root.tabs ? 0.56 : 0.5))
        Accessible.role: Accessible.Pane
        Accessible.name: qsTr("TDI state machine and host actions")

        Rectangle {
            anchors.fill: parent
            color: Theme.pane
        }

        ScrollArea {
            id: chartScroll

            anchors.fill: parent
            contentHeight: chartColumn.height

            Column {
                id: chartColumn

                width: chartScroll.width
                bottomPadding: Theme.space4

                Label {
                    x: Theme.space4
                    topPadding: Theme.space3
                    bottomPadding: Theme.space1
                    text: qsTr("TDI state machine")
                    color: Theme.text
                    font.pixelSize: Theme.paneTitleSize
                    font.weight: Font.DemiBold
                }

                DeviceChart {
                    id: chart

                    x: root.single ? 0 : Theme.space4
                    width: parent.width - 2 * x
                    height: contentHeight
                    device: root.device
                }

                Divider { width: parent.width }

                HostActions {
                    x: Theme.space4
                    width: parent.width - 2 * Theme.space4
                    device: root.device
                }

                Item {
                    width: 1
                    height: Theme.space3
                }

                ActionPreview {
                    x: Theme.space4
                    width: parent.width - 2 * Theme.space4
                    visible: root.device.previewed !== ""
                    device: root.device
                }

                Item {
                    width: 1
                    height: Theme.space3
                }

                CheckRow {
                    x: Theme.space4
                    width: parent.width - 2 * Theme.space4
                    text: qsTr("STOP in CONFIG_UNLOCKED is an error")
                    checked: root.device.emulatorStop
                    onToggled: root.device.emulatorStop = checked
                }

                Label {
                    x: Theme.space4
                    width: parent.width - 2 * Theme.space4
                    text: qsTr("Here two public references disagree. The specification lists STOP as legal in all four states and a public conformance suite expects "
                               + "success; DMTF's emulator answers INVALID_INTERFACE_STATE. A host that stops an interface to be sure meets both.")
                    color: Theme.text3
                    font.pixelSize: Theme.smallSize
                    wrapMode: Text.Wrap
                }
            }
        }
    }

    PaneHandle {
        x: chartSide.width - width / 2
        visible: !root.single
        anchors.top: toolbar.bottom
        anchors.bottom: parent.bottom
        width: Theme.grab
        upright: true
        pane: qsTr("the state machine")
        size: root.chartSize
        minimum: 420
        maximum: 720
        onResized: size => {
            root.chartSize = size
            root.app.setPaneSize("device/chart", size)
        }
        onReset: {
            root.chartSize = root.chartDefault
            root.app.setPaneSize("device/chart", root.chartDefault)
        }
    }

    Rectangle {
        anchors.fill: tabBar
        color: Theme.pane
    }

    Row {
        id: tabBar

        anchors.top: toolbar.bottom
        anchors.left: root.single ? parent.left : chartSide.right
        anchors.right: parent.right
        z: 1
        visible: root.tabs
        height: visible ? Theme.toolbarHeight : 0
        padding: Theme.space2
        leftPadding: Theme.space4
        spacing: Theme.space1
        Accessible.role: Accessible.PageTabList
        Accessible.name: root.single ? qsTr("Chart, messages or bytes") : qsTr("Messages or bytes")

        ChoiceButton {
            visible: root.single
            text: qsTr("Chart")
            checked: root.onlyChart
            onClicked: root.chartTab = true
        }

        ChoiceButton {
            text: qsTr("Messages")
            checked: !root.onlyChart && !root.bytesTab
            onClicked: root.turnTo(false)
        }

        ChoiceButton {
            text: qsTr("Bytes")
            checked: !root.onlyChart && root.bytesTab
            onClicked: root.turnTo(true)
        }
    }

    FocusScope {
        id: messageSide

        anchors.top: toolbar.bottom
        anchors.bottom: parent.bottom
        anchors.left: chartSide.right
        width: root.tabs ? root.width - chartSide.width : Math.min(Theme.scaled(root.messagesSize), root.width * 0.35)
        visible: !root.onlyChart && (!root.tabs || !root.bytesTab)
        Accessible.role: Accessible.Pane
        Accessible.name: qsTr("Messages")

        Rectangle {
            anchors.fill: parent
            color: Theme.pane
        }

        ColumnLayout {
            anchors.fill: parent
            spacing: 0

            RowLayout {
                z: 1
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.toolbarHeight
                Layout.leftMargin: Theme.space4
                Layout.rightMargin: Theme.space3

                // Among tabs theirs is the title.
                Label {
                    Layout.fillWidth: true
                    text: root.tabs ? "" : qsTr("Messages")
                    color: Theme.text
                    font.pixelSize: Theme.paneTitleSize
                    font.weight: Font.DemiBold
                }

                IconButton {
                    iconName: "filter"
                    text: root.device.everyRequest ? qsTr("Sum up SPDM and IDE_KM") : qsTr("Show each SPDM and IDE_KM request")
                    checked: root.device.everyRequest
                    onClicked: root.device.everyRequest = !root.device.everyRequest
                }
            }

            Divider { Layout.fillWidth: true }

            MessageList {
                Layout.fillWidth: true
                Layout.fillHeight: true
                device: root.device
                focus: true
            }

            // Over the list, which may draw what has been scrolled out of sight.
            Rectangle {
                z: 1
                Layout.fillWidth: true
                implicitHeight: below.implicitHeight
                color: Theme.pane

                ColumnLayout {
                    id: below

                    width: parent.width
                    spacing: 0

                    MessagePreview {
                        Layout.fillWidth: true
                        Layout.margins: Theme.space3
                        // The list comes first where both do not fit.
                        visible: root.device.previewed !== "" && root.device.previewState !== "" && messageSide.height > Theme.scaled(440)
                        device: root.device
                    }

                    Divider { Layout.fillWidth: true }

                    MessageComposer {
                        Layout.fillWidth: true
                        Layout.margins: Theme.space4
                        device: root.device
                        sendKeys: root.app.keysOf("send")
                    }
                }
            }
        }

        Divider {
            height: parent.height
        }
    }

    PaneHandle {
        x: messageSide.x + messageSide.width - width / 2
        visible: !root.tabs
        anchors.top: toolbar.bottom
        anchors.bottom: parent.bottom
        width: Theme.grab
        upright: true
        pane: qsTr("the messages")
        size: root.messagesSize
        minimum: 300
        maximum: 520
        onResized: size => {
            root.messagesSize = size
            root.app.setPaneSize("device/messages", size)
        }
        onReset: {
            root.messagesSize = root.messagesDefault
            root.app.setPaneSize("device/messages", root.messagesDefault)
        }
    }

    BytesPane {
        id: bytesSide

        anchors.top: tabBar.visible ? tabBar.bottom : toolbar.bottom
        anchors.bottom: parent.bottom
        anchors.left: root.tabs ? chartSide.right : messageSide.right
        anchors.right: parent.right
        visible: !root.onlyChart && (!root.tabs || root.bytesTab)
        device: root.device

        Divider {
            height: parent.height
        }
    }

    ExportPopover {
        id: exporting

        app: root.app
        formats: ["text", "mermaid", "plantuml", "svg", "png"]
        pngHint: qsTr("The chart as it is.")
        picture: chart
        fileName: "tdi"
        onContentRequested: format => exporting.content = root.device.exportedChart(format)
    }
}
