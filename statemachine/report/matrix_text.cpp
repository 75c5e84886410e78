#include "report/matrix_text.h"

#include "report/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>

namespace bindlab {

namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr const char* onlyInEpilogue = "only while everything is being closed:";

template <typename Info>
const Info* infoOf(const std::vector<Info>& infos, const std::string& id)
{
    const auto found = std::ranges::find(infos, id, &Info::id);
    return found == infos.end() ? nullptr : &*found;
}

/// A column of the table: a scenario's id, then what each design does in it.
struct Column {
    std::string head;
    std::string group;   ///< of scenarios that test one thing; may be empty
    std::vector<std::vector<std::string>> cells;
    int width = 0;
};

Column columnOf(const Matrix& matrix, std::size_t scenario, std::size_t platform)
{
    Column column;
    column.head = matrix.scenarios[scenario];
    column.width = columnsOf(column.head);
    for (std::size_t design = 0; design < matrix.designs.size(); ++design) {
        column.cells.push_back(cellInShort(matrix.at(design, scenario, platform)));
        for (const std::string& line : column.cells.back())
            column.width = std::max(column.width, columnsOf(line));
    }
    return column;
}

/// What each row is called: a long name, of a design with many patches, is told below the tables and has a number here.
std::vector<std::string> rowNames(const Matrix& matrix)
{
    constexpr int longest = 24;
    std::vector<std::string> names;
    int notes = 0;
    for (const std::string& design : matrix.designs)
        names.push_back(columnsOf(design) <= longest ? design : fmt::format("{} [{}]", designNamed(design).design, ++notes));
    return names;
}

/// The rows that have a number, with their patches.
std::string rowNotes(const Matrix& matrix, int columns)
{
    const std::vector<std::string> names = rowNames(matrix);
    Rows rows;
    for (std::size_t design = 0; design < names.size(); ++design)
        if (names[design] != matrix.designs[design])
            rows.push_back({names[design], matrix.designs[design]});
    return rows.empty() ? std::string() : table(rows, columns) + '\n';
}

/// Columns side by side, below the ids of their scenarios.
std::string columnsAsText(const Matrix& matrix, const std::vector<Column>& columns, std::size_t begin, std::size_t end)
{
    const std::vector<std::string> names = rowNames(matrix);
    Rows rows(1, {""});
    for (std::size_t column = begin; column < end; ++column)
        rows.back().push_back(columns[column].head);
    for (std::size_t design = 0; design < matrix.designs.size(); ++design) {
        std::size_t lines = 1;
        for (std::size_t column = begin; column < end; ++column)
            lines = std::max(lines, columns[column].cells[design].size());
        for (std::size_t line = 0; line < lines; ++line) {
            rows.push_back({line == 0 ? names[design] : std::string()});
            for (std::size_t column = begin; column < end; ++column) {
                const auto& cell = columns[column].cells[design];
                rows.back().push_back(line < cell.size() ? cell[line] : std::string());
            }
        }
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t cell = 0; cell < row.size(); ++cell) {
            const int width = cell == 0 ? 0 : columns[begin + cell - 1].width;
            line += row[cell] + std::string(std::size_t(std::max(0, width - columnsOf(row[cell]))), ' ');
            if (cell == 0) {
                int heads = 0;
                for (const std::string& design : names)
                    heads = std::max(heads, columnsOf(design));
                line.append(std::size_t(heads - columnsOf(row[cell])), ' ');
            }
            line += "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

/// A table for each group of scenarios, and more where its columns do not fit.
std::string tablesOf(const Matrix& matrix, const std::vector<ScenarioInfo>& scenarios, std::size_t platform, int columns)
{
    int heads = 0;
    for (const std::string& design : rowNames(matrix))
        heads = std::max(heads, columnsOf(design));
    std::vector<Column> all;
    for (std::size_t scenario = 0; scenario < matrix.scenarios.size(); ++scenario) {
        all.push_back(columnOf(matrix, scenario, platform));
        if (const ScenarioInfo* info = infoOf(scenarios, matrix.scenarios[scenario]))
            all.back().group = info->group;
    }
    std::string text;
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        for (int width = heads; end < all.size() && all[end].group == all[begin].group; ++end) {
            width += 2 + all[end].width;
            if (width > columns && end > begin)
                break;
        }
        text += '\n';
        if (const std::string& group = all[begin].group; !group.empty() && (begin == 0 || all[begin - 1].group != group))
            for (const std::string& line : wrapped(group, columns))
                text += line + '\n';
        text += columnsAsText(matrix, all, begin, end);
        begin = end;
    }
    return text;
}

/// Entries in columns of one width, row by row.
std::string packed(const std::vector<std::string>& entries, int columns, int indent)
{
    int width = 1;
    for (const std::string& entry : entries)
        width = std::max(width, columnsOf(entry));
    const std::size_t across = std::size_t(std::max(1, (columns - indent + 2) / (width + 2)));
    std::string text;
    for (std::size_t begin = 0; begin < entries.size(); begin += across) {
        std::string line(std::size_t(indent), ' ');
        for (std::size_t entry = begin; entry < std::min(begin + across, entries.size()); ++entry)
            line += entries[entry] + std::string(std::size_t(width + 2 - columnsOf(entries[entry])), ' ');
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

/// Only the marks that were used are explained.
std::string legend(const Matrix& matrix, const Library& library, int columns)
{
    const auto any = [&](const std::function<bool(const MatrixCell&)>& is) { return std::ranges::any_of(matrix.cells, is); };
    const auto has = [](const MatrixCell& cell, bool inEpilogue) {
        return std::ranges::any_of(shortFailures(cell.result), [&](const ShortFailure& failure) { return failure.inEpilogue == inEpilogue; });
    };
    Rows marks;
    if (any([](const MatrixCell& cell) { return cell.error.empty() && cell.result.verdict == Verdict::Holds; }))
        marks.push_back({"ok", "holds in every interleaving"});
    if (any([&](const MatrixCell& cell) { return has(cell, false); }))
        marks.push_back({"F1 26", "fails as F1; the shortest run has 26 steps. A property's id stands where the failure has none"});
    if (any([&](const MatrixCell& cell) { return has(cell, true); }))
        marks.push_back({"(F3 40)", "the same, found only while everything is being closed"});
    if (any([](const MatrixCell& cell) { return cell.error.empty() && cell.result.verdict == Verdict::NotApplicable; }))
        marks.push_back({"n/a", "does not apply"});
    if (any([](const MatrixCell& cell) { return !cell.result.bound.empty(); }))
        marks.push_back({"?", "stopped at a bound: what was not found may be there"});
    if (any([](const MatrixCell& cell) { return !cell.error.empty(); }))
        marks.push_back({"error", "could not be run"});

    const auto scenarios = library.scenarios();
    std::vector<std::string> names;
    for (const std::string& id : matrix.scenarios)
        if (const ScenarioInfo* scenario = infoOf(scenarios, id))
            names.push_back(id + " " + scenario->name);
    return table(marks, columns) + (names.empty() ? "" : "\n" + packed(names, columns, 0));
}

/// "D3a, S3 unbind-vs-destroy, tdx"
std::string headingOf(const MatrixCell& cell, const std::vector<ScenarioInfo>& scenarios)
{
    std::vector<std::string> parts;
    const auto add = [&](const std::string& part) {
        if (!part.empty())
            parts.push_back(part);
    };
    const ScenarioInfo* scenario = infoOf(scenarios, cell.selection.scenario);
    add(designName(cell.selection));
    add(cell.selection.scenario + (scenario == nullptr || scenario->name.empty() ? "" : " " + scenario->name));
    add(cell.selection.platform);
    return fmt::format("{}", fmt::join(parts, ", "));
}

/// The cells for which `why` says something, those of one reason together.
std::string reasons(const Matrix& matrix, const std::string& heading, int columns, const std::function<std::string(const MatrixCell&)>& why)
{
    std::vector<std::pair<std::string, std::string>> groups;   ///< reason, cells
    for (const MatrixCell& cell : matrix.cells) {
        const std::string reason = why(cell);
        if (reason.empty())
            continue;
        auto group = std::ranges::find(groups, reason, &std::pair<std::string, std::string>::first);
        if (group == groups.end())
            group = groups.insert(groups.end(), {reason, {}});
        std::vector<std::string> parts;
        for (const std::string& part : {designName(cell.selection), cell.selection.scenario, cell.selection.platform})
            if (!part.empty())
                parts.push_back(part);
        group->second += fmt::format("{}{}", group->second.empty() ? "" : ", ", fmt::join(parts, " "));
    }
    std::string text;
    for (const auto& [reason, cells] : groups) {
        text += text.empty() ? "\n" + heading + "\n" : "";
        for (const std::string& line : wrapped(cells, columns - 2))
            text += "  " + line + '\n';
        if (reason.ends_with('\n')) {
            text += reason;   // diagnostics point with a caret: their lines stay as they are
            continue;
        }
        for (const std::string& line : wrapped(reason, columns - 4))
            text += "    " + line + '\n';
    }
    return text;
}

std::string summary(const Matrix& matrix)
{
    std::size_t errors = 0;
    std::size_t counts[4] = {};
    std::size_t stopped = 0;
    for (const MatrixCell& cell : matrix.cells) {
        stopped += cell.stopped ? 1 : 0;
        ++(cell.error.empty() ? counts[std::size_t(cell.result.verdict)] : errors);
    }
    std::string text = fmt::format("{} {}: {} hold, {} violated", matrix.cells.size(), matrix.cells.size() == 1 ? "cell" : "cells",
                                   counts[std::size_t(Verdict::Holds)], counts[std::size_t(Verdict::Violated)]);
    const auto add = [&](std::size_t count, const char* what) { text += count == 0 ? "" : fmt::format(", {} {}", count, what); };
    add(counts[std::size_t(Verdict::NotApplicable)], "n/a");
    add(counts[std::size_t(Verdict::Bounded)], "without a verdict");
    add(errors, "that could not be run");
    if (stopped > 0)
        text += fmt::format("; stopped on request, {} done", matrix.cells.size() - stopped);
    return text;
}

Rows violationRows(const CheckResult& result, bool inEpilogue)
{
    Rows rows;
    for (const Violation& violation : result.violations)
        if (violation.inEpilogue == inEpilogue)
            rows.push_back({violation.property, violation.failure.empty() ? "-" : violation.failure, stepsInWords(violation.steps.size()), violation.message});
    return rows;
}

} // namespace

std::string stepsInWords(std::size_t steps)
{
    return fmt::format("{} {}", steps, steps == 1 ? "step" : "steps");
}

std::vector<std::string> cellInShort(const MatrixCell& cell)
{
    if (!cell.error.empty())
        return {"error"};
    std::vector<std::string> lines;
    for (const ShortFailure& failure : shortFailures(cell.result))
        lines.push_back(failure.inEpilogue ? fmt::format("({} {})", failure.name, failure.length) : fmt::format("{} {}", failure.name, failure.length));
    if (!cell.result.bound.empty())
        lines.emplace_back("?");
    if (lines.empty())
        lines.emplace_back(cell.result.verdict == Verdict::NotApplicable ? "n/a" : "ok");
    return lines;
}

std::string violationsAsText(const CheckResult& result, int columns, int indent)
{
    const std::string text = table(violationRows(result, false), columns, indent);
    const Rows apart = violationRows(result, true);
    if (apart.empty())
        return text;
    return text + std::string(std::size_t(indent), ' ') + onlyInEpilogue + '\n' + table(apart, columns, indent + 2);
}

std::string matrixAsText(const Matrix& matrix, const Library& library, int columns)
{
    const auto platforms = library.platforms();
    const auto scenarios = library.scenarios();
    std::string text;
    for (std::size_t platform = 0; platform < matrix.platforms.size(); ++platform) {
        const PlatformInfo* info = infoOf(platforms, matrix.platforms[platform]);
        if (info != nullptr)
            text += (text.empty() ? "" : "\n") + table({{info->id, info->title}}, columns);
        const std::string tables = tablesOf(matrix, scenarios, platform, columns);
        text += text.empty() ? tables.substr(1) : tables;
    }
    text += '\n' + rowNotes(matrix, columns) + legend(matrix, library, columns);

    std::string broken;
    for (const MatrixCell& cell : matrix.cells)
        if (cell.error.empty() && !cell.result.violations.empty())
            broken += '\n' + table({{headingOf(cell, scenarios)}}, columns) + violationsAsText(cell.result, columns, 2);
    text += broken;
    text += reasons(matrix, "Does not apply", columns, [](const MatrixCell& cell) { return cell.whyNotApplicable; });
    text += reasons(matrix, "Stopped at a bound", columns, [](const MatrixCell& cell) { return cell.error.empty() ? cell.result.bound : ""; });
    text += reasons(matrix, "Could not be run", columns, [](const MatrixCell& cell) { return cell.error; });
    return text + '\n' + summary(matrix) + '\n';
}

} // namespace bindlab
