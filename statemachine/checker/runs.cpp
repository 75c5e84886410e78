#include "checker/runs.h"

#include "checker/essence.h"
#include "checker/other_runs.h"

#include <algorithm>
#include <string>

namespace bindlab {

namespace {

constexpr std::uint64_t mostStates = 400'000;           ///< of which every step is kept
constexpr std::uint64_t workOfOneEssence = 60'000'000;  ///< about a second

std::vector<OtherRun> someOf(OtherRuns runs, int count)
{
    std::vector<OtherRun> some;
    while (int(some.size()) < count)
        if (auto run = runs.next())
            some.push_back(std::move(*run));
        else
            break;
    return some;
}

} // namespace

void lookAtRuns(const std::shared_ptr<const Model>& model, const CheckOptions& options, CheckResult& result)
{
    const bool wantsEssences = options.essence && !result.violations.empty();
    if (!wantsEssences && !options.passing && options.another <= 0)
        return;
    const auto graph = result.bound.empty() && result.states <= mostStates ? exploreAll(*model, mostStates, options.cancel) : std::nullopt;
    if (!graph)
        result.runsBound = !result.bound.empty() ? "the check did not see every state"
            : options.cancel && options.cancel->load() ? "stopped on request" : "more than " + std::to_string(mostStates) + " states";
    for (Violation& violation : result.violations) {
        if (wantsEssences) {
            Essence unsettled;
            unsettled.sentence = "What alone forces it is not settled: not every run was looked at.";
            violation.essence = graph ? essenceOf(model, *graph, violation, workOfOneEssence) : unsettled;
        }
        const std::uint64_t failure = graph ? graph->bitOf(violation.property, violation.failure) : 0;
        if (failure == 0 || violation.steps.empty())
            continue;
        OtherRuns runs(*graph, OtherRuns::Goal::Fails, failure);
        runs.show(violation.steps);
        violation.others = someOf(std::move(runs), options.another);
    }
    if (graph && options.passing) {
        std::uint64_t looked = 0;
        for (const StateGraph::Key& key : graph->keys)
            if (std::ranges::find(result.properties, key.property) != result.properties.end())
                looked |= graph->bitOf(key.property, key.failure);
        result.passing = someOf(OtherRuns(*graph, OtherRuns::Goal::Passes, looked), 1 + options.another);
    }
}

} // namespace bindlab
