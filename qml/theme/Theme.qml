pragma Singleton
import QtQuick

/// Every colour, size, duration and font of the window. Nothing else in qml/ writes one down.
/// Main sets `dark`, `contrast`, `textScale` and `reducedMotion`; everything below follows from these four.
QtObject {
    id: root

    /// Dark or light inks.
    property bool dark: true
    /// White on black with lines in place of fills: text at least 7:1, marks at least 4.5:1.
    property bool contrast: false
    /// Size of text and of what grows with it, 0.8 to 2.0.
    property real textScale: 1
    /// No travel and no fades: states switch at once.
    property bool reducedMotion: false

    // Surfaces: in dark, in light, in high contrast
    readonly property color window: pick("#0D0F13", "#F4F5F7", "#000000")
    readonly property color pane: pick("#12151A", "#FFFFFF", "#000000")
    readonly property color raised: pick("#191D24", "#FFFFFF", "#000000")
    readonly property color inset: pick("#0A0C0F", "#F1F3F6", "#000000")
    readonly property color hover: pick("#1F242C", "#EDEFF3", "#1F1F1F")
    readonly property color lane: pick("#101318", "#FAFBFC", "#000000")
    readonly property color laneAlt: pick("#13161C", "#F4F5F8", "#000000")
    /// Lies over what a dialog or drawer holds back.
    readonly property color veil: pick("#A0050608", "#66171A20", "#C0000000")

    // Lines
    readonly property color line: pick("#222730", "#E3E6EB", "#8A8A8A")
    readonly property color lineStrong: pick("#363D4A", "#C6CCD6", "#C0C0C0")
    readonly property color edge: pick("#626D80", "#838D9D", "#D8D8D8")

    // Text
    readonly property color text: pick("#E8EBF1", "#171A20", "#FFFFFF")
    readonly property color text2: pick("#B0B8C5", "#454D5B", "#EDEDED")
    readonly property color text3: pick("#8690A0", "#626B7A", "#D6D6D6")
    /// Of what cannot be used now.
    readonly property color disabledText: pick("#8690A0", "#626B7A", "#787878")
    readonly property color disabledMark: pick("#363D4A", "#C6CCD6", "#787878")
    /// On a selection, which is filled with accentLine.
    readonly property color selectedText: pick("#E8EBF1", "#171A20", "#000000")

    // Current state, selection, focus, and the main button
    readonly property color accent: pick("#C6C1FF", "#4448CC", "#E4E0FF")
    readonly property color accentFill: pick("#252440", "#ECEDFF", "#000000")
    readonly property color accentLine: pick("#5B5896", "#B9BCF5", "#B4AEFF")
    readonly property color solid: pick("#5D62E0", "#4A4FD2", "#FFFFFF")
    readonly property color solidHover: pick("#6266E3", "#3F44C2", "#E4E0FF")
    readonly property color solidText: pick("#FFFFFF", "#FFFFFF", "#000000")

    // Threads. The second cue is the glyph's shape and the line's dashes.
    readonly property color t1: pick("#4AA8F0", "#0A67B0", "#5CB4FF")
    readonly property color t1Fill: pick("#10273A", "#E3F1FD", "#000000")
    readonly property color t1Line: pick("#27587F", "#93C4EC", "#5CB4FF")
    readonly property color t2: pick("#F2B544", "#8A5A00", "#FFD24D")
    readonly property color t2Fill: pick("#32260E", "#FCF1D9", "#000000")
    readonly property color t2Line: pick("#7A5B1C", "#DDB665", "#FFD24D")
    readonly property color t3: pick("#F08FCF", "#A03079", "#FF9AE0")
    readonly property color t3Fill: pick("#341D2C", "#FBE9F4", "#000000")
    readonly property color t3Line: pick("#7C4468", "#DFA4CA", "#FF9AE0")
    /// On a filled glyph of a thread.
    readonly property color threadText: pick("#0D0F13", "#FFFFFF", "#000000")

    // Verdicts
    readonly property color safe: pick("#33C2A0", "#0A7761", "#2EE6A8")
    readonly property color safeFill: pick("#0E2B26", "#DFF5EF", "#000000")
    readonly property color safeLine: pick("#1D6354", "#8CCFBE", "#2EE6A8")
    readonly property color fails: pick("#FF6B66", "#C2213F", "#FF8E84")
    readonly property color failsFill: pick("#3A1A1D", "#FDE8EB", "#000000")
    readonly property color failsLine: pick("#8A3439", "#E9A0AC", "#FF8E84")
    readonly property color bounded: pick("#A6B0C2", "#566072", "#C8D0DE")
    readonly property color boundedFill: pick("#232934", "#E9ECF1", "#000000")
    readonly property color boundedLine: pick("#465064", "#B5BDCA", "#C8D0DE")

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
    readonly property real border: contrast ? 2 : 1
    readonly property real borderCurrent: contrast ? 3 : 1.5
    /// Around what only its fill tells otherwise.
    readonly property real borderOfFill: contrast ? 2 : 0
    readonly property int focusWidth: 2
    readonly property int focusGap: 2

    // Motion, in milliseconds; everything eases out
    readonly property int hoverTime: reducedMotion ? 0 : 90
    readonly property int stateTime: reducedMotion ? 0 : 180
    readonly property int messageTime: reducedMotion ? 0 : 240
    readonly property int paneTime: reducedMotion ? 0 : 160

    function pick(inDark: string, inLight: string, inContrast: string): string {
        return root.contrast ? inContrast : root.dark ? inDark : inLight
    }

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
