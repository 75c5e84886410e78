import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components

/// What there is to do in an act that the reader brings to an end, and a hint on demand.
Column {
    id: root

    required property bool open
    required property string html
    required property string hint
    required property string iconName
    /// Words above the task while it is open, and when it is done.
    property string openText: qsTr("Your turn")
    property string doneText: qsTr("Done")

    signal linkFollowed(link: string)

    property bool hintShown: false

    spacing: Theme.space2

    RowLayout {
        visible: root.openText !== ""
        spacing: Theme.space2

        Icon {
            name: root.open ? root.iconName : "check"
            ink: root.open ? Theme.accent : Theme.safe
        }

        Label {
            text: root.open ? root.openText : root.doneText
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
}
