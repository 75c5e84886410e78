import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab

/// The simulated TDISP device: its chart and what can be done to it, the messages it exchanged, the bytes of one of them.
/// When there is little room, messages and bytes share a tab; when there is less, all three do.
AppScreen {
    id: root

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

    /// Takes back what is only looked at; whether there was something.
    function closeLayer(): bool {
        if (root.device.previewed === "")
            return false
        root.device.preview("")
        return true
    }

    function turnTo(bytes: bool) {
        root.bytesTab = bytes
        root.chartTab = false
    }

    function exportShown() {
        exporting.openAt(bar.exportButton)
    }

    title: qsTr("Device")
    areas: [bar, chartSide, messageSide, bytesSide]

    Connections {
        target: root.app
        function onLayoutReset() {
            root.chartSize = root.chartDefault
            root.messagesSize = root.messagesDefault
        }
    }

    DeviceBar {
        id: bar

        width: parent.width
        height: implicitHeight
        app: root.app
        onExportRequested: root.exportShown()
    }

    ChartPane {
        id: chartSide

        anchors.top: root.single ? tabBar.bottom : bar.bottom
        anchors.bottom: parent.bottom
        visible: !root.single || root.chartTab
        width: root.onlyChart ? root.width : root.single ? 0 : Math.min(Theme.scaled(root.chartSize), root.width * (root.tabs ? 0.56 : 0.5))
        chartMargin: root.single ? 0 : Theme.space4
        device: root.device
    }

    PaneHandle {
        x: chartSide.width - width / 2
        visible: !root.single
        anchors.top: bar.bottom
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

        anchors.top: bar.bottom
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

    MessagePane {
        id: messageSide

        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        anchors.left: chartSide.right
        width: root.tabs ? root.width - chartSide.width : Math.min(Theme.scaled(root.messagesSize), root.width * 0.35)
        visible: !root.onlyChart && (!root.tabs || !root.bytesTab)
        device: root.device
        titled: !root.tabs
        sendKeys: root.app.keysOf("send")
    }

    PaneHandle {
        x: messageSide.x + messageSide.width - width / 2
        visible: !root.tabs
        anchors.top: bar.bottom
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

        anchors.top: tabBar.visible ? tabBar.bottom : bar.bottom
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
        picture: chartSide.chart
        fileName: "tdi"
        onContentRequested: format => exporting.content = root.device.exportedChart(format)
    }
}
