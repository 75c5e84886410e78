pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab

/// What one looks up: terms, the sheets of the components, mails and keys. Where there is little room, the columns become tabs.
AppScreen {
    id: root

    readonly property ReferenceViewModel reference: root.app.reference
    readonly property bool tabs: root.width / Theme.textScale < 1200

    /// Sizes at a text scale of 1, as the reader left them.
    property real termsSize: root.app.paneSize("reference/terms", root.termsDefault)
    property real sourcesSize: root.app.paneSize("reference/sources", root.sourcesDefault)
    property real keysSize: root.app.paneSize("reference/keys", root.keysDefault)
    readonly property real termsDefault: 312
    readonly property real sourcesDefault: 336
    readonly property real keysDefault: 280
    readonly property real listWidth: Theme.scaled(176)

    function isShown(part: int): bool {
        return !root.tabs || root.reference.part === part
    }

    function exportShown() {
        if (!sheet.visible)
            root.reference.part = ReferenceViewModel.Part.Sheets
        sheet.openExport()
    }

    /// The keyboard is where the reader was sent.
    function takeKeyboard() {
        const part = root.reference.part
        const area = part === ReferenceViewModel.Part.Terms ? terms : part === ReferenceViewModel.Part.Sheets ? machines
            : part === ReferenceViewModel.Part.Sources ? sources : keys
        area.forceActiveFocus(Qt.TabFocusReason)
    }

    function follow(target: string) {
        if (target !== "")
            root.app.trigger(target)
    }

    title: qsTr("Reference")
    areas: [bar, terms, machines, sheet, sources, keys]

    Connections {
        target: root.app
        function onRequested(action: string) {
            if (action === "referenceFind")
                bar.find()
        }
        function onLayoutReset() {
            root.termsSize = root.termsDefault
            root.sourcesSize = root.sourcesDefault
            root.keysSize = root.keysDefault
        }
    }

    Component.onCompleted: opened.restart()

    Timer {
        id: opened

        interval: 0
        onTriggered: root.takeKeyboard()
    }

    ReferenceBar {
        id: bar

        width: parent.width
        height: implicitHeight
        reference: root.reference
        tabs: root.tabs
        keys: root.app.keysOf("referenceFind")
    }

    TermColumn {
        id: terms

        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        visible: root.isShown(ReferenceViewModel.Part.Terms)
        width: root.tabs ? parent.width : Math.min(Theme.scaled(root.termsSize), root.width * 0.35)
        reference: root.reference
        onFollowed: target => root.follow(target)
    }

    MachineList {
        id: machines

        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        x: root.tabs ? 0 : terms.width
        visible: root.isShown(ReferenceViewModel.Part.Sheets)
        width: root.listWidth
        reference: root.reference

        Divider { height: parent.height }
    }

    MachineSheet {
        id: sheet

        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        anchors.left: machines.right
        anchors.right: root.tabs ? parent.right : sources.left
        visible: machines.visible
        sheet: root.reference.sheet
        empty: root.reference.sheetRow < 0
        onExportRequested: by => exporting.openAt(by)

        Divider { height: parent.height }
    }

    SourceColumn {
        id: sources

        anchors.top: bar.bottom
        anchors.right: parent.right
        visible: root.isShown(ReferenceViewModel.Part.Sources)
        width: root.tabs ? parent.width : Math.min(Theme.scaled(root.sourcesSize), root.width * 0.35)
        height: parent.height - bar.height - (root.tabs ? 0 : keys.height)
        reference: root.reference
        onFollowed: target => root.follow(target)

        Divider { height: parent.height }
    }

    KeyColumn {
        id: keys

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        visible: root.isShown(ReferenceViewModel.Part.Keys)
        width: sources.width
        height: root.tabs ? parent.height - bar.height : Math.min(Theme.scaled(root.keysSize), (parent.height - bar.height) * 0.6)
        reference: root.reference

        Divider { height: parent.height }
        Divider { width: parent.width }
    }

    PaneHandle {
        x: terms.width - width / 2
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        visible: !root.tabs
        upright: true
        size: terms.width
        minimum: Theme.scaled(240)
        maximum: root.width * 0.35
        pane: qsTr("the terms")
        onResized: size => {
            root.termsSize = size / Theme.textScale
            root.app.setPaneSize("reference/terms", root.termsSize)
        }
        onReset: {
            root.termsSize = root.termsDefault
            root.app.setPaneSize("reference/terms", root.termsSize)
        }
    }

    PaneHandle {
        x: sources.x - width / 2
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        visible: !root.tabs
        upright: true
        mirrored: true
        size: sources.width
        minimum: Theme.scaled(260)
        maximum: root.width * 0.35
        pane: qsTr("the mails and keys")
        onResized: size => {
            root.sourcesSize = size / Theme.textScale
            root.app.setPaneSize("reference/sources", root.sourcesSize)
        }
        onReset: {
            root.sourcesSize = root.sourcesDefault
            root.app.setPaneSize("reference/sources", root.sourcesSize)
        }
    }

    PaneHandle {
        anchors.left: sources.left
        anchors.right: parent.right
        y: keys.y - height / 2
        visible: !root.tabs
        upright: false
        mirrored: true
        size: keys.height
        minimum: Theme.scaled(120)
        maximum: (root.height - bar.height) * 0.6
        pane: qsTr("the keys")
        onResized: size => {
            root.keysSize = size / Theme.textScale
            root.app.setPaneSize("reference/keys", root.keysSize)
        }
        onReset: {
            root.keysSize = root.keysDefault
            root.app.setPaneSize("reference/keys", root.keysSize)
        }
    }

    ExportPopover {
        id: exporting

        app: root.app
        picture: root
        fileName: "machine-" + root.reference.sheet.name
        formats: ["text", "mermaid", "plantuml", "svg", "png"]
        onContentRequested: format => exporting.content = root.reference.sheet.exportedChart(format)
    }
}
