pragma Singleton
import QtQuick

/// Every colour, size, duration and font of the window. Nothing else in qml/ writes one down.
/// Main sets `dark`, `textScale` and `reducedMotion`; everything below follows from these three.
QtObject {
    id: root

    /// Dark or light inks.
    property bool dark: true
    /// Size of text and of what grows with it, 0.8 to 2.0.
    property real textScale: 1
    /// No travel and no fades: states switch at once.
    property bool reducedMotion: false

    // Surfaces
    readonly property color window: dark ? "#0D0F13" : "#F4F5F7"
    readonly property color pane: dark ? "#12151A" : "#FFFFFF"
    readonly property color raised: dark ? "#191D24" : "#FFFFFF"
    readonly property color inset: dark ? "#0A0C0F" : "#F1F3F6"
    readonly property color hover: dark ? "#1F242C" : "#EDEFF3"
    readonly property color lane: dark ? "#101318" : "#FAFBFC"
    readonly property color laneAlt: dark ? "#13161C" : "#F4F5F8"
    /// Lies over what a dialog or drawer holds back.
    readonly property color veil: dark ? "#A0050608" : "#66171A20"

    // Lines
    readonly property color line: dark ? "#222730" : "#E3E6EB"
    readonly property color lineStrong: dark ? "#363D4A" : "#C6CCD6"
    readonly property color edge: dark ? "#626D80" : "#838D9D"

    // Text
    readonly property color text: dark ? "#E8EBF1" : "#171A20"
    readonly property color text2: dark ? "#B0B8C5" : "#454D5B"
    readonly property color text3: dark ? "#8690A0" : "#626B7A"

    // Current state, selection, focus, and the main button
    readonly property color accent: dark ? "#C6C1FF" : "#4448CC"
    readonly property color accentFill: dark ? "#252440" : "#ECEDFF"
    readonly property color accentLine: dark ? "#5B5896" : "#B9BCF5"
    readonly property color solid: dark ? "#5D62E0" : "#4A4FD2"
    readonly property color solidHover: dark ? "#6C71E8" : "#3F44C2"
    readonly property color solidText: "#FFFFFF"

    // Threads. The second cue is the glyph's shape and the line's dashes.
    readonly property color t1: dark ? "#4AA8F0" : "#0A67B0"
    readonly property color t1Fill: dark ? "#10273A" : "#E3F1FD"
    readonly property color t1Line: dark ? "#27587F" : "#93C4EC"
    readonly property color t2: dark ? "#F2B544" : "#8A5A00"
    readonly property color t2Fill: dark ? "#32260E" : "#FCF1D9"
    readonly property color t2Line: dark ? "#7A5B1C" : "#DDB665"
    readonly property color t3: dark ? "#F08FCF" : "#A03079"
    readonly property color t3Fill: dark ? "#341D2C" : "#FBE9F4"
    readonly property color t3Line: dark ? "#7C4468" : "#DFA4CA"
    /// On a filled glyph of a thread.
    readonly property color threadText: dark ? "#0D0F13" : "#FFFFFF"

    // Verdicts
    readonly property color safe: dark ? "#33C2A0" : "#0A7761"
    readonly property color safeFill: dark ? "#0E2B26" : "#DFF5EF"
    readonly property color safeLine: dark ? "#1D6354" : "#8CCFBE"
    readonly property color fails: dark ? "#FF6B66" : "#C2213F"
    readonly property color failsFill: dark ? "#3A1A1D" : "#FDE8EB"
    readonly property color failsLine: dark ? "#8A3439" : "#E9A0AC"
    readonly property color bounded: dark ? "#A6B0C2" : "#566072"
    readonly property color boundedFill: dark ? "#232934" : "#E9ECF1"
    readonly property color boundedLine: dark ? "#465064" : "#B5BDCA"

    // Type
    readonly property string sans: "Inter"
    readonly property string mono: "JetBrains Mono"
    readonly property int captionSize: scaled(11)
    readonly property int smallSize: scaled(12)
    readonly property int bodySize: scaled(13)
    readonly property int proseSize: scaled(13.5)
    readonly property int paneTitleSize: scaled(15)
    readonly property int lessonTitleSize: scaled(20)
    readonly property int welcomeSize: scaled(40)
    /// From line to line of running text, in sizes of its font.
    readonly property real proseLineHeight: 1.45

    // Space: steps of four
    readonly property int space1: 4
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space5: 20
    readonly property int space6: 24
    readonly property int space8: 32
    readonly property int panePadding: 16
    readonly property int rowHeight: scaled(28)
    readonly property int rowHeightLarge: scaled(32)
    readonly property int headerHeight: scaled(48)
    readonly property int toolbarHeight: scaled(44)
    readonly property int toolbarHeightLarge: scaled(52)
    /// Grab area between two panes.
    readonly property int grab: 6
    /// Smallest thing that can be hit.
    readonly property int target: Math.max(24, scaled(24))
    readonly property int iconSize: scaled(16)
    readonly property int glyphSize: scaled(18)

    // Corners and lines
    readonly property int radiusCheck: 4
    readonly property int radiusChip: 6
    readonly property int radiusButton: 7
    readonly property int radiusObject: 8
    readonly property int radiusCard: 10
    readonly property int radiusPopover: 12
    readonly property real border: 1
    readonly property real borderCurrent: 1.5
    readonly property int focusWidth: 2
    readonly property int focusGap: 2

    // Motion, in milliseconds; everything eases out
    readonly property int hoverTime: reducedMotion ? 0 : 90
    readonly property int stateTime: reducedMotion ? 0 : 180
    readonly property int messageTime: reducedMotion ? 0 : 240
    readonly property int paneTime: reducedMotion ? 0 : 160

    /// A length that grows with the text.
    function scaled(size: real): int {
        return Math.round(size * root.textScale)
    }

    /// What a drawing that leaves the window is coloured with.
    readonly property var inks: ({   // a map of names: a drawing takes those it needs
        window: root.window, pane: root.pane, raised: root.raised, hover: root.hover, line: root.line, lineStrong: root.lineStrong, text: root.text, text2: root.text2,
        text3: root.text3, accent: root.accent, accentFill: root.accentFill, safe: root.safe, safeFill: root.safeFill, safeLine: root.safeLine,
        fails: root.fails, failsFill: root.failsFill, failsLine: root.failsLine, bounded: root.bounded, boundedFill: root.boundedFill,
        boundedLine: root.boundedLine, t1: root.t1, t1Fill: root.t1Fill, t1Line: root.t1Line, t2: root.t2, t2Fill: root.t2Fill, t2Line: root.t2Line,
        t3: root.t3, t3Fill: root.t3Fill, t3Line: root.t3Line, sans: root.sans, mono: root.mono
    })

    /// Ink of thread `index`, from 0. The three inks repeat; the glyph tells the threads apart.
    function threadInk(index: int): color {
        return index % 3 === 0 ? root.t1 : index % 3 === 1 ? root.t2 : root.t3
    }

    function threadFill(index: int): color {
        return index % 3 === 0 ? root.t1Fill : index % 3 === 1 ? root.t2Fill : root.t3Fill
    }

    function threadLine(index: int): color {
        return index % 3 === 0 ? root.t1Line : index % 3 === 1 ? root.t2Line : root.t3Line
    }

    /// Dashes of a thread's lines, in line widths; empty is solid.
    function threadDashes(index: int): list<real> {
        return index % 3 === 0 ? [] : index % 3 === 1 ? [4, 3] : [1, 2.5]
    }
}
