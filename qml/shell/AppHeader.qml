import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The bar on top: the six places, search, reference, theme, help, settings. What does not fit shrinks to icons.
FocusScope {
    id: root

    required property AppViewModel app

    readonly property bool searchCompact: root.width < tabs.naturalWidth + tools.naturalWidth + logo.width + 2 * Theme.space8
    readonly property bool tabsCompact: root.width < tabs.naturalWidth + Theme.scaled(170) + logo.width + 2 * Theme.space8

    implicitHeight: Theme.headerHeight
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Bindlab")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane

        Divider {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }

    Row {
        id: logo

        x: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space2 + 1

        Logo { anchors.verticalCenter: parent.verticalCenter }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Bindlab")
            color: Theme.text
            font.pixelSize: Theme.paneTitleSize
            font.weight: Font.DemiBold
        }
    }

    ModeTabs {
        id: tabs

        x: root.tabsCompact ? logo.x + logo.width + Theme.space4 : Math.max(Theme.scaled(166), logo.x + logo.width + Theme.space4)
        anchors.verticalCenter: parent.verticalCenter
        compact: root.tabsCompact
        place: root.app.screen
        onLearnRequested: root.app.openLearn()
        onCompareRequested: root.app.openCompare()
        onMatrixRequested: root.app.openMatrix()
        onSandboxRequested: root.app.openSandbox()
        onStatesRequested: root.app.openStates()
        onDeviceRequested: root.app.openDevice()
    }

    RowLayout {
        id: tools

        readonly property real naturalWidth: search.naturalWidth + Theme.scaled(114)

        anchors.right: parent.right
        anchors.rightMargin: Theme.space4 - 2
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2

        SearchButton {
            id: search

            objectName: "search"
            Layout.rightMargin: Theme.space1 + 2
            keys: KeyNames.of("palette")
            compact: root.searchCompact
            onClicked: root.app.trigger("palette")
        }

        IconButton {
            iconName: "library"
            text: qsTr("Reference")
            keys: root.app.keysOf("reference")
            checked: root.app.screen === AppViewModel.Place.Reference
            onClicked: root.app.openReference()
        }

        IconButton {
            iconName: root.app.dark ? "sun" : "moon"
            text: root.app.dark ? qsTr("Switch to light") : qsTr("Switch to dark")
            keys: KeyNames.of("theme")
            onClicked: root.app.trigger("theme")
        }

        IconButton {
            objectName: "help"
            iconName: "help"
            text: qsTr("Keys")
            keys: KeyNames.of("help")
            onClicked: root.app.trigger("help")
        }

        IconButton {
            iconName: "gear"
            text: qsTr("Settings")
            keys: KeyNames.of("settings")
            onClicked: root.app.trigger("settings")
        }
    }
}
