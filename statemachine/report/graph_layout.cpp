#include "report/graph_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace bindlab {

namespace {

using Point = GraphLayout::Point;
constexpr int sweeps = 12;

void findBounds(GraphLayout& layout)
{
    layout.least = layout.most = layout.points.empty() ? Point{} : layout.points.front();
    for (const Point& point : layout.points) {
        layout.least = {std::min(layout.least.x, point.x), std::min(layout.least.y, point.y)};
        layout.most = {std::max(layout.most.x, point.x), std::max(layout.most.y, point.y)};
    }
}

/// Lists of neighbours, one behind the other.
struct Neighbours {
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> list;
};

/// Of each node those at the other end of an edge for which `wanted(node, other)`.
template <typename Wanted>
Neighbours neighboursOf(const LayoutGraph& graph, Wanted wanted)
{
    Neighbours neighbours;
    neighbours.first.assign(graph.columns.size() + 1, 0);
    const auto each = [&](auto visit) {
        for (const auto& [from, to] : graph.edges) {
            if (from != to && wanted(from, to))
                visit(from, to);
            if (from != to && wanted(to, from))
                visit(to, from);
        }
    };
    each([&](std::uint32_t node, std::uint32_t) { ++neighbours.first[node + 1]; });
    std::partial_sum(neighbours.first.begin(), neighbours.first.end(), neighbours.first.begin());
    neighbours.list.resize(neighbours.first.back());
    std::vector<std::uint32_t> at(neighbours.first.begin(), neighbours.first.end() - 1);
    each([&](std::uint32_t node, std::uint32_t other) { neighbours.list[at[node]++] = other; });
    return neighbours;
}

/// The places nearest to those that are wanted (sum of squares) that are in order and a row apart, each at least `least`.
/// What is wanted must be in order.
void spread(std::vector<float>& places, float least)
{
    struct Block {
        double sum;
        int count;
        [[nodiscard]] double mean() const { return sum / count; }
    };
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < places.size(); ++i) {
        blocks.push_back({double(places[i]) - double(i) * GraphLayout::rowHeight, 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() >= blocks.back().mean()) {
            const Block last = blocks.back();
            blocks.pop_back();
            blocks.back().sum += last.sum;
            blocks.back().count += last.count;
        }
    }
    std::size_t i = 0;
    for (const Block& block : blocks)
        for (int k = 0; k < block.count; ++k, ++i)
            places[i] = float(std::max(block.mean(), double(least)) + double(i) * GraphLayout::rowHeight);
}

class Columns {
public:
    explicit Columns(const LayoutGraph& graph)
        : m_graph(graph),
          m_left(neighboursOf(graph, [&](std::uint32_t node, std::uint32_t other) { return graph.columns[other] < graph.columns[node]; })),
          m_right(neighboursOf(graph, [&](std::uint32_t node, std::uint32_t other) { return graph.columns[other] > graph.columns[node]; })),
          m_y(graph.columns.size(), 0), m_isSpine(graph.columns.size(), false)
    {
        for (const std::uint32_t node : graph.spine)
            m_isSpine[node] = true;
        for (std::uint32_t node = 0; node < std::uint32_t(graph.columns.size()); ++node) {
            const auto column = std::size_t(graph.columns[node]);
            if (column >= m_columns.size()) {
                m_columns.resize(column + 1);
                m_hasSpine.resize(column + 1, false);
            }
            if (m_isSpine[node])
                m_hasSpine[column] = true;
            else
                m_columns[column].push_back(node);
        }
        // Where the spine passes over a column nothing lies on its line either.
        const auto first = std::ranges::find(m_hasSpine, true);
        const auto last = std::find(m_hasSpine.rbegin(), m_hasSpine.rend(), true).base();
        if (first != m_hasSpine.end())
            std::fill(first, last, true);
        for (const auto& column : m_columns)
            for (std::size_t i = 0; i < column.size(); ++i)
                m_y[column[i]] = (float(i) - float(column.size()) / 2 + 0.5f) * GraphLayout::rowHeight;
    }

