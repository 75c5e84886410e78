pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// Every thread with the code it is in, and the button that steps it.
FocusScope {
    id: root

    required property WorkbenchViewModel workbench

    /// Height of code that every thread gets at least, before the pane scrolls.
    readonly property real leastCode: Theme.scaled(104)
    /// What each card may use for its code: the short ones what they need, the rest of them the same.
    readonly property real share: {
        let room = scroller.height - locals.height - Theme.space4
        const wanted = []
        for (let i = 0; i < cards.count; ++i) {
            const card = cards.itemAt(i)
            if (!card || !card.visible)
                continue
            room -= card.frameHeight + Theme.space3
            if (card.naturalCode > 0)
                wanted.push(card.naturalCode)
        }
        wanted.sort((a, b) => a - b)
        let left = wanted.length
        for (const need of wanted) {
            if (need > room / left)
                break
            room -= need
            --left
        }
        return Math.max(root.leastCode, left === 0 ? 4000 : Math.floor(room / left))
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Threads")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane

        Divider { height: parent.height }
    }

    Item {
        id: head

        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        height: Theme.toolbarHeight

        Label {
            id: heading

            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Threads")
            color: Theme.text
            font.pixelSize: Theme.paneTitleSize
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        Row {
            // With large text there may be no room for it; the keys are in the help as well.
            visible: width + heading.width + Theme.space2 <= parent.width
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.scaled(6)

            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Press")
                color: Theme.text3
            }

            ModelRepeater {
                model: root.workbench.threads

                delegate: KeyCap {
                    required property int index
                    required property ThreadViewModel thread

                    anchors.verticalCenter: parent?.verticalCenter
                    visible: !thread.waiting && index < 9
                    key: index + 1
                }
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("to step one")
                color: Theme.text3
            }
        }
    }

    Flickable {
        id: scroller

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: column.height + Theme.space4
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        interactive: contentHeight > height

        Column {
            id: column

            x: Theme.space4
            width: scroller.width - 2 * Theme.space4
            spacing: Theme.space3

            ModelRepeater {
                id: cards

                model: root.workbench.threads

                delegate: ThreadCard {
                    id: card

                    width: column.width
                    visible: !card.thread.waiting
                    codeHeight: Math.min(card.naturalCode, root.share)
                    onStepRequested: root.workbench.stepThread(card.thread.index)
                }
            }

            Flow {
                id: locals

                width: parent.width
                spacing: Theme.space4

                ModelRepeater {
                    model: root.workbench.threads

                    delegate: Row {
                        id: local

                        required property ThreadViewModel thread

                        visible: local.thread.locals !== ""
                        spacing: Theme.space2

                        ThreadGlyph {
                            anchors.verticalCenter: parent.verticalCenter
                            thread: local.thread.index
                            size: Theme.scaled(15)
                        }

                        CodeText {
                            width: Math.min(implicitWidth, column.width - Theme.scaled(24))
                            text: local.thread.locals
                            color: Theme.text2
                            wrapMode: Text.Wrap
                            Accessible.ignored: false
                            Accessible.role: Accessible.StaticText
                            Accessible.name: qsTr("%1 has %2").arg(local.thread.name).arg(text)
                        }
                    }
                }
            }
        }

        T.ScrollBar.vertical: Scroller {}
    }
}
