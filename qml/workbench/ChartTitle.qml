import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// What stands before and behind the pills of a chart.
Item {
    id: root

    required property string label
    required property rect labelFrame
    required property string note
    required property rect noteFrame
    required property string description

    Accessible.role: Accessible.StaticText
    Accessible.name: root.description

    CodeText {
        x: root.labelFrame.x
        y: root.labelFrame.y
        width: root.labelFrame.width
        height: root.labelFrame.height
        verticalAlignment: Text.AlignVCenter
        text: root.label
        color: Theme.text2
    }

    Label {
        x: root.noteFrame.x
        y: root.noteFrame.y
        width: Math.max(0, root.noteFrame.width)
        height: root.noteFrame.height
        visible: implicitWidth <= width
        horizontalAlignment: Text.AlignRight
        verticalAlignment: Text.AlignVCenter
        text: root.note
        color: Theme.text3
        font.pixelSize: Theme.captionSize
    }
}
