import QtQuick
import QtQuick.Layouts
import Bindlab.Theme

/// The six places of the window; this version has the first.
Row {
    id: root

    property bool compact: false

    signal learnRequested()

    spacing: 2
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Modes")

    ModeTab {
        title: qsTr("Learn")
        iconName: "book"
        current: true
        available: true
        compact: root.compact
        about: qsTr("Lessons")
        onActivated: root.learnRequested()
    }

    ModeTab {
        title: qsTr("Compare")
        iconName: "columns"
        current: false
        available: false
        compact: root.compact
        about: qsTr("Two designs under one schedule. Not in this version, which has Learn only.")
    }

    ModeTab {
        title: qsTr("Matrix")
        iconName: "grid"
        current: false
        available: false
        compact: root.compact
        about: qsTr("Every design against every scenario. Not in this version, which has Learn only.")
    }

    ModeTab {
        title: qsTr("Sandbox")
        iconName: "code"
        current: false
        available: false
        compact: root.compact
        about: qsTr("Designs of your own, checked as you type. Not in this version, which has Learn only.")
    }

    ModeTab {
        title: qsTr("States")
        iconName: "share"
        current: false
        available: false
        compact: root.compact
        about: qsTr("The graph of every reachable state. Not in this version, which has Learn only.")
    }

    ModeTab {
        title: qsTr("Device")
        iconName: "chip"
        current: false
        available: false
        compact: root.compact
        about: qsTr("The TDISP device and its messages. Not in this version, which has Learn only.")
    }
}
