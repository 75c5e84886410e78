import QtQuick
import Bindlab.Components
import Bindlab.ViewModels

/// Chooses one of the themes.
ChoiceButton {
    id: root

    required property Look look
    /// A Look.ThemeChoice.
    required property int choice

    checked: root.look.themeChoice === root.choice
    onClicked: root.look.themeChoice = root.choice
}
