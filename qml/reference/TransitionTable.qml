pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench

/// Every row of a machine's table, state by state: what takes it where, if what, and what it does then.
Column {
    id: root

    required property var model   // of TransitionRow

    readonly property real eventWidth: Math.round(root.width * 0.38)
    readonly property real toWidth: Math.round(root.width * 0.26)

    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Transitions")

    component Cell: CodeText {
        topPadding: 3
        bottomPadding: 3
        rightPadding: Theme.space2
        color: Theme.text2
        elide: Text.ElideNone
        wrapMode: Text.Wrap
    }

    component Head: Label {
        bottomPadding: Theme.space1
        color: Theme.text3
        font.pixelSize: Theme.smallSize
        Accessible.ignored: true
    }

    Row {
        Head { width: root.eventWidth; text: qsTr("Event") }
        Head { width: root.toWidth; text: qsTr("To") }
        Head { text: qsTr("Guard / action") }
    }

    ModelRepeater {
        model: root.model

        delegate: Column {
            id: line

            required property string from
            required property string event
            required property string to
            required property string guard
            required property string action
            required property bool firstOfState
            required property string spoken
            readonly property string condition: line.guard === "" ? "" : "[%1]".arg(line.guard)
            readonly property string deed: line.action === "" ? "" : " / %1".arg(line.action)

            width: root.width
            Accessible.role: Accessible.Row
            Accessible.name: line.spoken

            Divider { width: parent.width }

            CodeText {
                width: parent.width
                visible: line.firstOfState
                topPadding: Theme.space2
                bottomPadding: 2
                text: line.from
                font.weight: Font.DemiBold
            }

            Row {
                Cell { width: root.eventWidth; text: line.event }
                Cell {
                    width: root.toWidth
                    text: line.to === line.from ? qsTr("stays") : line.to
                    color: line.to === line.from ? Theme.text3 : Theme.text
                }
                Cell {
                    width: root.width - root.eventWidth - root.toWidth
                    text: (line.condition + line.deed).trim()
                }
            }
        }
    }
}
