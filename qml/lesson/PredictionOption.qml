import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components

/// One answer to a prediction, or one thing to attach. After the reveal it shows what became of it, and whether it was the guess.
T.AbstractButton {
    id: root

    required property string html
    required property string feedback
    required property bool answered
    required property bool chosen
    required property bool correct
    /// One of several that may be chosen together: a box to tick, and no guess.
    property bool several: false

    readonly property bool ticked: root.several && root.chosen && !root.answered
    readonly property bool good: root.answered && root.correct
    readonly property bool bad: root.answered && root.chosen && !root.correct
    readonly property bool dim: root.answered && !root.good && !root.bad

    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    leftPadding: Theme.space3 - 1
    rightPadding: Theme.space3 - 1
    topPadding: Theme.space2
    bottomPadding: Theme.space2
    enabled: !root.answered
    focusPolicy: Qt.StrongFocus
    Accessible.role: root.several ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.name: root.text
    Accessible.checked: root.chosen
    Accessible.description: root.several ? root.feedback.replace(/<[^>]*>/g, "") : root.good && root.chosen ? qsTr("your guess, right") : root.good ? qsTr("what happens")
        : root.bad ? qsTr("your guess, wrong") : ""

    contentItem: GridLayout {
        columns: 2
        columnSpacing: Theme.space3 - 1
        rowSpacing: Theme.space1

        Item {
            Layout.alignment: Qt.AlignTop
            implicitWidth: Theme.scaled(16)
            implicitHeight: Theme.scaled(20)

            Rectangle {
                anchors.centerIn: parent
                width: Theme.scaled(16)
                height: width
                radius: root.several ? Theme.radiusCheck : width / 2
                color: root.good ? Theme.safe : root.bad ? Theme.fails : root.ticked ? Theme.accentFill : root.hovered && !root.answered ? Theme.hover : "transparent"
                border.width: root.good || root.bad ? 0 : Theme.border
                border.color: root.ticked ? Theme.accent : Theme.lineStrong

                Icon {
                    anchors.centerIn: parent
                    visible: root.good || root.bad || root.ticked
                    name: root.bad ? "close" : "check"
                    size: Theme.scaled(11)
                    ink: root.ticked ? Theme.accent : Theme.threadText
                }
            }
        }

        Prose {
            Layout.fillWidth: true
            html: root.html
            size: Theme.bodySize
            threadsInked: false
            ink: root.good || root.bad ? Theme.text : root.dim ? Theme.text3 : root.hovered ? Theme.text : Theme.text2
            codeInk: ink
            font.weight: root.good || root.bad ? Font.Medium : Font.Normal
            bottomPadding: -Theme.space1 / 4
        }

        Prose {
            Layout.column: 1
            Layout.row: 1
            Layout.fillWidth: true
            visible: root.feedback !== "" && (root.several || root.good || root.bad)
            html: root.feedback
            threadsInked: false
            size: Theme.smallSize + 1
            bottomPadding: -Theme.space1 / 4
        }

        Label {
            Layout.column: 1
            Layout.row: 2
            visible: root.answered && root.chosen && !root.several
            text: qsTr("Your guess")
            color: root.good ? Theme.safe : Theme.fails
            font.pixelSize: Theme.captionSize
            font.weight: Font.Medium
        }
    }

    background: Rectangle {
        radius: Theme.radiusObject
        color: root.good ? Theme.safeFill : root.bad ? Theme.failsFill : root.hovered && !root.answered ? Theme.hover : "transparent"
        border.width: Theme.border
        border.color: root.good ? Theme.safe : root.bad ? Theme.failsLine : root.ticked ? Theme.accentLine : root.dim ? Theme.line : Theme.lineStrong

        Behavior on color { ColorAnimation { duration: Theme.stateTime; easing.type: Easing.OutQuad } }

        FocusRing {
            shown: root.visualFocus
            corner: Theme.radiusObject
        }
    }
}
