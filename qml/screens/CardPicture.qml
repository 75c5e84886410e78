pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// What a lesson is about, in small: a pointer that the shortest failing run leaves behind, and whose turn it was on the way; or
/// who calls what, and what comes of it.
Item {
    id: root

    required property lessonPicture picture

    readonly property bool dangles: root.picture.to !== ""

    Accessible.ignored: true

    component Arrow: Shape {
        id: arrow

        property bool broken: true

        readonly property color ink: arrow.broken ? Theme.fails : Theme.accent

        width: Theme.scaled(arrow.broken ? 48 : 32)
        height: Theme.scaled(30)

        ShapePath {
            strokeColor: arrow.ink
            strokeWidth: 1.3
            strokeStyle: arrow.broken ? ShapePath.DashLine : ShapePath.SolidLine
            dashPattern: [3, 2]
            fillColor: "transparent"
            startX: 4
            startY: arrow.height / 2

            PathLine { x: arrow.width - 8; y: arrow.height / 2 }
        }

        ShapePath {
            strokeColor: "transparent"
            fillColor: arrow.ink
            startX: arrow.width - 2
            startY: arrow.height / 2

            PathLine { x: arrow.width - 9; y: arrow.height / 2 - 4 }
            PathLine { x: arrow.width - 9; y: arrow.height / 2 + 4 }
            PathLine { x: arrow.width - 2; y: arrow.height / 2 }
        }
    }

    /// What is broken, or how far it came.
    component End: Item {
        id: end

        required property string text
        property bool broken: true

        width: Math.max(Theme.scaled(74), name.implicitWidth + Theme.space5)
        height: Theme.scaled(30)

        DashedBox {
            anchors.fill: parent
            visible: end.broken
            fill: Theme.failsFill
        }

        Rectangle {
            anchors.fill: parent
            visible: !end.broken
            radius: Theme.radiusObject
            color: Theme.accentFill
            border.width: Theme.border
            border.color: Theme.accent
        }

        Label {
            id: name

            anchors.centerIn: parent
            text: end.text
            color: end.broken ? Theme.fails : Theme.accent
            font.family: Theme.mono
            font.pixelSize: Theme.smallSize
        }
    }

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.scaled(14)
        visible: root.dangles

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
                text: root.picture.from
                color: Theme.text
                font.family: Theme.mono
                font.pixelSize: Theme.smallSize
            }
        }

        Arrow {
            Label {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.verticalCenter
                anchors.bottomMargin: 2
                text: root.picture.field
                color: Theme.text3
                font.family: Theme.mono
                font.pixelSize: Theme.scaled(9)
            }
        }

        End { text: root.picture.to }
    }

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.scaled(56)
        visible: root.dangles
        spacing: 2

        Repeater {
            model: root.dangles ? root.picture.threads : []

            Rectangle {
                required property int index
                required property int modelData

                width: Math.min(Theme.scaled(10), (root.width - Theme.space8) / Math.max(1, root.picture.threads.length) - 2)
                height: Theme.scaled(6)
                // The second cue beside the ink: whose turn it was shows in the height, too.
                y: modelData * 3
                radius: 1
                color: root.picture.fails && index === root.picture.threads.length - 1 ? Theme.fails : Theme.threadInk(modelData)
            }
        }

        // Behind the step that fails, so that its ink does not say it alone.
        Icon {
            visible: root.picture.fails
            y: (root.picture.threads[root.picture.threads.length - 1] ?? 0) * 3 + (Theme.scaled(6) - height) / 2
            name: "octagon"
            size: Theme.scaled(12)
            ink: Theme.fails
        }
    }

    Row {
        anchors.centerIn: parent
        visible: !root.dangles && root.picture.outcome !== ""

        Column {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.scaled(2)

            Repeater {
                model: root.dangles ? 0 : Math.min(3, root.picture.calls.length)

                Rectangle {
                    id: call

                    required property int index

                    visible: callName.text !== ""
                    width: Math.min(callName.implicitWidth + Theme.space4, root.width / 2)
                    height: Theme.scaled(18)
                    radius: Theme.radiusObject
                    color: Theme.threadFill(call.index)
                    border.width: Theme.border
                    border.color: Theme.threadLine(call.index)

                    Label {
                        id: callName

                        anchors.centerIn: parent
                        width: Math.min(implicitWidth, parent.width - Theme.space2)
                        text: root.picture.calls[call.index]
                        color: Theme.threadInk(call.index)
                        font.family: Theme.mono
                        font.pixelSize: Theme.smallSize
                        elide: Text.ElideRight
                    }
                }
            }
        }

        Arrow {
            anchors.verticalCenter: parent.verticalCenter
            broken: root.picture.fails
        }

        End {
            anchors.verticalCenter: parent.verticalCenter
            text: root.picture.outcome
            broken: root.picture.fails
        }
    }
}
