import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// One cell of the heatmap: safe, failing after so many steps, bounded, not checked yet, or without a meaning.
Item {
    id: root

    required property int kind
    required property string text

    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        anchors.margins: 1
        radius: 5
        color: root.kind === MatrixViewModel.Safe ? Theme.safeFill : root.kind === MatrixViewModel.Fails ? Theme.failsFill
            : root.kind === MatrixViewModel.Bounded ? Theme.boundedFill : "transparent"
        border.width: root.kind === MatrixViewModel.NotApplicable ? 0 : Theme.border
        border.color: root.kind === MatrixViewModel.Safe ? (Theme.contrast ? Theme.safeLine : Theme.safeFill) : root.kind === MatrixViewModel.Fails ? Theme.failsLine
            : root.kind === MatrixViewModel.Bounded ? Theme.boundedLine : Theme.line
    }

    Rectangle {
        anchors.centerIn: parent
        visible: root.kind === MatrixViewModel.Safe
        width: Theme.scaled(4)
        height: width
        radius: width / 2
        color: Theme.safe
    }

    Rectangle {
        anchors.centerIn: parent
        visible: root.kind === MatrixViewModel.NotApplicable
        width: Theme.scaled(8)
        height: 1
        color: Theme.lineStrong
    }

    Text {
        anchors.centerIn: parent
        visible: root.text !== ""
        text: root.text
        color: root.kind === MatrixViewModel.Fails ? Theme.fails : Theme.bounded
        font.family: Theme.sans
        font.pixelSize: Theme.smallSize
        font.weight: root.kind === MatrixViewModel.Fails ? Font.DemiBold : Font.Normal
    }
}
