#include "draft/design_text.h"

#include "draft/lines.h"
#include "draft/outline.h"

#include <algorithm>
#include <optional>

namespace bindlab {

namespace {

constexpr std::size_t columns = 76;

/// Where the list of a design's patches stands in a text: behind its '{', and its '}'.
struct ListPlace {
    std::size_t begin;
    std::size_t end;
};

std::optional<ListPlace> listOf(std::string_view text, const std::string& design)
{
    const auto outline = outlineOf(text);
    const Declaration* found = findDeclaration(outline, "design", design);
    if (found == nullptr)
        return std::nullopt;
    std::size_t at = 0;
    for (int line = 1; line < found->firstLine; ++line)
        at = text.find('\n', at) + 1;
    const std::size_t open = text.find('{', at);
    const std::size_t close = text.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos)
        return std::nullopt;
    return ListPlace{open + 1, close};
}

std::vector<std::string> namesIn(std::string_view list)
{
    std::vector<std::string> names;
    for (const std::string& line : linesOf(list)) {
        std::string_view rest = std::string_view(line).substr(0, line.find("//"));
        while (!rest.empty()) {
            const std::size_t comma = std::min(rest.find(','), rest.size());
            std::string name(rest.substr(0, comma));
            std::erase_if(name, [](char c) { return c == ' ' || c == '\t'; });
            if (!name.empty())
                names.push_back(std::move(name));
            rest.remove_prefix(std::min(comma + 1, rest.size()));
        }
    }
    return names;
}

std::string listText(const std::vector<std::string>& patches)
{
    std::string text;
    std::string line;
    for (std::size_t i = 0; i < patches.size(); ++i) {
        const std::string name = patches[i] + (i + 1 < patches.size() ? "," : "");
        if (!line.empty() && 4 + line.size() + 1 + name.size() > columns) {
            text += "    " + line + "\n";
            line.clear();
        }
        line += (line.empty() ? "" : " ") + name;
    }
    return "\n" + text + (line.empty() ? "" : "    " + line + "\n");
}

} // namespace

std::string withPatch(std::string_view text, const std::string& design, const std::string& patch, bool picked)
{
    const auto place = listOf(text, design);
    if (!place)
        return std::string(text);
    auto names = namesIn(text.substr(place->begin, place->end - place->begin));
    const bool is = std::ranges::find(names, patch) != names.end();
    if (is == picked)
        return std::string(text);
    if (picked)
        names.push_back(patch);
    else
        std::erase(names, patch);
    return std::string(text.substr(0, place->begin)) + listText(names) + std::string(text.substr(place->end));
}

std::vector<std::string> pickedIn(std::string_view text, const std::string& design)
{
    const auto place = listOf(text, design);
    return place ? namesIn(text.substr(place->begin, place->end - place->begin)) : std::vector<std::string>();
}

std::string designText(const std::string& id, const std::string& title, const std::string& base, const std::vector<std::string>& patches)
{
    return "design " + id + " \"" + title + "\" : " + base + " {" + listText(patches) + "}";
}

} // namespace bindlab
