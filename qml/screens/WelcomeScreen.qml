pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab

/// Where the window opens: what Bindlab is, where to go on, the lessons there are.
AppScreen {
    id: root

    readonly property real side: Math.max(Theme.space6, Math.min(Theme.scaled(72), root.width * 0.05))
    readonly property real room: Math.min(root.width - 2 * root.side, Theme.scaled(1296))
    readonly property int columns: Math.max(1, Math.min(4, Math.floor((root.room + Theme.space4) / (Theme.scaled(280) + Theme.space4))))
    readonly property bool drawn: root.room >= Theme.scaled(960)

    areas: [scroll]

    ScrollArea {
        id: scroll

        anchors.fill: parent
        contentHeight: page.y + page.implicitHeight + Theme.space6

        ColumnLayout {
            id: page

            x: Math.round((scroll.width - width) / 2)
            y: Theme.scaled(36)
            width: root.room
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space8

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: Theme.space2
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        text: qsTr("See why the order matters")
                        color: Theme.text
                        font.pixelSize: Theme.welcomeSize
                        font.weight: Font.DemiBold
                        font.letterSpacing: -0.4
                        wrapMode: Text.Wrap
                        Accessible.role: Accessible.Heading
                        Accessible.name: text
                    }

                    Label {
                        Layout.fillWidth: true
                        Layout.maximumWidth: Theme.scaled(540)
                        Layout.topMargin: Theme.space4
                        text: qsTr("Bindlab walks through how Linux hands a device to a confidential VM. You choose which thread moves next. The checker then tries every other order for you.")
                        font.pixelSize: Theme.scaled(16)
                        lineHeight: 1.35
                        wrapMode: Text.Wrap
                    }

                    Flow {
                        Layout.fillWidth: true
                        Layout.topMargin: Theme.space6
                        spacing: Theme.space3

                        PushButton {
                            id: start

                            visible: root.app.lessons.nextId !== ""
                            kind: PushButton.Primary
                            implicitHeight: Theme.scaled(40)
                            leftPadding: Theme.space5
                            rightPadding: Theme.space5
                            iconName: "play"
                            text: root.app.lessons.nextStarted ? qsTr("Continue lesson %1").arg(root.app.lessons.nextNumber)
                                                               : qsTr("Start lesson %1").arg(root.app.lessons.nextNumber)
                            focus: true
                            onClicked: root.app.openLesson(root.app.lessons.nextId)
                        }

                        PushButton {
                            implicitHeight: Theme.scaled(40)
                            leftPadding: Theme.space4
                            rightPadding: Theme.space4
                            iconName: "help"
                            text: qsTr("All keys")
                            onClicked: root.app.trigger("help")
                        }

                        PushButton {
                            implicitHeight: Theme.scaled(40)
                            leftPadding: Theme.space4
                            rightPadding: Theme.space4
                            iconName: "map"
                            text: root.app.tour.invitation
                            onClicked: root.app.tour.start()
                        }
                    }

                    Flow {
                        Layout.fillWidth: true
                        Layout.topMargin: Theme.space8
                        spacing: Theme.space6

                        Promise {
                            iconName: "stepForward"
                            ink: Theme.t1
                            text: qsTr("Step threads yourself")
                        }

                        Promise {
                            iconName: "octagon"
                            ink: Theme.fails
                            text: qsTr("Play the shortest failure")
                        }

                        Promise {
                            iconName: "shield"
                            ink: Theme.safe
                            text: qsTr("Check every order")
                        }
                    }
                }

                BindDrawing {
                    Layout.alignment: Qt.AlignTop
                    Layout.preferredWidth: Math.min(Theme.scaled(600), root.room - Theme.scaled(400) - Theme.space8)
                    Layout.preferredHeight: Theme.scaled(333)
                    visible: root.drawn && story.count > 0
                    story: root.app.story
                }
            }

            ReviewCard {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space6
                visible: root.app.review.offered
                review: root.app.review
                onAskRequested: root.app.openReview()
                onWaitRequested: {
                    root.app.review.putOff()
                    // The button that was pressed is gone.
                    start.forceActiveFocus(Qt.OtherFocusReason)
                }
            }

            Item {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space6 + Theme.space1
                Layout.bottomMargin: Theme.space3
                implicitHeight: count.implicitHeight

                Row {
                    id: count

                    spacing: Theme.space3

                    Label {
                        text: qsTr("Lessons")
                        color: Theme.text
                        font.pixelSize: Theme.scaled(18)
                        font.weight: Font.DemiBold
                        Accessible.role: Accessible.Heading
                        Accessible.name: text
                    }

                    Label {
                        anchors.bottom: parent.bottom
                        anchors.bottomMargin: 2
                        text: root.app.lessons.count === 1 ? qsTr("One lesson, about %1 minutes").arg(root.app.lessons.minutes)
                                                           : qsTr("%1 lessons, about %2 minutes").arg(root.app.lessons.count).arg(root.app.lessons.minutes)
                        color: Theme.text3
                    }
                }

                Row {
                    anchors.right: parent.right
                    anchors.bottom: count.bottom
                    anchors.bottomMargin: 2
                    visible: root.app.lessons.sources !== "" && count.width + width + Theme.space6 < parent.width
                    spacing: Theme.space2

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        name: "mail"
                        ink: Theme.text3
                    }

                    Label {
                        anchors.verticalCenter: parent.verticalCenter
                        text: root.app.lessons.sources
                        color: Theme.text3
                        font.pixelSize: Theme.smallSize
                    }
                }
            }

            GridLayout {
                Layout.fillWidth: true
                columns: root.columns
                columnSpacing: Theme.space4
                rowSpacing: Theme.space4

                LayoutRepeater {
                    model: root.app.lessons

                    LessonCard {
                        id: card

                        required property string lessonId

                        Layout.preferredWidth: (root.room - (root.columns - 1) * Theme.space4) / root.columns
                        Layout.fillHeight: true
                        onClicked: root.app.openLesson(card.lessonId)
                    }
                }

                // Cards keep their column, however few there are.
                Item { Layout.fillWidth: true }
            }

            SectionTitle {
                visible: root.app.shelf.challenges.count > 0
                title: qsTr("Challenges")
                note: qsTr("%1 of %2 solved. Each has a par, found by the checker.").arg(root.app.shelf.challenges.pagesDone).arg(root.app.shelf.challenges.pages)
            }

            CardGrid {
                lessons: root.app.shelf.challenges
            }

            SectionTitle {
                visible: root.app.shelf.own.count > 0
                title: qsTr("Your lessons")
                note: root.app.shelf.folder
            }

            CardGrid {
                lessons: root.app.shelf.own
            }
        }
    }

    component SectionTitle: Row {
        id: section

        required property string title
        required property string note

        Layout.fillWidth: true
        Layout.topMargin: Theme.space6 + Theme.space1
        Layout.bottomMargin: Theme.space3
        spacing: Theme.space3

        Label {
            id: head

            text: section.title
            color: Theme.text
            font.pixelSize: Theme.scaled(18)
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        Label {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 2
            width: Math.min(implicitWidth, root.room - head.width - section.spacing)
            text: section.note
            color: Theme.text3
            elide: Text.ElideMiddle
        }
    }

    component CardGrid: GridLayout {
        id: grid

        required property LessonListModel lessons

        Layout.fillWidth: true
        visible: grid.lessons.count > 0
        columns: root.columns
        columnSpacing: Theme.space4
        rowSpacing: Theme.space4

        ModelRepeater {
            model: grid.lessons

            LessonCard {
                id: one

                required property string lessonId

                pictured: false
                Layout.preferredWidth: (root.room - (root.columns - 1) * Theme.space4) / root.columns
                Layout.fillHeight: true
                onClicked: root.app.openLesson(one.lessonId)
            }
        }

        Item { Layout.fillWidth: true }
    }
}
