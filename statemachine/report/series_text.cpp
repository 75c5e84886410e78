#include "report/series_text.h"

#include "report/flow_diff.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace bindlab {

namespace {

constexpr int mostMarks = 24;   ///< of '+' and '-' in a line of a summary

struct Count {
    int added = 0;
    int removed = 0;
};

/// A subject line, folded as the header of a mail is.
std::string subject(std::size_t number, std::size_t of, const std::string& name, const std::string& title, int columns)
{
    std::string lines;
    for (const std::string& line : wrapped(fmt::format("[PATCH {}/{}] {}: {}", number, of, name, title), columns - 1))
        lines += (lines.empty() ? "" : " ") + line + '\n';
    return lines;
}

std::string counted(int number, const char* word) { return fmt::format("{} {}{}", number, word, number == 1 ? "" : "s"); }

std::string marksOf(Count count)
{
    const int all = count.added + count.removed;
    const int shown = std::min(all, mostMarks);
    const int plus = all == 0 ? 0 : std::max(count.added > 0 ? 1 : 0, std::min(count.added * shown / all, shown - (count.removed > 0 ? 1 : 0)));
    return std::string(std::size_t(plus), '+') + std::string(std::size_t(shown - plus), '-');
}

/// As `git diff --stat`: a line for each text that changed, then the sum.
std::string summaryOf(const std::vector<FlowDiff>& diffs, int columns)
{
    std::vector<std::vector<std::string>> rows;
    Count sum;
    for (const FlowDiff& diff : diffs) {
        rows.push_back({diff.name, fmt::format("| {:>3} {}", diff.added() + diff.removed(), marksOf({diff.added(), diff.removed()}))});
        sum.added += diff.added();
        sum.removed += diff.removed();
    }
    return table(rows, columns, 1)
        + fmt::format(" {} changed, {}(+), {}(-)\n", counted(int(diffs.size()), "text"), counted(sum.added, "insertion"), counted(sum.removed, "deletion"));
}

std::string headerOf(const std::vector<std::pair<std::string, std::string>>& fields, int columns)
{
    std::vector<std::vector<std::string>> rows;
    for (const auto& [name, value] : fields)
        if (!value.empty())
            rows.push_back({name + ":", value});
    return table(rows, columns);
}

std::string subjectOf(const SourceInfo& source)
{
    if (source.id.empty())
        return {};
    const std::string title = source.title.empty() ? source.id : source.title;
    return source.section.empty() ? title : fmt::format("{}, {}", title, source.section);
}

/// "lifetime: who may outlive whom"
std::string questionOf(const PatchInfo& patch, const std::string& title)
{
    return patch.choice.empty() || title.empty() ? patch.choice : fmt::format("{}: {}", patch.choice, title);
}

std::string coverOf(const Series& series, int columns)
{
    const std::size_t patches = series.patches.size();
    std::string text = subject(0, patches, series.design.id, series.design.title, columns);
    text += headerOf({{"From", series.design.source.author}, {"Date", series.design.source.date}, {"Source", subjectOf(series.design.source)},
                      {"Base", series.design.base}, {"Platform", series.platform}}, columns);
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < patches; ++i)
        rows.push_back({fmt::format("{}/{}", i + 1, patches), series.patches[i].id, series.patches[i].title});
    text += '\n' + table(rows, columns, 1);
    return text + '\n' + summaryOf(flowDiffs(series.texts.front(), series.texts.back()), columns);
}

std::string sectionOf(const Series& series, std::size_t index, int columns)
{
    const PatchInfo& patch = series.patches[index];
    std::string text = subject(index + 1, series.patches.size(), patch.id, patch.title, columns);
    text += headerOf({{"From", patch.source.author}, {"Date", patch.source.date}, {"Source", subjectOf(patch.source)},
                      {"Answers", questionOf(patch, series.questions[index])}, {"Needs", fmt::format("{}", fmt::join(patch.needs, ", "))},
                      {"Note", patch.mutation ? "plants a known mistake, for teaching" : ""}}, columns);
    const std::vector<FlowDiff> diffs = flowDiffs(series.texts[index], series.texts[index + 1]);
    if (diffs.empty())
        return text + "\nChanges no text on this platform.\n";
    text += '\n' + summaryOf(diffs, columns);
    for (const FlowDiff& diff : diffs)
        text += '\n' + unifiedDiff(diff);
    return text;
}

} // namespace

std::string seriesAsText(const Series& series, int columns)
{
    std::string text = coverOf(series, columns);
    for (std::size_t index = 0; index < series.patches.size(); ++index)
        text += '\n' + std::string(std::size_t(columns), '-') + "\n\n" + sectionOf(series, index, columns);
    return text;
}

} // namespace bindlab
