import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// One setting: what it is, and on the right, or below where there is little room, what changes it.
GridLayout {
    id: root

    required property SettingsViewModel settings
    /// The group it stands in, searched as well.
    required property string group
    required property string title
    /// More about it, or empty.
    property string about: ""
    default property alias control: holder.data

    /// Whether it is among what is searched for.
    readonly property bool shown: root.settings.filter === "" || root.settings.shows(`${root.group} ${root.title} ${root.about}`)

    Layout.fillWidth: true
    visible: root.shown
    columns: root.width < Theme.scaled(520) ? 1 : 2
    columnSpacing: Theme.space4
    rowSpacing: Theme.space1

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        Label {
            Layout.fillWidth: true
            text: root.title
            color: Theme.text
            wrapMode: Text.Wrap
        }

        Label {
            Layout.fillWidth: true
            visible: root.about !== ""
            text: root.about
            color: Theme.text3
            font.pixelSize: Theme.smallSize
            wrapMode: Text.Wrap
        }
    }

    RowLayout {
        id: holder

        spacing: Theme.space1
        Accessible.role: Accessible.Grouping
        Accessible.name: root.title
    }
}
