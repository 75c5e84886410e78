pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab

/// What is wrong, line by line. The chosen one can be played where a run shows it.
ListView {
    id: root

    required property SandboxViewModel sandbox

    signal playRequested()

    clip: true
    cacheBuffer: 0
    model: root.sandbox.problems
    currentIndex: root.sandbox.problem
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    T.ScrollBar.vertical: Scroller {}
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Problems")
    Keys.onUpPressed: root.sandbox.chooseProblem(Math.max(0, root.sandbox.problem - 1))
    Keys.onDownPressed: root.sandbox.chooseProblem(Math.min(count - 1, root.sandbox.problem + 1))
    Keys.onReturnPressed: root.playRequested()

    FocusFrame {
        parent: root
        shown: root.activeFocus && root.sandbox.problem < 0
    }

    delegate: Item {
        id: row

        required property int index
        required property int kind
        required property string message
        required property string where
        required property int steps
        required property int fixes
        required property bool current

        width: root.width
        height: Math.max(Theme.rowHeight, line.implicitHeight + Theme.space2)
        Accessible.role: Accessible.ListItem
        Accessible.name: row.where === "" ? row.message : qsTr("%1, at %2").arg(row.message).arg(row.where)
        Accessible.selected: row.current

        Rectangle {
            anchors.fill: parent
            color: row.current ? Theme.hover : "transparent"
            border.width: !row.current ? 0 : root.activeFocus ? Theme.focusWidth : Theme.borderOfFill
            border.color: Theme.accent
        }

        TapHandler { onTapped: root.sandbox.chooseProblem(row.index) }

        RowLayout {
            id: line

            x: Theme.space4
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 2 * x
            spacing: Theme.space3

            Icon {
                name: row.kind === 2 ? "warning" : "octagon"
                ink: row.kind === 2 ? Theme.bounded : Theme.fails
                size: Theme.scaled(14)
            }

            Label {
                Layout.fillWidth: true
                text: row.message
                color: Theme.text
                wrapMode: Text.Wrap
                maximumLineCount: 2
            }

            PushButton {
                visible: row.steps > 0 && row.current
                small: true
                iconName: "play"
                text: qsTr("Play %1 steps").arg(row.steps)
                onClicked: root.playRequested()
            }

            CodeLabel {
                Layout.maximumWidth: root.width / 3
                text: row.where
                color: Theme.text3
                elide: Text.ElideLeft
            }
        }
    }
}
