#include "checker/refuter.h"

namespace bindlab {

Refuter::Refuter(const StateGraph& graph, std::uint64_t failure, std::vector<CandidateEvent> candidates, std::uint64_t work)
    : m_graph(graph), m_failure(failure), m_candidates(std::move(candidates)), m_left(work)
{
    findGoodStates();
    m_isCandidate.assign(graph.events.size(), -1);
    for (std::size_t i = 0; i < m_candidates.size(); ++i)
        m_isCandidate[m_candidates[i].event] = int(i);
    m_before.resize(m_candidates.size() * m_candidates.size());
    m_occurs.resize(m_candidates.size());
}

void Refuter::findGoodStates()
{
    const std::uint32_t states = m_graph.size();
    std::vector<std::uint32_t> firstInto(states + 1, 0);
    for (const auto& edge : m_graph.edges)
        if (edge.to != StateGraph::lost)
            ++firstInto[edge.to + 1];
    for (std::uint32_t s = 0; s < states; ++s)
        firstInto[s + 1] += firstInto[s];
    std::vector<std::uint32_t> into(firstInto.back());
    std::vector<std::uint32_t> fill(firstInto.begin(), firstInto.end() - 1);
    m_good.assign(states, false);
    std::vector<std::uint32_t> work;
    const auto good = [&](std::uint32_t state) {
        if (!m_good[state] && (m_graph.broken[state] & m_failure) == 0) {
            m_good[state] = true;
            work.push_back(state);
        }
    };
    for (std::uint32_t s = 0; s < states; ++s) {
        if (m_graph.isLast(s))
            good(s);
        for (std::uint32_t e = m_graph.first[s]; e < m_graph.first[s + 1]; ++e) {
            const auto& edge = m_graph.edges[e];
            if (edge.to != StateGraph::lost)
                into[fill[edge.to]++] = (edge.broken & m_failure) == 0 ? s : StateGraph::lost;
            else if ((edge.broken & m_failure) == 0)
                good(s);
        }
    }
    while (!work.empty()) {
        const std::uint32_t state = work.back();
        work.pop_back();
        for (std::uint32_t i = firstInto[state]; i < firstInto[state + 1]; ++i)
            if (into[i] != StateGraph::lost)
                good(into[i]);
    }
}

namespace {

constexpr std::uint32_t unseen = StateGraph::lost;

void set(std::vector<std::uint64_t>& bits, std::size_t at)
{
    bits.resize(std::max(bits.size(), at / 64 + 1));
    bits[at / 64] |= std::uint64_t(1) << at % 64;
}

} // namespace

/// Over the product: a state of the graph, and how many of the chosen events have occurred. Depth first.
struct Refuter::Search {
    std::uint32_t levels;
    std::vector<std::uint32_t> cameFrom;
    std::vector<std::uint32_t> by;        ///< edges
    std::vector<int> rank;                ///< of an event: its place among those chosen, or -1
    std::vector<std::uint32_t> stack{0};

    Search(const StateGraph& graph, const std::vector<CandidateEvent>& candidates, const EventChoice& choice)
        : levels(choice.size + 1u), cameFrom(std::size_t(graph.size()) * levels, unseen), by(cameFrom.size(), unseen), rank(graph.events.size(), -1)
    {
        for (int i = 0; i < choice.size; ++i)
            rank[candidates[choice.at[std::size_t(i)]].event] = i;
        cameFrom[0] = 0;
    }

    /// How far the events are behind this one; -1 when it is out of order.
    [[nodiscard]] int progressBehind(std::uint32_t event, int progress) const
    {
        const int r = rank[event];
        return r == progress ? progress + 1 : r > progress ? -1 : progress;
    }

    void push(std::uint32_t there, std::uint32_t here, std::uint32_t edge)
    {
        cameFrom[there] = here;
        by[there] = edge;
        stack.push_back(there);
    }
};

bool Refuter::refute(const EventChoice& choice)
{
    if (!isGood(0))
        return false;
    Search search(m_graph, m_candidates, choice);
    while (!search.stack.empty()) {
        const std::uint32_t here = search.stack.back();
        search.stack.pop_back();
        if (!spend(1))
            return false;
        const std::uint32_t state = here / search.levels;
        const int progress = int(here % search.levels);
        if (m_graph.isLast(state) && progress == choice.size) {
            remember(search, here, StateGraph::lost);
            return true;
        }
        for (std::uint32_t e = m_graph.first[state]; e < m_graph.first[state + 1]; ++e) {
            const StateGraph::Edge& edge = m_graph.edges[e];
            const int next = search.progressBehind(edge.event, progress);
            if ((edge.broken & m_failure) != 0 || next < 0)
                continue;
            if (edge.to == StateGraph::lost) {
                if (next != choice.size)
                    continue;
                remember(search, here, e);
                return true;
            }
            const std::uint32_t there = edge.to * search.levels + std::uint32_t(next);
            if (search.cameFrom[there] == unseen && isGood(edge.to))
                search.push(there, here, e);
        }
    }
    return false;
}

void Refuter::remember(const Search& search, std::uint32_t last, std::uint32_t finalEdge)
{
    std::vector<std::uint32_t> edges;
    if (finalEdge != StateGraph::lost)
        edges.push_back(finalEdge);
    for (std::uint32_t at = last; search.by[at] != unseen; at = search.cameFrom[at])
        edges.push_back(search.by[at]);
    std::vector<int> order;
    std::vector<bool> seen(m_candidates.size(), false);
    for (auto e = edges.rbegin(); e != edges.rend(); ++e)
        if (const int candidate = m_isCandidate[m_graph.edges[*e].event]; candidate >= 0 && !seen[std::size_t(candidate)]) {
            seen[std::size_t(candidate)] = true;
            order.push_back(candidate);
        }
    for (std::size_t i = 0; i < order.size(); ++i) {
        set(m_occurs[std::size_t(order[i])], m_runs);
        for (std::size_t j = i + 1; j < order.size(); ++j)
            set(m_before[std::size_t(order[i]) * m_candidates.size() + std::size_t(order[j])], m_runs);
    }
    ++m_runs;
}

} // namespace bindlab
