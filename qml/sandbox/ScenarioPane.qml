pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench

/// What is run: scenario, start, platform, threads and their calls; and the check of it with its verdict.
FocusScope {
    id: root

    required property SandboxViewModel sandbox
    required property AppViewModel app

    readonly property ScenarioBuilder builder: root.sandbox.builder
    readonly property CheckViewModel verdict: root.sandbox.verdict

    signal patchesRequested()
    signal playRequested()

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Scenario and check")

    /// A call that is let go over a thread's list goes there.
    function drop(thread: int, call: int, over: Item, x: real, y: real) {
        for (let i = 0; i < threads.count; ++i) {
            const card = threads.itemAt(i) as BuilderThread
            const at = over.mapToItem(card, x, y)
            if (card && at.x >= 0 && at.x <= card.width && at.y >= 0 && at.y <= card.height) {
                root.builder.moveCall(thread, call, i, card.placeAt(at.y))
                return
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }

    ScrollArea {
        anchors.fill: parent
        contentHeight: column.height + 2 * Theme.space3

        Column {
            id: column

            x: Theme.panePadding
            y: Theme.space2
            width: root.width - 2 * x
            spacing: Theme.space2

            PickerRow {
                width: parent.width
                visible: !root.sandbox.alone
                text: qsTr("Design")
                heading: true
                model: root.sandbox.designs
                current: root.sandbox.design
                onPicked: key => root.sandbox.chooseDesign(key)

                PushButton {
                    small: true
                    text: qsTr("Patches")
                    iconName: "pencil"
                    tip: qsTr("Switch patches and known mistakes on and off")
                    onClicked: root.patchesRequested()
                }
            }

            PickerRow {
                width: parent.width
                text: qsTr("Scenario")
                heading: true
                model: root.sandbox.scenarios
                current: root.sandbox.scenario
                onPicked: key => root.sandbox.chooseScenario(key)
            }

            PickerRow {
                width: parent.width
                visible: root.builder.start !== ""
                text: qsTr("Start from")
                model: root.builder.starts
                current: root.builder.start
                onPicked: key => root.builder.setStart(key)
            }

            PickerRow {
                width: parent.width
                visible: !root.sandbox.alone
                text: qsTr("Platform")
                model: root.sandbox.platforms
                current: root.sandbox.platform
                onPicked: key => root.sandbox.choosePlatform(key)
            }

            Label {
                width: parent.width
                visible: root.sandbox.open && !root.builder.present
                text: root.sandbox.alone ? qsTr("No scenario yet. Write one: scenario S1 name \"what happens\" { thread T1 { a_flow(); } }")
                                         : qsTr("No scenario yet. Choose one above; what you change of it becomes your own.")
                color: Theme.text3
                wrapMode: Text.Wrap
            }

            ModelRepeater {
                id: threads

                model: root.builder.threads

                BuilderThread {
                    required property int index

                    width: column.width
                    builder: root.builder
                    thread: index
                    only: threads.count === 1
                    onDropped: (call, over, x, y) => root.drop(index, call, over, x, y)
                }
            }

            RowLayout {
                width: parent.width
                visible: root.builder.present && !root.builder.full
                spacing: Theme.space2

                PushButton {
                    small: true
                    iconName: "plus"
                    text: qsTr("Thread")
                    onClicked: root.builder.addThread("")
                }

                CallPicker {
                    Layout.fillWidth: true
                    text: qsTr("From outside: reset, unplug, guest")
                    iconName: "bolt"
                    model: root.builder.disturbances
                    onPicked: call => root.builder.addThread(call)
                }
            }

            ModelRepeater {
                model: root.builder.environment

                CheckRow {
                    id: given

                    required property string key
                    required property string title
                    required property bool current

                    text: qsTr("Given: %1").arg(given.title)
                    checked: given.current
                    onToggled: root.builder.setEnvironment(given.key, checked)
                }
            }

            Divider { width: parent.width }

            RowLayout {
                width: parent.width
                height: Theme.rowHeightLarge

                Label {
                    Layout.fillWidth: true
                    text: qsTr("Check")
                    color: Theme.text
                    font.pixelSize: Theme.paneTitleSize
                    font.weight: Font.DemiBold
                }

                Label {
                    visible: root.sandbox.propertyCount > 0
                    text: qsTr("%1 properties").arg(root.sandbox.propertyCount)
                    color: Theme.text3
                }
            }

            CheckRow {
                text: qsTr("Check as I type")
                checked: root.sandbox.live
                onToggled: root.sandbox.live = checked
            }

            CheckRow {
                text: qsTr("Merge equal states")
                checked: root.sandbox.reduce
                Accessible.description: qsTr("States that differ only in which of equal threads is which are taken as one")
                onToggled: root.sandbox.reduce = checked
            }

            RowLayout {
                width: parent.width
                spacing: Theme.space2

                PushButton {
                    Layout.fillWidth: true
                    kind: PushButton.Primary
                    iconName: root.sandbox.busy ? "stop" : "shield"
                    text: root.sandbox.busy ? qsTr("Stop") : qsTr("Check all interleavings")
                    keys: root.app.keysOf("sandboxCheck")
                    enabled: root.sandbox.open
                    onClicked: root.sandbox.busy ? root.sandbox.stop() : root.sandbox.check()
                }

                PushButton {
                    iconName: "play"
                    text: ""
                    Accessible.name: tip
                    tip: qsTr("Play the run of the chosen problem, or the start")
                    enabled: root.sandbox.open
                    onClicked: root.playRequested()
                }
            }

            VerdictCard {
                width: parent.width
                visible: root.sandbox.busy || root.sandbox.seconds !== ""
                verdict: root.verdict
                busy: root.sandbox.busy
                stale: root.sandbox.stale
                progress: root.sandbox.progressText
                seconds: root.sandbox.seconds
                onPlayRequested: root.playRequested()
            }
        }
    }
}
