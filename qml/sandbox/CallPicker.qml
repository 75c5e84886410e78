pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components

/// A dashed place that opens a list of calls.
T.AbstractButton {
    id: root

    required property QtObject model
    property string iconName: "plus"

    signal picked(key: string)

    implicitHeight: Math.max(Theme.target, Theme.rowHeight)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ButtonMenu
    Accessible.name: root.text
    onClicked: popup.open()

    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: Theme.space2

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: root.iconName
                size: Theme.scaled(12)
                ink: Theme.text3
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                color: root.hovered ? Theme.text : Theme.text3
                font.pixelSize: Theme.smallSize
            }
        }
    }

    background: DashedBox {
        ink: root.hovered ? Theme.edge : Theme.lineStrong
        radius: Theme.radiusChip

        FocusRing { shown: root.visualFocus }
    }

    Popover {
        id: popup

        y: root.height + Theme.space1
        width: Math.max(root.width, Theme.scaled(320))
        padding: Theme.space2
        contentHeight: field.implicitHeight + Theme.space1 + list.implicitHeight
        onOpened: field.forceActiveFocus()
        onClosed: field.text = ""

        ColumnLayout {
            width: popup.availableWidth
            spacing: Theme.space1

            EntryField {
                id: field

                Layout.fillWidth: true
                code: true
                placeholder: qsTr("Which call?")
                Keys.onDownPressed: list.incrementCurrentIndex()
                Keys.onUpPressed: list.decrementCurrentIndex()
                onAccepted: {
                    const item = list.currentItem as T.ItemDelegate
                    if (item)
                        item.clicked()
                }
            }

            ListView {
                id: list

                Layout.fillWidth: true
                implicitHeight: Math.min(contentHeight, Theme.scaled(280))
                clip: true
                cacheBuffer: 0
                model: root.model
                boundsBehavior: Flickable.StopAtBounds
                T.ScrollBar.vertical: Scroller {}

                delegate: T.ItemDelegate {
                    id: entry

                    required property int index
                    required property string key
                    required property string title
                    required property string note

                    readonly property bool wanted: field.text === "" || entry.title.toLowerCase().includes(field.text.toLowerCase())

                    width: list.width
                    height: entry.wanted ? Math.max(Theme.target, Theme.rowHeight) : 0
                    visible: entry.wanted
                    text: entry.title
                    leftPadding: Theme.space2
                    rightPadding: Theme.space2
                    highlighted: entry.ListView.isCurrentItem
                    onClicked: {
                        popup.close()
                        root.picked(entry.key)
                    }

                    contentItem: RowLayout {
                        CodeLabel {
                            Layout.fillWidth: true
                            text: entry.title
                            color: Theme.text
                        }

                        Label {
                            text: entry.note
                            color: Theme.text3
                            font.pixelSize: Theme.captionSize
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
}
