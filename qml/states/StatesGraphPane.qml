pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Scene
import Bindlab.ViewModels

/// The graph, a small one of the whole, and the zoom. Arrow keys walk along edges and within a column.
FocusScope {
    id: root

    required property StatesViewModel states
    property bool withMap: true
    readonly property alias rangeText: graph.rangeText
    readonly property alias widestRangeText: graph.widestRangeText

    signal openRequested()

    function zoom(factor: real) {
        if (factor === 0)
            graph.fit()
        else
            graph.zoomBy(factor)
    }

    clip: true
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Graph of states")

    StateGraph {
        id: graph

        anchors.fill: parent
        focus: true
        activeFocusOnTab: true
        states: root.states
        inks: Theme.inks
        textScale: Theme.textScale
        Accessible.role: Accessible.Graphic
        Accessible.name: root.states.spoken
        Accessible.focusable: true

        Keys.onPressed: event => {
            if (event.modifiers & ~Qt.KeypadModifier)
                return
            event.accepted = true
            switch (event.key) {
            case Qt.Key_Left: root.states.walk(-1); break
            case Qt.Key_Right: root.states.walk(1); break
            case Qt.Key_Up: root.states.walkColumn(-1); break
            case Qt.Key_Down: root.states.walkColumn(1); break
            case Qt.Key_Home: root.states.seek(0); break
            case Qt.Key_End: root.states.seek(root.states.length); break
            case Qt.Key_Return:
            case Qt.Key_Enter: root.openRequested(); break
            default: event.accepted = false
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        visible: graph.visualFocus
        color: "transparent"
        border.width: Theme.focusWidth
        border.color: Theme.accent
    }

    Rectangle {
        id: map

        x: Theme.space4
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space4
        visible: root.withMap && root.states.explored
        width: Theme.scaled(198)
        height: Theme.scaled(114)
        radius: Theme.radiusObject
        color: Theme.pane
        border.width: Theme.border
        border.color: Theme.lineStrong
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("The whole graph in small")

        StateMap {
            anchors.fill: parent
            graph: graph
        }
    }

    Rectangle {
        x: map.visible ? map.x + map.width + Theme.space2 : Theme.space4
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space4
        visible: root.states.explored
        width: buttons.width + 2
        height: buttons.height + 2
        radius: Theme.radiusButton
        color: Theme.pane
        border.width: Theme.border
        border.color: Theme.lineStrong

        Grid {
            id: buttons

            // Beside each other where there is no height for them.
            columns: root.height < Theme.scaled(220) ? 3 : 1

            x: 1
            y: 1

            IconButton {
                iconName: "plus"
                text: qsTr("Zoom in")
                keys: KeyNames.of("statesZoomIn")
                onClicked: root.zoom(1.25)
            }

            IconButton {
                iconName: "minus"
                text: qsTr("Zoom out")
                keys: KeyNames.of("statesZoomOut")
                onClicked: root.zoom(0.8)
            }

            IconButton {
                iconName: "fit"
                text: qsTr("Fit the graph")
                keys: KeyNames.of("statesZoomFit")
                onClicked: root.zoom(0)
            }
        }
    }
}
