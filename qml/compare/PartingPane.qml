pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// Where and why the runs part, what comes of it, and the mail behind each patch.
FocusScope {
    id: root

    required property CompareViewModel compare
    required property AppViewModel app

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Why they part")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }

    ScrollArea {
        id: scroll

        anchors.fill: parent
        contentHeight: column.implicitHeight + 2 * Theme.space3

        ColumnLayout {
            id: column

            x: Theme.space4
            y: Theme.space3
            width: scroll.width - 2 * Theme.space4
            spacing: Theme.space2

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space2

                Icon {
                    name: "share"
                    ink: Theme.accent
                }

                Label {
                    Layout.fillWidth: true
                    text: root.compare.splitTitle
                    color: Theme.text
                    font.weight: Font.DemiBold
                    Accessible.role: Accessible.StaticText
                    Accessible.name: root.compare.sentence
                }

                PushButton {
                    small: true
                    text: qsTr("Replay both")
                    iconName: "play"
                    enabled: root.compare.length > 0
                    onClicked: root.compare.replay()
                }

                PushButton {
                    small: true
                    enabled: root.compare.split > 0
                    text: root.compare.split > 0 ? qsTr("Go to step %1").arg(root.compare.split) : qsTr("Go to the split")
                    iconName: "chevronRight"
                    tip: root.app.keysOf("split")
                    onClicked: root.compare.jumpToSplit()
                }
            }

            Label {
                Layout.fillWidth: true
                visible: root.compare.split === 0 && root.compare.playable
                text: root.compare.sentence
                font.preferShaping: false
                wrapMode: Text.Wrap
            }

            GridLayout {
                Layout.fillWidth: true
                visible: root.compare.split > 0
                columns: column.width > Theme.scaled(420) ? 2 : 1
                columnSpacing: Theme.space3
                rowSpacing: Theme.space2

                LayoutRepeater {
                    model: 2

                    delegate: Rectangle {
                        id: card

                        required property int index

                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 1
                        implicitHeight: said.implicitHeight + 2 * Theme.space3
                        radius: Theme.radiusCard
                        color: Theme.raised
                        border.width: Theme.border
                        border.color: Theme.line

                        ColumnLayout {
                            id: said

                            x: Theme.space3
                            y: Theme.space3
                            width: parent.width - 2 * Theme.space3
                            spacing: Theme.space1

                            RowLayout {
                                spacing: Theme.space2

                                SideBadge { side: card.index }

                                Label {
                                    Layout.fillWidth: true
                                    text: card.index === 0 ? root.compare.firstName : root.compare.secondName
                                    color: Theme.text
                                    font.weight: Font.DemiBold
                                }
                            }

                            Label {
                                Layout.fillWidth: true
                                text: (root.compare.acts[card.index] ?? "") + "."
                                font.preferShaping: false
                wrapMode: Text.Wrap
                            }

                            Label {
                                Layout.fillWidth: true
                                visible: (root.compare.actPatches[card.index] ?? "") !== ""
                                text: qsTr("By a line of %1.").arg(root.compare.actPatches[card.index] ?? "")
                                color: Theme.text3
                                font.pixelSize: Theme.smallSize
                                font.preferShaping: false
                wrapMode: Text.Wrap
                            }

                            Label {
                                Layout.fillWidth: true
                                text: root.compare.outcomes[card.index] ?? ""
                                color: text.includes(": ") ? Theme.fails : Theme.safe
                                font.pixelSize: Theme.smallSize
                                font.preferShaping: false
                wrapMode: Text.Wrap
                            }
                        }
                    }
                }
            }

            Label {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.compare.because
                font.preferShaping: false
                wrapMode: Text.Wrap
            }

            LayoutRepeater {
                model: root.compare.patches

                delegate: RowLayout {
                    id: patch

                    required property int side
                    required property string key
                    required property string title
                    required property string source

                    Layout.fillWidth: true
                    spacing: Theme.space2

                    SideBadge {
                        Layout.alignment: Qt.AlignTop
                        side: patch.side
                    }

                    Label {
                        Layout.fillWidth: true
                        text: qsTr("%1: %2. %3").arg(patch.key).arg(patch.title).arg(patch.source)
                        color: Theme.text3
                        font.pixelSize: Theme.smallSize
                        font.preferShaping: false
                wrapMode: Text.Wrap
                    }
                }
            }
        }
    }

    Divider { width: parent.width }
    Divider { height: parent.height }
}
