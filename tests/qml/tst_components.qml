import QtQuick
import QtQuick.Layouts
import QtTest
import Bindlab.Components

/// What the parts of every screen do when what they stand on is taken away.
TestCase {
    id: test

    name: "Components"
    when: windowShown
    width: 400
    height: 300
    visible: true

    Component {
        id: pointedAtComponent

        Item {
            property alias tip: tip

            Tip {
                id: tip

                shown: true
                delay: 0
                text: "what it is"
            }
        }
    }

    Component {
        id: leavingLayoutComponent

        Repeater {
            model: 1

            delegate: ColumnLayout {
                LayoutRepeater {
                    model: names
                    delegate: Item {}
                }
            }
        }
    }

    Component {
        id: laidOutComponent

        Item {
            property int count: 20

            ColumnLayout {
                width: parent.width

                LayoutRepeater {
                    model: parent.parent.count

                    Label {
                        Layout.fillWidth: true
                        text: "a row"
                    }
                }
            }
        }
    }

    ListModel { id: names }

    Component {
        id: leavingComponent

        Repeater {
            model: 1

            delegate: Item {
                property alias rows: rows

                ModelRepeater {
                    id: rows

                    model: names
                    delegate: Item {}
                }
            }
        }
    }

    function init() {
        names.clear()
        failOnWarning(/.?/)
    }

    function test_aTipOfWhatHasBeenTakenAwayIsNotShown() {
        const item = createTemporaryObject(pointedAtComponent, test)
        tryCompare(item.tip, "visible", true)
        item.parent = null
        item.tip.text = "what it was"
        verify(!item.tip.visible)
        item.parent = test
        tryCompare(item.tip, "visible", true)
    }

    /// It lives on until the next round of events.
    function test_whatIsLetGoMakesNoRowsForWhatItsModelGets() {
        names.append({ name: "one" })
        const screens = createTemporaryObject(leavingComponent, test)
        compare(screens.itemAt(0).rows.count, 1)
        const rows = screens.itemAt(0).rows
        screens.model = 0
        names.append({ name: "two" })
        compare(rows.count, 0)
    }

    /// What is in no window has no next frame in which it would be laid out.
    function test_aLayoutWithoutAWindowLetsGoOfWhatIsTakenAway() {
        const item = laidOutComponent.createObject(null, { width: 200 })
        const layout = item.children[0]
        const height = layout.implicitHeight
        item.count = 3
        wait(0)
        item.width = 300
        verify(layout.implicitHeight < height / 2)
        item.destroy()
    }

    function test_aLayoutThatIsLetGoWithItsRowsIsLeftAlone() {
        const screens = createTemporaryObject(leavingLayoutComponent, test)
        names.append({ name: "one more" })
        screens.model = 0
        wait(1)
        compare(screens.count, 0)
    }
}
