pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab

/// The checks that were made, the last one first.
ListView {
    id: root

    required property SandboxViewModel sandbox

    clip: true
    cacheBuffer: 0
    model: root.sandbox.log
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollBar.vertical: Scroller {}
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Checks that were made")

    FocusFrame {
        parent: root
        shown: root.activeFocus
    }

    delegate: RowLayout {
        id: check

        required property string time
        required property string scope
        required property string verdict
        required property string detail
        required property int state

        x: Theme.space4
        width: root.width - 2 * Theme.space4
        height: Theme.rowHeight
        spacing: Theme.space3
        Accessible.role: Accessible.ListItem
        Accessible.name: qsTr("%1: %2, %3, %4").arg(check.time).arg(check.verdict).arg(check.scope).arg(check.detail)

        CodeLabel {
            text: check.time
            color: Theme.text3
        }

        Label {
            Layout.fillWidth: true
            text: check.verdict
            color: check.state === CheckViewModel.Safe ? Theme.safe : check.state === CheckViewModel.Fails ? Theme.fails : Theme.bounded
        }

        Label {
            text: check.scope
            color: Theme.text2
        }

        Label {
            text: check.detail
            color: Theme.text3
        }
    }
}
