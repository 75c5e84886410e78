import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench

/// A name and, behind it, which of several is chosen.
RowLayout {
    id: root

    required property string text
    required property QtObject model
    /// Key of the one that is chosen.
    required property string current
    property bool heading: false

    default property alias actions: slot.data

    signal picked(key: string)

    spacing: Theme.space3

    Label {
        text: root.text
        color: root.heading ? Theme.text : Theme.text2
        font.pixelSize: root.heading ? Theme.paneTitleSize : Theme.bodySize
        font.weight: root.heading ? Font.DemiBold : Font.Normal
    }

    Row {
        id: slot

        Layout.fillWidth: true
    }

    Picker {
        Layout.maximumWidth: root.width - Theme.scaled(96)
        caption: ""
        model: root.model
        textRole: "title"
        valueRole: "key"
        currentIndex: {
            root.current
            count
            return indexOfValue(root.current)
        }
        Accessible.name: qsTr("%1: %2").arg(root.text).arg(displayText)
        onActivated: root.picked(currentValue)
    }
}
