import QtQuick
import QtTest
import Bindlab.Testing
import Bindlab.Theme

/// The colours of all three themes: they can be read, and told apart without red, green or blue.
TestCase {
    id: test

    name: "Theme"

    readonly property var surfaces: ["window", "pane", "raised", "inset", "hover", "lane", "laneAlt"]
    readonly property var inks: ["t1", "t2", "t3", "safe", "fails", "accent"]
    readonly property var fills: ["accentFill", "t1Fill", "t2Fill", "t3Fill", "safeFill", "failsFill", "boundedFill"]
    /// Beside a text or a shape that says the same; they have to be seen in high contrast only.
    readonly property var hairlines: ["line", "lineStrong", "accentLine", "t1Line", "t2Line", "t3Line", "safeLine", "failsLine", "boundedLine"]
    /// Arrows lie on these; nothing is drawn over a row that is pointed at.
    readonly property var grounds: ["window", "pane", "raised", "inset", "lane", "laneAlt"]

    /// What is written or drawn on what.
    readonly property var written: [].concat(
        test.pairs(["text", "text2", "text3"], test.surfaces.concat(test.fills)),
        test.pairs(test.inks.concat(["bounded"]), test.surfaces),
        ["t1", "t2", "t3", "safe", "fails", "accent", "bounded"].map(ink => [ink, ink + "Fill"]),
        test.pairs(["solidText"], ["solid", "solidHover"]),
        test.pairs(["threadText"], ["t1", "t2", "t3", "safe", "fails"]),
        [["selectedText", "accentLine"]])
    /// What can be used, beside what cannot be used now.
    readonly property var faded: [["text", "disabledText"], ["text2", "disabledMark"]]
    readonly property var drawn: test.pairs(["edge", "solid", "solidHover"], test.grounds)

    function pairs(above, below) {
        return [].concat(...above.map(one => below.map(other => [one, other])))
    }

    /// Linear red, green and blue.
    function linear(colour) {
        return [colour.r, colour.g, colour.b].map(part => part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
    }

    function contrastOf(one, other) {
        const light = [one, other].map(name => {
            const [red, green, blue] = test.linear(Theme[name])
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue
        })
        return (Math.max(...light) + 0.05) / (Math.min(...light) + 0.05)
    }

    /// CIE Lab of linear red, green and blue, D65.
    function lab([red, green, blue]) {
        const curve = part => part > 216 / 24389 ? Math.cbrt(part) : (24389 / 27 * part + 16) / 116
        const x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
        const y = curve(0.2126729 * red + 0.7151522 * green + 0.072175 * blue)
        const z = curve((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883)
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
    }

    function setTheme(data) {
        Theme.dark = data.dark
        Theme.contrast = data.contrast
    }

    function themes() {
        return [
            { tag: "dark", dark: true, contrast: false, text: 4.5, mark: 3 },
            { tag: "light", dark: false, contrast: false, text: 4.5, mark: 3 },
            { tag: "high contrast", dark: true, contrast: true, text: 7, mark: 4.5 }
        ]
    }

    function cleanup() {
        Theme.dark = true
        Theme.contrast = false
    }

    function test_textCanBeReadWhereverItStands_data() {
        return test.themes()
    }

    function test_textCanBeReadWhereverItStands(data) {
        test.setTheme(data)
        const poor = test.written.filter(([above, below]) => test.contrastOf(above, below) < data.text)
        compare(poor.map(pair => pair.join(" on ")), [])
    }

    function test_marksAreSeenWhereverTheyStand_data() {
        return test.themes()
    }

    function test_marksAreSeenWhereverTheyStand(data) {
        test.setTheme(data)
        const marks = data.contrast ? test.drawn.concat(test.pairs(test.hairlines, test.surfaces)) : test.drawn
        const poor = marks.filter(([above, below]) => test.contrastOf(above, below) < data.mark)
        compare(poor.map(pair => pair.join(" on ")), [])
    }

    function test_whatCannotBeUsedIsFainter_data() {
        return test.themes()
    }

    function test_whatCannotBeUsedIsFainter(data) {
        test.setTheme(data)
        compare(test.faded.filter(([usable, unusable]) => test.contrastOf(usable, unusable) < 2).map(pair => pair.join(" and ")), [])
    }

    function test_noColourIsForgotten() {
        const looked = new Set([].concat(...test.written, ...test.drawn, ...test.faded, test.hairlines))
        // A veil lies over everything and says nothing.
        looked.add("veil")
        const colours = Fixture.coloursOf(Theme)
        verify(colours.length > 35)
        compare(colours.filter(name => !looked.has(name)), [])
    }

    function test_inksDifferWithoutRedGreenOrBlue_data() {
        // Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency", 2009, severity 1.
        const eyes = {
            protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
            deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
            tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]]
        }
        return [].concat(...test.themes().map(theme => Object.keys(eyes).map(name => Object.assign({}, theme, { tag: theme.tag + ", " + name, eye: eyes[name] }))))
    }

    function test_inksDifferWithoutRedGreenOrBlue(data) {
        test.setTheme(data)
        const seen = test.inks.map(name => {
            const colour = test.linear(Theme[name])
            return test.lab(data.eye.map(row => Math.min(1, Math.max(0, row.reduce((sum, factor, i) => sum + factor * colour[i], 0)))))
        })
        for (let i = 0; i < seen.length; ++i) {
            for (let j = 0; j < i; ++j) {
                const distance = Math.hypot(...seen[i].map((part, k) => part - seen[j][k]))
                verify(distance >= 11, test.inks[i] + " and " + test.inks[j] + " are " + distance.toFixed(1) + " apart")
            }
        }
    }

    function test_highContrastHasLinesInPlaceOfFills() {
        test.setTheme({ dark: true, contrast: true })
        for (const fill of test.fills)
            compare(Theme[fill], Theme.window)
        compare(Theme.border, 2)
        compare(Theme.borderOfFill, 2)
        test.setTheme({ dark: true, contrast: false })
        compare(Theme.border, 1)
        compare(Theme.borderOfFill, 0)
    }
}
