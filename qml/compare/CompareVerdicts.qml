pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// What the checker says of both: a column for each property that fails or differs.
FocusScope {
    id: root

    required property CompareViewModel compare

    readonly property real rowHeight: Theme.scaled(32)

    implicitHeight: Theme.scaled(44) + 2 * root.rowHeight + Theme.space2
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Verdicts of both")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }

    component Verdict: RowLayout {
        id: verdict

        required property int kind
        required property string text

        readonly property color ink: verdict.kind === MatrixViewModel.Safe ? Theme.safe : verdict.kind === MatrixViewModel.Fails ? Theme.fails : Theme.bounded

        height: root.rowHeight
        spacing: Theme.space2

        Icon {
            name: verdict.kind === MatrixViewModel.Safe ? "check" : verdict.kind === MatrixViewModel.Fails ? "octagon" : verdict.kind === MatrixViewModel.Bounded ? "warning" : "minus"
            ink: verdict.ink
            size: Theme.scaled(14)
        }

        Label {
            text: verdict.kind === MatrixViewModel.Safe ? qsTr("Safe") : verdict.kind === MatrixViewModel.Fails ? qsTr("Fails")
                : verdict.kind === MatrixViewModel.Bounded ? qsTr("Bounded") : qsTr("Not asked")
            color: verdict.ink
            elide: Text.ElideNone
        }

        Label {
            Layout.fillWidth: true
            text: verdict.text
            color: Theme.text3
            font.pixelSize: Theme.smallSize
        }
    }

    component Head: RowLayout {
        id: sideHead

        required property int side
        required property string name
        required property string states

        x: Theme.space4
        width: heads.width - Theme.space4
        height: root.rowHeight
        spacing: Theme.space2

        SideBadge { side: sideHead.side }

        Label {
            Layout.fillWidth: true
            text: sideHead.states
            color: Theme.text2
            font.pixelSize: Theme.smallSize
        }
    }

    Item {
        id: heads

        width: Theme.scaled(148)
        height: parent.height

        Label {
            x: Theme.space4
            height: Theme.scaled(44)
            width: parent.width - Theme.space4
            verticalAlignment: Text.AlignVCenter
            text: root.compare.otherProperties > 0 ? qsTr("%1 more hold in both or apply to neither").arg(root.compare.otherProperties) : qsTr("Property")
            color: Theme.text3
            font.pixelSize: Theme.captionSize
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }

        Head {
            y: Theme.scaled(44)
            side: 0
            name: root.compare.firstName
            states: root.compare.firstStates
        }

        Head {
            y: Theme.scaled(44) + root.rowHeight
            side: 1
            name: root.compare.secondName
            states: root.compare.secondStates
        }
    }

    ListView {
        id: columns

        x: heads.width
        width: parent.width - x
        height: parent.height
        orientation: ListView.Horizontal
        clip: true
        model: root.compare.verdicts
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0   // what is made ahead of sight warns when its rows go meanwhile
        activeFocusOnTab: true
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Properties that fail or differ")
        T.ScrollBar.horizontal: Scroller { orientation: Qt.Horizontal }

        FocusFrame {
            parent: columns
            shown: columns.activeFocus && columns.count === 0
        }

        // The arrow keys walk here, as long as there is somewhere to go; at the ends they go to the runs again.
        delegate: Item {
            id: column

            required property int index
            required property string property
            required property string title
            required property bool differs
            required property int firstKind
            required property string firstText
            required property int secondKind
            required property string secondText
            required property string spoken

            width: Theme.scaled(212)
            height: columns.height
            Accessible.role: Accessible.ListItem
            Accessible.name: column.spoken

            Divider { height: parent.height }

            Label {
                x: Theme.space3
                width: parent.width - 2 * Theme.space3
                height: Theme.scaled(44)
                verticalAlignment: Text.AlignVCenter
                text: qsTr("%1  %2").arg(column.property).arg(column.title)
                color: column.differs ? Theme.text : Theme.text3
                font.pixelSize: Theme.smallSize
                font.weight: column.differs ? Font.Medium : Font.Normal
                font.preferShaping: false
                wrapMode: Text.Wrap
                maximumLineCount: 2
            }

            Verdict {
                x: Theme.space3
                y: Theme.scaled(44)
                width: parent.width - 2 * Theme.space3
                kind: column.firstKind
                text: column.firstText
            }

            Verdict {
                x: Theme.space3
                y: Theme.scaled(44) + root.rowHeight
                width: parent.width - 2 * Theme.space3
                kind: column.secondKind
                text: column.secondText
            }

            Rectangle {
                anchors.fill: parent
                visible: columns.activeFocus && column.ListView.isCurrentItem
                color: "transparent"
                border.width: Theme.focusWidth
                border.color: Theme.accent
            }

            HoverHandler { id: hover }

            Tip {
                text: column.spoken
                shown: hover.hovered
            }
        }
    }

    Divider { width: parent.width }
}
