import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// A lesson on the welcome screen.
T.AbstractButton {
    id: root

    required property int number
    required property string title
    required property string summary
    required property int minutes
    required property string seed
    required property int pages
    required property int pagesDone
    /// A set of challenges: its pages are counted, not its minutes alone.
    required property bool challenges
    /// The one to start with or to go on with.
    required property bool next
    /// Whether there is a picture of what is in it.
    property bool pictured: true
    /// What the checker found for it, as CardPicture draws it.
    required property lessonPicture picture

    readonly property bool broken: root.pages === 0
    readonly property string stand: root.broken ? "" : root.pagesDone >= root.pages && root.pages > 0 ? qsTr("Done")
        : root.pagesDone > 0 ? qsTr("%1 of %2").arg(root.pagesDone).arg(root.pages)
        : root.next ? qsTr("Start here") : ""

    implicitHeight: Math.max(root.pictured ? Theme.scaled(190) : 0, implicitContentHeight)
    text: root.title
    focusPolicy: Qt.StrongFocus
    enabled: !root.broken
    Accessible.name: root.broken ? qsTr("%1 cannot be read").arg(root.title) : root.challenges ? qsTr("Challenges %1, %2").arg(root.number).arg(root.title)
        : qsTr("Lesson %1, %2").arg(root.number).arg(root.title)
    Accessible.description: qsTr("%1 %2 minutes. %3").arg(root.summary).arg(root.minutes).arg(root.stand)

    contentItem: ColumnLayout {
        spacing: 0

        CardPicture {
            Layout.fillWidth: true
            visible: root.pictured
            Layout.preferredHeight: Theme.scaled(74)
            picture: root.picture
        }

        Divider {
            visible: root.pictured
            Layout.fillWidth: true
            Layout.leftMargin: 1
            Layout.rightMargin: 1
        }

        RowLayout {
            Layout.margins: Theme.space4
            Layout.topMargin: Theme.space3
            Layout.bottomMargin: 0
            spacing: Theme.space2

            Label {
                Layout.alignment: Qt.AlignTop
                visible: !root.broken
                text: root.number
                color: Theme.text3
                font.pixelSize: Theme.proseSize
                font.weight: Font.DemiBold
            }

            Label {
                Layout.fillWidth: true
                text: root.title
                color: Theme.text
                font.pixelSize: Theme.proseSize
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                maximumLineCount: 3
            }
        }

        Label {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space4
            Layout.rightMargin: Theme.space4
            Layout.topMargin: Theme.space1
            text: root.summary
            color: root.broken ? Theme.fails : Theme.text2
            wrapMode: root.broken ? Text.WrapAnywhere : Text.Wrap
            maximumLineCount: root.broken ? 8 : 4
        }

        Item { Layout.fillHeight: true }

        RowLayout {
            Layout.margins: Theme.space4
            Layout.topMargin: Theme.space3
            spacing: Theme.space2 - 2

            Icon {
                name: root.broken ? "warning" : "clock"
                size: Theme.scaled(14)
                ink: root.broken ? Theme.fails : Theme.text3
            }

            Label {
                text: root.broken ? qsTr("cannot be read") : qsTr("%1 min").arg(root.minutes)
                color: Theme.text3
                font.pixelSize: Theme.smallSize
            }

            Icon {
                Layout.leftMargin: Theme.space2
                visible: root.challenges || root.seed !== ""
                name: root.challenges ? "list" : "mail"
                size: Theme.scaled(14)
                ink: Theme.text3
            }

            Label {
                Layout.fillWidth: true
                wrapMode: Text.Wrap
                text: root.challenges ? qsTr("%1 challenges").arg(root.pages) : root.seed
                color: Theme.text3
                font.pixelSize: Theme.smallSize
            }

            Label {
                text: root.stand
                color: root.pagesDone >= root.pages && root.pages > 0 ? Theme.safe : Theme.accent
                font.pixelSize: Theme.smallSize
                font.weight: Font.Medium
            }
        }
    }

    background: Rectangle {
        radius: Theme.radiusCard
        color: root.hovered ? Theme.raised : Theme.pane
        border.width: root.next ? Theme.borderCurrent : Theme.border
        border.color: root.next ? Theme.accent : root.hovered ? Theme.lineStrong : Theme.line

        Behavior on color { ColorAnimation { duration: Theme.hoverTime; easing.type: Easing.OutQuad } }

        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusCard
        }
    }
}
