#include "checker/state_graph.h"

#include "checker/endless.h"
#include "checker/expansion.h"
#include "checker/state_tree.h"
#include "world/look.h"

#include <algorithm>
#include <map>

namespace bindlab {

std::uint64_t StateGraph::bitOf(const std::string& property, const std::string& failure) const
{
    const auto key = std::find(keys.begin(), keys.end(), Key{property, failure});
    const auto index = key - keys.begin();
    return key == keys.end() || index >= 63 ? 0 : std::uint64_t(1) << index;
}

const StateGraph::Edge* StateGraph::edge(std::uint32_t from, StepChoice choice) const
{
    for (std::uint32_t e = first[from]; e < first[from + 1]; ++e)
        if (edges[e].choice == choice)
            return &edges[e];
    return nullptr;
}

namespace {

/// Goes to every state, breadth first, and writes down what it finds there.
class Explorer {
public:
    Explorer(const Model& model, const std::atomic<bool>* cancel) : m_model(model), m_cancel(cancel), m_tree(initialState(model)), m_expansion(model, m_tree), m_looker(model)
    {
        m_tree.states.insert(keyOfStart(m_tree, [&](std::uint64_t pair, bool) { return m_tree.inner.insert(pair); }));
    }

    [[nodiscard]] std::optional<StateGraph> explore(std::uint64_t maxStates, const StateSeen& seen)
    {
        for (std::uint32_t number = 0; number < m_tree.size(); ++number) {
            if (m_tree.size() > maxStates || (number % 1024 == 0 && isCancelled()))
                return std::nullopt;
            m_graph.first.push_back(std::uint32_t(m_graph.edges.size()));
            m_expansion.of(number, [&](StepChoice choice) { addEdge(choice); });
            m_looker.load(m_expansion.source().cells());
            if (seen)
                seen(m_looker.cells());
            addState();
        }
        m_graph.first.push_back(std::uint32_t(m_graph.edges.size()));
        markEndless();
        if (isCancelled())
            return std::nullopt;
        for (StateGraph::Edge& edge : m_graph.edges)
            if (edge.to != StateGraph::lost)
                edge.broken |= m_graph.broken[edge.to];
        return std::move(m_graph);
    }

private:
    [[nodiscard]] bool isCancelled() const { return m_cancel && m_cancel->load(); }

    void addEdge(StepChoice choice)
    {
        StateGraph::Edge edge;
        edge.event = eventOf(choice);
        edge.choice = choice;
        edge.broken = maskOf(m_expansion.told().findings);
        for (const auto& returned : m_expansion.told().returned)
            edge.refusals = std::uint8_t(edge.refusals + (returned.hasValue && returned.value < 0));
        if (!m_expansion.step().lost)
            edge.to = m_expansion.store(m_tree);
        m_graph.edges.push_back(edge);
    }

    std::uint32_t eventOf(StepChoice choice)
    {
        m_looker.load(m_expansion.source().cells());
        const int place = m_expansion.step().place;
        const StateGraph::Event event{choice.thread, choice.choice, place >= 0 ? place : -2 - m_looker.pc(choice.thread)};
        const auto [entry, added] = m_eventNumbers.try_emplace(event, std::uint32_t(m_graph.events.size()));
        if (added)
            m_graph.events.push_back(event);
        return entry->second;
    }

    void addState()
    {
        m_found.clear();
        for (std::size_t code = 0; code < m_model.propertyCode.size(); ++code)
            m_looker.inspectProperty(int(code), m_looker.atRest(), m_looker.ended(), m_found);
        m_graph.ended.push_back(m_looker.ended());
        m_expansion.inspectWaits(m_found);
        m_graph.broken.push_back(maskOf(m_found));
    }

    std::uint64_t maskOf(const std::vector<RawFinding>& findings)
    {
        std::uint64_t mask = 0;
        for (const RawFinding& finding : findings) {
            m_graph.noRoom = m_graph.noRoom || finding.kind == RawFinding::Kind::NoFreeSlot;
            if (finding.kind == RawFinding::Kind::NoFreeSlot || finding.property < 0)
                continue;
            const StateGraph::Key key{propertyOf(m_model, finding), failureOf(m_model, finding)};
            auto known = std::find(m_graph.keys.begin(), m_graph.keys.end(), key);
            if (known == m_graph.keys.end())
                known = m_graph.keys.insert(known, key);
            mask |= std::uint64_t(1) << std::min<std::ptrdiff_t>(known - m_graph.keys.begin(), 63);
        }
        return mask;
    }

    /// L-0, in each state from which no run comes to an end.
    void markEndless()
    {
        const auto successors = [&](std::uint32_t state, auto visit) {
            bool losesMemory = false;
            for (std::uint32_t e = m_graph.first[state]; e < m_graph.first[state + 1]; ++e)
                if (m_graph.edges[e].to == StateGraph::lost)
                    losesMemory = true;
                else if (visit(m_graph.edges[e].to, m_graph.edges[e].choice) == Going::Stop)
                    return false;
            return losesMemory || m_graph.isLast(state);
        };
        const std::vector<bool> endless = statesWithoutEnd(m_graph.size(), successors, [&] { return isCancelled(); });
        if (isCancelled())
            return;
        RawFinding goesOn;
        goesOn.kind = RawFinding::Kind::Endless;
        goesOn.property = findProperty(m_model, "L-0");
        for (std::uint32_t state = 0; state < m_graph.size(); ++state)
            if (endless[state])
                m_graph.broken[state] |= maskOf({goesOn});
    }

    const Model& m_model;
    const std::atomic<bool>* m_cancel;
    StateGraph m_graph;
    StateTree m_tree;
    Expansion m_expansion;
    Interpreter m_looker;
    std::map<StateGraph::Event, std::uint32_t> m_eventNumbers;
    std::vector<RawFinding> m_found;
};

} // namespace

std::optional<StateGraph> exploreAll(const Model& model, std::uint64_t maxStates, const std::atomic<bool>* cancel, const StateSeen& seen)
{
    return Explorer(model, cancel).explore(maxStates, seen);
}

} // namespace bindlab
