import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab

/// Every action that has a key.
FocusScope {
    id: root

    required property ReferenceViewModel reference

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Keys")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }

    ColumnHead {
        id: head

        width: parent.width
        title: qsTr("Keys")
        count: list.count
    }

    KeyList {
        id: list

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        x: Theme.space4 - inset
        width: parent.width - x
        focus: true
        model: root.reference.keys
    }

    Label {
        anchors.top: head.bottom
        x: Theme.space4
        width: parent.width - 2 * x
        topPadding: Theme.space3
        visible: list.count === 0
        text: qsTr("No key has these words.")
        color: Theme.text3
        wrapMode: Text.Wrap
    }
}
