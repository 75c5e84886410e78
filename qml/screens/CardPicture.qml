pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Bindlab.Theme
import Bindlab.Components

/// What a lesson is about, in small: a pointer that the shortest failing run leaves behind, and whose turn it was on the way.
Item {
    id: root

    required property string from
    required property string to
    required property string field
    /// The last step breaks something.
    required property bool fails
    /// Thread of each step, from 0.
    required property list<int> threads

    Accessible.ignored: true

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.scaled(14)
        visible: root.to !== ""
        spacing: 0

        Rectangle {
            width: Math.max(Theme.scaled(74), fromName.implicitWidth + Theme.space5)
            height: Theme.scaled(30)
            radius: Theme.radiusObject
            color: Theme.raised
            border.width: Theme.border
            border.color: Theme.lineStrong

            Label {
                id: fromName

                anchors.centerIn: parent
                text: root.from
                color: Theme.text
                font.family: Theme.mono
                font.pixelSize: Theme.smallSize
            }
        }

        Item {
            width: Theme.scaled(48)
            height: Theme.scaled(30)

            Shape {
                anchors.fill: parent

                ShapePath {
                    strokeColor: Theme.fails
                    strokeWidth: 1.3
                    strokeStyle: ShapePath.DashLine
                    dashPattern: [3, 2]
                    fillColor: "transparent"
                    startX: 4
                    startY: Theme.scaled(15)

                    PathLine { x: Theme.scaled(48) - 8; y: Theme.scaled(15) }
                }

                ShapePath {
                    strokeColor: "transparent"
                    fillColor: Theme.fails
                    startX: Theme.scaled(48) - 2
                    startY: Theme.scaled(15)

                    PathLine { x: Theme.scaled(48) - 9; y: Theme.scaled(15) - 4 }
                    PathLine { x: Theme.scaled(48) - 9; y: Theme.scaled(15) + 4 }
                    PathLine { x: Theme.scaled(48) - 2; y: Theme.scaled(15) }
                }
            }

            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.verticalCenter
                anchors.bottomMargin: 2
                text: root.field
                color: Theme.text3
                font.family: Theme.mono
                font.pixelSize: Theme.scaled(9)
            }
        }

        Item {
            width: Math.max(Theme.scaled(74), toName.implicitWidth + Theme.space5)
            height: Theme.scaled(30)

            DashedBox {
                anchors.fill: parent
                fill: Theme.failsFill
            }

            Label {
                id: toName

                anchors.centerIn: parent
                text: root.to
                color: Theme.fails
                font.family: Theme.mono
                font.pixelSize: Theme.smallSize
            }
        }
    }

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.to !== "" ? Theme.scaled(56) : (root.height - height) / 2
        spacing: 2

        Repeater {
            model: root.threads

            Rectangle {
                required property int index
                required property int modelData

                width: Math.min(Theme.scaled(10), (root.width - Theme.space8) / Math.max(1, root.threads.length) - 2)
                height: Theme.scaled(6)
                // The second cue beside the ink: whose turn it was shows in the height, too.
                y: modelData * 3
                radius: 1
                color: root.fails && index === root.threads.length - 1 ? Theme.fails : Theme.threadInk(modelData)
            }
        }
    }
}