    GraphLayout lay()
    {
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            for (std::size_t column = 0; column < m_columns.size(); ++column)
                place(column, m_left);
            for (std::size_t column = m_columns.size(); column-- > 0;)
                place(column, m_right);
        }
        for (std::size_t column = 0; column < m_columns.size(); ++column)
            place(column, m_left);
        GraphLayout layout;
        for (std::size_t node = 0; node < m_y.size(); ++node)
            layout.points.push_back({float(m_graph.columns[node]) * GraphLayout::columnWidth, m_y[node]});
        findBounds(layout);
        return layout;
    }

private:
    [[nodiscard]] float wanted(std::uint32_t node, const Neighbours& neighbours) const
    {
        const auto begin = neighbours.list.begin() + neighbours.first[node];
        const auto end = neighbours.list.begin() + neighbours.first[node + 1];
        if (begin == end)
            return m_y[node];
        double sum = 0;
        for (auto other = begin; other != end; ++other)
            sum += double(m_y[*other]);
        // What lies beside the spine stays on its side where nothing else says so.
        return float(sum / double(end - begin)) + std::copysign(0.01f, m_y[node]);
    }

    void place(std::size_t column, const Neighbours& neighbours)
    {
        auto& nodes = m_columns[column];
        std::vector<std::pair<float, std::uint32_t>> order;
        for (const std::uint32_t node : nodes)
            order.emplace_back(wanted(node, neighbours), node);
        std::ranges::stable_sort(order, {}, &std::pair<float, std::uint32_t>::first);
        for (std::size_t i = 0; i < nodes.size(); ++i)
            nodes[i] = order[i].second;
        if (!m_hasSpine[column]) {
            set(order, false, -std::numeric_limits<float>::infinity());
            return;
        }
        const auto below = std::ranges::find_if(order, [](const auto& each) { return each.first >= 0; });
        std::vector<std::pair<float, std::uint32_t>> above(order.begin(), below);
        order.erase(order.begin(), below);
        set(order, false, GraphLayout::spineRoom);
        std::ranges::reverse(above);
        set(above, true, GraphLayout::spineRoom);
    }

    void set(const std::vector<std::pair<float, std::uint32_t>>& order, bool upwards, float least)
    {
        std::vector<float> places;
        for (const auto& [place, node] : order)
            places.push_back(upwards ? -place : place);
        spread(places, least);
        for (std::size_t i = 0; i < order.size(); ++i)
            m_y[order[i].second] = upwards ? -places[i] : places[i];
    }

    const LayoutGraph& m_graph;
    Neighbours m_left;
    Neighbours m_right;
    std::vector<float> m_y;
    std::vector<bool> m_isSpine;
    std::vector<std::vector<std::uint32_t>> m_columns;   ///< without the spine
    std::vector<bool> m_hasSpine;
};

/// Nodes by the square of a grid they stand in.
class Grid {
public:
    Grid(const std::vector<Point>& points, float square) : m_square(square)
    {
        m_least = m_most = points.front();
        for (const Point& point : points) {
            m_least = {std::min(m_least.x, point.x), std::min(m_least.y, point.y)};
            m_most = {std::max(m_most.x, point.x), std::max(m_most.y, point.y)};
        }
        m_width = int((m_most.x - m_least.x) / square) + 1;
        m_height = int((m_most.y - m_least.y) / square) + 1;
        m_first.assign(std::size_t(m_width) * std::size_t(m_height) + 1, 0);
        for (const Point& point : points)
            ++m_first[squareOf(point) + 1];
        std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
        m_nodes.resize(points.size());
        std::vector<std::uint32_t> at(m_first.begin(), m_first.end() - 1);
        for (std::uint32_t node = 0; node < std::uint32_t(points.size()); ++node)
            m_nodes[at[squareOf(points[node])]++] = node;
    }

