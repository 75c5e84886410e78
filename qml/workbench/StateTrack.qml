pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme

/// The states of a machine as dots on a line, the current one filled.
Item {
    id: root

    required property int count
    required property int current
    property color ink: Theme.accent
    /// Pixels to a unit of the map.
    property real unit: 1

    readonly property int dot: Math.round(Theme.scaled(5) * root.unit)
    readonly property int pitch: Math.round(Theme.scaled(7) * root.unit)

    implicitWidth: Math.max(0, root.count - 1) * root.pitch + root.dot
    implicitHeight: Math.round(Theme.scaled(8) * root.unit)
    Accessible.ignored: true

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        x: root.dot / 2
        width: root.implicitWidth - root.dot
        height: 1
        color: Theme.lineStrong
    }

    Repeater {
        model: root.count

        delegate: Rectangle {
            id: state

            required property int index

            readonly property bool here: state.index === root.current
            readonly property int size: state.here ? root.dot + 2 : root.dot

            x: state.index * root.pitch - (state.size - root.dot) / 2
            y: (root.height - height) / 2
            width: state.size
            height: state.size
            radius: state.size / 2
            color: state.here ? root.ink : Theme.raised
            border.width: state.here ? 0 : 1
            border.color: Theme.edge
            antialiasing: true

            Behavior on color { ColorAnimation { duration: Theme.stateTime; easing.type: Easing.OutQuad } }
        }
    }
}
