import QtQuick
import Bindlab.Theme

/// Running text from a lesson: code in mono, threads in their inks, links that can be followed.
Text {
    id: root

    /// What proseHtml() made of the Markdown.
    required property string html
    property real size: Theme.proseSize
    property color ink: Theme.text2
    /// Of identifiers, which stand out a little.
    property color codeInk: Theme.text
    /// Threads are named in their inks; not where the ink says something else.
    property bool threadsInked: true

    signal linkFollowed(link: string)

    readonly property string styleSheet: "p,li{line-height:" + Math.round(root.size * Theme.proseLineHeight) + "px;margin-top:0;margin-bottom:" + Theme.space2 + "px}"
        + "p.tight{margin-bottom:2px} p.h{font-weight:600;color:" + Theme.text + "}"
        + "ul,ol{margin-top:0;margin-bottom:" + Theme.space1 + "px;margin-left:-" + Theme.space6 + "px}"
        + ".c{font-family:'" + Theme.mono + "';font-size:" + Math.round(root.size * 0.9) + "px;color:" + root.codeInk + "}"
        + (root.threadsInked ? ".t1,.t4,.t7{font-weight:600;color:" + Theme.t1 + "}"
            + ".t2,.t5,.t8{font-weight:600;color:" + Theme.t2 + "}"
            + ".t3,.t6,.t9{font-weight:600;color:" + Theme.t3 + "}" : "")
        // A term looks like its text; what it means shows where the pointer rests on it, and a click opens it in the reference.
        + ".g{text-decoration:none;color:" + root.ink + "} .g .c{color:" + root.codeInk + "}"
        + ".a{text-decoration:none;color:" + Theme.accent + "}"

    // The first line brings the room above it that all lines have; a column of blocks has its own.
    topPadding: -Math.round(root.size * (Theme.proseLineHeight - 1.2))
    text: "<style>" + root.styleSheet + "</style>" + root.html
    textFormat: Text.RichText
    wrapMode: Text.Wrap
    color: root.ink
    linkColor: Theme.accent
    font.family: Theme.sans
    font.pixelSize: root.size
    font.preferShaping: false   // "->" stays two characters
    // A term's link says behind its name what it means.
    onLinkActivated: link => root.linkFollowed(link.startsWith("term:") ? decodeURIComponent(link.split("#")[0]) : link)

    HoverHandler {
        id: pointer

        enabled: root.hoveredLink !== ""
        cursorShape: Qt.PointingHandCursor
    }

    Tip {
        id: term

        text: root.hoveredLink.startsWith("term:") ? decodeURIComponent(root.hoveredLink.split("#")[1]) : ""
        shown: text !== ""
        x: Math.max(0, Math.min(pointer.point.position.x - width / 2, root.width - width))
        y: pointer.point.position.y + root.size * 1.4
    }
}
