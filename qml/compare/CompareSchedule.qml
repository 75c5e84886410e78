pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench

/// Both runs, a column a step; where they part is framed. Left and right move both.
FocusScope {
    id: root

    required property CompareViewModel compare
    required property AppViewModel app

    readonly property real columnWidth: Theme.scaled(114)
    readonly property real headWidth: Theme.space4 + Math.max(Theme.scaled(108), firstHead.implicitWidth, secondHead.implicitWidth)
    readonly property real blockHeight: Theme.scaled(24)

    implicitHeight: tools.height + Theme.scaled(20) + 2 * (root.blockHeight + Theme.space2) + Theme.space3
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Schedule of both")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }

    RowLayout {
        id: tools

        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        height: Theme.scaled(40)
        spacing: Theme.space1

        IconButton {
            iconName: "first"
            text: qsTr("Both to the start")
            keys: root.app.keysOf("compareFirst")
            enabled: root.compare.position > 0
            onClicked: root.compare.seek(0)
        }

        IconButton {
            iconName: "stepBack"
            text: qsTr("Step both back")
            keys: root.app.keysOf("compareBack")
            enabled: root.compare.position > 0
            onClicked: root.compare.stepBy(-1)
        }

        IconButton {
            iconName: root.compare.playing ? "pause" : "play"
            text: root.compare.playing ? qsTr("Pause") : qsTr("Play both")
            keys: root.app.keysOf("comparePlay")
            enabled: root.compare.playing || root.compare.position < root.compare.length
            onClicked: root.compare.togglePlay()
        }

        IconButton {
            iconName: "stepForward"
            text: qsTr("Step both forward")
            keys: root.app.keysOf("compareForward")
            enabled: root.compare.position < root.compare.length
            onClicked: root.compare.stepBy(1)
        }

        IconButton {
            iconName: "last"
            text: qsTr("Both to the end")
            keys: root.app.keysOf("compareLast")
            enabled: root.compare.position < root.compare.length
            onClicked: root.compare.seek(root.compare.length)
        }

        Label {
            Layout.leftMargin: Theme.space2
            text: qsTr("%1 / %2").arg(root.compare.position).arg(root.compare.length)
            color: Theme.text3
            font.pixelSize: Theme.smallSize
        }

        Picker {
            Layout.leftMargin: Theme.space3
            Layout.maximumWidth: implicitWidth
            Layout.fillWidth: true
            caption: qsTr("Schedule")
            textLimit: Theme.scaled(300)
            model: root.compare.schedules
            textRole: "title"
            valueRole: "key"
            displayText: root.compare.scheduleText
            currentIndex: root.compare.schedule
            onActivated: index => root.compare.chooseSchedule(index)
            enabled: root.compare.playable
        }

        Item { Layout.fillWidth: true }

        CheckRow {
            visible: root.width > Theme.scaled(1180)
            text: qsTr("All objects")
            checked: root.compare.wholeMaps
            onToggled: root.compare.wholeMaps = checked
        }

        LayoutRepeater {
            model: [qsTr("Side by side"), qsTr("Difference"), qsTr("Overlay")]

            delegate: ChoiceButton {
                id: choice

                required property int index
                required property string modelData

                text: choice.modelData
                checked: root.compare.view === choice.index
                onClicked: root.compare.view = choice.index as CompareViewModel.View
            }
        }
    }

    component Head: RowLayout {
        id: rowHead

        required property int side
        required property string about

        x: Theme.space4
        width: root.headWidth - Theme.space4
        height: root.blockHeight
        spacing: Theme.space2

        SideBadge { side: rowHead.side }

        Label {
            Layout.fillWidth: true
            text: rowHead.about
            color: Theme.text3
            font.pixelSize: Theme.smallSize
        }
    }

    Head {
        id: firstHead

        y: tools.height + Theme.scaled(20)
        side: 0
        about: root.compare.leader === 0 ? qsTr("as found") : root.compare.leader === 1 ? qsTr("same picks") : qsTr("in turns")
    }

    Head {
        id: secondHead

        y: tools.height + Theme.scaled(20) + root.blockHeight + Theme.space2
        side: 1
        about: root.compare.leader === 1 ? qsTr("as found") : root.compare.leader === 0 ? qsTr("same picks") : qsTr("in turns")
    }

    component Block: Rectangle {
        id: block

        required property int thread
        required property string label
        required property string sentence
        required property bool fails
        required property string forced

        x: Theme.space1
        width: root.columnWidth - 2 * Theme.space1
        height: root.blockHeight
        visible: block.thread >= 0
        radius: Theme.radiusChip
        color: block.fails ? Theme.failsFill : Theme.threadFill(block.thread)
        border.width: block.fails ? Theme.borderCurrent : Theme.border
        border.color: block.fails ? Theme.fails : Theme.threadLine(block.thread)

        RowLayout {
            x: Theme.space1
            width: parent.width - 2 * Theme.space1
            height: parent.height
            spacing: Theme.space1

            ThreadGlyph {
                thread: Math.max(0, block.thread)
                size: Theme.scaled(14)
            }

            Icon {
                visible: block.forced !== ""
                name: "bolt"
                ink: Theme.text
                size: Theme.scaled(11)
            }

            Label {
                objectName: "cell"
                Layout.fillWidth: true
                text: block.label
                color: block.fails ? Theme.fails : Theme.threadInk(block.thread)
                font.pixelSize: Theme.captionSize
            }
        }

        HoverHandler { id: hover }

        Tip {
            text: block.forced === "" ? block.sentence : qsTr("Not the picked thread: %1. %2").arg(block.forced).arg(block.sentence)
            shown: hover.hovered
        }
    }

    ListView {
        id: columns

        x: root.headWidth
        y: tools.height
        width: parent.width - x
        height: parent.height - y
        orientation: ListView.Horizontal
        clip: true
        model: root.compare.steps
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0   // what is made ahead of sight warns when its rows go meanwhile
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Steps. Left and right move both runs.")
        T.ScrollBar.horizontal: Scroller { orientation: Qt.Horizontal }

        // The step at hand stays in sight, with what comes.
        function follow() {
            if (root.compare.position > 0)
                columns.positionViewAtIndex(root.compare.position - 1, ListView.Contain)
            else
                columns.positionViewAtBeginning()
        }

        Connections {
            target: root.compare
            function onMoved() { columns.follow() }
        }
        onWidthChanged: columns.follow()

        delegate: Item {
            id: column

            required property int step
            required property bool current
            required property bool split
            required property int firstThread
            required property string firstLabel
            required property string firstSentence
            required property bool firstFails
            required property string firstForced
            required property int secondThread
            required property string secondLabel
            required property string secondSentence
            required property bool secondFails
            required property string secondForced
            required property string spoken

            width: root.columnWidth
            height: columns.height
            Accessible.role: Accessible.ListItem
            Accessible.name: column.spoken

            Rectangle {
                width: parent.width
                height: parent.height - Theme.space1
                visible: column.split || column.current
                radius: Theme.radiusObject
                color: column.split ? Theme.accentFill : Theme.hover
                border.width: column.split ? Theme.borderCurrent : Theme.border
                border.color: column.split ? Theme.accent : Theme.lineStrong
            }

            Label {
                width: parent.width
                height: Theme.scaled(20)
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: column.split ? qsTr("%1 they part").arg(column.step) : column.step
                color: column.split || column.current ? Theme.text : Theme.text3
                font.pixelSize: Theme.captionSize
                font.weight: column.split || column.current ? Font.DemiBold : Font.Normal
            }

            Block {
                y: Theme.scaled(20)
                thread: column.firstThread
                label: column.firstLabel
                sentence: column.firstSentence
                fails: column.firstFails
                forced: column.firstForced
            }

            Block {
                y: Theme.scaled(20) + root.blockHeight + Theme.space2
                thread: column.secondThread
                label: column.secondLabel
                sentence: column.secondSentence
                fails: column.secondFails
                forced: column.secondForced
            }

            TapHandler { onTapped: root.compare.seek(column.step) }
        }

        FocusRing { shown: columns.activeFocus }
    }

    Divider { width: parent.width }
}
