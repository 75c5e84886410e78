#include "flow/diagnostic.h"

#include "flow/limits.h"

#include <algorithm>

namespace bindlab {

bool isFull(const Diagnostics& diagnostics) { return diagnostics.size() >= FlowLimits::problems; }

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
    constexpr std::size_t longest = 64;   // names are shorter; what is not need not be compared
    if (name.size() > longest)
        return best;
    std::size_t bestDistance = std::min(std::max<std::size_t>(1, name.size() / 3) + 1, name.size());
    for (const std::string& candidate : names) {
        if (candidate.size() > name.size() + bestDistance || name.size() > candidate.size() + bestDistance)
            continue;   // as many letters at least would have to be added
        // Edit distance in which two neighbours that swapped places count once: the commonest slip of all.
        std::vector<std::vector<std::size_t>> cost(name.size() + 1, std::vector<std::size_t>(candidate.size() + 1));
        for (std::size_t i = 0; i <= name.size(); ++i)
            for (std::size_t j = 0; j <= candidate.size(); ++j) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                const bool same = name[i - 1] == candidate[j - 1];
                cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (same ? 0 : 1)});
                if (i > 1 && j > 1 && name[i - 1] == candidate[j - 2] && name[i - 2] == candidate[j - 1])
                    cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        if (cost.back().back() < bestDistance) {
            bestDistance = cost.back().back();
            best = candidate;
        }
    }
    return best;
}

} // namespace bindlab
