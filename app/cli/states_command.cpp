#include "cli/commands.h"

#include "checker/reachable_states.h"
#include "cli/progress.h"
#include "report/states_report.h"

#include <fmt/format.h>

#include <ostream>

namespace bindlab {

Status statesCommand(const StatesCommandOptions& options, const Console& console)
{
    const InterruptGuard guard;
    const auto choice = chooseModel(options.model);
    if (!choice)
        return tl::unexpected(choice.error());
    std::optional<StateGraph> graph;
    {
        ProgressLine line(console);
        std::uint64_t seen = 0;
        graph = exploreAll(*choice->model, options.maxStates, &stopRequested(), [&](std::span<const std::int8_t>) {
            ++seen;
            line.show([&] { return fmt::format("{} states", seen); });
        });
    }
    if (!graph) {
        console.err << (stopRequested() ? "bindlab: stopped on request\n"
                                        : fmt::format("bindlab: there are more than {} states; allow more with --max-states\n", options.maxStates));
        return exitBounded;
    }
    const GraphFacts facts(*graph);
    const StatesAnswer answer{choice->model, choice->selection, *graph, facts};
    if (options.json)
        console.out << statesAsJson(answer).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        console.out << statesAsText(answer, choice->flows, console.columns);
    return facts.failures.empty() ? exitDone : exitViolated;
}

} // namespace bindlab
