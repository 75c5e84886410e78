pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Bindlab.Theme
import Bindlab.Components
import Bindlab.ViewModels

/// The tour over the window: a ring around what its stop points at, and a card beside it. Only the card takes the mouse.
Item {
    id: root

    required property Tour tour

    readonly property bool shown: root.tour.offered || root.tour.running
    property alias card: card
    /// What is ringed; null while nothing of what the stop points at is in sight.
    property Item target: null
    /// Where that is, here.
    property rect place: Qt.rect(0, 0, 0, 0)

    readonly property int gap: Theme.space3

    /// The first item with this name below `item` that is seen and lies within the window.
    function find(item: Item, name: string): Item {
        if (!item.visible || item === root)
            return null
        if (item.objectName === name && root.within(root.placeOf(item)))
            return item
        for (let i = 0; i < item.children.length; ++i) {
            const found = root.find(item.children[i], name)
            if (found)
                return found
        }
        return null
    }

    function placeOf(item: Item): rect {
        return item.mapToItem(root, 0, 0, item.width, item.height)
    }

    function within(place: rect): bool {
        return place.width > 0 && place.x >= -1 && place.y >= -1 && place.x + place.width <= root.width + 1 && place.y + place.height <= root.height + 1
    }

    /// Looks for what the stop points at, and follows it.
    function follow(): void {
        let found = null
        for (let i = 0; i < root.tour.targets.length && !found; ++i)
            found = root.find(root.parent, root.tour.targets[i])
        root.target = found
        if (found) {
            const place = root.placeOf(found)
            root.place = Qt.rect(Math.round(place.x), Math.round(place.y), Math.round(place.width), Math.round(place.height))
        }
    }

    /// How much of a card at this corner lies on what the stop points at.
    function covered(x: real, y: real): real {
        const width = Math.min(x + card.width, root.place.x + root.place.width) - Math.max(x, root.place.x)
        const height = Math.min(y + card.height, root.place.y + root.place.height) - Math.max(y, root.place.y)
        return Math.max(0, width) * Math.max(0, height)
    }

    /// Below, above, right or left of what the stop points at, where there is room; else in the corner that covers least of it.
    function corner(): point {
        const mostX = root.width - card.width - root.gap
        const mostY = root.height - card.height - root.gap
        if (!root.target)
            return Qt.point(mostX, mostY)
        const x = Math.max(root.gap, Math.min(mostX, root.place.x))
        const y = Math.max(root.gap, Math.min(mostY, root.place.y))
        const beside = [Qt.point(x, root.place.y + root.place.height + root.gap), Qt.point(x, root.place.y - card.height - root.gap),
            Qt.point(root.place.x + root.place.width + root.gap, y), Qt.point(root.place.x - card.width - root.gap, y)]
        const corners = [Qt.point(mostX, mostY), Qt.point(root.gap, mostY), Qt.point(mostX, root.gap), Qt.point(root.gap, root.gap)]
        const inside = at => at.x >= 0 && at.y >= 0 && at.x <= mostX + root.gap && at.y <= mostY + root.gap
        let best = corners[0]
        for (const at of corners) {
            if (root.covered(at.x, at.y) < root.covered(best.x, best.y))
                best = at
        }
        return beside.find(inside) ?? best
    }

    visible: root.shown

    Timer {
        running: root.tour.running
        interval: 60
        repeat: true
        triggeredOnStart: true
        onTriggered: root.follow()
    }

    Connections {
        target: root.tour
        function onChanged() { root.follow() }
    }

    component Ring: Rectangle {
        visible: root.tour.running && root.target !== null
        color: "transparent"
        Accessible.ignored: true
    }

    // A dark and a light line, so that it is seen on whatever it lies.
    Ring {
        id: ring

        readonly property int room: Theme.focusWidth + Theme.focusGap

        x: Math.max(0, root.place.x - ring.room)
        y: Math.max(0, root.place.y - ring.room)
        width: Math.min(root.width, root.place.x + root.place.width + ring.room) - ring.x
        height: Math.min(root.height, root.place.y + root.place.height + ring.room) - ring.y
        radius: Theme.radiusButton + ring.room
        border.width: Theme.focusWidth + 1
        border.color: Theme.accent

        Ring {
            anchors.fill: parent
            anchors.margins: ring.border.width
            radius: Theme.radiusButton
            border.width: Theme.border
            border.color: Theme.window
        }
    }

    FocusScope {
        id: card

        x: root.corner().x
        y: root.corner().y
        width: Math.min(Theme.scaled(360), root.width - 2 * root.gap)
        height: column.implicitHeight + 2 * Theme.space4
        Accessible.role: Accessible.Pane
        Accessible.name: qsTr("Tour")

        Behavior on x { NumberAnimation { duration: Theme.paneTime; easing.type: Easing.OutQuad } }
        Behavior on y { NumberAnimation { duration: Theme.paneTime; easing.type: Easing.OutQuad } }

        Rectangle {
            anchors.fill: parent
            anchors.margins: -Theme.space1
            radius: Theme.radiusPopover + Theme.space1
            color: Theme.window
        }

        Rectangle {
            anchors.fill: parent
            radius: Theme.radiusPopover
            color: Theme.pane
            border.width: Theme.border
            border.color: Theme.accentLine
        }

        // The card itself is not what lies below it.
        TapHandler { gesturePolicy: TapHandler.ReleaseWithinBounds }

        ColumnLayout {
            id: column

            x: Theme.space4
            y: Theme.space4
            width: card.width - 2 * Theme.space4
            spacing: Theme.space2

            RowLayout {
                spacing: Theme.space2

                Label {
                    Layout.fillWidth: true
                    text: root.tour.title
                    color: Theme.text
                    font.pixelSize: Theme.paneTitleSize
                    font.weight: Font.DemiBold
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }

                Label {
                    visible: root.tour.running
                    text: qsTr("%1 of %2").arg(root.tour.number).arg(root.tour.count)
                    color: Theme.text3
                    font.pixelSize: Theme.smallSize
                    elide: Text.ElideNone
                }
            }

            Label {
                Layout.fillWidth: true
                text: root.tour.text
                font.preferShaping: false   // "->" stays two characters
                lineHeight: 1.2
                wrapMode: Text.Wrap
            }

            Label {
                Layout.fillWidth: true
                visible: root.tour.ask !== ""
                text: root.tour.ask
                color: Theme.accent
                font.weight: Font.Medium
                wrapMode: Text.Wrap
            }

            Flow {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space1
                spacing: Theme.space2

                PushButton {
                    visible: root.tour.offered
                    kind: PushButton.Primary
                    text: qsTr("Start")
                    onClicked: root.tour.start()
                }

                PushButton {
                    visible: root.tour.away
                    kind: PushButton.Primary
                    text: qsTr("Show it to me")
                    onClicked: root.tour.show()
                }

                PushButton {
                    visible: root.tour.running
                    text: root.tour.number < root.tour.count ? qsTr("Next") : qsTr("Done")
                    onClicked: root.tour.next()
                }

                PushButton {
                    visible: root.tour.running && root.tour.number > 1
                    text: qsTr("Back")
                    onClicked: root.tour.back()
                }

                PushButton {
                    kind: PushButton.Plain
                    text: root.tour.offered ? qsTr("Not now") : qsTr("Skip")
                    tip: root.tour.offered ? qsTr("It can be started from the keys and by its name") : qsTr("Leave the tour here (Esc)")
                    onClicked: root.tour.leave()
                }
            }
        }
    }
}