    /// Calls `visit(node)` for at most `most` nodes of each of the nine squares around a point.
    template <typename Visit>
    void near(const Point& point, std::uint32_t most, Visit visit) const
    {
        const int column = int((point.x - m_least.x) / m_square);
        const int row = int((point.y - m_least.y) / m_square);
        for (int y = std::max(0, row - 1); y <= std::min(m_height - 1, row + 1); ++y)
            for (int x = std::max(0, column - 1); x <= std::min(m_width - 1, column + 1); ++x) {
                const std::size_t square = std::size_t(y) * std::size_t(m_width) + std::size_t(x);
                const std::uint32_t end = std::min(m_first[square + 1], m_first[square] + most);
                for (std::uint32_t i = m_first[square]; i < end; ++i)
                    visit(m_nodes[i]);
            }
    }

private:
    [[nodiscard]] std::size_t squareOf(const Point& point) const
    {
        return std::size_t((point.y - m_least.y) / m_square) * std::size_t(m_width) + std::size_t((point.x - m_least.x) / m_square);
    }

    float m_square;
    Point m_least;
    Point m_most;
    int m_width = 1;
    int m_height = 1;
    std::vector<std::uint32_t> m_first;
    std::vector<std::uint32_t> m_nodes;
};

} // namespace

GraphLayout layOutByColumns(const LayoutGraph& graph) { return Columns(graph).lay(); }

GraphLayout layOutFreely(const LayoutGraph& graph, const std::atomic<bool>* cancel)
{
    constexpr int turns = 300;
    constexpr float edgeLength = 36;
    constexpr float reach = 72;              // of the push
    constexpr std::uint32_t mostPushers = 24; // of one square, so that a heap costs no more than its share
    GraphLayout layout = layOutByColumns(graph);
    std::vector<Point>& points = layout.points;
    if (points.empty())
        return layout;
    for (Point& point : points)   // columns are further apart than edges are long
        point.x *= edgeLength / GraphLayout::columnWidth;
    std::vector<Point> moves(points.size());
    for (int turn = 0; turn < turns && !(cancel && cancel->load()); ++turn) {
        std::ranges::fill(moves, Point{});
        const Grid grid(points, reach);
        for (std::uint32_t node = 0; node < std::uint32_t(points.size()); ++node)
            grid.near(points[node], mostPushers, [&](std::uint32_t other) {
                const float dx = points[node].x - points[other].x;
                const float dy = points[node].y - points[other].y;
                const float square = dx * dx + dy * dy;
                if (other == node || square > reach * reach)
                    return;
                // Two at one place are parted by their numbers.
                const float push = edgeLength * edgeLength / std::max(square, 1.0f);
                moves[node].x += square > 0 ? dx * push : node < other ? -1.0f : 1.0f;
                moves[node].y += square > 0 ? dy * push : 0.5f;
            });
        for (const auto& [from, to] : graph.edges) {
            const float dx = points[to].x - points[from].x;
            const float dy = points[to].y - points[from].y;
            const float pull = std::sqrt(dx * dx + dy * dy) / edgeLength;
            moves[from].x += dx * pull;
            moves[from].y += dy * pull;
            moves[to].x -= dx * pull;
            moves[to].y -= dy * pull;
        }
        const float warmth = edgeLength * (1 - float(turn) / turns);
        for (std::size_t node = 0; node < points.size(); ++node) {
            const float length = std::sqrt(moves[node].x * moves[node].x + moves[node].y * moves[node].y);
            const float step = length > 0 ? std::min(length * 0.1f, warmth) / length : 0;
            points[node].x += moves[node].x * step;
            points[node].y += moves[node].y * step;
        }
    }
    const Point start = points.front();
    for (Point& point : points)
        point = {point.x - start.x, point.y - start.y};
    findBounds(layout);
    return layout;
}

} // namespace bindlab
