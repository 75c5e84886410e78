#include "report/compare_text.h"

#include "report/flow_diff.h"
#include "report/matrix_text.h"
#include "report/source.h"
#include "report/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace bindlab {

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string nameOf(const Selection& selection)
{
    const std::string name = designName(selection);
    return name.empty() ? "the model" : name;
}

template <typename Info>
std::string titleOf(const std::vector<Info>& infos, const std::string& id)
{
    const auto found = std::ranges::find(infos, id, &Info::id);
    return found == infos.end() ? std::string() : found->title;
}

std::string paragraph(const std::string& text, int columns)
{
    std::string lines;
    for (const std::string& line : wrapped(text, columns))
        lines += line + '\n';
    return lines;
}

std::string scope(const Comparison& comparison, const Library& library, int columns)
{
    Rows rows;
    for (const ComparedSide& side : comparison.sides)
        rows.push_back({"design", nameOf(side.cell.selection), titleOf(library.designs(), side.cell.selection.design)});
    const Selection& selection = comparison.sides[0].cell.selection;
    rows.push_back({"scenario", selection.scenario, titleOf(library.scenarios(), selection.scenario)});
    if (!library.platforms().empty())
        rows.push_back({"platform", selection.platform, titleOf(library.platforms(), selection.platform)});
    return table(rows, columns);
}

/// Why one of the two does not run; diagnostics keep their lines.
std::string obstacles(const Comparison& comparison, int columns)
{
    std::string text;
    for (const ComparedSide& side : comparison.sides) {
        const std::string name = nameOf(side.cell.selection);
        if (!side.cell.whyNotApplicable.empty())
            text += "\n" + paragraph(fmt::format("{} does not apply: {}", name, side.cell.whyNotApplicable), columns);
        if (!side.cell.error.empty())
            text += fmt::format("\n{} could not be run\n{}{}", name, side.cell.error, side.cell.error.ends_with('\n') ? "" : "\n");
        if (!side.cell.result.bound.empty())
            text += "\n" + paragraph(fmt::format("{} has been checked only in part: {}", name, side.cell.result.bound), columns);
    }
    return text;
}

std::string inShort(const PropertyVerdict& verdict)
{
    switch (verdict.verdict) {
    case Verdict::Holds: return "holds";
    case Verdict::NotApplicable: return "n/a";
    case Verdict::Bounded: return "?";
    case Verdict::Violated: break;
    }
    std::vector<std::string> failures;
    for (const Violation& violation : verdict.violations) {
        const std::string what = fmt::format("{}{}{}", violation.failure, violation.failure.empty() ? "" : " ", stepsInWords(violation.steps.size()));
        failures.push_back(violation.inEpilogue ? "(" + what + ")" : what);
    }
    return fmt::format("{}", fmt::join(failures, ", "));
}

/// "29 other properties hold in both; 2 apply to neither"; empty when all were told.
std::string restInWords(int kept, int unsaid, bool others)
{
    const auto counted = [&](int count) { return fmt::format("{}{} {}", count, others ? " other" : "", count == 1 ? "property" : "properties"); };
    if (kept == 0 && unsaid == 0)
        return {};
    const std::string holding = fmt::format("{} {} in both", counted(kept), kept == 1 ? "holds" : "hold");
    const std::string applying = unsaid == 1 ? "applies to neither" : "apply to neither";
    if (unsaid == 0)
        return holding;
    return kept == 0 ? fmt::format("{} {}", counted(unsaid), applying) : fmt::format("{}; {} {}", holding, unsaid, applying);
}

std::string verdicts(const Comparison& comparison, const Library& library, int columns)
{
    const auto known = library.properties();
    const auto counts = [](const ComparedSide& side) -> std::string {
        return side.model == nullptr ? "-" : fmt::format("{} states", side.cell.result.states);
    };
    Rows rows{{"", "", nameOf(comparison.sides[0].cell.selection), nameOf(comparison.sides[1].cell.selection), ""},
              {"", "", counts(comparison.sides[0]), counts(comparison.sides[1]), ""}};
    bool differ = false;
    bool brackets = false;
    bool bounded = false;
    int kept = 0;
    int unsaid = 0;
    for (const ComparedProperty& property : comparedProperties(comparison)) {
        const auto is = [&](Verdict verdict) { return property.sides[0].verdict == verdict && property.sides[1].verdict == verdict; };
        if (is(Verdict::Holds) || is(Verdict::NotApplicable)) {
            ++(is(Verdict::Holds) ? kept : unsaid);
            continue;
        }
        rows.push_back({property.differs() ? "*" : "", property.id, inShort(property.sides[0]), inShort(property.sides[1]), titleOf(known, property.id)});
        differ = differ || property.differs();
        for (const PropertyVerdict& side : property.sides) {
            bounded = bounded || side.verdict == Verdict::Bounded;
            brackets = brackets || std::ranges::any_of(side.violations, &Violation::inEpilogue);
        }
    }
    std::string text = table(rows, columns);
    const std::string rest = restInWords(kept, unsaid, rows.size() > 2);
    if (!rest.empty())
        text += '\n' + paragraph(rest, columns);
    Rows marks;
    if (differ)
        marks.push_back({"*", "differs"});
    if (brackets)
        marks.push_back({"( )", "only while everything is being closed"});
    if (bounded)
        marks.push_back({"?", "not seen to break before the bound"});
    return marks.empty() ? text : text + '\n' + table(marks, columns);
}

