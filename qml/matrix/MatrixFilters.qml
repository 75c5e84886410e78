pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels
import Bindlab.Workbench

/// Which rows and columns of the heatmap are shown, and on which platform.
FocusScope {
    id: root

    required property MatrixViewModel matrix

    property alias exportButton: exporting

    signal exportRequested(by: Item)
    signal switchesRequested()

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Filters")

    Rectangle {
        anchors.fill: parent
        color: Theme.pane
    }

    ScrollArea {
        id: scroll

        anchors.fill: parent
        anchors.bottomMargin: buttons.height + Theme.space3
        contentHeight: column.implicitHeight + 2 * Theme.space4

        ColumnLayout {
            id: column

            x: Theme.space4
            y: Theme.space4
            width: scroll.width - 2 * Theme.space4
            spacing: Theme.space2

            RowLayout {
                Label {
                    Layout.fillWidth: true
                    text: qsTr("Designs")
                    color: Theme.text
                    font.pixelSize: Theme.paneTitleSize
                    font.weight: Font.DemiBold
                }

                Label {
                    text: qsTr("%1 of %2").arg(root.matrix.rowCount).arg(root.matrix.allDesigns)
                    color: Theme.text3
                }
            }

            T.TextField {
                id: field

                Layout.fillWidth: true
                implicitHeight: Theme.rowHeightLarge
                leftPadding: Theme.space3
                rightPadding: Theme.space3
                verticalAlignment: TextInput.AlignVCenter
                color: Theme.text
                selectionColor: Theme.accentLine
                selectedTextColor: Theme.selectedText
                font.family: Theme.sans
                font.pixelSize: Theme.bodySize
                text: root.matrix.filter
                onTextEdited: root.matrix.filter = text
                Accessible.name: qsTr("Filter designs and scenarios")

                background: Rectangle {
                    radius: Theme.radiusButton
                    color: Theme.inset
                    border.width: field.activeFocus ? Theme.focusWidth : Theme.border
                    border.color: field.activeFocus ? Theme.accent : Theme.lineStrong

                    Label {
                        anchors.verticalCenter: parent.verticalCenter
                        x: Theme.space3
                        visible: field.text === ""
                        text: qsTr("Filter designs and scenarios")
                        color: Theme.text3
                    }
                }
            }

            Label {
                Layout.topMargin: Theme.space3
                text: qsTr("Scenarios")
                color: Theme.text
                font.weight: Font.DemiBold
            }

            LayoutRepeater {
                model: root.matrix.groups

                delegate: RowLayout {
                    id: group

                    required property string key
                    required property string note
                    required property bool current

                    Layout.fillWidth: true

                    CheckRow {
                        Layout.fillWidth: true
                        text: group.key
                        checked: group.current
                        onToggled: root.matrix.showGroup(group.key, checked)
                    }

                    Label {
                        text: group.note
                        color: Theme.text3
                        font.pixelSize: Theme.smallSize
                    }
                }
            }

            Label {
                Layout.topMargin: Theme.space3
                text: qsTr("Platform")
                color: Theme.text
                font.weight: Font.DemiBold
            }

            Flow {
                Layout.fillWidth: true
                spacing: Theme.space1

                ModelRepeater {
                    model: root.matrix.platforms

                    delegate: ChoiceButton {
                        id: platform

                        required property string key
                        required property string title

                        text: platform.title
                        checked: root.matrix.platform === platform.key
                        onClicked: root.matrix.platform = platform.key
                    }
                }
            }

            Label {
                Layout.topMargin: Theme.space3
                text: qsTr("Combinations")
                color: Theme.text
                font.weight: Font.DemiBold
            }

            Picker {
                Layout.fillWidth: true
                caption: qsTr("Of")
                model: root.matrix.bases
                textRole: "title"
                valueRole: "key"
                displayText: root.matrix.base
                currentIndex: indexOfValue(root.matrix.base)
                onActivated: root.matrix.base = currentValue
            }

            PushButton {
                Layout.fillWidth: true
                small: true
                text: root.matrix.combinations === 0 ? qsTr("Flip choices…") : root.matrix.combinations === 1 ? qsTr("1 combination…") : qsTr("%1 combinations…").arg(root.matrix.combinations)
                iconName: "layers"
                tip: qsTr("Every combination of the choices you flip becomes a row")
                onClicked: root.switchesRequested()
            }

            Divider {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space3
            }

            CheckRow {
                text: qsTr("Hide designs with a failure")
                checked: root.matrix.hideFailing
                onToggled: root.matrix.hideFailing = checked
            }

            CheckRow {
                text: qsTr("Hide equal columns")
                checked: root.matrix.hideEqual
                onToggled: root.matrix.hideEqual = checked
            }
        }
    }

    Flow {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space3
        x: Theme.space4
        width: parent.width - 2 * Theme.space4
        spacing: Theme.space2

        PushButton {
            text: qsTr("Reset")
            iconName: "undo"
            small: true
            onClicked: root.matrix.reset()
        }

        PushButton {
            id: exporting

            text: qsTr("Export")
            iconName: "copy"
            small: true
            tip: qsTr("What is shown, as text for a mail, JSON, SVG or PNG")
            onClicked: root.exportRequested(exporting)
        }
    }

    Divider {
        anchors.right: parent.right
        height: parent.height
    }
}
