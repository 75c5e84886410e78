#include "checker/graph_facts.h"

#include "checker/endless.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <tuple>

namespace bindlab {

namespace {

constexpr std::uint16_t noArrival = std::numeric_limits<std::uint16_t>::max();

/// Calls `visit(edge)` for each edge of a node; one behind the states has none.
template <typename Visit>
void eachEdge(const StateGraph& graph, std::uint32_t node, Visit visit)
{
    if (node < graph.size())
        for (std::uint32_t edge = graph.first[node]; edge < graph.first[node + 1]; ++edge)
            visit(edge);
}

bool isClean(const StateGraph::Edge& step) { return step.broken == 0 && step.to != StateGraph::lost; }

} // namespace

GraphFacts::GraphFacts(const StateGraph& graph)
{
    number(graph);
    findKinds(graph);
    findOutcomes(graph);
    findArrivals(graph);
    findFailures(graph);
}

void GraphFacts::number(const StateGraph& graph)
{
    from.resize(graph.edges.size());
    to.resize(graph.edges.size());
    m_thread.resize(graph.edges.size());
    depth.assign(graph.size(), none);
    depth[0] = 0;
    for (std::uint32_t state = 0; state < graph.size(); ++state)
        eachEdge(graph, state, [&](std::uint32_t edge) {
            const StateGraph::Edge& step = graph.edges[edge];
            from[edge] = state;
            to[edge] = step.to == StateGraph::lost ? std::uint32_t(depth.size()) : step.to;
            m_thread[edge] = step.choice.thread;
            m_threads = std::max(m_threads, step.choice.thread + 1);
            if (step.to == StateGraph::lost)
                depth.push_back(depth[state] + 1);
            else if (depth[step.to] == none)
                depth[step.to] = depth[state] + 1;
        });
    lastDepth = *std::ranges::max_element(depth);
}

void GraphFacts::findKinds(const StateGraph& graph)
{
    kind.assign(depth.size(), Kind::After);
    if (graph.broken[0] != 0)
        kind[0] = Kind::Fails;
    // What is broken in the start is broken on every run; the steps from there are told apart by what else they break.
    std::vector<bool> reached(depth.size(), false);
    std::vector<std::uint32_t> queue{0};
    reached[0] = true;
    for (std::size_t i = 0; i < queue.size(); ++i)
        eachEdge(graph, queue[i], [&](std::uint32_t edge) {
            if (isClean(graph.edges[edge]) && !reached[to[edge]]) {
                reached[to[edge]] = true;
                queue.push_back(to[edge]);
            }
        });
    for (const std::uint32_t node : queue) {
        if (kind[node] != Kind::Fails)
            kind[node] = graph.ended[node] ? Kind::Safe : Kind::Inner;
        eachEdge(graph, node, [&](std::uint32_t edge) {
            if (!isClean(graph.edges[edge]) && !reached[to[edge]])
                kind[to[edge]] = Kind::Fails;
        });
    }
    for (std::uint32_t state = 0; state < graph.size(); ++state)
        deadEnds += isDeadEnd(graph, state) ? 1 : 0;
}

void GraphFacts::findOutcomes(const StateGraph& graph)
{
    outcome.assign(depth.size(), Outcome::Fails);
    // A run that goes on for ever is broken from where it cannot end (L-0), so what comes to no end fails.
    const auto doom = statesWithoutEnd(graph.size(), [&](std::uint32_t state, auto visit) {
        for (std::uint32_t edge = graph.first[state]; edge < graph.first[state + 1]; ++edge)
            if (isClean(graph.edges[edge]) && visit(graph.edges[edge].to, graph.edges[edge].choice) == Going::Stop)
                return false;
        return bool(graph.ended[state]);
    }, [] { return false; });
    // From where a step that breaks something can still come, backwards: what is reached from a state that is settled later
    // has a higher number but for steps that lead back, so sweeps settle it soon.
    std::vector<bool> mayFail(graph.size(), false);
    for (bool changed = true; changed;) {
        changed = false;
        for (std::uint32_t state = graph.size(); state-- > 0;)
            if (!mayFail[state])
                eachEdge(graph, state, [&](std::uint32_t edge) {
                    const StateGraph::Edge& step = graph.edges[edge];
                    if (!mayFail[state] && (!isClean(step) || mayFail[step.to]))
                        mayFail[state] = changed = true;
                });
    }
    for (std::uint32_t state = 0; state < graph.size(); ++state) {
        outcome[state] = doom[state] ? Outcome::Fails : mayFail[state] ? Outcome::Either : Outcome::Holds;
        doomed += kind[state] == Kind::Inner && doom[state] ? 1 : 0;
    }
}

void GraphFacts::findArrivals(const StateGraph& graph)
{
    m_arrivals.assign(depth.size() * std::size_t(m_threads), {noArrival, none});
    for (std::uint32_t state = 0; state < graph.size(); ++state)   // each after all from which it is reached in a shortest run
        eachEdge(graph, state, [&](std::uint32_t edge) {
            if (depth[to[edge]] != depth[state] + 1)
                return;
            Arrival& arrival = m_arrivals[std::size_t(to[edge]) * std::size_t(m_threads) + m_thread[edge]];
            const std::uint16_t switches = bestArrival(state, m_thread[edge]).switches;
            if (switches < arrival.switches)
                arrival = {switches, edge};
        });
}

/// The last step of a shortest run to the node, and how often the run switches when `nextThread` goes on from there; -1: nobody.
GraphFacts::Arrival GraphFacts::bestArrival(std::uint32_t node, int nextThread) const
{
    if (node == 0)
        return {0, none};
    Arrival best{noArrival, none};
    for (int thread = 0; thread < m_threads; ++thread) {
        Arrival arrival = m_arrivals[std::size_t(node) * std::size_t(m_threads) + std::size_t(thread)];
        if (arrival.switches == noArrival)
            continue;
        if (nextThread >= 0 && nextThread != thread)
            ++arrival.switches;
        if (arrival.switches < best.switches)
            best = arrival;
    }
    return best;
}

std::vector<std::uint32_t> GraphFacts::runTo(std::uint32_t node, int nextThread) const
{
    std::vector<std::uint32_t> edges;
    while (node != 0) {
        const std::uint32_t edge = bestArrival(node, nextThread).edge;
        edges.push_back(edge);
        nextThread = m_thread[edge];
        node = from[edge];
    }
    std::ranges::reverse(edges);
    return edges;
}

std::vector<std::uint32_t> GraphFacts::shortestRun(std::uint32_t node) const { return runTo(node, -1); }

void GraphFacts::findFailures(const StateGraph& graph)
{
    struct Found {
        std::uint32_t length = none;
        std::uint16_t switches = noArrival;
        std::uint32_t edge = none;
    };
    std::vector<Found> found(graph.keys.size());
    const auto last = std::uint64_t(1) << 63;   // stands for all that found no room
    for (std::uint32_t edge = 0; edge < std::uint32_t(graph.edges.size()); ++edge)
        for (std::uint64_t left = graph.edges[edge].broken & ~last; left != 0; left &= left - 1) {
            Found& best = found[std::size_t(std::countr_zero(left))];
            const Found here{depth[from[edge]] + 1, bestArrival(from[edge], m_thread[edge]).switches, edge};
            if (std::tie(here.length, here.switches) < std::tie(best.length, best.switches))
                best = here;
        }
    for (std::size_t key = 0; key < std::min<std::size_t>(found.size(), 63); ++key) {
        const bool isAtStart = (graph.broken[0] >> key & 1u) != 0;
        if (!isAtStart && found[key].edge == none)
            continue;
        Failure failure{int(key), {}, 0, 0};
        if (!isAtStart) {
            failure.edges = runTo(from[found[key].edge], m_thread[found[key].edge]);
            failure.edges.push_back(found[key].edge);
            failure.switches = found[key].switches;
            while (failure.noWayBackFrom + 1 < int(failure.edges.size()) && !isDoomed(from[failure.edges[std::size_t(failure.noWayBackFrom)]]))
                ++failure.noWayBackFrom;
            if (!isDoomed(from[failure.edges[std::size_t(failure.noWayBackFrom)]]))
                ++failure.noWayBackFrom;
        }
        failures.push_back(std::move(failure));
    }
    std::ranges::stable_sort(failures, {}, [](const Failure& failure) { return std::pair(failure.edges.size(), failure.switches); });
}

GraphFacts::Ends GraphFacts::endsFrom(const StateGraph& graph, std::uint32_t node) const
{
    Ends ends;
    std::vector<bool> seen(nodes(), false);
    std::vector<bool> failed(nodes(), false);
    std::vector<std::uint32_t> queue{node};
    seen[node] = true;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        if (queue[i] < graph.size() && graph.ended[queue[i]] && graph.broken[queue[i]] == 0)
            ++ends.safe;
        eachEdge(graph, queue[i], [&](std::uint32_t edge) {
            const bool fails = !isClean(graph.edges[edge]);
            std::vector<bool>& list = fails ? failed : seen;
            if (list[to[edge]])
                return;
            list[to[edge]] = true;
            if (fails)
                ++ends.failing;
            else
                queue.push_back(to[edge]);
        });
    }
    return ends;
}

GraphFacts::Ends GraphFacts::endsBehind(const StateGraph& graph, std::uint32_t edge) const
{
    return isClean(graph.edges[edge]) ? endsFrom(graph, to[edge]) : Ends{1, 0};
}

} // namespace bindlab
