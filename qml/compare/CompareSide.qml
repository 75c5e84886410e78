pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench
import Bindlab

/// One of the two: its name, what it has broken so far, its threads and its map.
FocusScope {
    id: root

    /// 0 or 1.
    required property int side
    required property WorkbenchViewModel workbench
    required property string title
    required property int position
    /// The worst it has broken on the way here; empty: nothing.
    required property string soFar
    /// What lies over the map.
    property QtObject marks: null
    /// What the name and the facts beside it take, and what they get: as much as those of the other side.
    readonly property real implicitHeadHeight: Math.max(Theme.toolbarHeight, title.y + title.height + (head.beside ? Theme.space2 : facts.height))
    property real headHeight: root.implicitHeadHeight

    signal openRequested()

    Accessible.role: Accessible.Pane
    Accessible.name: root.side === 0 ? qsTr("Side A, %1").arg(root.title) : qsTr("Side B, %1").arg(root.title)

    Rectangle {
        anchors.fill: parent
        color: Theme.window
    }

    // The name is never cut: the step gives way first, then the name takes more lines, then what is beside it goes below.
    Item {
        id: head

        readonly property real line: Theme.toolbarHeight
        readonly property real besideFacts: width - title.x - facts.width - Theme.space3
        readonly property bool beside: besideFacts >= Math.min(title.implicitWidth, Theme.scaled(200))

        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        height: root.headHeight

        SideBadge {
            id: badge

            side: root.side
            y: (head.line - height) / 2
        }

        Label {
            id: title

            x: badge.width + Theme.space2
            y: (head.line - Theme.paneTitleSize * 1.25) / 2
            width: head.beside ? head.besideFacts : head.width - x
            text: root.title
            color: Theme.text
            font.pixelSize: Theme.paneTitleSize
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
        }

        Row {
            id: facts

            anchors.right: parent.right
            y: head.beside ? 0 : head.height - height
            height: head.line
            spacing: Theme.space2

            Label {
                anchors.verticalCenter: parent.verticalCenter
                visible: head.width - title.x - title.implicitWidth - state.width - open.width >= implicitWidth + 3 * Theme.space3
                text: qsTr("after step %1").arg(root.position)
                color: Theme.text3
                font.pixelSize: Theme.smallSize
            }

            StatusChip {
                id: state

                anchors.verticalCenter: parent.verticalCenter
                text: root.soFar === "" ? qsTr("Nothing broken") : root.soFar
                iconName: root.soFar === "" ? "shield" : "octagon"
                mood: root.soFar === "" ? StatusChip.Fine : StatusChip.Bad
            }

            IconButton {
                id: open

                anchors.verticalCenter: parent.verticalCenter
                iconName: "arrowRight"
                text: qsTr("Open this run in the workbench")
                onClicked: root.openRequested()
            }
        }
    }

    Flow {
        id: threads

        anchors.top: head.bottom
        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        spacing: Theme.space2

        ModelRepeater {
            id: strips

            model: root.workbench.threads

            delegate: Rectangle {
                id: strip

                required property ThreadViewModel thread

                readonly property real share: (threads.width - Theme.space2 * Math.max(0, root.shownThreads - 1)) / Math.max(1, root.shownThreads)
                readonly property bool failed: strip.thread.status === ThreadViewModel.Failed
                readonly property string says: strip.failed ? qsTr("spoils memory")
                    : strip.thread.status === ThreadViewModel.Done ? (strip.thread.returned === "" ? qsTr("done") : qsTr("returned %1").arg(strip.thread.returned))
                    : strip.thread.status === ThreadViewModel.Blocked ? strip.thread.blocked : strip.thread.nextLabel

                visible: !strip.thread.waiting
                width: strip.share < Theme.scaled(190) ? threads.width : strip.share
                height: Theme.rowHeightLarge - 4
                radius: Theme.radiusButton
                color: strip.failed ? Theme.failsFill : Theme.threadFill(strip.thread.index)
                border.width: strip.failed ? Theme.borderCurrent : Theme.border
                border.color: strip.failed ? Theme.fails : Theme.threadLine(strip.thread.index)
                Accessible.role: Accessible.StaticText
                Accessible.name: strip.thread.description

                RowLayout {
                    x: Theme.space2
                    width: parent.width - 2 * Theme.space2
                    height: parent.height
                    spacing: Theme.space2

                    ThreadGlyph {
                        thread: strip.thread.index
                        size: Theme.scaled(16)
                    }

                    CodeText {
                        id: call

                        Layout.fillWidth: true
                        text: strip.thread.title
                    }

                    // What the call leaves, and where that is little, an answer more of it than a step.
                    Label {
                        Layout.maximumWidth: Math.max(strip.width * (strip.thread.status === ThreadViewModel.Done ? 0.6 : 0.33),
                                                      strip.width - Math.ceil(call.implicitWidth) - Theme.scaled(16) - 4 * Theme.space2)
                        horizontalAlignment: Text.AlignRight
                        text: strip.says
                        color: strip.failed ? Theme.fails : Theme.text2
                        font.pixelSize: Theme.smallSize
                    }
                }
            }
        }
    }

    /// Threads that are not waiting for the end.
    readonly property int shownThreads: {
        let shown = 0
        for (let i = 0; i < strips.count; ++i) {
            const strip = strips.itemAt(i)
            if (strip && strip.visible)
                ++shown
        }
        return shown
    }

    SystemMap {
        anchors.top: threads.bottom
        anchors.topMargin: Theme.space2
        anchors.bottom: parent.bottom
        width: parent.width
        workbench: root.workbench
        marks: root.marks
        focus: true
    }
}
