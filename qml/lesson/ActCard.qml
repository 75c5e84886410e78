import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// Something to watch, to drive, to replay or to check: what there is to do, then what it has shown.
Column {
    id: root

    required property string directive
    required property string html
    required property string plain
    required property string hint
    required property string outcome
    required property int actState

    signal linkFollowed(link: string)

    readonly property bool open: root.actState === BlockListModel.Open
    property bool hintShown: false

    spacing: Theme.space2
    Accessible.role: Accessible.Grouping
    Accessible.name: root.plain

    RowLayout {
        visible: root.directive === "drive"
        spacing: Theme.space2

        Icon {
            name: root.open ? "stepForward" : "check"
            ink: root.open ? Theme.accent : Theme.safe
        }

        Label {
            text: root.open ? qsTr("Your turn") : qsTr("Reached")
            color: root.open ? Theme.accent : Theme.safe
            font.pixelSize: Theme.smallSize
            font.weight: Font.DemiBold
        }
    }

    Prose {
        width: root.width
        visible: root.html !== ""
        html: root.html
        ink: root.open ? Theme.text : Theme.text2
        bottomPadding: -Theme.space1 / 4
        onLinkFollowed: link => root.linkFollowed(link)
    }

    PushButton {
        visible: root.open && root.hint !== "" && !root.hintShown
        kind: PushButton.Plain
        iconName: "help"
        text: qsTr("Hint")
        leftPadding: 0
        onClicked: root.hintShown = true
    }

    Prose {
        width: root.width
        visible: root.open && root.hint !== "" && root.hintShown
        html: root.hint
        ink: Theme.text3
        bottomPadding: -Theme.space1 / 4
    }

    Rectangle {
        width: root.width
        visible: root.outcome !== ""
        implicitHeight: result.implicitHeight + 2 * Theme.space2
        radius: Theme.radiusObject
        color: Theme.raised
        border.width: Theme.border
        border.color: Theme.lineStrong

        Prose {
            id: result

            x: Theme.space3
            y: Theme.space2
            width: parent.width - 2 * Theme.space3
            html: root.outcome
            size: Theme.bodySize
            bottomPadding: -Theme.space1 / 4
        }
    }
}
