pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.ViewModels
import Bindlab

/// The place where the screens are shown. Each is made when it is wanted, and goes when another is: a repeater of one does that, as
/// the Loader of Qt 6.4 cannot make bound components.
Item {
    id: root

    required property AppViewModel app

    /// The one that is shown; null for a moment between two of them.
    readonly property AppScreen shown: {
        for (let i = 0; i < root.children.length; ++i) {
            const screen = root.children[i] as AppScreen
            if (screen)
                return screen
        }
        return null
    }

    Repeater {
        model: root.app.screen === AppViewModel.Place.Welcome ? 1 : 0

        WelcomeScreen { app: root.app }
    }

    Repeater {
        model: root.app.screen === AppViewModel.Place.Lesson ? 1 : 0

        LessonScreen { app: root.app }
    }

    Repeater {
        model: root.app.screen === AppViewModel.Place.Compare ? 1 : 0

        CompareScreen { app: root.app }
    }

    Repeater {
        model: root.app.screen === AppViewModel.Place.Matrix ? 1 : 0

        MatrixScreen { app: root.app }
    }

    Repeater {
        model: root.app.screen === AppViewModel.Place.Sandbox ? 1 : 0

        SandboxScreen { app: root.app }
    }

    Repeater {
        model: root.app.screen === AppViewModel.Place.States ? 1 : 0

        StatesScreen { app: root.app }
    }

    Repeater {
        model: root.app.screen === AppViewModel.Place.Device ? 1 : 0

        DeviceScreen { app: root.app }
    }

    Repeater {
        model: root.app.screen === AppViewModel.Place.Reference ? 1 : 0

        ReferenceScreen { app: root.app }
    }

    Repeater {
        model: root.app.screen === AppViewModel.Place.Settings ? 1 : 0

        SettingsScreen { app: root.app }
    }
}
