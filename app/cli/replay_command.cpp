#include "cli/commands.h"

#include "checker/value_history.h"
#include "cli/saved_run.h"
#include "journey/journey.h"
#include "report/json.h"
#include "report/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ostream>

namespace bindlab {

namespace {

/// Where the assignment stands: at the start, and at each step that moves it or that it has no arrow for.
std::string journeyAsText(const std::vector<JourneyStep>& journey, int columns)
{
    if (journey.empty())
        return {};
    std::vector<std::vector<std::string>> rows;
    for (std::size_t step = 0; step < journey.size(); ++step) {
        const bool moved = step == 0 || journey[step].journey.at() != journey[step - 1].journey.at();
        if (moved || journey[step].warning)
            rows.push_back({step == 0 ? "start" : fmt::format("step {}", step), std::string(journey[step].journey.state()),
                            journey[step].warning ? "warning: " + *journey[step].warning : std::string()});
    }
    return "\nWhere the assignment stands\n" + table(rows, columns, 2);
}

Json journeyAsJson(const std::vector<JourneyStep>& journey)
{
    Json steps = Json::array();
    for (const JourneyStep& step : journey) {
        Json entry{{"state", step.journey.state()}, {"path", step.journey.path()}};
        if (step.warning)
            entry["warning"] = *step.warning;
        steps.push_back(std::move(entry));
    }
    return steps;
}

std::string changesAsText(const std::vector<ValueChange>& changes, const Run& run, int columns)
{
    std::vector<std::vector<std::string>> rows;
    for (const ValueChange& change : changes) {
        const StepRecord& record = run.record(change.step);
        rows.push_back({fmt::format("step {}", change.step + 1), record.thread, fmt::format("{}:{}", record.flow, record.line), change.difference.name,
                        fmt::format("{} -> {}", change.difference.values[0], change.difference.values[1])});
    }
    return table(rows, columns);
}

Json changesAsJson(const std::vector<ValueChange>& changes, const Run& run)
{
    Json list = Json::array();
    for (const ValueChange& change : changes) {
        const StepRecord& record = run.record(change.step);
        list.push_back({{"step", change.step + 1}, {"thread", record.thread}, {"flow", record.flow}, {"line", record.line}, {"text", record.text},
                        {"name", change.difference.name}, {"before", change.difference.values[0]}, {"after", change.difference.values[1]}});
    }
    return list;
}

/// Only the steps that set what `options.why` names.
Status sayWhy(const ReplayOptions& options, const Run& run, const Console& console)
{
    const std::vector<ValueChange> changes = changesOf(run, options.why);
    if (changes.empty() && !hasValue(run, options.why))
        return complain(unknownName("value", options.why, valueNames(run)));
    if (options.json)
        console.out << changesAsJson(changes, run).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else if (changes.empty())
        console.out << options.why << " is the same in the whole run.\n";
    else
        console.out << changesAsText(changes, run, console.columns);
    return exitDone;
}

} // namespace

Status replayCommand(const ReplayOptions& options, const Console& console)
{
    const auto saved = loadRun(options.trace, options.file);
    if (!saved)
        return tl::unexpected(saved.error());
    if (!options.why.empty())
        return sayWhy(options, saved->run, console);
    const auto journey = followJourney(saved->run);
    if (options.json) {
        Json run = runAsJson(saved->run);
        run["journey"] = journeyAsJson(journey);
        console.out << run.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    } else {
        console.out << runAsText(saved->run, saved->choice.flows, console.columns) << journeyAsText(journey, console.columns);
    }
    return findingsOf(saved->run).empty() ? exitDone : exitViolated;
}

} // namespace bindlab
