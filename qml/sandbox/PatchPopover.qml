pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// What the design may pick, by the question it answers; known mistakes come last.
Popover {
    id: root

    required property SandboxViewModel sandbox

    width: Math.min(Theme.scaled(560), parent ? parent.width - 2 * Theme.space6 : Theme.scaled(560))
    height: Math.min(Theme.scaled(620), parent ? parent.height - 2 * Theme.space6 : Theme.scaled(620))
    modal: true

    ColumnLayout {
        width: root.availableWidth
        height: root.availableHeight
        spacing: Theme.space2

        RowLayout {
            spacing: Theme.space2

            Label {
                Layout.fillWidth: true
                text: qsTr("Patches of %1").arg(root.sandbox.design)
                color: Theme.text
                font.pixelSize: Theme.paneTitleSize
                font.weight: Font.DemiBold
            }

            IconButton {
                iconName: "close"
                text: qsTr("Close")
                onClicked: root.close()
            }
        }

        Label {
            Layout.fillWidth: true
            text: qsTr("Each tick changes the text of the design; %1 takes it back.").arg(KeyNames.of("sandboxUndo"))
            color: Theme.text3
            font.pixelSize: Theme.smallSize
            wrapMode: Text.Wrap
        }

        ListView {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            cacheBuffer: 0
            model: root.sandbox.patches
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: Scroller {}
            section.property: "group"

            delegate: Column {
                id: row

                required property int index
                required property string key
                required property string title
                required property string group
                required property bool picked
                required property bool mutation

                width: list.width - Theme.space3

                Label {
                    width: parent.width
                    visible: row.ListView.previousSection !== row.group
                    topPadding: Theme.space2
                    text: row.group
                    color: row.mutation ? Theme.fails : Theme.text3
                    wrapMode: Text.Wrap
                }

                CheckRow {
                    width: parent.width
                    text: qsTr("%1: %2").arg(row.key).arg(row.title)
                    checked: row.picked
                    onToggled: root.sandbox.setPatch(row.key, checked)
                }
            }
        }
    }
}
