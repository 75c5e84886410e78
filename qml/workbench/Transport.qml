import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// First, back, play, forward, and how fast.
RowLayout {
    id: root

    required property WorkbenchViewModel workbench

    readonly property string widestNumber: String(root.workbench.length).replace(/./g, "8")

    spacing: Theme.space2

    TextMetrics {
        id: widestStep

        text: qsTr("Step %1").arg(root.widestNumber)
        font: stepLabel.font
    }

    TextMetrics {
        id: widestLength

        text: qsTr("of %1").arg(root.widestNumber)
        font: lengthLabel.font
    }

    IconButton {
        iconName: "first"
        text: qsTr("First step")
        keys: KeyNames.of("first")
        enabled: root.workbench.canGoBack
        onClicked: root.workbench.first()
    }

    IconButton {
        iconName: "stepBack"
        text: qsTr("Step back")
        keys: KeyNames.of("back")
        enabled: root.workbench.canGoBack
        onClicked: root.workbench.back()
    }

    T.AbstractButton {
        id: play

        implicitWidth: Theme.scaled(34)
        implicitHeight: Math.max(Theme.target, Theme.scaled(30))
        hoverEnabled: true
        focusPolicy: Qt.StrongFocus
        enabled: root.workbench.playing || root.workbench.canPlay
        text: root.workbench.playing ? qsTr("Pause") : qsTr("Play")
        Accessible.name: text
        onClicked: root.workbench.togglePlay()

        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: root.workbench.playing ? "pause" : "play"
                ink: play.enabled ? Theme.solidText : Theme.disabledText
            }
        }

        background: Rectangle {
            radius: Theme.radiusButton
            color: !play.enabled ? Theme.hover : play.hovered || play.down ? Theme.solidHover : Theme.solid

            FocusRing { shown: play.visualFocus }
        }

        Tip {
            text: play.enabled ? qsTr("%1 (%2)").arg(play.text).arg(KeyNames.of("play")) : qsTr("Nothing is recorded ahead. Pick the thread that goes next.")
            shown: rest.hovered || play.visualFocus
        }

        // A disabled button takes no part in hovering.
        HoverHandler { id: rest; enabled: true }
    }

    IconButton {
        iconName: "stepForward"
        text: qsTr("Step forward")
        keys: KeyNames.of("forward")
        enabled: root.workbench.canGoForward
        onClicked: root.workbench.forward()
    }

    Row {
        id: place

        Layout.leftMargin: Theme.space3
        // So that nothing beside it moves with the numbers.
        Layout.minimumWidth: widestStep.advanceWidth + place.spacing + widestLength.advanceWidth
        spacing: Theme.scaled(5)
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Step %1 of %2").arg(root.workbench.position).arg(root.workbench.length)

        Label {
            id: stepLabel

            text: root.workbench.position === 0 ? qsTr("Start") : qsTr("Step %1").arg(root.workbench.position)
            color: Theme.text
            font.weight: Font.DemiBold
            elide: Text.ElideNone
        }

        Label {
            id: lengthLabel

            visible: root.workbench.length > root.workbench.position || root.workbench.position > 0
            text: qsTr("of %1").arg(root.workbench.length)
            color: Theme.text3
            elide: Text.ElideNone
        }
    }

    SpeedPicker {
        Layout.leftMargin: Theme.space3
        workbench: root.workbench
    }
}
