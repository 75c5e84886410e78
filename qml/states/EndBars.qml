pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme

/// How many ends fail and how many hold: a piece for each, or their parts where there are many.
Row {
    id: root

    required property int failing
    required property int safe

    readonly property int all: root.failing + root.safe
    readonly property bool counted: root.all <= 12
    readonly property real room: root.width - (root.counted ? root.all - 1 : root.safe > 0 && root.failing > 0 ? 1 : 0) * root.spacing

    height: Theme.scaled(5)
    spacing: Theme.scaled(3)
    Accessible.ignored: true

    Repeater {
        model: root.counted ? root.all : 2

        delegate: Rectangle {
            required property int index

            readonly property bool bad: root.counted ? index < root.failing : index === 0

            visible: root.counted || (bad ? root.failing : root.safe) > 0
            width: root.counted ? root.room / Math.max(1, root.all) : Math.max(4, root.room * (bad ? root.failing : root.safe) / root.all)
            height: root.height
            radius: 2
            color: bad ? Theme.fails : Theme.safe
        }
    }
}
