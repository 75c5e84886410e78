pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The pages of a lesson: those done, the one that is open, those ahead. Any can be opened.
Column {
    id: root

    required property LessonViewModel lesson

    signal chosen(page: int)

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Steps of the lesson")

    ModelRepeater {
        model: root.lesson.pages

        T.AbstractButton {
            id: row

            required property int index
            required property string title
            required property bool done
            required property bool current

            width: root.width
            implicitHeight: Math.max(Theme.target, Theme.scaled(25), implicitContentHeight)
            text: row.title
            focusPolicy: Qt.StrongFocus
            onClicked: root.chosen(row.index)
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("Step %1, %2, %3").arg(row.index + 1).arg(row.title)
                .arg(row.current ? qsTr("current") : row.done ? qsTr("done") : qsTr("ahead"))

            contentItem: RowLayout {
                spacing: Theme.scaled(10)

                Item {
                    implicitWidth: Theme.glyphSize
                    implicitHeight: Theme.glyphSize

                    Icon {
                        anchors.centerIn: parent
                        visible: row.done && !row.current
                        name: "check"
                        ink: Theme.safe
                    }

                    Rectangle {
                        anchors.fill: parent
                        visible: !row.done || row.current
                        radius: width / 2
                        color: row.current ? Theme.accentFill : "transparent"
                        border.width: row.current ? Theme.borderCurrent : Theme.border
                        border.color: row.current ? Theme.accent : Theme.lineStrong

                        Label {
                            anchors.centerIn: parent
                            text: row.index + 1
                            color: row.current ? Theme.accent : Theme.text3
                            font.pixelSize: Theme.captionSize
                            font.weight: Font.Medium
                        }
                    }
                }

                Label {
                    Layout.fillWidth: true
                    text: row.title
                    color: row.current ? Theme.text : row.hovered ? Theme.text : row.done ? Theme.text3 : Theme.text2
                    font.weight: row.current ? Font.DemiBold : Font.Normal
                    wrapMode: Text.Wrap
                }
            }

            background: Item {
                FocusRing {
                    shown: row.visualFocus
                    anchors.topMargin: 0
                    anchors.bottomMargin: 0
                }
            }
        }
    }
}
