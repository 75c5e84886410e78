pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench

/// What is compared: two designs, a scenario, a platform.
FocusScope {
    id: root

    required property CompareViewModel compare
    required property AppViewModel app

    property alias exportButton: exporting

    signal exportRequested(by: Item)
    signal patchesRequested(by: Item)

    readonly property real roomX: root.width / Theme.textScale
    /// Of a name, in the three pickers that share what the buttons and badges leave.
    readonly property real limit: Theme.scaled(Math.max(76, (root.roomX - (root.roomX > 1300 ? 725 : 650)) / 3))

    /// Where the two run stands below the two.
    readonly property bool twoRows: root.width < sides.implicitWidth + setting.implicitWidth + 3 * Theme.space4

    implicitHeight: root.twoRows ? sides.height + setting.height + 3 * Theme.space2 : Theme.toolbarHeightLarge
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("What is compared")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }

    RowLayout {
        id: sides

        x: Theme.space4
        y: root.twoRows ? Theme.space2 : (parent.height - height) / 2
        spacing: Theme.space2

        SideBadge { side: 0 }

        Picker {
            caption: root.compare.firstName
            textLimit: root.limit
            model: root.compare.designs
            textRole: "title"
            valueRole: "key"
            displayText: root.compare.firstTitle
            currentIndex: { root.compare.firstDesign; return indexOfValue(root.compare.firstDesign) }
            onActivated: root.compare.chooseDesign(0, currentValue)
            Accessible.name: qsTr("Design A: %1, %2").arg(root.compare.firstName).arg(root.compare.firstTitle)
        }

        Label {
            visible: root.roomX > 1000
            text: qsTr("against")
            color: Theme.text3
        }

        SideBadge { side: 1 }

        Picker {
            caption: root.compare.secondName
            textLimit: root.limit
            model: root.compare.designs
            textRole: "title"
            valueRole: "key"
            displayText: root.compare.secondTitle
            currentIndex: { root.compare.secondDesign; return indexOfValue(root.compare.secondDesign) }
            onActivated: root.compare.chooseDesign(1, currentValue)
            Accessible.name: qsTr("Design B: %1, %2").arg(root.compare.secondName).arg(root.compare.secondTitle)
        }

        IconButton {
            iconName: "swap"
            text: qsTr("Swap the two")
            keys: root.app.keysOf("swap")
            onClicked: root.compare.swap()
        }

        IconButton {
            id: patches

            iconName: "layers"
            text: qsTr("Patches: add to either, or take away")
            onClicked: root.patchesRequested(patches)
        }
    }

    RowLayout {
        id: setting

        x: root.twoRows ? Theme.space4 : parent.width - width - Theme.space4
        y: root.twoRows ? sides.y + sides.height + Theme.space2 : (parent.height - height) / 2
        spacing: Theme.space2

        Picker {
            caption: root.roomX > 1300 ? qsTr("Scenario") : ""
            textLimit: root.limit + Theme.scaled(40)
            model: root.compare.scenarios
            textRole: "title"
            valueRole: "key"
            displayText: qsTr("%1  %2").arg(root.compare.scenario).arg(root.compare.scenarioTitle)
            currentIndex: indexOfValue(root.compare.scenario)
            onActivated: root.compare.scenario = currentValue
            Accessible.name: qsTr("Scenario: %1").arg(displayText)
        }

        Picker {
            caption: ""
            textLimit: Theme.scaled(96)
            model: root.compare.platforms
            textRole: "title"
            valueRole: "key"
            displayText: root.compare.platformTitle
            currentIndex: indexOfValue(root.compare.platform)
            onActivated: root.compare.platform = currentValue
            Accessible.name: qsTr("Platform: %1").arg(displayText)
        }

        IconButton {
            id: exporting

            iconName: "copy"
            text: qsTr("Export")
            onClicked: root.exportRequested(exporting)
        }
    }

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
