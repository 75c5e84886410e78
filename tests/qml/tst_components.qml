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

    function init() {
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
}
