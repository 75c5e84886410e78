import QtQuick
import Bindlab.ViewModels

/// The six places of the window; this version has five.
Row {
    id: root

    property bool compact: false
    /// Of all of them with their titles.
    readonly property real naturalWidth: {
        let sum = 0
        for (let i = 0; i < root.children.length; ++i)
            sum += (root.children[i] as ModeTab).naturalWidth + root.spacing
        return sum
    }

    /// Which is shown.
    required property int place

    signal learnRequested()
    signal compareRequested()
    signal matrixRequested()
    signal sandboxRequested()
    signal statesRequested()
    signal deviceRequested()

    spacing: 2
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Modes")

    ModeTab {
        title: qsTr("Learn")
        iconName: "book"
        current: root.place === AppViewModel.Place.Welcome || root.place === AppViewModel.Place.Lesson
        compact: root.compact
        about: qsTr("Lessons")
        onActivated: root.learnRequested()
    }

    ModeTab {
        objectName: "compareTab"
        title: qsTr("Compare")
        iconName: "columns"
        current: root.place === AppViewModel.Place.Compare
        compact: root.compact
        about: qsTr("Two designs under one schedule")
        onActivated: root.compareRequested()
    }

    ModeTab {
        objectName: "matrixTab"
        title: qsTr("Matrix")
        iconName: "grid"
        current: root.place === AppViewModel.Place.Matrix
        compact: root.compact
        about: qsTr("Every design against every scenario")
        onActivated: root.matrixRequested()
    }

    ModeTab {
        objectName: "sandboxTab"
        title: qsTr("Sandbox")
        iconName: "code"
        current: root.place === AppViewModel.Place.Sandbox
        compact: root.compact
        about: qsTr("Designs of your own, checked as you type")
        onActivated: root.sandboxRequested()
    }

    ModeTab {
        title: qsTr("States")
        iconName: "share"
        current: root.place === AppViewModel.Place.States
        compact: root.compact
        about: qsTr("The graph of every reachable state")
        onActivated: root.statesRequested()
    }

    ModeTab {
        title: qsTr("Device")
        iconName: "chip"
        current: root.place === AppViewModel.Place.Device
        compact: root.compact
        about: qsTr("The TDISP device and its messages")
        onActivated: root.deviceRequested()
    }
}
