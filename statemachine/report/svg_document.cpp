#include "report/svg_document.h"

#include "report/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace bindlab {

namespace {

/// Two digits after the point at most, none that say nothing.
std::string number(double value)
{
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text == "-0" ? "0" : text;
}

/// How many bytes the code point at the front has; 0 when there is none that XML may hold.
std::size_t codePoint(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return lead >= 0x20 && lead != 0x7f ? 1 : 0;
    const std::size_t length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    for (std::size_t i = 1; i < length; ++i)
        if (byte(i) >> 6 != 2)
            return 0;
    const bool tooLong = (lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xf0 && byte(1) < 0x90);
    const bool noCharacter = (lead == 0xed && byte(1) > 0x9f) || (lead == 0xf4 && byte(1) > 0x8f)
        || (lead == 0xef && byte(1) == 0xbf && byte(2) >= 0xbe);
    return tooLong || noCharacter ? 0 : length;
}

std::string escaped(std::string_view text)
{
    std::string safe;
    while (!text.empty()) {
        const std::size_t length = codePoint(text);
        switch (length == 1 ? text.front() : '\0') {
        case '&': safe += "&amp;"; break;
        case '<': safe += "&lt;"; break;
        case '>': safe += "&gt;"; break;
        case '"': safe += "&quot;"; break;
        default:
            if (length > 0)
                safe += text.substr(0, length);
            else
                safe += static_cast<unsigned char>(text.front()) < 0x80 ? " " : "\xef\xbf\xbd";
        }
        text.remove_prefix(std::max<std::size_t>(1, length));
    }
    return safe;
}

} // namespace

SvgDocument::SvgDocument(double width, double height, std::string_view title)
{
    m_text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    m_text += fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
                          "style=\"font-variant-ligatures:none\">\n",   // "->" stays two characters
                          number(width), number(height));
    m_text += fmt::format(" <title>{}</title>\n", escaped(title));
}

void SvgDocument::open(std::string_view element)
{
    indent();
    m_text += '<';
    m_text += element;
}

void SvgDocument::add(std::string_view name, double value) { add(name, number(value)); }
void SvgDocument::add(std::string_view name, std::string_view value) { m_text += fmt::format(" {}=\"{}\"", name, escaped(value)); }

void SvgDocument::addLook(const Look& look)
{
    add("fill", look.fill.empty() ? "none" : look.fill);
    if (look.line.empty())
        return;
    add("stroke", look.line);
    if (look.lineWidth != 1)
        add("stroke-width", look.lineWidth);
    if (look.dashed)
        add("stroke-dasharray", "4 3");
}

void SvgDocument::addPoints(const std::vector<SvgPoint>& points)
{
    std::string list;
    for (const SvgPoint& point : points)
        list += fmt::format("{}{},{}", list.empty() ? "" : " ", number(point.x), number(point.y));
    add("points", list);
}

void SvgDocument::box(const SvgFrame& frame, double radius, const Look& look)
{
    open("rect");
    add("x", frame.x);
    add("y", frame.y);
    add("width", frame.width);
    add("height", frame.height);
    if (radius > 0)
        add("rx", radius);
    addLook(look);
    m_text += "/>\n";
}

void SvgDocument::words(SvgPoint where, std::string_view text, const Words& words)
{
    if (text.empty())
        return;
    open("text");
    add("x", where.x);
    add("y", where.y);
    if (words.turned != 0)
        add("transform", fmt::format("rotate({} {} {})", number(words.turned), number(where.x), number(where.y)));
    add("fill", words.ink);
    add("font-family", words.fonts.empty() ? textFonts : words.fonts);
    add("font-size", words.size);
    if (words.bold)
        add("font-weight", "600");
    if (words.anchor != Anchor::Start)
        add("text-anchor", words.anchor == Anchor::Middle ? "middle" : "end");
    m_text += fmt::format(">{}</text>\n", escaped(text));
}

void SvgDocument::line(const std::vector<SvgPoint>& points, const Look& look)
{
    open("polyline");
    addPoints(points);
    addLook(look);
    m_text += "/>\n";
}

void SvgDocument::polygon(const std::vector<SvgPoint>& points, const Look& look)
{
    open("polygon");
    addPoints(points);
    addLook(look);
    m_text += "/>\n";
}

void SvgDocument::curve(const std::vector<SvgPoint>& points, const Look& look)
{
    std::string path;
    for (std::size_t i = 0; i < points.size(); ++i)
        path += fmt::format("{}{} {}", i == 0 ? "M" : i == 1 ? " C" : " ", number(points[i].x), number(points[i].y));
    open("path");
    add("d", path);
    addLook(look);
    m_text += "/>\n";
}

void SvgDocument::beginGroup(SvgPoint by, double scale, std::string_view meaning)
{
    open("g");
    std::string transform;
    if (by.x != 0 || by.y != 0)
        transform = fmt::format("translate({} {})", number(by.x), number(by.y));
    if (scale != 1)
        transform += fmt::format("{}scale({})", transform.empty() ? "" : " ", fmt::format("{:.4g}", scale));
    if (!transform.empty())
        add("transform", transform);
    m_text += ">\n";
    ++m_depth;
    if (!meaning.empty()) {
        indent();
        m_text += fmt::format("<title>{}</title>\n", escaped(meaning));
    }
}

void SvgDocument::endGroup()
{
    --m_depth;
    indent();
    m_text += "</g>\n";
}

std::string SvgDocument::finish()
{
    m_text += "</svg>\n";
    return std::move(m_text);
}

double codeWidth(std::string_view text, double size) { return 0.6 * size * columnsOf(text); }

double textWidth(std::string_view text, double size)
{
    double units = 0;
    for (const char letter : text) {
        if (std::string_view("ijltfrI.,:;'|!()[] ").find(letter) != std::string_view::npos)
            units += 0.33;
        else if ((letter >= 'A' && letter <= 'Z') || letter == 'm' || letter == 'w' || letter == '_')
            units += 0.74;
        else if ((static_cast<unsigned char>(letter) & 0xc0) != 0x80)   // one for each code point
            units += 0.6;
    }
    return units * size;
}

} // namespace bindlab
