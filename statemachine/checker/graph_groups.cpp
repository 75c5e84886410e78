#include "checker/graph_groups.h"

#include <boost/container_hash/hash.hpp>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace bindlab {

namespace {

using GroupKey = std::vector<std::int32_t>;

/// The line of the thread's own list of calls that an instruction belongs to.
int callLineOf(const Model& model, int instruction)
{
    const int place = model.code[std::size_t(instruction)].place;
    if (place < 0)
        return -1;
    int line = model.places[std::size_t(place)].line;
    for (int context = model.places[std::size_t(place)].context; context >= 0; context = model.contexts[std::size_t(context)].caller)
        if (model.contexts[std::size_t(context)].flow >= 0)
            line = model.contexts[std::size_t(context)].callLine;
    return line;
}

/// Where memory is lost the state is the one before.
std::uint32_t stateOf(const GraphFacts& facts, std::uint32_t states, const std::vector<std::uint32_t>& lostBy, std::uint32_t node)
{
    return node < states ? node : facts.from[lostBy[node - states]];
}

std::vector<std::uint32_t> edgesThatLose(const StateGraph& graph)
{
    std::vector<std::uint32_t> edges;
    for (std::uint32_t edge = 0; edge < std::uint32_t(graph.edges.size()); ++edge)
        if (graph.edges[edge].to == StateGraph::lost)
            edges.push_back(edge);
    return edges;
}

GroupKey keyOf(const Model& model, const ReachableStates& states, const GraphFacts& facts, Grouping grouping, std::uint32_t node, std::uint32_t state, std::int32_t column)
{
    GroupKey key{column, int(facts.kind[node]), int(facts.outcome[node]), facts.isDeadEnd(states.graph, node)};
    if (grouping == Grouping::Outcome)
        return key;
    key.push_back(states.traits[state].tdi);
    key.push_back(states.traits[state].freed);
    if (grouping == Grouping::Device)
        return key;
    for (std::size_t thread = 0; thread < model.threads.size(); ++thread) {
        const int at = instructionOf(model, states.cellsOf(state), int(thread));
        key.push_back(grouping == Grouping::Lines ? at : callLineOf(model, at));
    }
    return key;
}

void groupEdges(const StateGraph& graph, const GraphFacts& facts, GroupedGraph& groups)
{
    std::unordered_map<std::uint64_t, std::uint32_t> known;
    for (std::uint32_t edge = 0; edge < std::uint32_t(graph.edges.size()); ++edge) {
        const std::uint32_t from = groups.groupOf[facts.from[edge]];
        const std::uint32_t to = groups.groupOf[facts.to[edge]];
        const auto thread = std::int8_t(graph.edges[edge].choice.thread);
        const auto [entry, isNew] = known.try_emplace(std::uint64_t(from) << 32 | to, std::uint32_t(groups.edges.size()));
        if (isNew)
            groups.edges.push_back({from, to, thread, false, 0});
        GroupedGraph::Edge& drawn = groups.edges[entry->second];
        drawn.thread = drawn.thread == thread ? thread : std::int8_t(-1);
        drawn.breaks = drawn.breaks || graph.edges[edge].broken != 0 || graph.edges[edge].to == StateGraph::lost;
        ++drawn.count;
    }
}

/// False as soon as there are more groups than that.
bool groupNodes(const Model& model, const ReachableStates& states, const GraphFacts& facts, const std::vector<std::int32_t>& columns, std::uint32_t mostNodes, GroupedGraph& groups)
{
    const auto lostBy = edgesThatLose(states.graph);
    std::unordered_map<GroupKey, std::uint32_t, boost::hash<GroupKey>> known;
    groups.nodes.clear();
    groups.groupOf.assign(facts.nodes(), 0);
    for (std::uint32_t node = 0; node < facts.nodes(); ++node) {
        std::uint32_t group = node;
        if (groups.grouping != Grouping::None) {
            const std::uint32_t state = stateOf(facts, states.graph.size(), lostBy, node);
            group = known.try_emplace(keyOf(model, states, facts, groups.grouping, node, state, columns[node]), std::uint32_t(groups.nodes.size())).first->second;
        }
        if (group == groups.nodes.size())
            groups.nodes.push_back({node, 0, columns[node]});
        if (groups.nodes.size() > mostNodes && groups.grouping != Grouping::Outcome)
            return false;
        GroupedGraph::Node& drawn = groups.nodes[group];
        if (facts.depth[node] < facts.depth[drawn.first])
            drawn.first = node;
        ++drawn.count;
        groups.groupOf[node] = group;
    }
    return true;
}

} // namespace

GroupedGraph grouped(const Model& model, const ReachableStates& states, const GraphFacts& facts, const std::vector<std::int32_t>& columns, std::uint32_t mostNodes)
{
    GroupedGraph groups;
    for (const Grouping grouping : {Grouping::None, Grouping::Lines, Grouping::Calls, Grouping::Device, Grouping::Outcome}) {
        groups.grouping = grouping;
        if (groupNodes(model, states, facts, columns, mostNodes, groups))
            break;
    }
    groupEdges(states.graph, facts, groups);
    groups.columns = 1 + *std::ranges::max_element(columns);
    return groups;
}

std::vector<std::int32_t> columnsByDepth(const GraphFacts& facts) { return {facts.depth.begin(), facts.depth.end()}; }

std::vector<std::int32_t> columnsByProgress(const ReachableStates& states, const GraphFacts& facts)
{
    std::vector<std::int32_t> progress;
    for (const StateTraits& traits : states.traits)
        progress.push_back(traits.progress);
    // A step that loses memory stands one further than the state it is taken in.
    for (const std::uint32_t edge : edgesThatLose(states.graph))
        progress.push_back(states.traits[facts.from[edge]].progress + 1);
    std::map<std::int32_t, std::int32_t> columns;
    for (const std::int32_t each : progress)
        columns.emplace(each, 0);
    std::int32_t column = 0;
    for (auto& [each, number] : columns)
        number = column++;
    std::ranges::transform(progress, progress.begin(), [&](std::int32_t each) { return columns[each]; });
    return progress;
}

} // namespace bindlab
