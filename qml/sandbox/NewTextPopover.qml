pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// What a new text may start from: nothing, a model that stands alone, a design.
Popover {
    id: root

    required property SandboxViewModel sandbox

    signal made()

    width: Math.min(Theme.scaled(420), parent ? parent.width - 2 * Theme.space6 : Theme.scaled(420))
    modal: true
    onOpened: list.forceActiveFocus()

    contentHeight: column.implicitHeight

    ColumnLayout {
        id: column

        width: root.availableWidth
        spacing: Theme.space2

        Label {
            Layout.fillWidth: true
            text: qsTr("New text")
            color: Theme.text
            font.pixelSize: Theme.paneTitleSize
            font.weight: Font.DemiBold
        }

        Label {
            Layout.fillWidth: true
            text: qsTr("A design picks patches of the shipped kernels and may have lines of its own; a model stands alone, with nothing of TSM in it.")
            color: Theme.text3
            font.pixelSize: Theme.smallSize
            wrapMode: Text.Wrap
        }

        ListView {
            id: list

            Layout.fillWidth: true
            implicitHeight: Math.min(contentHeight, root.parent ? root.parent.height - Theme.scaled(180) : contentHeight)
            clip: true
            cacheBuffer: 0
            model: root.sandbox.templates
            keyNavigationEnabled: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: Scroller {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Templates")
            Keys.onReturnPressed: {
                const item = list.currentItem as T.ItemDelegate
                if (item)
                    item.clicked()
            }

            delegate: T.ItemDelegate {
                id: entry

                required property int index
                required property string key
                required property string title
                required property string note

                width: list.width
                implicitHeight: Math.max(Theme.target, Theme.rowHeight)
                leftPadding: Theme.space2
                rightPadding: Theme.space2
                text: qsTr("%1, %2").arg(entry.key).arg(entry.note)
                highlighted: entry.ListView.isCurrentItem && list.activeFocus
                onClicked: {
                    root.close()
                    root.sandbox.create(entry.key)
                    root.made()
                }

                contentItem: RowLayout {
                    spacing: Theme.space3

                    CodeLabel {
                        Layout.preferredWidth: Theme.scaled(110)
                        text: entry.key
                        color: Theme.accent
                    }

                    Label {
                        Layout.fillWidth: true
                        text: entry.note
                        color: Theme.text
                    }
                }

                background: Rectangle {
                    radius: Theme.radiusCheck
                    color: entry.highlighted || entry.hovered ? Theme.hover : "transparent"
                    border.width: entry.highlighted ? Theme.borderOfFill : 0
                    border.color: Theme.text
                }
            }
        }
    }
}
