pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components

/// What is so where the run now stands; the model has been asked.
Column {
    id: root

    required property list<string> facts

    spacing: Theme.space1

    Repeater {
        model: root.facts

        RowLayout {
            id: row

            required property string modelData

            width: root.width
            spacing: Theme.space2

            Icon {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 1
                name: "dot"
                size: Theme.scaled(14)
                ink: Theme.accent
            }

            Label {
                Layout.fillWidth: true
                text: row.modelData
                font.preferShaping: false
                wrapMode: Text.Wrap
            }
        }
    }
}
