import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// Over the map: which design and platform run, and what the checker says.
Rectangle {
    id: root

    required property WorkbenchViewModel workbench

    implicitHeight: Theme.toolbarHeight
    color: Theme.pane

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space4
        spacing: Theme.space2

        DesignPicker {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            Layout.minimumWidth: Theme.scaled(96)
            workbench: root.workbench
            textLimit: Theme.scaled(320)
        }

        Picker {
            visible: root.width > Theme.scaled(560)
            caption: qsTr("Platform")
            model: root.workbench.platforms
            textRole: "title"
            valueRole: "key"
            displayText: root.workbench.platformTitle
            currentIndex: indexOfValue(root.workbench.platform)
            onActivated: root.workbench.choosePlatform(currentValue)
        }

        Item { Layout.fillWidth: true }

        VerdictChip {
            visible: !root.workbench.futureHidden
            workbench: root.workbench
        }
    }

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
