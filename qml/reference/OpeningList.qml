import QtQuick
import QtQuick.Templates as T
import Bindlab.Theme
import Bindlab.Components

/// A list of which the current row is open. Arrow keys and clicks choose, Enter goes on from there.
ListView {
    id: root

    /// Its row in the view model; -1 when nothing was found.
    required property int chosen
    property string empty: ""

    signal rowChosen(row: int)
    signal entered()

    function go(row: int) {
        root.rowChosen(Math.max(0, Math.min(root.count - 1, row)))
    }

    /// What opens may have been below the edge.
    function reveal() {
        if (root.chosen >= 0)
            root.positionViewAtIndex(root.chosen, ListView.Contain)
    }

    clip: true
    focus: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 0   // what is made ahead of sight warns when its rows go meanwhile
    activeFocusOnTab: true
    highlightMoveDuration: 0
    currentIndex: root.chosen
    keyNavigationEnabled: false
    onChosenChanged: revealing.restart()
    Component.onCompleted: revealing.restart()
    Accessible.role: Accessible.List
    T.ScrollBar.vertical: Scroller {}
    Keys.onUpPressed: root.go(root.chosen - 1)
    Keys.onDownPressed: root.go(root.chosen + 1)
    Keys.onReturnPressed: root.entered()
    Keys.onEnterPressed: root.entered()
    Keys.onPressed: event => {
        const page = Math.max(1, Math.floor(root.height / Theme.rowHeightLarge) - 1)
        const to = event.key === Qt.Key_Home ? 0 : event.key === Qt.Key_End ? root.count - 1
            : event.key === Qt.Key_PageUp ? root.chosen - page : event.key === Qt.Key_PageDown ? root.chosen + page : -1
        event.accepted = event.key === Qt.Key_PageUp || to >= 0
        if (event.accepted)
            root.go(to)
    }

    Timer {
        id: revealing

        interval: 0
        onTriggered: root.reveal()
    }

    Label {
        x: Theme.space4
        y: Theme.space3
        width: parent.width - 2 * x
        visible: root.count === 0
        text: root.empty
        color: Theme.text3
        wrapMode: Text.Wrap
    }
}
