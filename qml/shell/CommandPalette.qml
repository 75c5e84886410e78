pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// Every action, lesson, term, mail, and what the open run has: type a few letters, Enter goes to the marked one.
Popover {
    id: root

    required property AppViewModel app

    function run(row: int) {
        const action = root.app.palette.idAt(row)
        if (action === "")
            return
        root.close()
        root.app.trigger(action)
    }

    modal: true
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: Theme.headerHeight + Theme.space6
    width: Math.min(Theme.scaled(560), (parent ? parent.width : 0) - 2 * Theme.space4)
    padding: Theme.space2
    onAboutToShow: {
        field.text = ""
        root.app.palette.refresh()
        list.currentIndex = 0
    }
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)

    // It is made with the popover; nothing would be gained by making it later.
    contentItem: ColumnLayout { // qmllint disable deferred-property-id
        spacing: Theme.space2

        T.TextField {
            id: field

            Layout.fillWidth: true
            implicitHeight: Theme.scaled(36)
            leftPadding: Theme.space3
            rightPadding: Theme.space3
            verticalAlignment: TextInput.AlignVCenter
            color: Theme.text
            selectionColor: Theme.accentLine
            selectedTextColor: Theme.selectedText
            font.family: Theme.sans
            font.pixelSize: Theme.bodySize
            onTextChanged: {
                root.app.palette.filter = text
                list.currentIndex = 0
            }
            onAccepted: root.run(list.currentIndex)
            Keys.onUpPressed: list.decrementCurrentIndex()
            Keys.onDownPressed: list.incrementCurrentIndex()
            Accessible.name: qsTr("Search or run")
            Accessible.description: list.currentItem ? (list.currentItem as T.ItemDelegate).text : ""

            background: Rectangle {
                radius: Theme.radiusButton
                color: Theme.inset
                border.width: field.activeFocus ? Theme.focusWidth : Theme.border
                border.color: field.activeFocus ? Theme.accent : Theme.lineStrong

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    x: Theme.space3
                    visible: field.text === ""
                    text: qsTr("An action, a lesson, a term, a step, a mail")
                    color: Theme.text3
                }
            }
        }

        Label {
            visible: root.app.palette.count === 0
            Layout.fillWidth: true
            Layout.margins: Theme.space3
            text: qsTr("Nothing has these words. Esc closes.")
            color: Theme.text3
        }

        ListView {
            id: list

            Layout.fillWidth: true
            implicitHeight: Math.min(contentHeight, Theme.scaled(360), root.parent ? root.parent.height - root.y - Theme.scaled(100) : 0)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.app.palette
            cacheBuffer: 0   // what is made ahead of need is taken back, with a warning, when the list is another one
            keyNavigationWraps: true
            T.ScrollBar.vertical: Scroller {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Found")

            delegate: T.ItemDelegate {
                id: row

                required property int index
                required property string title
                required property string group
                required property string detail
                required property list<string> keys

                width: ListView.view.width
                implicitHeight: Math.max(Theme.rowHeightLarge, implicitContentHeight + Theme.space3)
                leftPadding: Theme.space3
                rightPadding: Theme.space3
                text: row.title
                highlighted: ListView.isCurrentItem
                focusPolicy: Qt.NoFocus
                onClicked: root.run(row.index)
                onHoveredChanged: if (hovered) list.currentIndex = row.index
                Accessible.name: row.title
                Accessible.description: row.detail === "" ? row.group : qsTr("%1. %2").arg(row.group).arg(row.detail)

                contentItem: ColumnLayout {
                    spacing: 2

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.space2

                        Label {
                            Layout.fillWidth: true
                            Layout.minimumWidth: Math.min(Math.ceil(implicitWidth) + 1, list.width * 0.6)
                            Layout.maximumWidth: Math.ceil(implicitWidth) + 1
                            text: row.title
                            color: Theme.text
                            font.preferShaping: false   // "->" stays two characters
                            elide: Text.ElideRight
                        }

                        Label {
                            Layout.fillWidth: true
                            Layout.minimumWidth: Math.min(implicitWidth, Theme.scaled(90))
                            text: row.group
                            color: Theme.text3
                            font.pixelSize: Theme.smallSize
                            elide: Text.ElideRight
                        }

                        KeyCap {
                            visible: row.keys.length > 0
                            key: row.keys.length > 0 ? row.keys[0] : ""
                        }
                    }

                    // What a term means is what was looked for; it is all there.
                    Label {
                        Layout.fillWidth: true
                        visible: row.detail !== ""
                        text: row.detail
                        font.pixelSize: Theme.smallSize
                        wrapMode: Text.Wrap
                    }
                }

                background: Rectangle {
                    radius: Theme.radiusChip
                    color: row.highlighted ? Theme.hover : "transparent"
                    border.width: row.highlighted ? Theme.borderOfFill : 0
                    border.color: Theme.text
                }
            }
        }
    }
}
