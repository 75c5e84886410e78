pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// One block of a page: prose, a question, facts, code, or something to do.
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
    required property list<int> picks
    required property string words
    required property bool breaks

    readonly property bool isAct: root.directive === "watch" || root.directive === "drive" || root.directive === "replay"
        || root.directive === "check" || root.directive === "compare"

    /// An option of a prediction, or -1 for "not sure".
    signal answered(option: int)
    /// An order of items, or some to attach.
    signal submitted(picks: var)
    signal explained(words: string)
    signal comparisonRequested()
    signal linkFollowed(link: string)

    // A repeater of one makes what is needed; the Loader of Qt 6.4 cannot make bound components.
    Repeater {
        model: root.directive === "prose" ? 1 : 0

        Prose {
            width: root.width
            html: root.html
            onLinkFollowed: link => root.linkFollowed(link)
            Accessible.role: Accessible.Paragraph
            Accessible.name: root.plain
        }
    }

    Repeater {
        model: root.directive === "predict" ? 1 : 0

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
        model: root.directive === "expect" ? 1 : 0

        FactList {
            width: root.width
            facts: root.facts
        }
    }

    Repeater {
        model: root.isAct ? 1 : 0

        ActCard {
            width: root.width
            directive: root.directive
            html: root.html
            plain: root.plain
            hint: root.hint
            outcome: root.outcome
            actState: root.actState
            breaks: root.breaks
            onLinkFollowed: link => root.linkFollowed(link)
            onComparisonRequested: root.comparisonRequested()
        }
    }

    Repeater {
        model: root.directive === "order" ? 1 : 0

        OrderCard {
            width: root.width
            html: root.html
            plain: root.plain
            hint: root.hint
            outcome: root.outcome
            itemTexts: root.optionTexts
            picks: root.picks
            actState: root.actState
            onSubmitted: picks => root.submitted(picks)
            onLinkFollowed: link => root.linkFollowed(link)
        }
    }

    Repeater {
        model: root.directive === "repair" ? 1 : 0

        RepairCard {
            width: root.width
            html: root.html
            plain: root.plain
            hint: root.hint
            outcome: root.outcome
            itemTexts: root.optionTexts
            itemFeedbacks: root.optionFeedbacks
            picks: root.picks
            actState: root.actState
            onSubmitted: picks => root.submitted(picks)
            onLinkFollowed: link => root.linkFollowed(link)
        }
    }

    Repeater {
        model: root.directive === "explain" ? 1 : 0

        ExplainCard {
            width: root.width
            html: root.html
            plain: root.plain
            words: root.words
            points: root.facts
            actState: root.actState
            onAnswered: words => root.explained(words)
            onLinkFollowed: link => root.linkFollowed(link)
        }
    }

    Repeater {
        model: root.directive === "flow" ? 1 : 0

        Rectangle {
            width: root.width
            implicitHeight: code.implicitHeight + 2 * Theme.space2
            radius: Theme.radiusObject
            color: Theme.inset
            border.width: Theme.border
            border.color: Theme.line
            Accessible.role: Accessible.StaticText
            Accessible.name: root.plain

            Text {
                id: code

                x: Theme.space3
                y: Theme.space2
                width: parent.width - 2 * Theme.space3
                text: root.plain
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                color: Theme.text
                font.family: Theme.mono
                font.pixelSize: Theme.smallSize
                font.preferShaping: false
                lineHeight: 1.25
                Accessible.ignored: true
            }
        }
    }
}
