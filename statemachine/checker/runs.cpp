#include "checker/runs.h"

#include "checker/essence.h"

namespace bindlab {

namespace {

constexpr std::uint64_t mostStates = 400'000;           ///< of which every step is kept
constexpr std::uint64_t workOfOneEssence = 60'000'000;  ///< about a second

} // namespace

void lookAtRuns(const std::shared_ptr<const Model>& model, const CheckOptions& options, CheckResult& result)
{
    if (!options.essence || result.violations.empty())
        return;
    const bool complete = result.bound.empty();
    const auto graph = complete ? exploreAll(*model, mostStates, options.cancel) : std::nullopt;
    for (Violation& violation : result.violations) {
        Essence unsettled;
        unsettled.sentence = "What alone forces it is not settled: not every run was looked at.";
        violation.essence = graph ? essenceOf(model, *graph, violation, workOfOneEssence) : unsettled;
    }
}

} // namespace bindlab
