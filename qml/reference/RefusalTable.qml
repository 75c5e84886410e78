pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench

/// What a machine refuses: the event, in which states, what comes back, and why.
Column {
    id: root

    required property var model   // of RefusalRow

    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Refusals")

    ModelRepeater {
        model: root.model

        delegate: Column {
            id: line

            required property string event
            required property string states
            required property string answer
            required property string reason
            required property string spoken

            width: root.width
            spacing: 2
            topPadding: Theme.space2 - 2
            bottomPadding: Theme.space2 - 2
            Accessible.role: Accessible.Row
            Accessible.name: line.spoken

            Flow {
                width: parent.width
                spacing: Theme.space2

                CodeText {
                    text: line.event
                    elide: Text.ElideNone
                }

                CodeText {
                    text: line.answer
                    color: Theme.fails
                    elide: Text.ElideNone
                }

                CodeText {
                    width: Math.min(implicitWidth, line.width)
                    text: qsTr("in %1").arg(line.states)
                    color: Theme.text3
                    elide: Text.ElideNone
                    wrapMode: Text.Wrap
                }
            }

            Label {
                width: parent.width
                text: line.reason
                font.pixelSize: Theme.smallSize
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
    }
}
