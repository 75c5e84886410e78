import QtQuick

/// The least that a window of Qt Quick can be.
Window {
    width: 1440
    height: 900
    visible: true
    title: "Minimal"

    Rectangle {
        anchors.fill: parent
        color: "#101418"

        Text {
            anchors.centerIn: parent
            color: "#e0e0e0"
            text: "Minimal"
        }
    }
}
