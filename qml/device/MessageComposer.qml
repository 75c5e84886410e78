import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Workbench
import Bindlab.ViewModels

/// Puts a request together, lets its bytes be changed, and sends it.
ColumnLayout {
    id: root

    required property DeviceViewModel device
    property string sendKeys: ""
    property bool editing: false

    spacing: Theme.space2 + 2

    RowLayout {
        Layout.fillWidth: true

        Label {
            Layout.fillWidth: true
            text: qsTr("Send a message")
            color: Theme.text
            font.weight: Font.DemiBold
        }

        PushButton {
            visible: !root.device.connected
            kind: PushButton.Plain
            text: qsTr("Connect first")
            iconName: "link"
            tip: qsTr("SPDM from GET_VERSION to FINISH, then the IDE keys: without a session no message is heard.")
            onClicked: root.device.connectDevice()
        }
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space2

        Picker {
            Layout.fillWidth: true
            Layout.minimumWidth: Theme.scaled(120)
            caption: ""
            Accessible.name: qsTr("Message: %1").arg(displayText)
            model: root.device.requests
            textRole: "title"
            valueRole: "key"
            currentIndex: root.device.request
            textLimit: Theme.scaled(230)
            onActivated: index => root.device.request = index
            // A combo box would keep every Enter.
            Keys.onPressed: event => {
                const enters = event.key === Qt.Key_Return || event.key === Qt.Key_Enter
                if (enters && event.modifiers === Qt.ControlModifier) {
                    root.device.send()
                    event.accepted = true
                }
            }
        }

        PushButton {
            text: qsTr("Send")
            tip: root.sendKeys
            enabled: root.device.draftProblem === ""
            onClicked: root.device.send()
        }
    }

    T.TextArea {
        id: bytes

        Layout.fillWidth: true
        visible: root.editing
        implicitHeight: contentHeight + topPadding + bottomPadding
        padding: Theme.space2
        wrapMode: TextEdit.Wrap
        text: root.device.draft
        color: Theme.text
        selectionColor: Theme.accentLine
        selectedTextColor: Theme.selectedText
        font.family: Theme.mono
        font.pixelSize: Theme.smallSize
        selectByMouse: true
        KeyNavigation.priority: KeyNavigation.BeforeItem
        KeyNavigation.tab: editBytes
        Keys.onEscapePressed: root.editing = false
        Keys.onPressed: event => {
            const enters = event.key === Qt.Key_Return || event.key === Qt.Key_Enter
            if (enters) {
                root.device.send()
                event.accepted = true
            }
        }
        onTextChanged: root.device.draft = text
        Accessible.name: qsTr("Bytes of the message, as hex digits")
        Accessible.description: root.device.draftProblem === "" ? root.device.draftSummary : root.device.draftProblem

        Connections {
            target: root.device
            function onDraftChanged() {
                if (bytes.text !== root.device.draft)
                    bytes.text = root.device.draft
            }
        }

        background: Rectangle {
            radius: Theme.radiusButton
            color: Theme.inset
            border.width: bytes.activeFocus ? Theme.focusWidth : Theme.border
            border.color: root.device.draftProblem !== "" ? Theme.fails : bytes.activeFocus ? Theme.accent : Theme.lineStrong
        }
    }

    Label {
        Layout.fillWidth: true
        visible: root.editing
        text: root.device.draftProblem === "" ? root.device.draftSummary : root.device.draftProblem
        color: root.device.draftProblem === "" ? Theme.text3 : Theme.fails
        font.pixelSize: Theme.captionSize
        wrapMode: Text.Wrap
    }

    Flow {
        Layout.fillWidth: true
        spacing: Theme.space1 + 1

        PushButton {
            id: editBytes

            text: root.editing ? qsTr("Hide the bytes") : qsTr("Edit bytes first")
            iconName: "pencil"
            small: true
            onClicked: {
                root.editing = !root.editing
                if (root.editing)
                    bytes.forceActiveFocus(Qt.TabFocusReason)
            }
        }

        PushButton {
            text: qsTr("Wrong nonce")
            iconName: "bolt"
            small: true
            tip: qsTr("START_INTERFACE_REQUEST with one bit of the nonce turned round.")
            onClicked: root.device.sendWrongNonce()
        }

        PushButton {
            text: qsTr("Send twice")
            iconName: "copy"
            small: true
            tip: qsTr("The same message again before the first is answered.")
            enabled: root.device.draftProblem === ""
            onClicked: root.device.sendTwice()
        }
    }
}
