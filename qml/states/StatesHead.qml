pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench
import Bindlab

/// How many states there are and what they come to, and how they are laid out and coloured.
FocusScope {
    id: root

    required property StatesViewModel states
    property bool narrow: false
    property bool detailsOpen: false

    signal detailsRequested()

    readonly property real lineHeight: Math.max(Theme.target, Theme.rowHeight)

    implicitHeight: Math.max(Theme.toolbarHeightLarge, counts.implicitHeight + (root.twoRows ? choices.implicitHeight + Theme.space2 : 0) + 2 * Theme.space3)
    /// What is chosen stands below what is counted.
    readonly property bool twoRows: root.width < countsMeasure.implicitWidth + choices.naturalWidth + 3 * Theme.space4
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("How the states are shown")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane

        Divider {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }

    // As wide as all of it in one line.
    Row {
        id: countsMeasure

        visible: false
        spacing: Theme.space2

        Label { text: root.states.countText; font.pixelSize: Theme.paneTitleSize; font.weight: Font.DemiBold }
        Repeater {
            model: [root.states.failingText, root.states.safeText, root.states.deadText]

            delegate: StatusChip {
                required property string modelData

                visible: text !== ""
                text: modelData
                iconName: "check"
                mood: StatusChip.Fine
            }
        }
    }

    Flow {
        id: counts

        x: Theme.space4
        y: Theme.space3
        width: root.twoRows ? parent.width - 2 * Theme.space4 : countsMeasure.implicitWidth + Theme.space4
        spacing: Theme.space2

        Label {
            height: root.lineHeight
            verticalAlignment: Text.AlignVCenter
            text: root.states.countText
            color: Theme.text
            font.pixelSize: Theme.paneTitleSize
            font.weight: Font.DemiBold
            elide: Text.ElideNone
        }

        EndChip {
            height: root.lineHeight
            visible: root.states.failingText !== ""
            text: root.states.failingText
            bad: true
        }

        EndChip {
            height: root.lineHeight
            visible: root.states.safeText !== ""
            text: root.states.safeText
            bad: !root.states.endsSafely
        }

        EndChip {
            height: root.lineHeight
            visible: root.states.deadText !== ""
            text: root.states.deadText
            bad: true
        }
    }

    Flow {
        id: choices

        x: root.twoRows ? Theme.space4 : parent.width - width - Theme.space4
        y: root.twoRows ? counts.y + counts.height + Theme.space2 : Theme.space3
        width: Math.min(naturalWidth, parent.width - 2 * Theme.space4)
        spacing: Theme.space2

        readonly property real naturalWidth: layouts.width + shown.width + spacing + 2 + (root.narrow ? details.width + spacing : 0)

        Row {
            id: layouts

            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("Layout")
            spacing: 2

            Repeater {
                model: [[StatesViewModel.ByDepth, qsTr("By depth")], [StatesViewModel.ByProgress, qsTr("By progress")], [StatesViewModel.Free, qsTr("Force")]]

                delegate: ChoiceButton {
                    id: kind

                    required property var modelData   // a number and its name

                    text: kind.modelData[1]
                    checked: root.states.arrangement === kind.modelData[0]
                    onClicked: root.states.arrangement = kind.modelData[0]
                }
            }
        }

        Picker {
            id: shown

            caption: qsTr("Show")
            model: [qsTr("TDI and lifetime"), qsTr("Locks held"), qsTr("Outcome")]
            currentIndex: root.states.show
            onActivated: index => root.states.show = index
        }

        IconButton {
            id: details

            visible: root.narrow
            iconName: "info"
            text: qsTr("Details of the state")
            checked: root.detailsOpen
            onClicked: root.detailsRequested()
        }
    }
}
