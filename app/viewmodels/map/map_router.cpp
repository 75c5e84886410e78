#include "map_router.h"

#include <QLineF>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <queue>
#include <tuple>

namespace bindlab {

namespace {

constexpr double leadOut = 7;              ///< how far a line goes straight out of its box
constexpr double bendCost = 36;
constexpr double sharedTrackCost = 6;   ///< a pixel along an earlier line
constexpr double crossingCost = 30;
constexpr double takenPortCost = 70;
constexpr double besideCost = 1.2;      ///< a pixel closer to an earlier line than `lineGap`
constexpr double lineGap = 6;

/// Sorted, and thinned so that no two are closer than `least`.
std::vector<double> tidy(std::vector<double> values, double least) {
    std::sort(values.begin(), values.end());
    std::vector<double> kept;
    for (const double value : values) {
        if (kept.empty() || value - kept.back() >= least)
            kept.push_back(value);
    }
    return kept;
}

void addExact(std::vector<double>& values, double value) {
    const auto place = std::lower_bound(values.begin(), values.end(), value - 0.01);
    if (place == values.end() || *place > value + 0.01)
        values.insert(place, value);
}

std::size_t indexOf(const std::vector<double>& values, double value) {
    return std::size_t(std::lower_bound(values.begin(), values.end(), value - 0.01) - values.begin());
}

/// Points on a straight stretch say nothing.
void addPoint(QPolygonF& line, const QPointF& p) {
    if (line.size() >= 2) {
        const QPointF& one = line[line.size() - 1];
        const QPointF& two = line[line.size() - 2];
        if ((one.x() == two.x() && one.x() == p.x()) || (one.y() == two.y() && one.y() == p.y()))
            line.removeLast();
    }
    line.append(p);
}

double overlap(double a0, double a1, double b0, double b1) {
    return std::min(std::max(a0, a1), std::max(b0, b1)) - std::max(std::min(a0, a1), std::min(b0, b1));
}

} // namespace

MapRouter::MapRouter(QRectF bounds, std::vector<QRectF> boxes, double clear)
    : m_bounds(bounds), m_boxes(std::move(boxes)), m_clear(clear) {
    for (const QRectF& box : m_boxes) {
        for (const double away : {m_clear + 3, m_clear + 10}) {
            m_xs.insert(m_xs.end(), {box.left() - away, box.right() + away});
            m_ys.insert(m_ys.end(), {box.top() - away, box.bottom() + away});
        }
    }
    std::erase_if(m_xs, [&](double x) { return x <= bounds.left() || x >= bounds.right(); });
    std::erase_if(m_ys, [&](double y) { return y <= bounds.top() || y >= bounds.bottom(); });
    m_xs = tidy(std::move(m_xs), 4);
    m_ys = tidy(std::move(m_ys), 4);
}

std::vector<MapRouter::Port> MapRouter::ports(const QRectF& box) const {
    std::vector<Port> all;
    const auto add = [&](QPointF at, int direction, double cost) {
        for (const Segment& segment : m_used) {
            if (QLineF(segment.a, at).length() < lineGap || QLineF(segment.b, at).length() < lineGap)
                cost += takenPortCost;
        }
        all.push_back({at, direction, cost});
    };
    for (const double part : {0.5, 0.28, 0.72}) {
        const double aside = part == 0.5 ? 0 : 4;
        const double y = std::round(box.top() + box.height() * part);
        const double x = std::round(box.left() + box.width() * part);
        // A low box has room for one line at each end.
        if (box.height() >= 40 || part == 0.5) {
            add({box.right() + leadOut, y}, 0, aside);
            add({box.left() - leadOut, y}, 2, aside);
        }
        add({x, box.bottom() + leadOut}, 1, aside);
        add({x, box.top() - leadOut}, 3, aside);
    }
    return all;
}

/// One search: A* over (node of the grid, direction). What is left is at least the way to the box around all ports that it may end at.
class MapRouter::Search {
public:
    Search(const MapRouter& router, const std::vector<Port>& starts, const std::vector<Port>& ends);

