pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// A question before the reveal. The guess stays beside what happens.
Column {
    id: root

    required property string html
    required property string plain
    required property list<string> optionTexts
    required property list<string> optionFeedbacks
    required property int actState
    required property int chosenOption
    required property int rightOption

    /// An option, or -1 for "not sure".
    signal answered(option: int)

    readonly property bool open: root.actState === BlockListModel.Open

    spacing: Theme.space2
    Accessible.role: Accessible.Grouping
    Accessible.name: root.plain

    Prose {
        width: root.width
        html: root.html
        ink: Theme.text
        threadsInked: false
        font.weight: Font.DemiBold
        bottomPadding: -Theme.space1 / 4
    }

    Repeater {
        model: root.optionTexts.length

        PredictionOption {
            id: option

            required property int index

            width: root.width
            html: root.optionTexts[option.index] ?? ""
            text: html.replace(/<[^>]*>/g, "")
            feedback: root.optionFeedbacks[option.index] ?? ""
            answered: !root.open
            chosen: root.chosenOption === option.index
            correct: root.rightOption === option.index
            onClicked: root.answered(option.index)
        }
    }

    PushButton {
        visible: root.open
        kind: PushButton.Plain
        iconName: "help"
        text: qsTr("Not sure")
        tip: qsTr("Show what happens without a guess")
        leftPadding: Theme.space3 - 1
        onClicked: root.answered(-1)
    }

    Label {
        visible: !root.open && root.chosenOption < 0
        text: root.actState === BlockListModel.Skipped ? qsTr("You passed this one.") : qsTr("You were not sure.")
        color: Theme.text3
        font.pixelSize: Theme.smallSize
    }
}
