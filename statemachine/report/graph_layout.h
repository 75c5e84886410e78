#pragma once

#include <atomic>
#include <cstdint>
#include <utility>
#include <vector>

namespace bindlab {

/// A graph to be laid out. Each node has a column; those of the spine stand in one straight line.
struct LayoutGraph {
    std::vector<std::int32_t> columns;                            ///< by node, from 0
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;   ///< from, to
    std::vector<std::uint32_t> spine;                             ///< nodes, at most one of each column
};

/// Where nodes stand, in lengths of a drawing at its own size; 0, 0 is where the spine begins.
struct GraphLayout {
    struct Point {
        float x = 0;
        float y = 0;
        bool operator==(const Point&) const = default;
    };
    static constexpr float columnWidth = 82;
    static constexpr float rowHeight = 24;   ///< at least, from one node of a column to the next
    static constexpr float spineRoom = 58;   ///< at least, from the spine to the next: its steps have their words there

    std::vector<Point> points;   ///< by node
    Point least;
    Point most;
};

/// In columns: each node near the middle of its neighbours, those of a column as far apart as they have to be. The
/// nodes of a column are put in the order of the places they would like, again and again, so that few edges cross. The same
/// graph is always laid out the same.
[[nodiscard]] GraphLayout layOutByColumns(const LayoutGraph& graph);

/// Freely: nodes push each other away, edges pull their two ends together; begins with the layout by columns and takes a fixed
/// number of turns. Simplified: only nodes near each other push. Always the same for the same graph. As it stands when cancelled.
[[nodiscard]] GraphLayout layOutFreely(const LayoutGraph& graph, const std::atomic<bool>* cancel);

} // namespace bindlab
