pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// One bar a page.
Row {
    id: root

    required property LessonViewModel lesson

    readonly property int count: bars.count

    spacing: Theme.space1
    Accessible.ignored: true

    ModelRepeater {
        id: bars

        model: root.lesson.pages

        Rectangle {
            required property bool done
            required property bool current

            width: (root.width - (root.count - 1) * root.spacing) / Math.max(1, root.count)
            height: 4
            radius: 2
            color: current ? Theme.accent : done ? Theme.safe : Theme.lineStrong
        }
    }
}
