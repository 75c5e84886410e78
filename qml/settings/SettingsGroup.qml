import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components

/// Settings that belong together, under their name.
ColumnLayout {
    id: root

    required property string title
    default property alias rows: column.data

    Layout.fillWidth: true
    spacing: Theme.space2
    Accessible.role: Accessible.Grouping
    Accessible.name: root.title

    Label {
        text: root.title
        color: Theme.text
        font.pixelSize: Theme.paneTitleSize
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: column.implicitHeight + 2 * Theme.space4
        radius: Theme.radiusCard
        color: Theme.pane
        border.width: Theme.border
        border.color: Theme.line

        ColumnLayout {
            id: column

            x: Theme.space4
            y: Theme.space4
            width: parent.width - 2 * Theme.space4
            spacing: Theme.space3
        }
    }
}
