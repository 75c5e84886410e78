import QtQuick
import Bindlab.ViewModels

/// How fast a run is played.
Picker {
    id: root

    required property WorkbenchViewModel workbench

    caption: qsTr("Speed")
    model: ["0.25×", "0.5×", "1×", "2×", "4×"]
    // Each is twice the one before.
    currentIndex: Math.round(Math.log2(root.workbench.speed)) + 2
    onActivated: index => root.workbench.speed = Math.pow(2, index - 2)
}
