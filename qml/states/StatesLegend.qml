pragma ComponentBehavior: Bound
import QtQuick
import Bindlab.Theme
import Bindlab.Components
import Bindlab.Scene
import Bindlab.ViewModels

/// What the nodes of the graph stand for.
Rectangle {
    id: root

    required property StatesViewModel states
    required property string rangeText
    required property string widestRangeText

    /// Room is left for the widest note: which steps are seen depends on the height that is left.
    readonly property bool isSplit: root.width < kinds.fullWidth + widest.advanceWidth + 3 * Theme.space4

    function note(range: string): string {
        return root.states.groupText !== "" ? root.states.groupText : qsTr("Line colour is the thread that moves. %1").arg(range)
    }

    implicitHeight: Math.max(Theme.rowHeightLarge, kinds.implicitHeight + (root.isSplit ? said.height : 0) + 2 * Theme.space1)
    color: Theme.pane
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Legend")

    Divider { width: parent.width }

    TextMetrics {
        id: widest

        font: said.font
        text: root.note(root.widestRangeText)
    }

    Flow {
        id: kinds

        property real fullWidth: {
            let sum = 0
            for (let i = 0; i < kinds.children.length; ++i)
                sum += kinds.children[i].width > 0 ? kinds.children[i].width + kinds.spacing : 0
            return sum
        }

        x: Theme.space4
        y: root.isSplit ? Theme.space1 : (parent.height - height) / 2
        width: parent.width - 2 * Theme.space4
        spacing: Theme.space4

        ModelRepeater {
            model: root.states.legend

            delegate: Row {
                id: kind

                required property int look
                required property string text

                spacing: Theme.space2 - 2
                Accessible.role: Accessible.StaticText
                Accessible.name: kind.text

                StateGlyph {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.scaled(16)
                    height: Theme.scaled(16)
                    look: kind.look
                    inks: Theme.inks
                }

                Label {
                    text: kind.text
                    font.pixelSize: Theme.smallSize
                    elide: Text.ElideNone
                }
            }
        }
    }

    Label {
        id: said

        anchors.right: parent.right
        anchors.rightMargin: Theme.space4
        y: root.isSplit ? kinds.y + kinds.height : (parent.height - height) / 2
        width: Math.min(implicitWidth, parent.width - 2 * Theme.space4)
        text: root.note(root.rangeText)
        color: root.states.groupText !== "" ? Theme.text : Theme.text3
        font.pixelSize: Theme.smallSize
    }
}