    /// Empty when there is no way.
    [[nodiscard]] QPolygonF line();

private:
    struct Entry {
        double whole;      ///< the cost, and what is left at least
        double cost;
        std::size_t key;   ///< four times the node, and the direction it was come to in
        bool operator>(const Entry& other) const { return whole != other.whole ? whole > other.whole : key > other.key; }
    };
    static constexpr std::array<int, 4> stepX{1, 0, -1, 0};
    static constexpr std::array<int, 4> stepY{0, 1, 0, -1};
    static constexpr double unreached = std::numeric_limits<double>::infinity();
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    void push(double cost, std::size_t key);
    [[nodiscard]] QPointF at(std::size_t node) const { return {m_xs[node % m_columns], m_ys[node / m_columns]}; }
    [[nodiscard]] std::size_t nodeOf(const QPointF& p) const { return indexOf(m_ys, p.y()) * m_columns + indexOf(m_xs, p.x()); }
    /// Of what is known of the way between two neighbours.
    [[nodiscard]] static std::size_t edgeOf(std::size_t node, std::size_t other);
    [[nodiscard]] bool isBlocked(std::size_t node, std::size_t other);
    /// What earlier lines add to the way between two neighbours.
    [[nodiscard]] double usedCost(std::size_t node, std::size_t other);
    [[nodiscard]] static double costBeside(const Segment& used, const QPointF& a, const QPointF& b);
    [[nodiscard]] bool leavesGrid(std::size_t node, std::size_t turn) const;
    /// The key at which the best way ends.
    [[nodiscard]] std::size_t find();
    void goOn(const Entry& from);
    [[nodiscard]] QPointF outOf(std::size_t key, double way) const;