std::string patches(const Comparison& comparison, const Library& library, int columns)
{
    const std::array<Selection, 2> selections{comparison.sides[0].cell.selection, comparison.sides[1].cell.selection};
    const auto only = differingPatches(library, selections);
    std::string text;
    const auto designs = library.designs();
    std::array<std::string, 2> bases;
    for (std::size_t side = 0; side < 2; ++side)
        if (const auto design = std::ranges::find(designs, selections[side].design, &DesignInfo::id); design != designs.end())
            bases[side] = design->base;
    if (bases[0] != bases[1])
        text += '\n' + paragraph(fmt::format("{} stands on {}, {} on {}", nameOf(selections[0]), bases[0], nameOf(selections[1]), bases[1]), columns);
    for (std::size_t side = 0; side < 2; ++side)
        if (!only[side].empty())
            text += fmt::format("\nOnly in {}\n{}", nameOf(selections[side]), patchesAsText(only[side], columns, 2));
    return text.empty() && selections[0].design != selections[1].design ? "\nNo patch differs.\n" : text;
}

/// The lines that differ, unless there are too many for a reader who has not asked for them.
std::string diffs(const Comparison& comparison, int columns, bool whole)
{
    constexpr std::ptrdiff_t readable = 60;
    const std::vector<FlowDiff> all = flowDiffs(comparison);
    const std::string text = diffsAsText(all);
    if (all.empty() || whole || std::ranges::count(text, '\n') <= readable)
        return all.empty() ? text : '\n' + text;
    int added = 0;
    int removed = 0;
    for (const FlowDiff& diff : all) {
        added += diff.added();
        removed += diff.removed();
    }
    return '\n' + paragraph(fmt::format("{} flows differ, {} lines more and {} lines less in {}; --diff prints them", all.size(), added, removed,
                                        nameOf(comparison.sides[1].cell.selection)), columns);
}

/// The command that prints the same again.
std::string repeated(const Comparison& comparison)
{
    const auto quoted = [](const Selection& selection) {
        const std::string name = designName(selection);
        return name.find(' ') == std::string::npos ? name : "'" + name + "'";
    };
    const Selection& selection = comparison.sides[0].cell.selection;
    std::string text = fmt::format("bindlab compare {} {}", quoted(selection), quoted(comparison.sides[1].cell.selection));
    if (!selection.scenario.empty())
        text += " --scenario " + selection.scenario;
    if (!selection.platform.empty() && selection.platform != Selection().platform)
        text += " --platform " + selection.platform;
    const std::vector<Lead> leads = leadsOf(comparison);
    if (!leads.empty() && comparison.schedule == Schedule::Fair && leads.front().schedule != Schedule::Fair)
        text += " --follow turns";
    else if (!leads.empty() && comparison.played.property != leads.front().violation.property)
        text += " --follow " + (comparison.played.failure.empty() ? comparison.played.property : comparison.played.failure);
    return text;
}

std::string scheduleInWords(const Comparison& comparison)
{
    if (comparison.schedule == Schedule::Fair)
        return "Neither breaks what the other keeps, so the threads take turns, one step each.";
    const std::size_t leader = comparison.schedule == Schedule::FailureOfFirst ? 0 : 1;
    const std::string failure = comparison.played.failure.empty() ? "" : " (" + comparison.played.failure + ")";
    return fmt::format("Both follow the picks of the shortest run in which {} breaks {}{} and {} does not: {}.", nameOf(comparison.sides[leader].cell.selection),
                       comparison.played.property, failure, nameOf(comparison.sides[1 - leader].cell.selection), stepsInWords(comparison.played.steps.size()));
}

/// What one side does at a step; empty when it has ended.
std::string stepOf(const ComparedSide& side, int step)
{
    if (step >= side.run->length())
        return {};
    const std::string& forced = side.forced[std::size_t(step)];
    const std::string& sentence = side.run->record(step).sentence;
    if (forced.empty())
        return sentence;
    // The reason is told once for as long as it stays the same.
    return (step > 0 && side.forced[std::size_t(step) - 1] == forced ? "> " : fmt::format("> {}: ", forced)) + sentence;
}

