pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab

/// Designs and models of one's own: the texts, the editor with what is wrong, the scenario and its check.
AppScreen {
    id: root

    readonly property SandboxViewModel sandbox: root.app.sandbox
    readonly property real roomX: root.width / Theme.textScale
    readonly property bool textsDocked: root.roomX >= 1180
    readonly property bool scenarioDocked: root.roomX >= 900
    property bool textsOpen: false
    property bool scenarioOpen: false
    property real textsWidth: root.app.paneSize("sandboxTexts", Theme.scaled(224))
    property real scenarioWidth: root.app.paneSize("sandboxScenario", Theme.scaled(360))
    property real problemsHeight: root.app.paneSize("sandboxProblems", Theme.scaled(170))

    /// The run of the chosen problem, on the map.
    function play() {
        root.app.playSandbox()
    }

    function find() {
        if (!root.scenarioOpen || root.scenarioDocked)
            editor.beginFind()
    }

    function closeLayer(): bool {
        if (editor.endFind())
            return true
        if (root.textsOpen && !root.textsDocked) {
            root.textsOpen = false
            return true
        }
        return false
    }

    function exportShown() {
        exporting.openAt(exportButton)
    }

    function newText(by: Item) {
        templates.parent = by
        templates.open()
    }

    title: qsTr("Sandbox")
    areas: [texts, tabs, editor, problems, scenario]
    settled: root.sandbox.settled

    Connections {
        target: root.app
        function onRequested(action: string) {
            switch (action) {
            case "find": root.find(); break
            case "newText": root.newText(root); break
            }
        }
        function onLayoutReset() {
            root.textsWidth = Theme.scaled(224)
            root.scenarioWidth = Theme.scaled(360)
            root.problemsHeight = Theme.scaled(170)
        }
    }

    // Whoever comes here comes to write; the window has given the keyboard away by then.
    Timer {
        interval: 0
        running: true
        onTriggered: {
            if (root.sandbox.open)
                editor.forceActiveFocus()
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.window
    }

    TextsPane {
        id: texts

        z: root.textsDocked ? 0 : 3
        visible: root.textsDocked || root.textsOpen
        width: visible ? (root.textsDocked ? root.textsWidth : Math.min(root.width, Theme.scaled(260))) : 0
        height: parent.height
        sandbox: root.sandbox
        onNewRequested: by => root.newText(by)

        Divider {
            anchors.right: parent.right
            height: parent.height
            visible: !root.textsDocked
            color: Theme.lineStrong
        }
    }

    PaneHandle {
        id: textsHandle

        visible: root.textsDocked
        x: texts.width - width / 2
        height: parent.height
        upright: true
        pane: qsTr("Texts")
        size: root.textsWidth
        minimum: Theme.scaled(160)
        maximum: root.width / 3
        onResized: size => {
            root.textsWidth = size
            root.app.setPaneSize("sandboxTexts", size)
        }
        onReset: {
            root.textsWidth = Theme.scaled(224)
            root.app.setPaneSize("sandboxTexts", root.textsWidth)
        }
    }

    Item {
        id: middle

        x: root.textsDocked ? texts.width : 0
        width: scenario.x - x
        height: parent.height

        EditorTabs {
            id: tabs

            width: parent.width
            sandbox: root.sandbox

            IconButton {
                anchors.verticalCenter: parent.verticalCenter
                visible: !root.textsDocked
                iconName: "list"
                text: qsTr("Texts and what is in them")
                checked: root.textsOpen
                onClicked: root.textsOpen = !root.textsOpen
            }

            IconButton {
                anchors.verticalCenter: parent.verticalCenter
                iconName: "undo"
                enabled: root.sandbox.editor.canUndo
                text: root.sandbox.editor.undoText === "" ? qsTr("Undo") : qsTr("Undo: %1").arg(root.sandbox.editor.undoText)
                keys: root.app.keysOf("sandboxUndo")
                onClicked: root.app.trigger("sandboxUndo")
            }

            IconButton {
                anchors.verticalCenter: parent.verticalCenter
                iconName: "repeat"
                enabled: root.sandbox.editor.canRedo
                text: root.sandbox.editor.redoText === "" ? qsTr("Redo") : qsTr("Redo: %1").arg(root.sandbox.editor.redoText)
                keys: root.app.keysOf("sandboxRedo")
                onClicked: root.app.trigger("sandboxRedo")
            }

            IconButton {
                anchors.verticalCenter: parent.verticalCenter
                iconName: "search"
                text: qsTr("Find in the text")
                keys: root.app.keysOf("find")
                onClicked: root.app.trigger("find")
            }

            IconButton {
                anchors.verticalCenter: parent.verticalCenter
                iconName: "copy"
                text: qsTr("Copy a share code of this text and run")
                keys: root.app.keysOf("shareSandbox")
                onClicked: root.app.trigger("shareSandbox")
            }

            IconButton {
                id: exportButton

                anchors.verticalCenter: parent.verticalCenter
                iconName: "share"
                text: qsTr("Export the text, its run, or the design as a patch series")
                enabled: root.sandbox.open
                onClicked: root.exportShown()
            }

            IconButton {
                anchors.verticalCenter: parent.verticalCenter
                visible: !root.scenarioDocked
                iconName: "columns"
                text: root.scenarioOpen ? qsTr("Back to the text") : qsTr("Scenario and check")
                checked: root.scenarioOpen
                onClicked: root.scenarioOpen = !root.scenarioOpen
            }

            Row {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.roomX >= 1000
                spacing: Theme.space2
                leftPadding: Theme.space2

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.scaled(7)
                    height: width
                    radius: width / 2
                    color: root.sandbox.live ? Theme.safe : Theme.lineStrong
                }

                Label {
                    text: root.sandbox.live ? qsTr("Live check on") : qsTr("Live check off")
                }
            }
        }

        FlowEditor {
            id: editor

            anchors.top: tabs.bottom
            anchors.bottom: problems.top
            width: parent.width
            visible: root.sandbox.open
            focus: true
            sandbox: root.sandbox
            app: root.app
            onPlayRequested: root.play()
        }

        ColumnLayout {
            anchors.centerIn: editor
            width: Math.min(parent.width - 2 * Theme.space6, Theme.scaled(420))
            visible: !root.sandbox.open
            spacing: Theme.space4

            Label {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Write a design or a model of your own; it is checked while you type.")
                wrapMode: Text.Wrap
            }

            PushButton {
                id: firstText

                Layout.alignment: Qt.AlignHCenter
                kind: PushButton.Primary
                iconName: "plus"
                text: qsTr("New, from a template")
                onClicked: root.newText(firstText)
            }
        }

        PaneHandle {
            y: problems.y - height / 2
            width: parent.width
            upright: false
            mirrored: true
            pane: qsTr("Problems")
            size: root.problemsHeight
            minimum: Theme.scaled(90)
            maximum: root.height / 2
            onResized: size => {
                root.problemsHeight = size
                root.app.setPaneSize("sandboxProblems", size)
            }
            onReset: {
                root.problemsHeight = Theme.scaled(170)
                root.app.setPaneSize("sandboxProblems", root.problemsHeight)
            }
        }

        ProblemPane {
            id: problems

            anchors.bottom: parent.bottom
            width: parent.width
            height: Math.min(root.problemsHeight, parent.height / 2)
            sandbox: root.sandbox
            onPlayRequested: root.play()
            onStepRequested: step => root.app.playSandbox(step)
        }
    }

    PaneHandle {
        visible: root.scenarioDocked
        x: scenario.x - width / 2
        height: parent.height
        upright: true
        mirrored: true
        pane: qsTr("Scenario")
        size: root.scenarioWidth
        minimum: Theme.scaled(280)
        maximum: root.width / 2
        onResized: size => {
            root.scenarioWidth = size
            root.app.setPaneSize("sandboxScenario", size)
        }
        onReset: {
            root.scenarioWidth = Theme.scaled(360)
            root.app.setPaneSize("sandboxScenario", root.scenarioWidth)
        }
    }

    ScenarioPane {
        id: scenario

        z: root.scenarioDocked ? 0 : 2
        visible: root.scenarioDocked || root.scenarioOpen
        x: root.scenarioDocked ? root.width - root.scenarioWidth : visible ? 0 : root.width
        y: root.scenarioDocked ? 0 : tabs.height
        width: root.scenarioDocked ? root.scenarioWidth : root.width
        height: parent.height - y
        sandbox: root.sandbox
        app: root.app
        onPatchesRequested: patches.open()
        onPlayRequested: root.play()
    }

    NewTextPopover {
        id: templates

        sandbox: root.sandbox
        onMade: editor.forceActiveFocus()
    }

    ExportPopover {
        id: exporting

        app: root.app
        picture: editor
        fileName: root.sandbox.current
        formats: root.sandbox.alone ? ["flow", "json", "png"] : ["patches", "flow", "json", "png"]
        format: "flow"
        jsonHint: qsTr("The run as a trace that brings the text and its scenario along: bindlab FILE opens it.")
        pngHint: qsTr("The editor as it is.")
        onContentRequested: format => exporting.content = root.sandbox.exported(format)
    }

    PatchPopover {
        id: patches

        anchors.centerIn: parent
        sandbox: root.sandbox
    }
}