    const MapRouter& m_router;
    std::vector<double> m_xs;
    std::vector<double> m_ys;
    std::size_t m_columns = 0;
    std::vector<std::int8_t> m_passable;   ///< by node, towards the right and downwards; -1: not asked yet
    std::vector<double> m_shared;          ///< the same, what earlier lines add
    std::vector<double> m_best;
    std::vector<double> m_endCost;
    QPointF m_endsFrom;   ///< the corners of the box around the ends
    QPointF m_endsTo;
    std::vector<std::size_t> m_came;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> m_open;
};

MapRouter::Search::Search(const MapRouter& router, const std::vector<Port>& starts, const std::vector<Port>& ends)
    : m_router(router), m_xs(router.m_xs), m_ys(router.m_ys) {
    // The grid: tracks beside every box, and the lines through the ports of the two boxes.
    for (const std::vector<Port>* list : {&starts, &ends}) {
        for (const Port& port : *list) {
            addExact(m_xs, port.at.x());
            addExact(m_ys, port.at.y());
        }
    }
    m_columns = m_xs.size();
    const std::size_t nodes = m_columns * m_ys.size();
    m_passable.assign(nodes * 2, -1);
    m_shared.assign(nodes * 2, -1);
    m_best.assign(nodes * 4, unreached);
    m_endCost.assign(nodes * 4, unreached);
    m_came.assign(nodes * 4, none);
    for (const Port& port : ends) {
        double& cost = m_endCost[nodeOf(port.at) * 4 + std::size_t((port.direction + 2) % 4)];
        cost = std::min(cost, port.cost);
    }
    const auto [left, right] = std::ranges::minmax(ends, {}, [](const Port& port) { return port.at.x(); });
    const auto [top, bottom] = std::ranges::minmax(ends, {}, [](const Port& port) { return port.at.y(); });
    m_endsFrom = {left.at.x(), top.at.y()};
    m_endsTo = {right.at.x(), bottom.at.y()};
    for (const Port& port : starts) {
        const std::size_t key = nodeOf(port.at) * 4 + std::size_t(port.direction);
        m_best[key] = port.cost;
        push(port.cost, key);
    }
}

void MapRouter::Search::push(double cost, std::size_t key) {
    const QPointF from = at(key / 4);
    const double aside = std::max({m_endsFrom.x() - from.x(), from.x() - m_endsTo.x(), 0.0});
    const double along = std::max({m_endsFrom.y() - from.y(), from.y() - m_endsTo.y(), 0.0});
    m_open.push({cost + aside + along, cost, key});
}

std::size_t MapRouter::Search::edgeOf(std::size_t node, std::size_t other) {
    const std::size_t low = std::min(node, other);
    return low * 2 + (std::max(node, other) - low == 1 ? 0 : 1);
}

bool MapRouter::Search::isBlocked(std::size_t node, std::size_t other) {
    std::int8_t& known = m_passable[edgeOf(node, other)];
    if (known < 0) {
        const QRectF way = QRectF(at(std::min(node, other)), at(std::max(node, other))).normalized();
        const double clear = m_router.m_clear;
        known = std::none_of(m_router.m_boxes.begin(), m_router.m_boxes.end(), [&](const QRectF& box) {
            const QRectF room = box.adjusted(-clear, -clear, clear, clear);
            return way.right() > room.left() && way.left() < room.right() && way.bottom() > room.top() && way.top() < room.bottom();
        });
    }
    return known == 0;
}

double MapRouter::Search::usedCost(std::size_t node, std::size_t other) {
    double& cost = m_shared[edgeOf(node, other)];
    if (cost >= 0)
        return cost;
    cost = 0;
    for (const Segment& segment : m_router.m_used)
        cost += costBeside(segment, at(std::min(node, other)), at(std::max(node, other)));
    return cost;
}

double MapRouter::Search::costBeside(const Segment& used, const QPointF& a, const QPointF& b) {
    const bool level = a.y() == b.y();
    if (level == (used.a.y() == used.b.y())) {
        const double away = level ? std::abs(a.y() - used.a.y()) : std::abs(a.x() - used.a.x());
        if (away >= lineGap)
            return 0;
        const double along = level ? overlap(a.x(), b.x(), used.a.x(), used.b.x()) : overlap(a.y(), b.y(), used.a.y(), used.b.y());
        return along > 0 ? along * (away < 1 ? sharedTrackCost : besideCost) : 0;
    }
    const auto& [lying0, lying1] = level ? std::tie(a, b) : std::tie(used.a, used.b);
    const auto& [standing0, standing1] = level ? std::tie(used.a, used.b) : std::tie(a, b);
    const double x = standing0.x();
    const double y = lying0.y();
    const bool crosses = x > std::min(lying0.x(), lying1.x()) && x <= std::max(lying0.x(), lying1.x())
        && y > std::min(standing0.y(), standing1.y()) && y <= std::max(standing0.y(), standing1.y());
    return crosses ? crossingCost : 0;
}

bool MapRouter::Search::leavesGrid(std::size_t node, std::size_t turn) const {
    const std::size_t x = node % m_columns;
    const std::size_t y = node / m_columns;
    return (stepX[turn] < 0 && x == 0) || (stepX[turn] > 0 && x + 1 == m_columns) || (stepY[turn] < 0 && y == 0)
        || (stepY[turn] > 0 && y + 1 == m_ys.size());
}

std::size_t MapRouter::Search::find() {
    double found = unreached;
    std::size_t last = none;
    while (!m_open.empty()) {
        const Entry top = m_open.top();
        m_open.pop();
        if (top.whole >= found)
            break;
        if (top.cost > m_best[top.key])
            continue;
        if (m_endCost[top.key] < unreached && top.cost + m_endCost[top.key] < found) {
            found = top.cost + m_endCost[top.key];
            last = top.key;
        }
        goOn(top);
    }
    return last;
}

void MapRouter::Search::goOn(const Entry& from) {
    const std::size_t node = from.key / 4;
    const std::size_t direction = from.key % 4;
    for (std::size_t turn = 0; turn < 4; ++turn) {
        if ((turn + 2) % 4 == direction || leavesGrid(node, turn))
            continue;
        const std::size_t next = std::size_t(std::ptrdiff_t(node) + stepX[turn] + stepY[turn] * std::ptrdiff_t(m_columns));
        if (isBlocked(node, next))
            continue;
        const QPointF a = at(node);
        const QPointF b = at(next);
        const double cost = from.cost + std::abs(a.x() - b.x()) + std::abs(a.y() - b.y())
            + (turn == direction ? 0 : bendCost) + (m_router.m_used.empty() ? 0 : usedCost(node, next));
        const std::size_t key = next * 4 + turn;
        if (cost < m_best[key]) {
            m_best[key] = cost;
            m_came[key] = from.key;
            push(cost, key);
        }
    }
}

QPointF MapRouter::Search::outOf(std::size_t key, double way) const {
    const std::size_t direction = key % 4;
    return at(key / 4) + QPointF(stepX[direction] * way, stepY[direction] * way);
}

QPolygonF MapRouter::Search::line() {
    const std::size_t last = find();
    if (last == none)
        return {};
    // From the end: the edge of the box, the way straight out before it, and so back to the edge of the other box.
    QPolygonF line;
    addPoint(line, outOf(last, leadOut));
    std::size_t start = last;
    for (std::size_t key = last; key != none; key = m_came[key]) {
        addPoint(line, at(key / 4));
        start = key;
    }
    addPoint(line, outOf(start, -leadOut));
    std::reverse(line.begin(), line.end());
    return line;
}

QPolygonF MapRouter::route(const QRectF& from, const QRectF& to) const {
    return Search(*this, ports(from), ports(to)).line();
}

void MapRouter::occupy(const QPolygonF& line) {
    for (qsizetype i = 1; i < line.size(); ++i)
        m_used.push_back({line[i - 1], line[i]});
}

} // namespace bindlab
