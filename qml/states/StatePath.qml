pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench

/// The run that is marked in the graph, step by step, and the keys to play it.
FocusScope {
    id: root

    required property StatesViewModel states
    required property AppViewModel app

    signal openRequested()

    readonly property real roomX: root.width / Theme.textScale

    implicitHeight: head.height + Theme.scaled(64)
    Accessible.role: Accessible.Pane
    Accessible.name: root.states.pathTitle

    Rectangle {
        anchors.fill: parent
        color: Theme.pane

        Divider { width: parent.width }
    }

    RowLayout {
        id: head

        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        height: Theme.toolbarHeight
        spacing: Theme.space2

        Label {
            Layout.maximumWidth: Math.ceil(implicitWidth)
            Layout.fillWidth: true
            text: root.states.pathTitle
            color: Theme.text
            font.weight: Font.DemiBold
        }

        Label {
            text: root.states.length === 0 ? "" : qsTr("step %1 of %2").arg(root.states.position).arg(root.states.length)
            color: Theme.text3
            elide: Text.ElideNone
        }

        PushButton {
            visible: !root.states.onMainPath
            small: true
            text: root.states.failure >= 0 ? qsTr("Back to the failing path") : qsTr("Back to the first run")
            iconName: "arrowLeft"
            onClicked: root.states.showMainPath()
        }

        Picker {
            visible: root.states.onMainPath && root.states.failure >= 0 && root.roomX > 760
            caption: qsTr("Breaks")
            textLimit: Theme.scaled(150)
            model: root.states.failures
            textRole: "title"
            valueRole: "key"
            currentIndex: root.states.failure
            onActivated: index => root.states.chooseFailure(index)
        }

        Item { Layout.fillWidth: true }

        IconButton {
            iconName: "stepBack"
            text: qsTr("Step back")
            keys: qsTr("Left")
            enabled: root.states.position > 0
            onClicked: root.states.stepBy(-1)
        }

        T.AbstractButton {
            id: play

            implicitWidth: Theme.scaled(34)
            implicitHeight: Math.max(Theme.target, Theme.scaled(30))
            hoverEnabled: true
            focusPolicy: Qt.StrongFocus
            enabled: root.states.length > 0
            text: root.states.playing ? qsTr("Pause") : qsTr("Play")
            Accessible.name: text
            onClicked: root.states.togglePlay()

            contentItem: Item {
                Icon {
                    anchors.centerIn: parent
                    name: root.states.playing ? "pause" : "play"
                    ink: play.enabled ? Theme.solidText : Theme.disabledText
                }
            }

            background: Rectangle {
                radius: Theme.radiusButton
                color: !play.enabled ? Theme.hover : play.hovered || play.down ? Theme.solidHover : Theme.solid

                FocusRing { shown: play.visualFocus }
            }

            Tip {
                text: qsTr("%1 (%2)").arg(play.text).arg(KeyNames.of("statesPlay"))
                shown: play.hovered || play.visualFocus
            }
        }

        IconButton {
            iconName: "stepForward"
            text: qsTr("Step forward")
            keys: qsTr("Right")
            enabled: root.states.position < root.states.length
            onClicked: root.states.stepBy(1)
        }

        PushButton {
            Layout.leftMargin: Theme.space2
            enabled: root.states.explored
            text: root.roomX > 620 ? qsTr("Open in lesson map") : qsTr("Open")
            iconName: "book"
            tip: qsTr("Plays this run in the workbench, up to this state (Enter in the graph)")
            onClicked: root.openRequested()
        }
    }

    ListView {
        id: steps

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        clip: true
        orientation: ListView.Horizontal
        spacing: Theme.scaled(5)
        model: root.states.path
        currentIndex: root.states.position - 1
        highlightMoveDuration: 0
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: root.states.pathTitle
        T.ScrollBar.horizontal: Scroller { orientation: Qt.Horizontal }
        onCurrentIndexChanged: steps.positionViewAtIndex(Math.max(0, currentIndex), ListView.Center)
        Keys.onLeftPressed: root.states.stepBy(-1)
        Keys.onRightPressed: root.states.stepBy(1)
        Keys.onReturnPressed: root.openRequested()

        Rectangle {
            anchors.fill: parent
            visible: steps.activeFocus
            radius: Theme.radiusChip
            color: "transparent"
            border.width: Theme.focusWidth
            border.color: Theme.accent
        }

        delegate: Item {
            id: chip

            required property int step
            required property int thread
            required property string label
            required property bool current
            required property bool ahead
            required property bool fails
            required property string spoken

            width: Theme.scaled(94)
            height: steps.height
            Accessible.role: Accessible.ListItem
            Accessible.name: chip.spoken

            Label {
                width: parent.width
                height: Theme.scaled(18)
                horizontalAlignment: Text.AlignHCenter
                text: chip.step
                color: chip.current ? Theme.text : Theme.text3
                font.pixelSize: Theme.captionSize
                font.weight: chip.current ? Font.DemiBold : Font.Normal
            }

            Rectangle {
                x: 3
                y: Theme.scaled(20)
                width: parent.width - 6
                height: Theme.scaled(28)
                radius: Theme.radiusChip
                opacity: chip.ahead && !chip.fails ? 0.62 : 1
                color: chip.fails ? Theme.failsFill : Theme.threadFill(chip.thread)
                border.width: chip.fails ? Theme.borderCurrent : Theme.border
                border.color: chip.fails ? Theme.fails : Theme.threadLine(chip.thread)

                ThreadGlyph {
                    id: glyph

                    x: Theme.scaled(6)
                    anchors.verticalCenter: parent.verticalCenter
                    thread: chip.thread
                    size: Theme.scaled(13)
                }

                Label {
                    x: glyph.x + glyph.width + Theme.scaled(4)
                    width: parent.width - x - Theme.scaled(4)
                    height: parent.height
                    verticalAlignment: Text.AlignVCenter
                    text: chip.label
                    color: chip.fails ? Theme.fails : Theme.threadInk(chip.thread)
                    font.pixelSize: Theme.captionSize
                    font.preferShaping: false
                }
            }

            Rectangle {
                x: 0
                y: Theme.scaled(20) - 3
                visible: chip.current
                width: parent.width
                height: Theme.scaled(28) + 6
                radius: Theme.radiusChip + 3
                color: "transparent"
                border.width: Theme.focusWidth
                border.color: Theme.accent
            }

            HoverHandler { id: hover }

            TapHandler { onTapped: root.states.seek(chip.step) }

            Tip {
                text: chip.spoken
                shown: hover.hovered
                y: -height
            }
        }
    }
}
