pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench
import Bindlab.ViewModels

/// Everything that went between the TSM or the host and the device, by the state it met.
ListView {
    id: root

    required property DeviceViewModel device

    function iconOf(state: int): string {
        return state === 0 ? "chip" : state === 1 ? "lock" : state === 2 ? "dot" : "octagon"
    }

    model: root.device.entries
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    currentIndex: root.device.selected
    keyNavigationEnabled: false
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Messages")
    Keys.onUpPressed: root.device.selectNext(-1)
    Keys.onDownPressed: root.device.selectNext(1)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Home || event.key === Qt.Key_End) {
            root.device.selectNext(event.key === Qt.Key_Home ? -root.count : root.count)
            event.accepted = true
        }
    }
    onCurrentIndexChanged: positionViewAtIndex(currentIndex, ListView.Contain)
    T.ScrollBar.vertical: Scroller {}

    FocusRing {
        shown: root.activeFocus
        corner: 0
        anchors.margins: 1
        radius: 0
        z: 2
    }

    delegate: Column {
        id: row

        required property int index
        required property int number
        required property int kind
        required property string name
        required property string note
        required property string code
        required property string reason
        required property bool refused
        required property int section
        required property string sectionName

        readonly property bool here: root.device.selected === row.index
        readonly property bool message: row.kind === DeviceViewModel.Request || row.kind === DeviceViewModel.Response
        readonly property string spoken: (row.section >= 0 ? qsTr("In %1. ").arg(row.sectionName) : "")
            + (row.kind === DeviceViewModel.Request ? qsTr("sent: ") : row.kind === DeviceViewModel.Response ? qsTr("answer: ") : "")
            + row.name + (row.note === "" ? "" : ", " + row.note) + (row.reason === "" ? "" : ". " + row.reason)

        width: ListView.view.width

        Rectangle {
            visible: row.section >= 0
            width: parent.width
            height: visible ? Math.max(Theme.target, Theme.rowHeight) : 0
            color: Theme.inset

            Divider { width: parent.width }

            Row {
                x: Theme.space4
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.space2 + 2

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: root.iconOf(row.section)
                    ink: row.section === 3 ? Theme.fails : row.section === 2 ? Theme.accent : Theme.text2
                    size: Theme.scaled(14)
                }

                CodeText {
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.sectionName
                    color: row.section === 3 ? Theme.fails : row.section === 2 ? Theme.accent : Theme.text2
                }
            }

            Divider {
                anchors.bottom: parent.bottom
                width: parent.width
            }
        }

        T.AbstractButton {
            id: line

            width: parent.width
            height: Math.max(Theme.target, Theme.rowHeightLarge) + 1
            focusPolicy: Qt.NoFocus
            hoverEnabled: true
            onClicked: {
                root.device.selected = row.index
                root.forceActiveFocus(Qt.MouseFocusReason)
            }
            Accessible.role: Accessible.ListItem
            Accessible.name: row.spoken
            Accessible.selected: row.here

            background: Rectangle {
                color: row.here ? Theme.accentFill : line.hovered ? Theme.hover : "transparent"
                border.width: row.here ? Theme.borderOfFill : 0
                border.color: Theme.accent

                Rectangle {
                    width: 3
                    height: parent.height
                    visible: row.here
                    color: Theme.accent
                }
            }

            contentItem: RowLayout {
                spacing: Theme.space2

                CodeText {
                    Layout.leftMargin: Theme.space3
                    Layout.preferredWidth: Theme.scaled(22)
                    horizontalAlignment: Text.AlignRight
                    text: row.number > 0 ? row.number : ""
                    color: Theme.text3
                    font.pixelSize: Theme.captionSize
                }

                Icon {
                    Layout.leftMargin: Theme.space1
                    name: row.kind === DeviceViewModel.Request ? "arrowRight" : row.kind === DeviceViewModel.Response ? "arrowLeft"
                        : row.kind === DeviceViewModel.Silence ? "minus" : row.kind === DeviceViewModel.Link ? "link" : "pencil"
                    ink: row.refused ? Theme.fails : Theme.text2
                    size: Theme.scaled(14)
                }

                CodeText {
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.space1
                    text: row.name
                    color: row.refused ? Theme.fails : row.kind === DeviceViewModel.Request || row.here ? Theme.text : Theme.text2
                    font.family: row.message ? Theme.mono : Theme.sans
                    font.weight: row.kind === DeviceViewModel.Request ? Font.Medium : Font.Normal
                }

                Label {
                    Layout.maximumWidth: line.width * 0.4
                    visible: text !== ""
                    text: row.note
                    color: row.refused ? Theme.fails : Theme.text3
                    font.pixelSize: Theme.captionSize
                }

                CodeText {
                    Layout.rightMargin: Theme.space4
                    Layout.preferredWidth: Theme.scaled(16)
                    horizontalAlignment: Text.AlignRight
                    text: row.code
                    color: Theme.text2
                }
            }

            Tip {
                text: row.reason
                shown: row.reason !== "" && line.hovered
            }
        }
    }
}
