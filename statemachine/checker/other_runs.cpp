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

/// Looks for the cheapest run: Dijkstra over the state, who moved last, whether a step was taken that no shown run has.
class CheapestRun {
public:
    CheapestRun(const StateGraph& graph, OtherRuns::Goal goal, std::uint64_t mask, const OtherRuns::Shown& shown)
        : m_graph(graph), m_passes(goal == OtherRuns::Goal::Passes), m_mask(mask), m_shown(shown)
    {
        for (const StateGraph::Edge& edge : m_graph.edges)
            m_threads = std::max(m_threads, edge.choice.thread + 1u);
        m_ways.resize(std::size_t(m_graph.size()) * kindsOfNodes());
    }

    [[nodiscard]] std::optional<OtherRun> find()
    {
        if ((m_graph.broken[0] & m_mask) != 0)
            return std::nullopt;
        begin();
        while (!m_queue.empty()) {
            const auto [cost, node] = m_queue.top();
            m_queue.pop();
            if (m_end && m_end->cost <= cost)
                break;
            if (m_ways[node].settled)
                continue;
            m_ways[node].settled = true;
            if (m_passes && isFresh(node) && m_graph.ended[stateOf(node)]) {
                m_end = End{cost, node, none};
                break;
            }
            for (std::uint32_t e = m_graph.first[stateOf(node)]; e < m_graph.first[stateOf(node) + 1]; ++e)
                follow(node, e, cost);
        }
        return m_end ? std::optional(runTo(*m_end)) : std::nullopt;
    }

private:
    struct Way {
        Cost cost;
        std::uint32_t from = none;
        std::uint32_t edge = none;   ///< none: not reached so far
        bool settled = false;
    };
    /// A run may end with a step that has no state to go to: then it waits here for its turn.
    struct End {
        Cost cost;
        std::uint32_t node;
        std::uint32_t edge;   ///< behind that node, or none
    };
    using Entry = std::pair<Cost, std::uint32_t>;

    [[nodiscard]] std::uint32_t kindsOfNodes() const { return (m_threads + 1) * 2; }
    [[nodiscard]] std::uint32_t nodeOf(std::uint32_t state, std::uint32_t last, bool fresh) const { return state * kindsOfNodes() + last * 2 + std::uint32_t(fresh); }
    [[nodiscard]] std::uint32_t stateOf(std::uint32_t node) const { return node / kindsOfNodes(); }
    [[nodiscard]] std::uint32_t lastOf(std::uint32_t node) const { return node % kindsOfNodes() / 2; }   ///< m_threads at the start
    [[nodiscard]] static bool isFresh(std::uint32_t node) { return node % 2 != 0; }

    void begin()
    {
        const bool someWereShown = std::ranges::find(m_shown.edges, true) != m_shown.edges.end();
        m_start = nodeOf(0, m_threads, !someWereShown);
        m_ways[m_start].edge = none - 1;
        m_ways[m_start].cost.states = m_shown.states[0];
        m_queue.emplace(m_ways[m_start].cost, m_start);
    }

    void follow(std::uint32_t node, std::uint32_t e, const Cost& cost)
    {
        const StateGraph::Edge& edge = m_graph.edges[e];
        const bool breaks = (edge.broken & m_mask) != 0;
        if (m_passes && (breaks || edge.to == StateGraph::lost))
            return;
        const Cost there = costBehind(node, edge, cost);
        const bool fresh = isFresh(node) || !m_shown.edges[e];
        if (breaks) {
            if (fresh && (!m_end || there < m_end->cost))
                m_end = End{there, node, e};
            return;
        }
        if (edge.to == StateGraph::lost)
            return;
        const std::uint32_t next = nodeOf(edge.to, edge.choice.thread, fresh);
        Way& way = m_ways[next];
        if (!way.settled && (way.edge == none || there < way.cost)) {
            way = {there, node, e, false};
            m_queue.emplace(there, next);
        }
    }

    [[nodiscard]] Cost costBehind(std::uint32_t node, const StateGraph::Edge& edge, Cost cost) const
    {
        const std::uint32_t last = lastOf(node);
        cost.steps += m_shown.events[edge.event];
        cost.states += edge.to != StateGraph::lost && m_shown.states[edge.to];
        cost.refusals += m_passes ? edge.refusals : 0;
        ++cost.length;
        cost.switches += last < m_threads && last != edge.choice.thread;
        return cost;
    }

    [[nodiscard]] OtherRun runTo(const End& end) const
    {
        OtherRun run;
        run.switches = int(end.cost.switches);
        run.sharedSteps = int(end.cost.steps);
        if (end.edge != none)
            run.steps.push_back(m_graph.edges[end.edge].choice);
        for (std::uint32_t at = end.node; at != m_start; at = m_ways[at].from)
            run.steps.push_back(m_graph.edges[m_ways[at].edge].choice);
        std::ranges::reverse(run.steps);
        return run;
    }

    const StateGraph& m_graph;
    bool m_passes;
    std::uint64_t m_mask;
    const OtherRuns::Shown& m_shown;
    std::uint32_t m_threads = 1;
    std::vector<Way> m_ways;   ///< to each node
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> m_queue;
    std::uint32_t m_start = 0;
    std::optional<End> m_end;  ///< the cheapest that is known
};

} // namespace

void OtherRuns::show(const std::vector<StepChoice>& steps)
{
    std::uint32_t state = 0;
    m_shown.states[0] = true;
    for (const StepChoice& step : steps) {
        const StateGraph::Edge* edge = m_graph.edge(state, step);
        if (!edge)
            return;
        m_shown.edges[std::size_t(edge - m_graph.edges.data())] = true;
        m_shown.events[edge->event] = true;
        if (edge->to == StateGraph::lost)
            return;
        state = edge->to;
        m_shown.states[state] = true;
    }
}

std::optional<OtherRun> OtherRuns::next()
{
    auto run = CheapestRun(m_graph, m_goal, m_mask, m_shown).find();
    if (run)
        show(run->steps);
    return run;
}

} // namespace bindlab
