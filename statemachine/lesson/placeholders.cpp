#include "lesson/placeholders.h"

#include "lesson/yaml_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace bindlab {

std::vector<Placeholder> placeholdersIn(std::string_view markdown)
{
    static const std::vector<std::string> ofCheck{"states", "transitions", "depth", "verdict"};
    static const std::vector<std::string> ofProperty{"length", "switches", "failure", "message"};
    constexpr std::string_view opening = "{check.";
    std::vector<Placeholder> found;
    for (auto begin = markdown.find(opening); begin != std::string_view::npos; begin = markdown.find(opening, begin + 1)) {
        Placeholder placeholder;
        placeholder.begin = begin;
        placeholder.line = int(std::count(markdown.begin(), markdown.begin() + std::ptrdiff_t(begin), '\n'));
        const auto end = markdown.find_first_of("}\n", begin);
        if (end == std::string_view::npos || markdown[end] == '\n') {
            placeholder.end = begin + opening.size();
            placeholder.error = "this placeholder has no '}'";
            found.push_back(placeholder);
            continue;
        }
        placeholder.end = end + 1;
        std::vector<std::string> parts;
        auto inner = markdown.substr(begin + 1, end - begin - 1);
        for (std::size_t dot = 0; dot != std::string_view::npos;) {
            dot = inner.find('.');
            parts.emplace_back(inner.substr(0, dot));
            if (dot != std::string_view::npos)
                inner.remove_prefix(dot + 1);
        }
        const auto written = std::string(markdown.substr(begin, placeholder.end - begin));
        if (parts.size() < 4 || parts.size() > 5) {
            placeholder.error = fmt::format(
                "expected {{check.DESIGN.SCENARIO.figure}} or {{check.DESIGN.SCENARIO.PROPERTY.figure}}, found '{}'",
                written);
        } else {
            placeholder.design = parts[1];
            placeholder.scenario = parts[2];
            placeholder.property = parts.size() == 5 ? parts[3] : std::string();
            placeholder.figure = parts.back();
            const auto& known = parts.size() == 5 ? ofProperty : ofCheck;
            if (std::find(known.begin(), known.end(), placeholder.figure) == known.end())
                placeholder.error =
                    fmt::format("unknown figure '{}' in '{}': expected {}", placeholder.figure, written, oneOf(known));
        }
        found.push_back(std::move(placeholder));
    }
    return found;
}

} // namespace bindlab
