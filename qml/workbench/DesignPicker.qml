import QtQuick
import Bindlab.ViewModels

/// Which design runs. Another one starts from the beginning.
Picker {
    id: root

    required property WorkbenchViewModel workbench

    caption: qsTr("Design")
    model: root.workbench.designs
    textRole: "title"
    valueRole: "key"
    displayText: root.workbench.designTitle
    currentIndex: root.indexOfValue(root.workbench.design)
    onActivated: root.workbench.chooseDesign(root.currentValue)
}
