import QtQuick
import Bindlab.Scene
import Bindlab.ViewModels

/// Tells a screen reader what has happened: each step, each verdict, what the device answers, the tour, and troubles.
Announcer {
    id: root

    required property AppViewModel app

    objectName: "announcer"
    Accessible.role: root.urgent ? Accessible.AlertMessage : Accessible.Notification
    Accessible.name: root.text

    Connections {
        target: root.app.lesson.workbench

        /// Where the run stood when it was last told of.
        property string told: ""

        function onChanged() {
            const workbench = root.app.lesson.workbench
            const now = workbench.position + workbench.sentence
            if (root.app.screen !== AppViewModel.Place.Lesson || now === told)
                return
            told = now
            if (workbench.sentenceFails)
                root.alert(workbench.sentence)
            else
                root.say(workbench.sentence)
        }
        function onSaid(text: string) { root.say(text) }
    }

    Connections {
        target: root.app.lesson.workbench.check
        function onFinished() {
            const check = root.app.lesson.workbench.check
            const verdict = qsTr("%1. %2").arg(check.label).arg(check.detail)
            if (check.state === CheckViewModel.Fails)
                root.alert(verdict)
            else
                root.say(verdict)
        }
    }

    Connections {
        target: root.app.screen === AppViewModel.Place.Device ? root.app.device : null
        function onSaid(text: string) { root.say(text) }
    }

    Connections {
        target: root.app
        function onTroubleChanged() { root.alert(root.app.trouble) }
    }

    Connections {
        target: root.app.tour

        property string told: ""

        function onChanged() {
            const now = root.app.tour.title
            if (now === told)
                return
            told = now
            if (root.app.tour.running || root.app.tour.offered)
                root.say(qsTr("%1. %2 %3").arg(now).arg(root.app.tour.text).arg(root.app.tour.ask))
        }
    }
}
