#include "states_scene.h"

#include <algorithm>
#include <cmath>

namespace bindlab {

ExploredStates::ExploredStates(std::shared_ptr<const Model> from, ReachableStates reached)
    : model(std::move(from)), states(std::move(reached)), facts(states.graph)
{
    mainFailure = facts.failures.empty() ? -1 : 0;
}

std::vector<std::uint32_t> ExploredStates::runOf(int failure) const
{
    if (failure >= 0 && failure < int(facts.failures.size()))
        return facts.failures[std::size_t(failure)].edges;
    const auto safe = std::ranges::find(facts.kind, GraphFacts::Kind::Safe);
    const auto end = safe != facts.kind.end() ? safe - facts.kind.begin() : std::ranges::max_element(facts.depth) - facts.depth.begin();
    return facts.shortestRun(std::uint32_t(end));
}

State ExploredStates::stateOf(std::uint32_t node) const
{
    if (node < graph().size())
        return states.stateOf(node);
    const std::uint32_t edge = facts.shortestRun(node).back();
    State state = states.stateOf(facts.from[edge]);
    takeStep(*model, state, graph().edges[edge].choice);
    return state;
}

std::vector<std::uint32_t> ExploredStates::nodesOf(const std::vector<std::uint32_t>& run) const
{
    std::vector<std::uint32_t> nodes{0};
    for (const std::uint32_t edge : run)
        nodes.push_back(facts.to[edge]);
    return nodes;
}

std::string ExploredStates::keysAsText(std::uint64_t mask) const
{
    std::string text;
    for (std::size_t key = 0; key < std::min<std::size_t>(graph().keys.size(), 63); ++key)
        if (mask >> key & 1u)
            text += (text.empty() ? "" : ", ") + graph().keys[key].property + (graph().keys[key].failure.empty() ? "" : " (" + graph().keys[key].failure + ")");
    return text;
}

StatesScene arrange(const ExploredStates& explored, const std::vector<std::uint32_t>& spine, StatesScene::Arrangement arrangement, std::uint32_t mostNodes, const std::atomic<bool>* cancel)
{
    const GraphFacts& facts = explored.facts;
    StatesScene scene;
    scene.arrangement = arrangement;
    const auto columns = arrangement == StatesScene::Arrangement::Progress ? columnsByProgress(explored.states, facts) : columnsByDepth(facts);
    scene.graph = grouped(*explored.model, explored.states, facts, columns, mostNodes);

    LayoutGraph graph;
    for (const GroupedGraph::Node& node : scene.graph.nodes)
        graph.columns.push_back(node.column);
    for (const GroupedGraph::Edge& edge : scene.graph.edges)
        graph.edges.emplace_back(edge.from, edge.to);
    std::vector<bool> isTaken(std::size_t(scene.graph.columns), false);
    for (const std::uint32_t node : explored.nodesOf(spine)) {
        const std::uint32_t group = scene.graph.groupOf[node];
        scene.spine.push_back(group);
        if (const auto column = std::size_t(graph.columns[group]); !isTaken[column]) {
            isTaken[column] = true;
            graph.spine.push_back(group);
        }
    }
    const GraphLayout layout = arrangement == StatesScene::Arrangement::Free ? layOutFreely(graph, cancel) : layOutByColumns(graph);
    scene.least = layout.least;
    scene.most = layout.most;
    for (std::size_t i = 0; i < scene.graph.nodes.size(); ++i) {
        const std::uint32_t first = scene.graph.nodes[i].first;
        StatesScene::Node node;
        node.place = layout.points[i];
        node.kind = facts.kind[first];
        node.outcome = facts.outcome[first];
        node.isDeadEnd = facts.isDeadEnd(explored.graph(), first);
        if (first < explored.graph().size()) {
            const StateTraits& traits = explored.states.traits[first];
            node.tdi = traits.tdi;
            node.holder = traits.holder;
            node.freed = traits.freed;
        }
        scene.nodes.push_back(node);
    }
    return scene;
}

int nodeBeside(const StatesScene& scene, std::size_t from, int way)
{
    const GraphLayout::Point here = scene.nodes[from].place;
    const auto distance = [&](std::size_t node) { return (scene.nodes[node].place.y - here.y) * float(way); };
    const auto isBeside = [&](std::size_t node) {
        const GraphLayout::Point place = scene.nodes[node].place;
        return scene.arrangement == StatesScene::Arrangement::Free ? std::abs(place.x - here.x) <= std::abs(place.y - here.y)
                                                                   : scene.graph.nodes[node].column == scene.graph.nodes[from].column;
    };
    int best = -1;
    for (std::size_t node = 0; node < scene.nodes.size(); ++node)
        if (isBeside(node) && distance(node) > 0 && (best < 0 || distance(node) < distance(std::size_t(best))))
            best = int(node);
    return best;
}

} // namespace bindlab
