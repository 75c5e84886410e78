pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The open text and the flows of the kernel that are open beside it.
Rectangle {
    id: root

    required property SandboxViewModel sandbox

    default property alias actions: slot.data

    implicitHeight: Theme.toolbarHeight
    color: Theme.pane

    RowLayout {
        anchors.fill: parent
        spacing: 0

        ListView {
            Layout.fillWidth: true
            Layout.fillHeight: true
            orientation: ListView.Horizontal
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 0
            model: root.sandbox.tabs
            Accessible.role: Accessible.PageTabList
            Accessible.name: qsTr("Open texts")

            delegate: T.AbstractButton {
                id: tab

                required property int index
                required property string name
                required property string title
                required property bool current
                required property bool unsaved
                required property bool isFlow

                height: root.height
                implicitWidth: implicitContentWidth + leftPadding + rightPadding
                leftPadding: Theme.space4
                rightPadding: Theme.space3
                hoverEnabled: true
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.PageTab
                Accessible.name: tab.name
                Accessible.selected: tab.current
                onClicked: root.sandbox.openTab(tab.index)

                contentItem: RowLayout {
                    spacing: Theme.space2

                    Icon {
                        name: tab.isFlow ? "code" : "list"
                        size: Theme.scaled(14)
                        ink: tab.current ? Theme.text2 : Theme.text3
                    }

                    Text {
                        text: tab.name
                        color: tab.current ? Theme.text : Theme.text2
                        font.family: tab.isFlow ? Theme.mono : Theme.sans
                        font.pixelSize: tab.isFlow ? Theme.smallSize : Theme.bodySize
                        font.weight: tab.current && !tab.isFlow ? Font.Medium : Font.Normal
                        font.preferShaping: false
                    }

                    Rectangle {
                        visible: tab.unsaved
                        implicitWidth: Theme.scaled(7)
                        implicitHeight: Theme.scaled(7)
                        radius: width / 2
                        color: Theme.accent
                    }

                    IconButton {
                        visible: tab.isFlow
                        iconName: "close"
                        text: qsTr("Close %1").arg(tab.name)
                        onClicked: root.sandbox.closeTab(tab.index)
                    }
                }

                background: Rectangle {
                    color: tab.current ? Theme.window : tab.hovered ? Theme.hover : Theme.pane

                    Rectangle {
                        width: parent.width
                        height: 2
                        visible: tab.current
                        color: Theme.accent
                    }

                    Divider {
                        anchors.right: parent.right
                        height: parent.height
                        width: Theme.border
                    }

                    Rectangle {
                        anchors.fill: parent
                        anchors.margins: 2
                        visible: tab.visualFocus
                        color: "transparent"
                        border.width: Theme.focusWidth
                        border.color: Theme.accent
                    }
                }

                Tip {
                    text: tab.title
                    shown: tab.title !== "" && (tab.hovered || tab.visualFocus)
                }
            }
        }

        Row {
            id: slot

            Layout.rightMargin: Theme.space3
            spacing: Theme.space2
        }
    }

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
