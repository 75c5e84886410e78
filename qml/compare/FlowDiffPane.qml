pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench

/// The patch between the two, as a diff of the flows that some thread can reach.
FocusScope {
    id: root

    required property CompareViewModel compare

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("What B changes")

    Rectangle {
        anchors.fill: parent
        color: Theme.lane
    }

    RowLayout {
        id: head

        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        height: Theme.scaled(36)
        spacing: Theme.space2

        Label {
            Layout.fillWidth: true
            text: qsTr("What B changes")
            color: Theme.text
            font.weight: Font.DemiBold
        }

        CodeText {
            text: qsTr("+%1 lines").arg(root.compare.linesAdded)
            color: Theme.safe
        }

        CodeText {
            text: qsTr("-%1 lines").arg(root.compare.linesRemoved)
            color: Theme.fails
        }
    }

    ListView {
        id: lines

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        model: root.compare.diff
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0   // what is made ahead of sight warns when its rows go meanwhile
        activeFocusOnTab: true
        currentIndex: -1
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Lines that differ: %1 more, %2 less").arg(root.compare.linesAdded).arg(root.compare.linesRemoved)
        T.ScrollBar.vertical: Scroller {}

        FocusFrame {
            parent: lines
            shown: lines.activeFocus && lines.currentIndex < 0
        }

        delegate: Item {
            id: line

            required property int index
            required property int kind
            required property string first
            required property string second
            required property string code
            required property string markup
            required property string patch

            readonly property bool isHead: line.kind === CompareViewModel.FlowHead
            readonly property bool isAdded: line.kind === CompareViewModel.AddedLine
            readonly property bool isRemoved: line.kind === CompareViewModel.RemovedLine

            width: lines.width
            height: Math.max(Theme.scaled(19), code.implicitHeight + 2)
            Accessible.role: Accessible.ListItem
            Accessible.name: line.isHead ? qsTr("Flow %1").arg(line.code) : line.isAdded ? qsTr("Added: %1").arg(line.code.trim())
                : line.isRemoved ? qsTr("Taken away: %1").arg(line.code.trim()) : line.code.trim()
            Accessible.description: line.patch === "" ? "" : qsTr("Patch %1").arg(line.patch)

            Rectangle {
                anchors.fill: parent
                color: line.isHead ? Theme.inset : line.isAdded ? Theme.safeFill : line.isRemoved ? Theme.failsFill : Theme.lane
                border.width: line.isAdded || line.isRemoved ? Theme.borderOfFill : 0
                border.color: line.isAdded ? Theme.safeLine : Theme.failsLine
            }

            Rectangle {
                anchors.fill: parent
                visible: lines.activeFocus && line.ListView.isCurrentItem
                color: "transparent"
                border.width: Theme.focusWidth
                border.color: Theme.accent
            }

            CodeText {
                x: Theme.space2
                y: 1
                width: Theme.scaled(24)
                horizontalAlignment: Text.AlignRight
                text: line.first
                color: Theme.text3
            }

            CodeText {
                x: Theme.space2 + Theme.scaled(28)
                y: 1
                width: Theme.scaled(24)
                horizontalAlignment: Text.AlignRight
                text: line.second
                color: Theme.text3
            }

            CodeText {
                x: Theme.space2 + Theme.scaled(58)
                y: 1
                text: line.isAdded ? "+" : line.isRemoved ? "-" : ""
                color: line.isAdded ? Theme.safe : Theme.fails
            }

            CodeText {
                id: code

                x: line.isHead ? Theme.space4 : Theme.space2 + Theme.scaled(72) + Math.min(16, line.code.length - line.code.trim().length) * digit.advanceWidth
                y: 1
                width: parent.width - x - Theme.space2 - (patchName.visible ? patchName.width + Theme.space2 : 0)
                textFormat: Text.StyledText
                text: line.kind === CompareViewModel.Gap ? "…"
                    : (line.isHead ? "<font color=\"" + Theme.accent + "\">flow</font> " : "")
                      + line.markup.trim().replace(/<k>/g, "<font color=\"" + Theme.accent + "\">").replace(/<\/k>/g, "</font>")
                                   .replace(/<c>/g, "<font color=\"" + Theme.text3 + "\">").replace(/<\/c>/g, "</font>")
                color: line.kind === CompareViewModel.SameLine ? Theme.text2 : Theme.text
                elide: Text.ElideNone
                wrapMode: Text.Wrap
            }

            Label {
                id: patchName

                anchors.right: parent.right
                anchors.rightMargin: Theme.space3
                y: 2
                visible: line.patch !== "" && lines.width > Theme.scaled(520)
                text: line.patch
                color: Theme.text3
                font.pixelSize: Theme.captionSize
            }

            TextMetrics {
                id: digit
                font: code.font
                text: "0"
            }

            HoverHandler { id: hover }

            Tip {
                text: line.patch === "" ? "" : qsTr("Patch %1").arg(line.patch)
                shown: hover.hovered
            }
        }
    }

    Label {
        anchors.centerIn: lines
        visible: lines.count === 0 && !root.compare.busy
        text: qsTr("No flow that runs here differs.")
        color: Theme.text3
    }

    Divider { width: parent.width }
}
