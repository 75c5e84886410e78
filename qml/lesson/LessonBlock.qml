pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Components

/// One block of a page: prose, a question, facts, or something to do.
Column {
    id: root

    required property string directive
    required property int actState
    required property string html
    required property string plain
    required property string hint
    required property string outcome
    required property list<string> facts
    required property list<string> optionTexts
    required property list<string> optionFeedbacks
    required property int chosenOption
    required property int rightOption

    readonly property bool isProse: root.directive === "prose"
    readonly property bool isQuestion: root.directive === "predict"
    readonly property bool isFacts: root.directive === "expect"

    /// An option of a prediction, or -1 for "not sure".
    signal answered(option: int)
    signal linkFollowed(link: string)

    // A repeater of one makes what is needed; the Loader of Qt 6.4 cannot make bound components.
    Repeater {
        model: root.isProse ? 1 : 0

        Prose {
            width: root.width
            html: root.html
            onLinkFollowed: link => root.linkFollowed(link)
            Accessible.role: Accessible.Paragraph
            Accessible.name: root.plain
        }
    }

    Repeater {
        model: root.isQuestion ? 1 : 0

        PredictionCard {
            width: root.width
            html: root.html
            plain: root.plain
            optionTexts: root.optionTexts
            optionFeedbacks: root.optionFeedbacks
            actState: root.actState
            chosenOption: root.chosenOption
            rightOption: root.rightOption
            onAnswered: option => root.answered(option)
        }
    }

    Repeater {
        model: root.isFacts ? 1 : 0

        FactList {
            width: root.width
            facts: root.facts
        }
    }

    Repeater {
        model: root.isProse || root.isQuestion || root.isFacts ? 0 : 1

        ActCard {
            width: root.width
            directive: root.directive
            html: root.html
            plain: root.plain
            hint: root.hint
            outcome: root.outcome
            actState: root.actState
            onLinkFollowed: link => root.linkFollowed(link)
        }
    }
}
