#include "checker/state_graph.h"

#include "checker/state_store.h"
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

std::optional<StateGraph> exploreAll(const Model& model, std::uint64_t maxStates, const std::atomic<bool>* cancel)
{
    StateGraph graph;
    Interpreter interpreter(model);
    StateStore store(std::size_t(model.stateBytes));
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

    State state = initialState(model);
    bool isNew = false;
    store.insert(state, isNew);
    std::vector<Blockage> blockages;
    std::vector<RawFinding> found;
    for (std::uint32_t number = 0; number < store.size(); ++number) {
        if (store.size() > maxStates || (number % 1024 == 0 && cancel && cancel->load()))
            return std::nullopt;
        graph.first.push_back(std::uint32_t(graph.edges.size()));
        state.assign(store.at(number), store.at(number) + model.stateBytes);
        const std::vector<StepChoice> steps = enabledFrom(interpreter, model, state, blockages);
        interpreter.load(state);
        found.clear();
        interpreter.inspect(blockages, !steps.empty(), found);
        graph.broken.push_back(maskOf(found));
        graph.ended.push_back(interpreter.ended());
        for (const StepChoice choice : steps) {
            interpreter.load(state);
            const int pc = interpreter.pc(choice.thread);
            // enabledFrom has said that it can be taken; a time-out is among them only when it may happen.
            interpreter.step(choice.thread, choice.choice, true);
            const int place = interpreter.place();
            const StateGraph::Event event{choice.thread, choice.choice, place >= 0 ? place : -2 - pc};
            const auto [entry, added] = eventNumbers.try_emplace(event, std::uint32_t(graph.events.size()));
            if (added)
                graph.events.push_back(event);
            const bool isLost = std::ranges::any_of(interpreter.findings(), [](const RawFinding& f) { return f.fatal(); });
            StateGraph::Edge edge;
            edge.event = entry->second;
            edge.choice = choice;
            edge.broken = maskOf(interpreter.findings());
            if (!isLost)
                edge.to = store.insert(interpreter.cells(), isNew);
            graph.edges.push_back(edge);
        }
    }
    graph.first.push_back(std::uint32_t(graph.edges.size()));
    for (StateGraph::Edge& edge : graph.edges)
        if (edge.to != StateGraph::lost)
            edge.broken |= graph.broken[edge.to];
    return graph;
}

} // namespace bindlab
