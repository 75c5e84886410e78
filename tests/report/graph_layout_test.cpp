#include "catch.h"

#include "report/graph_layout.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

using namespace bindlab;

namespace {

/// `columns` columns of `rows` nodes: each leads to the one beside it and to the next below that.
LayoutGraph lattice(std::uint32_t columns, std::uint32_t rows)
{
    LayoutGraph graph;
    for (std::uint32_t column = 0; column < columns; ++column)
        for (std::uint32_t row = 0; row < rows; ++row) {
            const std::uint32_t node = column * rows + row;
            graph.columns.push_back(std::int32_t(column));
            if (column + 1 < columns) {
                graph.edges.emplace_back(node, node + rows);
                if (row + 1 < rows)
                    graph.edges.emplace_back(node, node + rows + 1);
            }
        }
    return graph;
}

/// Two ways that part and meet again, and a third beside them; the first is the spine.
LayoutGraph threeWays()
{
    return {{0, 1, 1, 1, 2, 2, 2, 3}, {{0, 1}, {0, 2}, {0, 3}, {1, 4}, {2, 5}, {3, 6}, {4, 7}, {5, 7}, {6, 7}}, {0, 1, 4, 7}};
}

int crossingsOf(const LayoutGraph& graph, const GraphLayout& layout)
{
    int crossings = 0;
    for (const auto& [a, b] : graph.edges)
        for (const auto& [c, d] : graph.edges)
            if (graph.columns[a] == graph.columns[c] && graph.columns[b] == graph.columns[d])
                crossings += (layout.points[a].y - layout.points[c].y) * (layout.points[b].y - layout.points[d].y) < 0 ? 1 : 0;
    return crossings / 2;
}

} // namespace

TEST_CASE("columns stand in order, and no two nodes of one too near each other", "[layout]")
{
    const LayoutGraph graph = lattice(20, 15);
    const GraphLayout layout = layOutByColumns(graph);
    std::map<std::int32_t, std::vector<float>> columns;
    for (std::size_t node = 0; node < graph.columns.size(); ++node) {
        CHECK(layout.points[node].x == float(graph.columns[node]) * GraphLayout::columnWidth);
        columns[graph.columns[node]].push_back(layout.points[node].y);
    }
    for (auto& [column, rows] : columns) {
        std::ranges::sort(rows);
        for (std::size_t i = 1; i < rows.size(); ++i)
            CHECK(rows[i] - rows[i - 1] > GraphLayout::rowHeight - 0.5f);
    }
    CHECK(layout.most.x == 19 * GraphLayout::columnWidth);
}

TEST_CASE("the spine is straight, and ways beside it do not cross", "[layout]")
{
    const LayoutGraph graph = threeWays();
    const GraphLayout layout = layOutByColumns(graph);
    for (const std::uint32_t node : graph.spine)
        CHECK(layout.points[node].y == 0);
    CHECK(std::abs(layout.points[2].y) >= GraphLayout::spineRoom);
    CHECK(crossingsOf(graph, layout) == 0);
}

TEST_CASE("nothing lies on the line of the spine in a column that it passes over", "[layout]")
{
    const LayoutGraph graph{{0, 1, 2, 2}, {{0, 2}, {0, 1}, {1, 2}, {1, 3}}, {0, 2}};
    const GraphLayout layout = layOutByColumns(graph);
    CHECK(layout.points[2].y == 0);
    CHECK(std::abs(layout.points[1].y) >= GraphLayout::spineRoom);
}

TEST_CASE("ordering by what they would like takes most crossings away", "[layout]")
{
    LayoutGraph graph = lattice(12, 10);
    // The same lattice with the nodes of every second column upside down.
    const auto turned = [](std::uint32_t node) { return (node / 10) % 2 == 0 ? node : node / 10 * 10 + 9 - node % 10; };
    for (auto& [from, to] : graph.edges) {
        from = turned(from);
        to = turned(to);
    }
    GraphLayout asGiven;
    for (std::uint32_t node = 0; node < 120; ++node)
        asGiven.points.push_back({0, float(node % 10)});
    CHECK(crossingsOf(graph, layOutByColumns(graph)) * 10 < crossingsOf(graph, asGiven));
}

TEST_CASE("the same graph is always laid out the same", "[layout][invariant]")
{
    const LayoutGraph graph = lattice(15, 12);
    CHECK(layOutByColumns(graph).points == layOutByColumns(graph).points);
    CHECK(layOutFreely(graph, nullptr).points == layOutFreely(graph, nullptr).points);
}

TEST_CASE("laid out freely, edges are short and no two nodes lie on each other", "[layout]")
{
    const LayoutGraph graph = lattice(15, 12);
    const GraphLayout layout = layOutFreely(graph, nullptr);
    for (const auto& [from, to] : graph.edges)
        CHECK(std::hypot(layout.points[from].x - layout.points[to].x, layout.points[from].y - layout.points[to].y) < 160);
    for (std::size_t a = 0; a < layout.points.size(); ++a)
        for (std::size_t b = 0; b < a; ++b)
            CHECK(std::hypot(layout.points[a].x - layout.points[b].x, layout.points[a].y - layout.points[b].y) > 4);
    CHECK(layout.points.front() == GraphLayout::Point{0, 0});
}

TEST_CASE("ten thousand nodes take seconds, not minutes", "[layout][slow]")
{
    const LayoutGraph graph = lattice(100, 100);
    const auto begin = std::chrono::steady_clock::now();
    CHECK(layOutByColumns(graph).points.size() == 10'000);
    CHECK(layOutFreely(graph, nullptr).points.size() == 10'000);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(30));
    const std::atomic<bool> stopped = true;
    const auto again = std::chrono::steady_clock::now();
    CHECK(layOutFreely(graph, &stopped).points.size() == 10'000);
    CHECK(std::chrono::steady_clock::now() - again < std::chrono::seconds(3));
}
