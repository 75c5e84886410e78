#include "report/design_report.h"

#include "report/matrix_text.h"
#include "report/source.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>

namespace bindlab {

namespace {

using Rows = std::vector<std::vector<std::string>>;

template <typename Info>
const Info* infoOf(const std::vector<Info>& infos, const std::string& id)
{
    const auto found = std::ranges::find(infos, id, &Info::id);
    return found == infos.end() ? nullptr : &*found;
}

void note(std::vector<BrokenProperty>& broken, const Violation& violation, const std::string& scenario, const std::vector<PropertyInfo>& properties)
{
    auto entry = std::ranges::find_if(broken, [&](const BrokenProperty& known) { return known.property == violation.property && known.failure == violation.failure; });
    if (entry == broken.end()) {
        const PropertyInfo* info = infoOf(properties, violation.property);
        entry = broken.insert(broken.end(), {violation.property, info == nullptr ? "" : info->title, violation.failure, {}, 0, {}});
    }
    const int length = int(violation.steps.size());
    const bool shortest = std::ranges::all_of(entry->found, [&](const BrokenProperty::Place& place) { return length < place.length; });
    if (shortest) {
        entry->message = violation.message;
        entry->switches = violation.switches;
    }
    entry->found.push_back({scenario, length});
}

void order(std::vector<BrokenProperty>& broken)
{
    for (BrokenProperty& entry : broken)
        std::ranges::stable_sort(entry.found, {}, &BrokenProperty::Place::length);
    std::ranges::stable_sort(broken, {}, [](const BrokenProperty& entry) { return entry.found.front().length; });
}

PlatformReport platformReport(const Matrix& matrix, const Library& library, std::size_t design, std::size_t platform)
{
    PlatformReport report;
    report.platform = matrix.platforms[platform];
    const auto platforms = library.platforms();
    if (const PlatformInfo* info = infoOf(platforms, report.platform))
        report.title = info->title;
    const auto properties = library.properties();
    for (std::size_t scenario = 0; scenario < matrix.scenarios.size(); ++scenario) {
        const MatrixCell& cell = matrix.at(design, scenario, platform);
        const std::string& id = matrix.scenarios[scenario];
        if (cell.error.empty() && cell.result.verdict == Verdict::NotApplicable) {
            report.notApplicable.push_back({id, cell.whyNotApplicable});
            continue;
        }
        ++report.scenarios;
        if (!cell.error.empty()) {
            report.errors.push_back({id, cell.error});
            continue;
        }
        if (!cell.result.bound.empty())
            report.withoutVerdict.push_back({id, cell.result.bound});
        else if (cell.result.verdict == Verdict::Holds)
            report.survived.push_back(id);
        for (const Violation& violation : cell.result.violations)
            note(violation.inEpilogue ? report.onlyInEpilogue : report.broken, violation, id, properties);
    }
    order(report.broken);
    order(report.onlyInEpilogue);
    return report;
}

std::string lines(const std::string& text, int columns, int indent)
{
    std::string all;
    for (const std::string& line : wrapped(text, columns - indent))
        all += std::string(std::size_t(indent), ' ') + line + '\n';
    return all;
}

/// Ids with their short names, as a list.
std::string scenarioRows(const std::vector<std::string>& ids, const std::vector<ScenarioInfo>& scenarios, int columns)
{
    Rows rows;
    for (const std::string& id : ids) {
        const ScenarioInfo* info = infoOf(scenarios, id);
        rows.push_back({id, info == nullptr ? "" : info->name, info == nullptr ? "" : info->title});
    }
    return table(rows, columns, 4);
}

std::string brokenAsText(const std::string& heading, const std::vector<BrokenProperty>& broken, const std::vector<ScenarioInfo>& scenarios, int columns)
{
    if (broken.empty())
        return {};
    std::string text = "\n  " + heading + "\n";
    for (const BrokenProperty& entry : broken) {
        const BrokenProperty::Place& first = entry.found.front();
        const ScenarioInfo* info = infoOf(scenarios, first.scenario);
        text += lines(fmt::format("{}{}: {}", entry.property, entry.failure.empty() ? "" : " (" + entry.failure + ")", entry.title), columns, 4);
        text += lines(entry.message, columns, 8);
        std::string where = fmt::format("{} in {}{}", stepsInWords(std::size_t(first.length)), first.scenario, info == nullptr ? "" : " " + info->name);
        std::vector<std::string> more;
        for (std::size_t place = 1; place < entry.found.size(); ++place)
            more.push_back(fmt::format("{} in {}", entry.found[place].length, entry.found[place].scenario));
        if (!more.empty())
            where += fmt::format("; {}", fmt::join(more, ", "));
        text += lines(where, columns, 8);
    }
    return text;
}

std::string remarksAsText(const std::string& heading, const std::vector<ScenarioRemark>& remarks, int columns)
{
    if (remarks.empty())
        return {};
    std::string text = "\n  " + heading + "\n";
    Rows rows;
    for (const ScenarioRemark& remark : remarks) {
        std::string why = remark.why;
        std::ranges::replace(why, '\n', ' ');
        rows.push_back({remark.scenario, why});
    }
    return text + table(rows, columns, 4);
}

std::string summaryOf(const DesignReport& report)
{
    std::vector<std::string> parts;
    const BrokenProperty* soonest = nullptr;
    const PlatformReport* where = nullptr;
    bool missing = false;
    for (const PlatformReport& platform : report.platforms) {
        parts.push_back(fmt::format("{} of {}{}{}", platform.survived.size(), platform.scenarios, parts.empty() ? " scenarios" : "",
                                    platform.platform.empty() ? "" : " on " + platform.platform));
        missing = missing || !platform.withoutVerdict.empty() || !platform.errors.empty();
        for (const auto* broken : {&platform.broken, &platform.onlyInEpilogue})
            if (!broken->empty() && (soonest == nullptr || broken->front().found.front().length < soonest->found.front().length)) {
                soonest = &broken->front();
                where = &platform;
            }
    }
    std::string text = fmt::format("{} survives {}", report.design.id, fmt::join(parts, ", "));
    if (soonest != nullptr)
        text += fmt::format("; first broken: {} in {} ({}{})", soonest->property, stepsInWords(std::size_t(soonest->found.front().length)),
                            soonest->found.front().scenario, where->platform.empty() ? "" : ", " + where->platform);
    return text + (missing ? "; not all have a verdict." : ".");
}

Json brokenAsJson(const std::vector<BrokenProperty>& broken)
{
    Json items = Json::array();
    for (const BrokenProperty& entry : broken) {
        Json also = Json::array();
        for (std::size_t place = 1; place < entry.found.size(); ++place)
            also.push_back({{"scenario", entry.found[place].scenario}, {"length", entry.found[place].length}});
        items.push_back({{"property", entry.property},
                         {"title", entry.title},
                         {"failure", entry.failure},
                         {"message", entry.message},
                         {"length", entry.found.front().length},
                         {"switches", entry.switches},
                         {"scenario", entry.found.front().scenario},
                         {"also", std::move(also)}});
    }
    return items;
}

Json remarksAsJson(const std::vector<ScenarioRemark>& remarks)
{
    Json items = Json::array();
    for (const ScenarioRemark& remark : remarks)
        items.push_back({{"scenario", remark.scenario}, {"why", remark.why}});
    return items;
}

} // namespace

DesignReport reportOn(const Matrix& matrix, const Library& library, const std::string& design)
{
    DesignReport report;
    const auto designs = library.designs();
    if (const DesignInfo* info = infoOf(designs, design))
        report.design = *info;
    report.design.id = design;
    const std::size_t row = std::size_t(std::ranges::find(matrix.designs, design) - matrix.designs.begin());
    if (row == matrix.designs.size())
        return report;
    report.patches = patchesOf(library, matrix.at(row, 0, 0).selection);
    for (std::size_t platform = 0; platform < matrix.platforms.size(); ++platform)
        report.platforms.push_back(platformReport(matrix, library, row, platform));
    return report;
}

std::string reportAsText(const DesignReport& report, const Library& library, int columns)
{
    const auto scenarios = library.scenarios();
    std::string text = table({{report.design.id, report.design.title}}, columns);
    text += lines(fmt::format("on base {}", report.design.base), columns, 4);
    if (const std::string source = sourceAsText(report.design.source); !source.empty())
        text += lines(source, columns, 4);
    if (!report.patches.empty())
        text += "\nPatches\n" + patchesAsText(report.patches, columns, 2);

    for (const PlatformReport& platform : report.platforms) {
        text += '\n' + lines(platform.platform.empty() ? "All scenarios" : fmt::format("On {}: {}", platform.platform, platform.title), columns, 0);
        text += fmt::format("\n  Survives {} of {} scenarios\n", platform.survived.size(), platform.scenarios) + scenarioRows(platform.survived, scenarios, columns);
        text += brokenAsText("Broken", platform.broken, scenarios, columns);
        text += brokenAsText("Broken only while everything is being closed", platform.onlyInEpilogue, scenarios, columns);
        text += remarksAsText("Does not apply", platform.notApplicable, columns);
        text += remarksAsText("Without a verdict", platform.withoutVerdict, columns);
        text += remarksAsText("Could not be run", platform.errors, columns);
    }
    return text + '\n' + lines(summaryOf(report), columns, 0);
}

Json reportAsJson(const DesignReport& report)
{
    Json platforms = Json::array();
    for (const PlatformReport& platform : report.platforms)
        platforms.push_back({{"platform", platform.platform},
                             {"title", platform.title},
                             {"scenarios", platform.scenarios},
                             {"survived", platform.survived},
                             {"broken", brokenAsJson(platform.broken)},
                             {"only_in_epilogue", brokenAsJson(platform.onlyInEpilogue)},
                             {"not_applicable", remarksAsJson(platform.notApplicable)},
                             {"without_verdict", remarksAsJson(platform.withoutVerdict)},
                             {"errors", remarksAsJson(platform.errors)}});
    return {{"design", report.design.id},
            {"title", report.design.title},
            {"base", report.design.base},
            {"source", sourceAsJson(report.design.source)},
            {"patches", patchesAsJson(report.patches)},
            {"platforms", std::move(platforms)},
            {"summary", summaryOf(report)}};
}

} // namespace bindlab
