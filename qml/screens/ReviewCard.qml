import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The questions that are due again, on offer. It has a place of its own on the page, and goes when it is put off.
Rectangle {
    id: root

    required property ReviewViewModel review

    /// The questions are to be asked now.
    signal askRequested()
    /// They are to wait until tomorrow.
    signal waitRequested()

    implicitHeight: row.implicitHeight + 2 * Theme.space4
    radius: Theme.radiusCard
    color: Theme.pane
    border.width: Theme.border
    border.color: Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: root.review.title

    GridLayout {
        id: row

        x: Theme.space4
        y: Theme.space4
        width: parent.width - 2 * Theme.space4
        columns: root.width < Theme.scaled(680) ? 1 : 2
        columnSpacing: Theme.space6
        rowSpacing: Theme.space3

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space3

            Icon {
                id: sign

                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 1
                name: "repeat"
                ink: Theme.accent
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                Label {
                    Layout.fillWidth: true
                    text: root.review.title
                    color: Theme.text
                    font.pixelSize: Theme.proseSize
                    font.weight: Font.DemiBold
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }

                Label {
                    Layout.fillWidth: true
                    text: root.review.about
                    wrapMode: Text.Wrap
                }
            }
        }

        RowLayout {
            Layout.leftMargin: row.columns === 1 ? sign.width + Theme.space3 : 0
            spacing: Theme.space2

            PushButton {
                text: qsTr("Ask me")
                onClicked: root.askRequested()
            }

            PushButton {
                kind: PushButton.Plain
                text: qsTr("Not now")
                tip: qsTr("Until tomorrow (Esc)")
                onClicked: root.waitRequested()
            }
        }
    }
}
