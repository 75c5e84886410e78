pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// Locks, references and other changes to be attached to a design until no run fails.
Column {
    id: root

    required property string html
    required property string plain
    required property string hint
    required property string outcome
    required property list<string> itemTexts
    required property list<string> itemFeedbacks
    required property list<int> picks
    required property int actState

    signal submitted(picks: var)
    signal linkFollowed(link: string)

    readonly property bool open: root.actState === BlockListModel.Open
    property list<bool> attached: []

    function standAsTried() {
        const standing = []
        for (let i = 0; i < root.itemTexts.length; ++i)
            standing.push(Array.from(root.picks).includes(i))
        root.attached = standing
    }

    spacing: Theme.space2
    Accessible.role: Accessible.Grouping
    Accessible.name: root.plain
    onPicksChanged: root.standAsTried()
    Component.onCompleted: root.standAsTried()

    ActTask {
        width: root.width
        open: root.open
        html: root.html
        hint: root.hint
        iconName: "link"
        onLinkFollowed: link => root.linkFollowed(link)
    }

    Repeater {
        model: root.itemTexts.length

        PredictionOption {
            id: item

            required property int index

            width: root.width
            html: root.itemTexts[item.index] ?? ""
            text: html.replace(/<[^>]*>/g, "")
            feedback: root.itemFeedbacks[item.index] ?? ""
            answered: !root.open
            chosen: root.attached[item.index] ?? false
            correct: !root.open && chosen
            several: true
            onClicked: {
                const standing = Array.from(root.attached)
                standing[item.index] = !standing[item.index]
                root.attached = standing
            }
        }
    }

    PushButton {
        visible: root.open
        kind: PushButton.Primary
        iconName: "shield"
        enabled: Array.from(root.attached).includes(true)
        text: qsTr("Attach and check")
        tip: enabled ? qsTr("Check every interleaving with what is marked") : qsTr("Mark what to attach first")
        onClicked: {
            const picks = []
            for (let i = 0; i < root.attached.length; ++i) {
                if (root.attached[i])
                    picks.push(i)
            }
            root.submitted(picks)
        }
    }

    OutcomeBox {
        width: root.width
        html: root.outcome
    }
}
