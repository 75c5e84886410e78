pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The text of a lesson, its questions, and the way through it.
FocusScope {
    id: root

    required property LessonViewModel lesson

    /// The main button was pressed: what happens, happens in the workbench.
    signal performed()
    /// What the page compares is to be seen side by side; `block` as the lesson counts.
    signal comparisonRequested(block: int)

    /// Three questions, now.
    signal testRequested()
    /// A term of the prose, "term:NAME".
    signal termRequested(term: string)
    /// To the lessons of the unit that was tested.
    signal unitRequested()
    /// Back to where the review was offered.
    signal reviewLeft()

    /// It only asks; what was answered stays answered.
    readonly property bool asks: root.lesson.isTest || root.lesson.isReview

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Lesson")

    function followLink(link: string) {
        if (link.startsWith("source:"))
            source.open()
        else if (link.startsWith("term:"))
            root.termRequested(link)
    }

    Connections {
        target: root.lesson
        function onPageChanged() {
            later.stop()
            later.page = root.lesson.page
            scroll.contentY = 0
        }
        function onBlocksChanged() {
            // What an answer has opened comes into view; a new page starts at its top.
            if (later.page === root.lesson.page)
                later.restart()
        }
    }

    Timer {
        id: later

        property int page: root.lesson.page

        // The layout has to know its new height first.
        interval: 60
        onTriggered: {
            if (actions.height > 0)
                scroll.reveal(actions)
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }

    ScrollArea {
        id: scroll

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: foot.top
        anchors.bottomMargin: source.visible ? source.implicitHeight + Theme.space2 : 0
        contentHeight: column.implicitHeight + Theme.space5 + Theme.space3

        ColumnLayout {
            id: column

            x: Theme.space5
            y: Theme.space5
            width: scroll.width - 2 * Theme.space5
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space2

                Label {
                    Layout.fillWidth: true
                    text: root.lesson.challenges ? qsTr("Challenges %1").arg(root.lesson.number)
                        : root.lesson.isTest ? root.lesson.unit
                        : root.lesson.isReview ? qsTr("Review")
                        : root.lesson.unit === "" ? qsTr("Lesson %1").arg(root.lesson.number)
                                                  : qsTr("Lesson %1  ·  %2").arg(root.lesson.number).arg(root.lesson.unit)
                    color: Theme.text3
                    font.pixelSize: Theme.captionSize
                }

                Label {
                    text: (root.asks ? qsTr("Question %1 of %2") : root.lesson.challenges ? qsTr("%1 of %2") : qsTr("Step %1 of %2")).arg(root.lesson.page + 1).arg(root.lesson.pageCount)
                    color: Theme.text3
                    font.pixelSize: Theme.captionSize
                }
            }

            Label {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space1
                text: root.lesson.title
                color: Theme.text
                font.pixelSize: Theme.lessonTitleSize
                font.weight: Font.DemiBold
                lineHeight: 1.1
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }

            PushButton {
                Layout.topMargin: Theme.space1
                visible: root.lesson.page === 0 && !root.asks && !root.lesson.challenges && root.lesson.unit !== ""
                kind: PushButton.Plain
                iconName: "bolt"
                text: qsTr("I know this: test me")
                tip: qsTr("Three questions on \"%1\". All right, and its lessons are marked as known.").arg(root.lesson.unit)
                leftPadding: 0
                onClicked: root.testRequested()
            }

            ProgressBars {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space3 + 2
                lesson: root.lesson
            }

            StepList {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space3 + 2
                lesson: root.lesson
                onChosen: page => root.lesson.openPage(page)
            }

            Divider {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space3 - 2
                Layout.bottomMargin: Theme.space3 + 2
            }

            LayoutRepeater {
                model: root.lesson.blocks

                LessonBlock {
                    id: block

                    required property int index
                    required property int blockIndex

                    Layout.fillWidth: true

                    Layout.topMargin: index === 0 ? 0 : Theme.space2
                    Layout.bottomMargin: block.directive === "prose" ? Theme.space1 : Theme.space3
                    onAnswered: option => root.lesson.answer(option)
                    onSubmitted: picks => {
                        root.lesson.submit(picks)
                        root.performed()
                    }
                    onExplained: words => root.lesson.explain(words)
                    onComparisonRequested: root.comparisonRequested(block.blockIndex)
                    onLinkFollowed: link => root.followLink(link)
                }
            }

            // Always there: a positioner that was hidden is not laid out again when it comes back.
            Flow {
                id: actions

                readonly property bool toPerform: root.lesson.actionText !== ""
                readonly property bool toSolve: root.lesson.openDirective === "drive" || root.lesson.openDirective === "order" || root.lesson.openDirective === "repair"
                readonly property bool toRetry: root.lesson.retryBlock >= 0 && !root.asks

                Layout.fillWidth: true
                Layout.topMargin: Theme.space1
                spacing: Theme.space2

                PushButton {
                    visible: actions.toPerform
                    kind: PushButton.Primary
                    iconName: root.lesson.openDirective === "check" ? "shield" : root.lesson.openDirective === "compare" ? "columns" : "play"
                    text: root.lesson.actionText
                    onClicked: {
                        root.lesson.perform()
                        root.performed()
                    }
                }

                PushButton {
                    visible: actions.toSolve
                    kind: PushButton.Plain
                    text: qsTr("Show me one way")
                    onClicked: {
                        root.lesson.skip()
                        root.performed()
                    }
                }

                PushButton {
                    visible: actions.toRetry
                    kind: PushButton.Plain
                    text: qsTr("Try again")
                    onClicked: root.lesson.tryAgain(root.lesson.retryBlock)
                }
            }

            OutcomeBox {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space2
                html: root.lesson.result === "" ? "" : "<p>" + root.lesson.result + "</p>"
            }

            Flow {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space2
                visible: root.lesson.result !== ""
                spacing: Theme.space2

                PushButton {
                    iconName: "book"
                    text: qsTr("To the lessons")
                    onClicked: root.lesson.isReview ? root.reviewLeft() : root.unitRequested()
                }

                PushButton {
                    visible: root.lesson.isTest
                    kind: PushButton.Plain
                    iconName: "repeat"
                    text: qsTr("Ask me others")
                    onClicked: root.testRequested()
                }
            }

            Label {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space2
                visible: root.lesson.trouble !== ""
                text: root.lesson.trouble
                color: Theme.fails
                wrapMode: Text.Wrap
            }
        }
    }

    // Opaque: Qt's software renderer draws shapes that have been scrolled out of sight. It does so without painting anew what lies
    // over them, unless that has changed as well; hence two colours that nobody can tell apart.
    QtObject {
        id: cover

        property bool turn: false
        readonly property color color: cover.turn ? Qt.rgba(Theme.pane.r, Theme.pane.g, Theme.pane.b, 0.9999) : Theme.pane
    }

    Connections {
        target: scroll
        function onContentYChanged() { cover.turn = !cover.turn }
        function onContentHeightChanged() { cover.turn = !cover.turn }
    }

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: scroll.bottom
        anchors.bottom: foot.top
        color: cover.color

        SourceNote {
            id: source

            anchors.fill: parent
            anchors.leftMargin: Theme.space5
            anchors.rightMargin: Theme.space5
            anchors.bottomMargin: Theme.space2
            label: root.lesson.sourceLabel
            titles: root.lesson.sourceTitles
            details: root.lesson.sourceDetails
        }
    }

    Rectangle {
        id: foot

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.toolbarHeightLarge
        color: cover.color

        Divider { width: parent.width }

        PushButton {
            anchors.left: parent.left
            anchors.leftMargin: Theme.space2
            anchors.verticalCenter: parent.verticalCenter
            kind: PushButton.Plain
            iconName: "chevronLeft"
            text: qsTr("Back")
            enabled: root.lesson.page > 0
            onClicked: root.lesson.previousPage()
        }

        PushButton {
            anchors.right: parent.right
            anchors.rightMargin: Theme.space5
            anchors.verticalCenter: parent.verticalCenter
            iconName: "chevronRight"
            iconLast: true
            text: qsTr("Next")
            enabled: root.lesson.page + 1 < root.lesson.pageCount
            onClicked: root.lesson.nextPage()
        }
    }
}