std::string lockStep(const Comparison& comparison, int columns)
{
    const std::array<ComparedSide, 2>& sides = comparison.sides;
    const int length = std::max(sides[0].run->length(), sides[1].run->length());
    const int together = comparison.split < 0 ? length : comparison.split;
    const int digits = int(fmt::formatted_size("{}", length));
    std::string text;
    Rows rows;
    for (int step = 0; step < together; ++step) {
        const StepRecord& record = sides[0].run->record(step);
        const std::string place = record.flow.empty() ? std::string() : record.flow;
        rows.push_back({fmt::format("{:>{}}", step + 1, digits), place, stepOf(sides[0], step)});
    }
    text += table(rows, columns, 2);
    if (comparison.split < 0)
        return text;

    const int width = std::max(10, (columns - 2 - digits - 2 - 3) / 2);
    const auto line = [&](const std::string& number, const std::string& left, const std::string& right) {
        std::string padded = fmt::format("  {:>{}}  {}", number, digits, left);
        padded.append(std::size_t(std::max(0, 4 + digits + width - columnsOf(padded))), ' ');
        padded += " | " + right;
        padded.erase(padded.find_last_not_of(' ') + 1);
        return padded + '\n';
    };
    text += text.empty() ? "" : "\n";
    text += line("", wrapped(nameOf(sides[0].cell.selection), width).front(), wrapped(nameOf(sides[1].cell.selection), width).front());
    for (int step = together; step < length; ++step) {
        const auto left = wrapped(stepOf(sides[0], step), width);
        const auto right = wrapped(stepOf(sides[1], step), width);
        for (std::size_t at = 0; at < std::max(left.size(), right.size()); ++at)
            text += line(at == 0 ? std::to_string(step + 1) : "", at < left.size() ? left[at] : "", at < right.size() ? right[at] : "");
    }
    const bool forced = std::ranges::any_of(sides, [](const ComparedSide& side) {
        return std::ranges::any_of(side.forced, [](const std::string& why) { return !why.empty(); });
    });
    return forced ? text + "\n" + paragraph("> the picked thread could not go, for the reason given there or last, and the next one that was ready moved", columns) : text;
}

} // namespace

std::string comparisonAsText(const Comparison& comparison, const Library& library, int columns, bool wholeDiff)
{
    std::string text = scope(comparison, library, columns) + obstacles(comparison, columns);
    if (comparison.schedule != Schedule::None)
        text += '\n' + paragraph(scheduleInWords(comparison), columns) + '\n' + paragraph(comparison.sentence, columns);
    if (comparison.sides[0].model && comparison.sides[1].model)
        text += '\n' + verdicts(comparison, library, columns);
    if (comparison.schedule != Schedule::None)
        text += '\n' + lockStep(comparison, columns);
    text += patches(comparison, library, columns) + diffs(comparison, columns, wholeDiff);
    return text + "\nTo repeat: " + repeated(comparison) + '\n';
}

std::string differencesAsText(const Matrix& matrix, const Library& library, int columns)
{
    const auto scenarios = library.scenarios();
    Rows rows{{"", "", matrix.designs[0], matrix.designs[1]}};
    int differ = 0;
    for (std::size_t scenario = 0; scenario < matrix.scenarios.size(); ++scenario) {
        const MatrixCell& first = matrix.at(0, scenario, 0);
        const MatrixCell& second = matrix.at(1, scenario, 0);
        if (sameVerdict(first, second))
            continue;
        const auto info = std::ranges::find(scenarios, matrix.scenarios[scenario], &ScenarioInfo::id);
        ++differ;
        const std::array<std::vector<std::string>, 2> lines{cellInShort(first), cellInShort(second)};
        for (std::size_t line = 0; line < std::max(lines[0].size(), lines[1].size()); ++line) {
            const auto at = [&](std::size_t side) { return line < lines[side].size() ? lines[side][line] : std::string(); };
            rows.push_back({line == 0 ? matrix.scenarios[scenario] : "", line == 0 && info != scenarios.end() ? info->name : "", at(0), at(1)});
        }
    }
    if (differ == 0)
        return paragraph(fmt::format("{} and {} have the same verdict in all {} scenarios.", matrix.designs[0], matrix.designs[1], matrix.scenarios.size()), columns);
    return paragraph(fmt::format("{} and {} differ in {} of {} scenarios.", matrix.designs[0], matrix.designs[1], differ, matrix.scenarios.size()), columns)
        + '\n' + table(rows, columns);
}

} // namespace bindlab
