import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// The letter of one of the two sides.
Rectangle {
    id: root

    /// 0 or 1.
    required property int side

    implicitWidth: Theme.scaled(20)
    implicitHeight: Theme.scaled(20)
    radius: Theme.radiusCheck
    color: Theme.text
    Accessible.ignored: true

    Label {
        anchors.centerIn: parent
        text: root.side === 0 ? "A" : "B"
        color: Theme.window
        font.pixelSize: Theme.smallSize
        font.weight: Font.DemiBold
    }
}
