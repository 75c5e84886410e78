import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// Something to watch, to drive, to replay, to check or to compare: what there is to do, then what it has shown.
Column {
    id: root

    required property string directive
    required property string html
    required property string plain
    required property string hint
    required property string outcome
    required property int actState
    /// Of a drive: something is to be broken.
    required property bool breaks

    signal linkFollowed(link: string)
    /// What was compared is to be seen side by side.
    signal comparisonRequested()

    readonly property bool open: root.actState === BlockListModel.Open
    readonly property bool isDrive: root.directive === "drive"

    spacing: Theme.space2
    Accessible.role: Accessible.Grouping
    Accessible.name: root.plain

    ActTask {
        width: root.width
        open: root.open
        html: root.html
        hint: root.hint
        iconName: root.breaks ? "octagon" : "stepForward"
        openText: !root.isDrive ? "" : root.breaks ? qsTr("Break it") : qsTr("Your turn")
        doneText: root.breaks ? qsTr("Broken") : qsTr("Reached")
        onLinkFollowed: link => root.linkFollowed(link)
    }

    OutcomeBox {
        width: root.width
        html: root.outcome
    }

    PushButton {
        visible: root.directive === "compare" && !root.open
        iconName: "columns"
        text: qsTr("Open side by side")
        tip: qsTr("Both maps under one schedule, on the Compare screen")
        onClicked: root.comparisonRequested()
    }
}
