import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// Over the map: which design and platform run, and what the checker says.
Rectangle {
    id: root

    required property WorkbenchViewModel workbench
    property alias exportButton: exporting

    /// The map is shown as a table.
    property bool asTable: false

    signal exportRequested()
    signal tableRequested()

    implicitHeight: Theme.toolbarHeight
    color: Theme.pane

    Row {
        id: pickers

        x: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space2

        DesignPicker {
            width: Math.min(implicitWidth, Math.max(Theme.scaled(96), root.width - 2 * Theme.space4 - verdict.width - Theme.space4 - exporting.width - table.width - 2 * Theme.space2
                                                    - (platform.visible ? platform.width + Theme.space2 : 0)))
            workbench: root.workbench
            textLimit: Theme.scaled(320)
        }

        Picker {
            id: platform

            visible: root.width > Theme.scaled(560)
            caption: qsTr("Platform")
            model: root.workbench.platforms
            textRole: "title"
            valueRole: "key"
            displayText: root.workbench.platformTitle
            currentIndex: indexOfValue(root.workbench.platform)
            onActivated: root.workbench.choosePlatform(currentValue)
        }
    }

    VerdictChip {
        id: verdict

        objectName: "verdict"
        anchors.right: table.left
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        visible: !root.workbench.futureHidden
        workbench: root.workbench
    }

    IconButton {
        id: table

        anchors.right: exporting.left
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        iconName: "list"
        text: root.asTable ? qsTr("Draw the map") : qsTr("Show the map as a table")
        keys: qsTr("T")
        checked: root.asTable
        onClicked: root.tableRequested()
    }

    IconButton {
        id: exporting

        anchors.right: parent.right
        anchors.rightMargin: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        iconName: "copy"
        text: qsTr("Export")
        enabled: root.workbench.loaded
        onClicked: root.exportRequested()
    }

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
