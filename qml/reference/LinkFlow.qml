pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components

/// Where a term is used, or who cites a source: a line each, and behind a lesson its pages as numbers.
Flow {
    id: root

    /// Of ReferenceLinkRow.
    required property var model   // a model of any kind

    signal followed(target: string)

    spacing: Theme.space1
    // The row of a list may outlive the list by a moment; by then nothing new can be made in it.
    Component.onDestruction: links.model = null

    ModelRepeater {
        id: links

        model: root.model

        delegate: T.AbstractButton {
            id: link

            required property string target
            required property string title
            required property string note
            /// A page, which has the number of its step.
            required property bool indented

            readonly property bool leads: link.target !== ""

            width: link.indented ? Math.max(Theme.target, Math.ceil(implicitContentWidth) + 2 * Theme.space2) : root.width
            implicitHeight: Math.max(Theme.target, implicitContentHeight + Theme.space1)
            text: link.title
            hoverEnabled: link.leads
            focusPolicy: link.leads ? Qt.StrongFocus : Qt.NoFocus
            onClicked: if (link.leads) root.followed(link.target)
            // Enter goes to the link, not to what the list below opens.
            Keys.onReturnPressed: link.clicked()
            Keys.onEnterPressed: link.clicked()
            Accessible.role: link.leads ? Accessible.Link : Accessible.StaticText
            Accessible.name: link.indented ? link.note : link.note === "" ? link.title : qsTr("%1: %2").arg(link.title).arg(link.note)

            contentItem: Item { // qmllint disable deferred-property-id
                implicitWidth: number.implicitWidth
                implicitHeight: link.indented ? number.implicitHeight : line.implicitHeight

                Label {
                    id: number

                    anchors.centerIn: parent
                    visible: link.indented
                    text: link.title
                    color: link.hovered ? Theme.text : Theme.text2
                    font.pixelSize: Theme.smallSize
                }

                Text {
                    id: line

                    anchors.verticalCenter: parent.verticalCenter
                    visible: !link.indented
                    width: parent.width
                    text: link.leads ? (link.note === "" ? link.title : qsTr("%1 (%2)").arg(link.title).arg(link.note))
                                     : qsTr("%1: %2").arg(link.title).arg(link.note)
                    color: link.leads ? Theme.accent : Theme.text3
                    font.family: Theme.sans
                    font.pixelSize: Theme.smallSize
                    font.underline: link.leads && link.hovered
                    wrapMode: Text.Wrap
                }
            }

            background: Rectangle {
                radius: Theme.radiusChip
                color: link.indented && link.hovered ? Theme.hover : "transparent"
                border.width: link.indented ? Theme.border : 0
                border.color: Theme.lineStrong

                Rectangle {
                    anchors.fill: parent
                    visible: link.visualFocus
                    radius: Theme.radiusChip
                    color: "transparent"
                    border.width: Theme.focusWidth
                    border.color: Theme.accent
                }
            }

            Tip {
                text: link.indented ? link.note : ""
                shown: link.hovered || link.visualFocus
            }
        }
    }
}
