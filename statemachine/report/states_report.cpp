#include "report/states_report.h"

#include <fmt/format.h>

#include <algorithm>

namespace bindlab {

namespace {

constexpr std::size_t mostDeadEnds = 10;   // of a text

std::vector<std::uint32_t> deadEndsOf(const StatesAnswer& states)
{
    std::vector<std::uint32_t> ends;
    for (std::uint32_t state = 0; state < states.graph.size(); ++state)
        if (states.facts.isDeadEnd(states.graph, state))
            ends.push_back(state);
    return ends;
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) { return fmt::format("{} {}", count, count == 1 ? one : many); }

/// "I3 (F1)"
std::string nameOf(const StateGraph::Key& key) { return key.failure.empty() ? key.property : fmt::format("{} ({})", key.property, key.failure); }

std::string noWayBackText(const GraphFacts::Failure& failure)
{
    if (failure.edges.empty())
        return "where everything starts";
    if (failure.noWayBackFrom == 0)
        return "every run fails from the start";
    return failure.noWayBackFrom == int(failure.edges.size()) ? "it can be avoided until the last step" : fmt::format("from step {} on every run fails", failure.noWayBackFrom);
}

std::string endsAsText(const StatesAnswer& states, int columns)
{
    const auto ends = states.facts.endsFrom(states.graph, 0);
    std::vector<std::vector<std::string>> rows{{"ends:", fmt::format("{}, {}", counted(ends.failing, "fails", "fail"), counted(ends.safe, "holds", "hold"))}};
    rows.push_back({"no way back:", states.facts.doomed == 0 ? "from every state that has not failed yet some run holds"
                                                             : counted(states.facts.doomed, "state from which every run fails", "states from which every run fails")});
    std::string list;
    const auto dead = deadEndsOf(states);
    for (std::size_t i = 0; i < std::min(dead.size(), mostDeadEnds); ++i)
        list += fmt::format("{}state {} after {}", i == 0 ? "" : ", ", dead[i], counted(states.facts.depth[dead[i]], "step", "steps"));
    if (dead.size() > mostDeadEnds)
        list += fmt::format(" and {} more", dead.size() - mostDeadEnds);
    rows.push_back({"dead ends:", dead.empty() ? "none" : list});
    return table(rows, columns);
}

std::string failuresAsText(const StatesAnswer& states, int columns)
{
    if (states.facts.failures.empty())
        return "\nNothing is broken on any run.\n";
    std::vector<std::vector<std::string>> rows{{"broken", "steps", "switches", "no way back"}};
    for (const GraphFacts::Failure& failure : states.facts.failures)
        rows.push_back({nameOf(states.graph.keys[std::size_t(failure.key)]), std::to_string(failure.edges.size()), std::to_string(failure.switches), noWayBackText(failure)});
    const GraphFacts::Failure& shortest = states.facts.failures.front();
    std::string text = "\nShortest failing runs\n" + table(rows, columns, 2);
    if (const auto run = replay(states.model, stepsOf(states.graph, shortest.edges)); run && run->length() > 0)
        text += fmt::format("\nThe shortest of all breaks {}\n", nameOf(states.graph.keys[std::size_t(shortest.key)])) + stepsAsText(*run, columns, 2);
    return text;
}

Json runAsJson(const StatesAnswer& states, const GraphFacts::Failure& failure)
{
    Json steps = Json::array();
    if (const auto run = replay(states.model, stepsOf(states.graph, failure.edges)))
        for (int step = 0; step < run->length(); ++step) {
            const StepRecord& record = run->record(step);
            steps.push_back({{"thread", record.thread}, {"flow", record.flow}, {"line", record.line}, {"text", record.sentence}, {"state", states.facts.to[failure.edges[std::size_t(step)]]}});
        }
    return steps;
}

} // namespace

std::vector<StepChoice> stepsOf(const StateGraph& graph, const std::vector<std::uint32_t>& edges)
{
    std::vector<StepChoice> steps;
    for (const std::uint32_t edge : edges)
        steps.push_back(graph.edges[edge].choice);
    return steps;
}

Json statesAsJson(const StatesAnswer& states)
{
    const auto ends = states.facts.endsFrom(states.graph, 0);
    Json dead = Json::array();
    for (const std::uint32_t state : deadEndsOf(states))
        dead.push_back({{"state", state}, {"depth", states.facts.depth[state]}});
    Json failures = Json::array();
    for (const GraphFacts::Failure& failure : states.facts.failures) {
        const StateGraph::Key& key = states.graph.keys[std::size_t(failure.key)];
        failures.push_back({{"property", key.property}, {"failure", key.failure}, {"length", failure.edges.size()}, {"switches", failure.switches},
                            {"no_way_back_from", failure.noWayBackFrom}, {"steps", runAsJson(states, failure)}});
    }
    return {{"design", states.selection.design}, {"patches", states.selection.patches}, {"scenario", states.selection.scenario}, {"platform", states.selection.platform},
            {"states", states.facts.nodes()}, {"steps", states.graph.edges.size()}, {"depth", states.facts.lastDepth}, {"failing_ends", ends.failing}, {"safe_ends", ends.safe},
            {"no_way_back", states.facts.doomed}, {"dead_ends", std::move(dead)}, {"failures", std::move(failures)}};
}

std::string statesAsText(const StatesAnswer& states, const Library& library, int columns)
{
    return scopeAsText(states.selection, library, columns)
        + fmt::format("\n{}, {}, at most {} from the start\n", counted(states.facts.nodes(), "state", "states"), counted(states.graph.edges.size(), "step", "steps"),
                      states.facts.lastDepth)
        + endsAsText(states, columns) + failuresAsText(states, columns);
}

} // namespace bindlab
