#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

struct SvgPoint {
    double x = 0;
    double y = 0;
};

struct SvgFrame {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

/// A drawing as text: SVG whose words stay words. Colours are "#RRGGBB"; lengths are pixels. The same calls give the same text.
class SvgDocument {
public:
    enum class Anchor { Start, Middle, End };
    struct Look {
        std::string fill;          ///< empty: none
        std::string line;
        double lineWidth = 1;
        bool dashed = false;
    };
    struct Words {
        std::string ink;
        std::string fonts;         ///< as CSS lists families; codeFonts or textFonts unless a theme says otherwise
        double size = 12;
        bool bold = false;
        Anchor anchor = Anchor::Start;
        double turned = 0;         ///< degrees, clockwise about its place
    };
    static constexpr const char* textFonts = "Inter, 'Helvetica Neue', Arial, sans-serif";
    static constexpr const char* codeFonts = "'JetBrains Mono', 'DejaVu Sans Mono', monospace";

    /// `title` is what a screen reader says of the picture.
    SvgDocument(double width, double height, std::string_view title);

    void box(const SvgFrame& frame, double radius, const Look& look);
    /// `where` is on the base line.
    void words(SvgPoint where, std::string_view text, const Words& words);
    void line(const std::vector<SvgPoint>& points, const Look& look);
    void polygon(const std::vector<SvgPoint>& points, const Look& look);
    /// A line of Bezier curves: a start, then three points for each curve.
    void curve(const std::vector<SvgPoint>& points, const Look& look);
    /// What follows, until endGroup(), is moved and scaled; `meaning` is shown on hover and may be empty.
    void beginGroup(SvgPoint by, double scale, std::string_view meaning = {});
    void endGroup();
    /// The document; nothing can be drawn after it.
    [[nodiscard]] std::string finish();

private:
    void open(std::string_view element);
    void add(std::string_view name, double value);
    void add(std::string_view name, std::string_view value);
    void addLook(const Look& look);
    void addPoints(const std::vector<SvgPoint>& points);
    void indent() { m_text.append(m_depth, ' '); }

    std::string m_text;
    std::size_t m_depth = 1;
};

/// How wide a text will be, near enough to leave room for it: fonts are not looked at, so that it is the same everywhere.
[[nodiscard]] double codeWidth(std::string_view text, double size);
[[nodiscard]] double textWidth(std::string_view text, double size);

} // namespace bindlab
