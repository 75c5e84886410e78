pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// Every patch with a tick for each side: any combination can be compared.
Popover {
    id: root

    required property CompareViewModel compare

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
                text: qsTr("Patches of A and B")
                color: Theme.text
                font.pixelSize: Theme.paneTitleSize
                font.weight: Font.DemiBold
            }

            PushButton {
                small: true
                text: qsTr("Reset A")
                onClicked: root.compare.resetPatches(0)
            }

            PushButton {
                small: true
                text: qsTr("Reset B")
                onClicked: root.compare.resetPatches(1)
            }

            IconButton {
                iconName: "close"
                text: qsTr("Close")
                onClicked: root.close()
            }
        }

        ListView {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            model: root.compare.patchChoices
            boundsBehavior: Flickable.StopAtBounds
            spacing: Theme.space1
            T.ScrollBar.vertical: Scroller {}

            delegate: RowLayout {
                id: row

                required property string key
                required property string title
                required property string choice
                required property bool first
                required property bool second

                width: list.width - Theme.space3
                spacing: Theme.space2

                CheckRow {
                    text: qsTr("A")
                    checked: row.first
                    Accessible.name: qsTr("%1 in A").arg(row.key)
                    onToggled: root.compare.setPatch(0, row.key, checked)
                }

                CheckRow {
                    text: qsTr("B")
                    checked: row.second
                    Accessible.name: qsTr("%1 in B").arg(row.key)
                    onToggled: root.compare.setPatch(1, row.key, checked)
                }

                Label {
                    Layout.fillWidth: true
                    text: row.choice === "" ? qsTr("%1: %2").arg(row.key).arg(row.title) : qsTr("%1 (%2): %3").arg(row.key).arg(row.choice).arg(row.title)
                    font.preferShaping: false
                    font.pixelSize: Theme.smallSize
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
