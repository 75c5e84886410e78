#include "flow/diagnostic.h"

#include <algorithm>

namespace bindlab {

std::string toText(const Diagnostic& diagnostic)
{
    std::string text;
    if (!diagnostic.file.empty())
        text += diagnostic.file + ":";
    if (diagnostic.line > 0)
        text += std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column) + ":";
    if (!text.empty())
        text += " ";
    text += "error: " + diagnostic.message + "\n";
    if (diagnostic.line > 0 && !diagnostic.sourceLine.empty()) {
        std::string caret;
        for (int i = 1; i < diagnostic.column && std::size_t(i) <= diagnostic.sourceLine.size(); ++i)
            caret += diagnostic.sourceLine[std::size_t(i) - 1] == '\t' ? '\t' : ' ';
        caret += '^';
        if (diagnostic.length > 1)
            caret += std::string(std::size_t(diagnostic.length) - 1, '~');
        text += "    " + diagnostic.sourceLine + "\n    " + caret + "\n";
    }
    if (!diagnostic.hint.empty())
        text += "    " + diagnostic.hint + "\n";
    return text;
}

std::string toText(const Diagnostics& diagnostics)
{
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics)
        text += toText(diagnostic);
    return text;
}

std::string nearestName(const std::string& name, const std::vector<std::string>& names)
{
    std::string best;
    std::size_t bestDistance = std::max<std::size_t>(1, name.size() / 3) + 1;
    for (const std::string& candidate : names) {
        std::vector<std::size_t> row(candidate.size() + 1);
        for (std::size_t j = 0; j < row.size(); ++j)
            row[j] = j;
        for (std::size_t i = 0; i < name.size(); ++i) {
            std::size_t diagonal = row[0];
            row[0] = i + 1;
            for (std::size_t j = 0; j < candidate.size(); ++j) {
                const std::size_t above = row[j + 1];
                row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (name[i] == candidate[j] ? 0 : 1)});
                diagonal = above;
            }
        }
        if (row.back() < bestDistance) {
            bestDistance = row.back();
            best = candidate;
        }
    }
    return best;
}

} // namespace bindlab
