pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.ViewModels

/// One bar a page.
Row {
    id: root

    required property PageListModel pages

    readonly property int count: bars.count

    spacing: Theme.space1
    Accessible.ignored: true

    Repeater {
        id: bars

        model: root.pages

        Rectangle {
            required property int pageState
            required property bool current

            width: (root.width - (root.count - 1) * root.spacing) / Math.max(1, root.count)
            height: 4
            radius: 2
            color: current ? Theme.accent : pageState === PageListModel.Done ? Theme.safe : Theme.lineStrong
        }
    }
}
