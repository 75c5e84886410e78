pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The choices that the combinations of one design are made of.
Popover {
    id: root

    required property MatrixViewModel matrix

    width: Math.min(Theme.scaled(560), parent ? parent.width - 2 * Theme.space6 : Theme.scaled(560))
    height: Math.min(Theme.scaled(520), parent ? parent.height - 2 * Theme.space6 : Theme.scaled(520))
    modal: true

    ColumnLayout {
        width: root.availableWidth
        height: root.availableHeight
        spacing: Theme.space2

        RowLayout {
            spacing: Theme.space2

            Label {
                Layout.fillWidth: true
                text: qsTr("Choices of %1 to flip").arg(root.matrix.base)
                color: Theme.text
                font.pixelSize: Theme.paneTitleSize
                font.weight: Font.DemiBold
            }

            Label {
                text: root.matrix.combinations === 1 ? qsTr("1 combination") : qsTr("%1 combinations").arg(root.matrix.combinations)
                color: Theme.text3
            }

            IconButton {
                iconName: "close"
                text: qsTr("Close")
                onClicked: root.close()
            }
        }

        Label {
            Layout.fillWidth: true
            text: qsTr("Each choice is made as the design has it and the other way; what lacks a patch it needs, or cannot be applied, is left out. At most 100 rows.")
            color: Theme.text3
            font.pixelSize: Theme.smallSize
            wrapMode: Text.Wrap
        }

        ListView {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            model: root.matrix.switches
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: Scroller {}

            delegate: RowLayout {
                id: row

                required property string key
                required property string title
                required property string choice
                required property bool had
                required property bool current
                required property bool possible

                width: list.width - Theme.space3
                spacing: Theme.space2

                CheckRow {
                    Layout.preferredWidth: Theme.scaled(220)
                    enabled: row.possible
                    text: row.key
                    checked: row.current
                    onToggled: root.matrix.setSwitch(row.key, checked)
                }

                Label {
                    Layout.fillWidth: true
                    text: row.had ? qsTr("%1 (has it)").arg(row.title) : row.title
                    font.preferShaping: false
                    font.pixelSize: Theme.smallSize
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
