import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// What an act has come to.
Rectangle {
    id: root

    required property string html

    visible: root.html !== ""
    implicitHeight: result.implicitHeight + 2 * Theme.space2
    radius: Theme.radiusObject
    color: Theme.raised
    border.width: Theme.border
    border.color: Theme.lineStrong

    Prose {
        id: result

        x: Theme.space3
        y: Theme.space2
        width: parent.width - 2 * Theme.space3
        html: root.html
        size: Theme.bodySize
        bottomPadding: -Theme.space1 / 4
    }
}
