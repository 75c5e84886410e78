#include "report/compare_json.h"

#include "report/flow_diff.h"
#include "report/matrix_json.h"
#include "report/source.h"

#include <algorithm>

namespace bindlab {

namespace {

Json verdictAsJson(const PropertyVerdict& verdict)
{
    Json failures = Json::array();
    for (const Violation& violation : verdict.violations)
        failures.push_back({{"failure", violation.failure}, {"length", violation.steps.size()}, {"in_epilogue", violation.inEpilogue}});
    return {{"verdict", toText(verdict.verdict)}, {"failures", std::move(failures)}};
}

Json stepAsJson(const ComparedSide& side, int step)
{
    if (!side.run || step >= side.run->length())
        return nullptr;
    const StepRecord& record = side.run->record(step);
    return {{"thread", record.thread}, {"flow", record.flow}, {"line", record.line}, {"text", record.sentence}, {"forced", side.forced[std::size_t(step)]}};
}

Json scheduleAsJson(Schedule schedule)
{
    switch (schedule) {
    case Schedule::None: return nullptr;
    case Schedule::FailureOfFirst: return "first";
    case Schedule::FailureOfSecond: return "second";
    case Schedule::Fair: return "fair";
    }
    return nullptr;
}

Json diffAsJson(const FlowDiff& diff)
{
    Json lines = Json::array();
    for (const DiffLine& line : diff.lines)
        if (line.kind != DiffLine::Kind::Gap)
            lines.push_back({{"change", line.kind == DiffLine::Kind::Added ? "+" : line.kind == DiffLine::Kind::Removed ? "-" : " "},
                             {"first", line.first == 0 ? Json() : Json(line.first)},
                             {"second", line.second == 0 ? Json() : Json(line.second)},
                             {"text", line.text},
                             {"patch", line.patch}});
    return {{"flow", diff.name}, {"lines", std::move(lines)}};
}

/// A schedule as Comparison has it, with whose run it is.
Json leadAsJson(const Lead& lead)
{
    if (lead.schedule == Schedule::Fair || lead.schedule == Schedule::None)
        return {{"schedule", scheduleAsJson(lead.schedule)}};
    return {{"schedule", scheduleAsJson(lead.schedule)},
            {"property", lead.violation.property},
            {"failure", lead.violation.failure},
            {"length", lead.violation.steps.size()}};
}

} // namespace

Json comparisonAsJson(const Comparison& comparison, const Library& library)
{
    const std::array<ComparedSide, 2>& sides = comparison.sides;
    const auto properties = library.properties();
    Json verdicts = Json::array();
    for (const ComparedProperty& property : comparedProperties(comparison)) {
        const auto info = std::ranges::find(properties, property.id, &PropertyInfo::id);
        verdicts.push_back({{"property", property.id},
                            {"title", info == properties.end() ? "" : info->title},
                            {"differs", property.differs()},
                            {"first", verdictAsJson(property.sides[0])},
                            {"second", verdictAsJson(property.sides[1])}});
    }
    Json steps = Json::array();
    const int length = std::max(sides[0].run ? sides[0].run->length() : 0, sides[1].run ? sides[1].run->length() : 0);
    for (int step = 0; step < length; ++step)
        steps.push_back({{"first", stepAsJson(sides[0], step)}, {"second", stepAsJson(sides[1], step)}});
    const auto only = differingPatches(library, {sides[0].cell.selection, sides[1].cell.selection});
    Json played = nullptr;
    if (comparison.schedule == Schedule::FailureOfFirst || comparison.schedule == Schedule::FailureOfSecond)
        played = {{"property", comparison.played.property}, {"failure", comparison.played.failure}, {"length", comparison.played.steps.size()}};
    Json split = nullptr;
    if (comparison.split >= 0) {
        const Parting& parting = comparison.parting;
        Json because = Json::array();
        for (const StateDifference& reason : parting.because)
            because.push_back({{"name", reason.name}, {"first", reason.values[0]}, {"second", reason.values[1]}});
        const auto side = [&](std::size_t at) -> Json {
            return {{"does", parting.acts[at]}, {"patch", parting.patches[at]}, {"outcome", parting.outcomes[at]}};
        };
        split = {{"step", comparison.split + 1}, {"sentence", comparison.sentence}, {"first", side(0)}, {"second", side(1)}, {"because", std::move(because)}};
    }
    Json leads = Json::array();
    for (const Lead& lead : leadsOf(comparison))
        leads.push_back(leadAsJson(lead));
    Json diffs = Json::array();
    for (const FlowDiff& diff : flowDiffs(comparison))
        diffs.push_back(diffAsJson(diff));
    return {{"scenario", sides[0].cell.selection.scenario},
            {"platform", sides[0].cell.selection.platform},
            {"first", cellAsJson(sides[0].cell)},
            {"second", cellAsJson(sides[1].cell)},
            {"verdicts", std::move(verdicts)},
            {"patches", {{"only_first", patchesAsJson(only[0])}, {"only_second", patchesAsJson(only[1])}}},
            {"diff", std::move(diffs)},
            {"schedules", std::move(leads)},
            {"schedule", scheduleAsJson(comparison.schedule)},
            {"played", std::move(played)},
            {"split", std::move(split)},
            {"steps", std::move(steps)}};
}

Json differencesAsJson(const Matrix& matrix, const Library& library)
{
    const auto scenarios = library.scenarios();
    Json items = Json::array();
    for (std::size_t scenario = 0; scenario < matrix.scenarios.size(); ++scenario) {
        const MatrixCell& first = matrix.at(0, scenario, 0);
        const MatrixCell& second = matrix.at(1, scenario, 0);
        if (sameVerdict(first, second))
            continue;
        const auto info = std::ranges::find(scenarios, matrix.scenarios[scenario], &ScenarioInfo::id);
        items.push_back({{"scenario", matrix.scenarios[scenario]},
                         {"name", info == scenarios.end() ? "" : info->name},
                         {"first", cellAsJson(first)},
                         {"second", cellAsJson(second)}});
    }
    return items;
}

} // namespace bindlab
