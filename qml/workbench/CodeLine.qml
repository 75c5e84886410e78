import QtQuick
import Bindlab.Theme
import Bindlab.Components

/// One line of a flow: done, being done next, or to come. A line that a patch adds has a mark at its left.
Item {
    id: root

    required property int number
    /// In characters.
    required property int indent
    required property string code
    required property string markup
    required property string patch
    required property string source
    required property bool current
    required property bool past
    /// Whose code it is.
    required property int thread
    required property real digitWidth

    /// What there is to say of where the line comes from.
    readonly property string origin: root.patch === "" ? root.source : root.source === "" ? qsTr("Patch %1").arg(root.patch)
                                                                                        : qsTr("Patch %1, %2").arg(root.patch).arg(root.source)
    /// Keywords in the accent, comments in the hint colour; what is done has one colour only.
    readonly property string inked: root.markup
        .replace(/<k>/g, root.past ? "" : "<font color=\"" + Theme.accent + "\">").replace(/<\/k>/g, root.past ? "" : "</font>")
        .replace(/<c>/g, "<font color=\"" + Theme.text3 + "\">").replace(/<\/c>/g, "</font>")

    visible: root.number > 0
    implicitHeight: Math.max(Theme.scaled(20), text.implicitHeight + 2)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.current ? qsTr("Line %1, next: %2").arg(root.number).arg(root.code)
                                  : qsTr("Line %1: %2").arg(root.number).arg(root.code)
    Accessible.description: root.patch === "" ? "" : qsTr("Added by the patch %1").arg(root.patch)

    Rectangle {
        x: 4
        y: 3
        width: 2
        height: parent.height - 6
        radius: 1
        visible: root.patch !== "" && !root.current
        color: Theme.accentLine
    }

    CodeText {
        id: digits

        x: Theme.space2
        y: (Theme.scaled(20) - implicitHeight) / 2
        width: Theme.scaled(20)
        horizontalAlignment: Text.AlignRight
        text: root.number
        color: root.current ? Theme.threadInk(root.thread) : Theme.text3
        font.weight: root.current ? Font.DemiBold : Font.Normal
    }

    CodeText {
        id: text

        anchors.left: digits.right
        anchors.leftMargin: Theme.scaled(10) + Math.min(root.indent, 16) * root.digitWidth
        anchors.right: parent.right
        anchors.rightMargin: Theme.space2
        y: digits.y
        textFormat: Text.StyledText
        text: root.inked
        color: root.past ? Theme.text3 : Theme.text
        elide: Text.ElideNone
        wrapMode: Text.Wrap
    }
}
