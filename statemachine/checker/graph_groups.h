#pragma once

#include "checker/graph_facts.h"
#include "checker/reachable_states.h"

#include <cstdint>
#include <vector>

namespace bindlab {

/// How nodes of a graph are taken together, from the finest on. Whatever it is, those of one group stand in one column and
/// come to the same: they are ends of one kind, or all, some or none of the runs from them fail.
enum class Grouping : std::uint8_t {
    None,      ///< each node by itself
    Lines,     ///< the same state of the TDI, the same object freed, each thread at the same line
    Calls,     ///< the same state of the TDI, the same object freed, each thread in the same call
    Device,    ///< the same state of the TDI, the same object freed
    Outcome    ///< nothing else in common
};

/// A graph in which groups of nodes are nodes.
struct GroupedGraph {
    struct Node {
        std::uint32_t first = 0;   ///< the member nearest to the start; of those, with the lowest number
        std::uint32_t count = 0;   ///< members
        std::int32_t column = 0;
    };
    struct Edge {
        std::uint32_t from = 0;
        std::uint32_t to = 0;
        std::int8_t thread = 0;    ///< who moves; -1: not always the same
        bool breaks = false;       ///< something is broken by one of these steps
        std::uint32_t count = 0;
    };
    Grouping grouping = Grouping::None;
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<std::uint32_t> groupOf;   ///< by node
    std::int32_t columns = 0;
};

/// `columns` by node, from 0. Takes the finest grouping with at most `mostNodes`, or the coarsest.
[[nodiscard]] GroupedGraph grouped(const Model& model, const ReachableStates& states, const GraphFacts& facts, const std::vector<std::int32_t>& columns, std::uint32_t mostNodes);

/// Columns as StateTraits::progress counts, without those that would be empty.
[[nodiscard]] std::vector<std::int32_t> columnsByProgress(const ReachableStates& states, const GraphFacts& facts);
[[nodiscard]] std::vector<std::int32_t> columnsByDepth(const GraphFacts& facts);

} // namespace bindlab
