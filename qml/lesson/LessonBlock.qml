import QtQuick
import Bindlab.Components

/// One block of a page: prose, a question, facts, or something to do. (Not bound: Qt 6.4's Loader cannot make bound components.)
Loader {
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

    /// An option of a prediction, or -1 for "not sure".
    signal answered(option: int)
    signal linkFollowed(link: string)

    sourceComponent: root.directive === "prose" ? prose
        : root.directive === "predict" ? prediction
        : root.directive === "expect" ? factList : act

    Component {
        id: prose

        Prose {
            html: root.html
            onLinkFollowed: link => root.linkFollowed(link)
            Accessible.role: Accessible.Paragraph
            Accessible.name: root.plain
        }
    }

    Component {
        id: prediction

        PredictionCard {
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

    Component {
        id: factList

        FactList { facts: root.facts }
    }

    Component {
        id: act

        ActCard {
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
