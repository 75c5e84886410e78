#include "cli/commands.h"

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

} // namespace

Status replayCommand(const ReplayOptions& options, const Console& console)
{
    const auto saved = loadRun(options.trace, options.file);
    if (!saved)
        return tl::unexpected(saved.error());
    const auto journey = followJourney(saved->run);
    if (options.json) {
        Json run = runAsJson(saved->run);
        run["journey"] = journeyAsJson(journey);
        console.out << run.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    } else {
        console.out << runAsText(saved->run, saved->choice.library, console.columns) << journeyAsText(journey, console.columns);
    }
    return findingsOf(saved->run).empty() ? exitDone : exitViolated;
}

} // namespace bindlab
