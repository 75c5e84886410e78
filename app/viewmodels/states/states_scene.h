#pragma once

#include "checker/graph_groups.h"
#include "report/graph_layout.h"

#include <QPointF>
#include <QRectF>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace bindlab {

/// Every reachable state of a model, and what follows from them. Constant once it is made; shared by all who show it.
struct ExploredStates {
    std::shared_ptr<const Model> model;
    ReachableStates states;
    GraphFacts facts;
    /// Index into facts.failures of the one that is shown first, the shortest; -1: none.
    int mainFailure = -1;

    ExploredStates(std::shared_ptr<const Model> from, ReachableStates reached);

    [[nodiscard]] const StateGraph& graph() const { return states.graph; }
    /// The run that failure shows; without any, the shortest run to a safe end, else to the deepest state.
    [[nodiscard]] std::vector<std::uint32_t> runOf(int failure) const;
    /// The state of a node; where memory is lost, the one after the step that loses it.
    [[nodiscard]] State stateOf(std::uint32_t node) const;
    /// The nodes a run goes through, the start included.
    [[nodiscard]] std::vector<std::uint32_t> nodesOf(const std::vector<std::uint32_t>& run) const;
    /// Keys as "I3 (F1)", one after the other.
    [[nodiscard]] std::string keysAsText(std::uint64_t mask) const;
};

/// What is drawn: nodes, or groups of them, with their places.
struct StatesScene {
    enum class Arrangement : std::uint8_t { Depth, Progress, Free };
    /// More than these are taken together.
    static constexpr std::uint32_t mostNodes = 10'000;

    struct Node {
        GraphLayout::Point place;
        std::int8_t tdi = -1;        ///< as StateTraits
        std::int8_t holder = -1;
        std::int8_t freed = -1;
        bool isDeadEnd = false;
        GraphFacts::Kind kind = GraphFacts::Kind::Inner;
        GraphFacts::Outcome outcome = GraphFacts::Outcome::Holds;
    };

    Arrangement arrangement = Arrangement::Depth;
    GroupedGraph graph;
    std::vector<Node> nodes;            ///< as graph.nodes
    std::vector<std::uint32_t> spine;   ///< nodes of the straight line in the middle, in the order of its run
    GraphLayout::Point least;
    GraphLayout::Point most;
};

/// `spine` is a run. Takes a second or two for a free arrangement of as many nodes as are drawn.
[[nodiscard]] StatesScene arrange(const ExploredStates& explored, const std::vector<std::uint32_t>& spine, StatesScene::Arrangement arrangement, std::uint32_t mostNodes, const std::atomic<bool>* cancel);

/// The nearest drawn node above (-1) or below (1) in the same column, or in a free arrangement in that direction; -1: none.
[[nodiscard]] int nodeBeside(const StatesScene& scene, std::size_t from, int way);

} // namespace bindlab
