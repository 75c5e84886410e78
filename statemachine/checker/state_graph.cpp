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

std::optional<StateGraph> exploreAll(const Model& model, std::uint64_t maxStates, const std::atomic<bool>* cancel, const StateSeen& seen)
{
    StateGraph graph;
    StateTree tree(initialState(model));
    tree.states.insert(keyOfStart(tree, [&](std::uint64_t pair, bool) { return tree.inner.insert(pair); }));
    Expansion expansion(model, tree);
    Interpreter looker(model);
    std::map<StateGraph::Event, std::uint32_t> eventNumbers;
    const auto maskOf = [&](const std::vector<RawFinding>& findings) {
        std::uint64_t mask = 0;
        for (const RawFinding& finding : findings) {
            graph.noRoom = graph.noRoom || finding.kind == RawFinding::Kind::NoFreeSlot;
            if (finding.kind == RawFinding::Kind::NoFreeSlot || finding.property < 0)
                continue;
            const StateGraph::Key key{propertyOf(model, finding), failureOf(model, finding)};
            auto known = std::find(graph.keys.begin(), graph.keys.end(), key);
            if (known == graph.keys.end())
                known = graph.keys.insert(known, key);
            mask |= std::uint64_t(1) << std::min<std::ptrdiff_t>(known - graph.keys.begin(), 63);
        }
        return mask;
    };

    std::vector<RawFinding> found;
    for (std::uint32_t number = 0; number < tree.size(); ++number) {
        if (tree.size() > maxStates || (number % 1024 == 0 && cancel && cancel->load()))
            return std::nullopt;
        graph.first.push_back(std::uint32_t(graph.edges.size()));
        expansion.of(number, [&](StepChoice choice) {
            looker.load(expansion.source().cells());
            const int place = expansion.step().place;
            const StateGraph::Event event{choice.thread, choice.choice, place >= 0 ? place : -2 - looker.pc(choice.thread)};
            const auto [entry, added] = eventNumbers.try_emplace(event, std::uint32_t(graph.events.size()));
            if (added)
                graph.events.push_back(event);
            StateGraph::Edge edge;
            edge.event = entry->second;
            edge.choice = choice;
            edge.broken = maskOf(expansion.told().findings);
            for (const auto& returned : expansion.told().returned)
                edge.refusals = std::uint8_t(edge.refusals + (returned.hasValue && returned.value < 0));
            if (!expansion.step().lost)
                edge.to = expansion.store(tree);
            graph.edges.push_back(edge);
        });
        looker.load(expansion.source().cells());
        if (seen)
            seen(looker.cells());
        found.clear();
        for (std::size_t code = 0; code < model.propertyCode.size(); ++code)
            looker.inspectProperty(int(code), looker.atRest(), looker.ended(), found);
        graph.ended.push_back(looker.ended());
        expansion.inspectWaits(found);
        graph.broken.push_back(maskOf(found));
    }
    graph.first.push_back(std::uint32_t(graph.edges.size()));
    const std::vector<bool> endless = statesWithoutEnd(graph.size(), [&](std::uint32_t state, auto visit) {
        bool losesMemory = false;
        for (std::uint32_t e = graph.first[state]; e < graph.first[state + 1]; ++e)
            if (graph.edges[e].to == StateGraph::lost)
                losesMemory = true;
            else if (visit(graph.edges[e].to, graph.edges[e].choice) == Going::Stop)
                return false;
        return losesMemory || graph.isLast(state);
    }, [&] { return cancel && cancel->load(); });
    if (cancel && cancel->load())
        return std::nullopt;
    RawFinding goesOn;
    goesOn.kind = RawFinding::Kind::Endless;
    goesOn.property = findProperty(model, "L-0");
    for (std::uint32_t state = 0; state < graph.size(); ++state)
        if (endless[state])
            graph.broken[state] |= maskOf({goesOn});
    for (StateGraph::Edge& edge : graph.edges)
        if (edge.to != StateGraph::lost)
            edge.broken |= graph.broken[edge.to];
    return graph;
}

} // namespace bindlab
