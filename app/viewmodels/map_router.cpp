#include "map_router.h"

#include <QLineF>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <queue>

namespace bindlab {

namespace {

constexpr double leadOut = 7;              ///< how far a line goes straight out of its box
constexpr double bendCost = 36;
constexpr double sharedTrackCost = 6;   ///< a pixel along an earlier line
constexpr double crossingCost = 30;
constexpr double takenPortCost = 70;
constexpr double besideCost = 1.2;      ///< a pixel closer to an earlier line than `apart`
constexpr double apart = 6;

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
            if (QLineF(segment.a, at).length() < apart || QLineF(segment.b, at).length() < apart)
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

QPolygonF MapRouter::route(const QRectF& from, const QRectF& to) const {
    // The grid: tracks beside every box, and the lines through the ports of the two boxes.
    std::vector<double> xs = m_xs;
    std::vector<double> ys = m_ys;
    const std::vector<Port> starts = ports(from);
    const std::vector<Port> ends = ports(to);
    for (const std::vector<Port>* list : {&starts, &ends}) {
        for (const Port& port : *list) {
            addExact(xs, port.at.x());
            addExact(ys, port.at.y());
        }
    }
    const std::size_t columns = xs.size();
    const std::size_t nodes = columns * ys.size();
    constexpr std::array<int, 4> stepX{1, 0, -1, 0};
    constexpr std::array<int, 4> stepY{0, 1, 0, -1};
    const auto at = [&](std::size_t node) { return QPointF(xs[node % columns], ys[node / columns]); };

    std::vector<std::int8_t> passable(nodes * 2, -1);   // towards the right, downwards; -1 not asked yet
    std::vector<double> shared(nodes * 2, -1);          // the same, what earlier lines add
    const auto blocked = [&](std::size_t node, std::size_t other) {
        const std::size_t low = std::min(node, other);
        std::int8_t& known = passable[low * 2 + (std::max(node, other) - low == 1 ? 0 : 1)];
        if (known < 0) {
            const QPointF a = at(low);
            const QPointF b = at(std::max(node, other));
            const QRectF way = QRectF(a, b).normalized();
            bool free = true;
            for (const QRectF& box : m_boxes) {
                const QRectF room = box.adjusted(-m_clear, -m_clear, m_clear, m_clear);
                if (way.right() > room.left() && way.left() < room.right() && way.bottom() > room.top()
                    && way.top() < room.bottom()) {
                    free = false;
                    break;
                }
            }
            known = free ? 1 : 0;
        }
        return known == 0;
    };
    const auto usedCost = [&](std::size_t node, std::size_t other) {
        const std::size_t low = std::min(node, other);
        double& cost = shared[low * 2 + (std::max(node, other) - low == 1 ? 0 : 1)];
        if (cost >= 0)
            return cost;
        cost = 0;
        const QPointF a = at(low);
        const QPointF b = at(std::max(node, other));
        const bool level = a.y() == b.y();
        for (const Segment& segment : m_used) {
            const bool usedLevel = segment.a.y() == segment.b.y();
            if (level == usedLevel) {
                const double away = level ? std::abs(a.y() - segment.a.y()) : std::abs(a.x() - segment.a.x());
                if (away >= apart)
                    continue;
                const double along = level ? overlap(a.x(), b.x(), segment.a.x(), segment.b.x())
                                            : overlap(a.y(), b.y(), segment.a.y(), segment.b.y());
                if (along > 0)
                    cost += along * (away < 1 ? sharedTrackCost : besideCost);
            } else {
                const QPointF& lying0 = level ? a : segment.a;
                const QPointF& lying1 = level ? b : segment.b;
                const QPointF& standing0 = level ? segment.a : a;
                const QPointF& standing1 = level ? segment.b : b;
                const double x = standing0.x();
                const double y = lying0.y();
                if (x > std::min(lying0.x(), lying1.x()) && x <= std::max(lying0.x(), lying1.x())
                    && y > std::min(standing0.y(), standing1.y()) && y <= std::max(standing0.y(), standing1.y()))
                    cost += crossingCost;
            }
        }
        return cost;
    };

    // Dijkstra over (node, direction): the grid is small, and ends at several ports rule out a simple estimate.
    struct Entry {
        double cost;
        std::size_t key;
        bool operator>(const Entry& other) const { return cost != other.cost ? cost > other.cost : key > other.key; }
    };
    constexpr double unreached = std::numeric_limits<double>::infinity();
    std::vector<double> best(nodes * 4, unreached);
    std::vector<std::size_t> came(nodes * 4, std::numeric_limits<std::size_t>::max());
    std::vector<double> endCost(nodes * 4, unreached);
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    const auto nodeOf = [&](const QPointF& p) { return indexOf(ys, p.y()) * columns + indexOf(xs, p.x()); };
    for (const Port& port : ends) {
        const std::size_t key = nodeOf(port.at) * 4 + std::size_t((port.direction + 2) % 4);
        endCost[key] = std::min(endCost[key], port.cost);
    }
    for (const Port& port : starts) {
        const std::size_t key = nodeOf(port.at) * 4 + std::size_t(port.direction);
        best[key] = port.cost;
        open.push({port.cost, key});
    }
    double found = unreached;
    std::size_t last = 0;
    while (!open.empty()) {
        const Entry top = open.top();
        open.pop();
        if (top.cost >= found)
            break;
        if (top.cost > best[top.key])
            continue;
        if (endCost[top.key] < unreached && top.cost + endCost[top.key] < found) {
            found = top.cost + endCost[top.key];
            last = top.key;
        }
        const std::size_t node = top.key / 4;
        const std::size_t direction = top.key % 4;
        const std::size_t x = node % columns;
        const std::size_t y = node / columns;
        for (std::size_t turn = 0; turn < 4; ++turn) {
            if ((turn + 2) % 4 == direction)
                continue;
            if ((stepX[turn] < 0 && x == 0) || (stepX[turn] > 0 && x + 1 == columns) || (stepY[turn] < 0 && y == 0)
                || (stepY[turn] > 0 && y + 1 == ys.size()))
                continue;
            const std::size_t next = std::size_t(std::ptrdiff_t(node) + stepX[turn] + stepY[turn] * std::ptrdiff_t(columns));
            if (blocked(node, next))
                continue;
            const QPointF a = at(node);
            const QPointF b = at(next);
            const double cost = top.cost + std::abs(a.x() - b.x()) + std::abs(a.y() - b.y())
                + (turn == direction ? 0 : bendCost) + (m_used.empty() ? 0 : usedCost(node, next));
            const std::size_t key = next * 4 + turn;
            if (cost < best[key]) {
                best[key] = cost;
                came[key] = top.key;
                open.push({cost, key});
            }
        }
    }
    if (found == unreached)
        return {};

    // From the end: the edge of the box, the way straight out before it, and so back to the edge of the other box.
    const auto outOf = [&](std::size_t key, double way) {
        const std::size_t direction = key % 4;
        return at(key / 4) + QPointF(stepX[direction] * way, stepY[direction] * way);
    };
    QPolygonF line;
    const auto append = [&](const QPointF& p) {
        // Points on a straight stretch say nothing.
        if (line.size() >= 2) {
            const QPointF& one = line[line.size() - 1];
            const QPointF& two = line[line.size() - 2];
            if ((one.x() == two.x() && one.x() == p.x()) || (one.y() == two.y() && one.y() == p.y()))
                line.removeLast();
        }
        line.append(p);
    };
    append(outOf(last, leadOut));
    std::size_t start = last;
    for (std::size_t key = last; key != std::numeric_limits<std::size_t>::max(); key = came[key]) {
        append(at(key / 4));
        start = key;
    }
    append(outOf(start, -leadOut));
    std::reverse(line.begin(), line.end());
    return line;
}

void MapRouter::occupy(const QPolygonF& line) {
    for (qsizetype i = 1; i < line.size(); ++i)
        m_used.push_back({line[i - 1], line[i]});
}

} // namespace bindlab
