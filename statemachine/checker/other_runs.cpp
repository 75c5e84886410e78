#include "checker/other_runs.h"

#include <algorithm>
#include <compare>
#include <queue>

namespace bindlab {

namespace {

struct Cost {
    std::uint32_t steps = 0;      ///< those that were shown
    std::uint32_t states = 0;     ///< those that were shown
    std::uint32_t refusals = 0;
    std::uint32_t length = 0;
    std::uint32_t switches = 0;
    auto operator<=>(const Cost&) const = default;
};

constexpr std::uint32_t none = 0xffffffff;

} // namespace

void OtherRuns::show(const std::vector<StepChoice>& steps)
{
    std::uint32_t state = 0;
    m_shownStates[0] = true;
    for (const StepChoice& step : steps) {
        const StateGraph::Edge* edge = m_graph.edge(state, step);
        if (!edge)
            return;
        m_shownEdges[std::size_t(edge - m_graph.edges.data())] = true;
        m_shownEvents[edge->event] = true;
        if (edge->to == StateGraph::lost)
            return;
        state = edge->to;
        m_shownStates[state] = true;
    }
}

std::optional<OtherRun> OtherRuns::next()
{
    // Dijkstra over: the state, who moved last, whether a step was taken that no shown run has.
    std::uint32_t threads = 1;
    for (const StateGraph::Edge& edge : m_graph.edges)
        threads = std::max(threads, edge.choice.thread + 1u);
    const bool someWereShown = std::ranges::find(m_shownEdges, true) != m_shownEdges.end();
    const std::uint32_t kinds = (threads + 1) * 2;
    struct Way {
        Cost cost;
        std::uint32_t from = none;
        std::uint32_t edge = none;
        bool settled = false;
    };
    std::vector<Way> ways(std::size_t(m_graph.size()) * kinds);
    using Entry = std::pair<Cost, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    const auto nodeOf = [&](std::uint32_t state, std::uint32_t last, bool fresh) { return state * kinds + last * 2 + std::uint32_t(fresh); };
    const std::uint32_t start = nodeOf(0, threads, !someWereShown);
    ways[start].edge = none - 1;
    ways[start].cost.states = m_shownStates[0];
    queue.emplace(ways[start].cost, start);

    const auto resultOf = [&](std::uint32_t node, std::uint32_t lastEdge, const Cost& cost) {
        OtherRun run;
        run.switches = int(cost.switches);
        run.sharedSteps = int(cost.steps);
        if (lastEdge != none)
            run.steps.push_back(m_graph.edges[lastEdge].choice);
        for (std::uint32_t at = node; at != start; at = ways[at].from)
            run.steps.push_back(m_graph.edges[ways[at].edge].choice);
        std::ranges::reverse(run.steps);
        show(run.steps);
        return run;
    };
    // A run may end with a step that has no state to go to: then it waits here for its turn.
    struct Last {
        Cost cost;
        std::uint32_t node;
        std::uint32_t edge;
    };
    std::optional<Last> best;
    if ((m_graph.broken[0] & m_mask) != 0)
        return std::nullopt;
    while (!queue.empty()) {
        const auto [cost, node] = queue.top();
        queue.pop();
        if (best && best->cost <= cost)
            break;
        if (ways[node].settled)
            continue;
        ways[node].settled = true;
        const std::uint32_t state = node / kinds;
        const std::uint32_t last = node % kinds / 2;
        const bool fresh = node % 2 != 0;
        if (m_passes && fresh && m_graph.ended[state])
            return resultOf(node, none, cost);
        for (std::uint32_t e = m_graph.first[state]; e < m_graph.first[state + 1]; ++e) {
            const StateGraph::Edge& edge = m_graph.edges[e];
            const bool breaks = (edge.broken & m_mask) != 0;
            if (m_passes && (breaks || edge.to == StateGraph::lost))
                continue;
            Cost there = cost;
            there.steps += m_shownEvents[edge.event];
            there.states += edge.to != StateGraph::lost && m_shownStates[edge.to];
            there.refusals += m_passes ? edge.refusals : 0;
            ++there.length;
            there.switches += last < threads && last != edge.choice.thread;
            const bool isFresh = fresh || !m_shownEdges[e];
            if (breaks) {
                if (isFresh && (!best || there < best->cost))
                    best = Last{there, node, e};
                continue;
            }
            if (edge.to == StateGraph::lost)
                continue;
            Way& way = ways[nodeOf(edge.to, edge.choice.thread, isFresh)];
            if (!way.settled && (way.edge == none || there < way.cost)) {
                way = {there, node, e, false};
                queue.emplace(there, nodeOf(edge.to, edge.choice.thread, isFresh));
            }
        }
    }
    if (!best)
        return std::nullopt;
    return resultOf(best->node, best->edge, best->cost);
}

} // namespace bindlab
