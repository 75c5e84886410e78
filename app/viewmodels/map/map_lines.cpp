#include "map_lines.h"

#include "flow/program.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace bindlab {

namespace {

/// What lines keep clear of.
std::vector<QRectF> boxesOf(const MapLayout& layout) {
    std::vector<QRectF> boxes = layout.titles;
    for (const MapObject& object : layout.objects) {
        if (object.place == MapPlace::Card || object.place == MapPlace::File)
            boxes.push_back(object.frame);
    }
    for (const QRectF& lock : layout.locks) {
        if (!lock.isEmpty())
            boxes.push_back(lock);
    }
    for (const MapChart& chart : layout.charts) {
        if (chart.shown)
            boxes.push_back(chart.frame);
    }
    return boxes;
}

MapLines::Ends endsOf(const QRectF& from, const QRectF& to) { return {from.x(), from.y(), to.x(), to.y()}; }

} // namespace

bool isDrawn(const Model& model, const MapLayout& layout, const PointerView& pointer, int to) {
    if (pointer.from == to)
        return false;
    const MapPlace start = layout.objects[std::size_t(pointer.from)].place;
    const MapPlace end = layout.objects[std::size_t(to)].place;
    if (start == MapPlace::None || end == MapPlace::None || start == MapPlace::Chart || end == MapPlace::Chart)
        return false;
    return !(pointer.constant && (end == MapPlace::Chip || model.objects[std::size_t(pointer.from)].global));
}

MapLines::MapLines(const Model& model, const Snapshot& snapshot, const MapForecast& forecast, const MapLayout& layout, double scale)
    : m_router(QRectF(0, 0, layout.width, layout.height), boxesOf(layout), 4 * scale) {
    const auto boxOf = [&](int object) { return layout.objects[std::size_t(object)].frame; };
    // Neighbours first, so that they get the straight way.
    std::vector<std::tuple<double, int, int>> expected;
    for (const auto& [pointer, to] : forecast.pointers) {
        const int from = snapshot.pointers[std::size_t(pointer)].from;
        if (boxOf(from).isEmpty() || boxOf(to).isEmpty() || !isDrawn(model, layout, snapshot.pointers[std::size_t(pointer)], to))
            continue;
        const QPointF way = boxOf(from).center() - boxOf(to).center();
        expected.emplace_back(std::abs(way.x()) + std::abs(way.y()), pointer, to);
    }
    std::sort(expected.begin(), expected.end());
    for (const auto& [distance, pointer, to] : expected)
        m_router.occupy(route(boxOf(snapshot.pointers[std::size_t(pointer)].from), boxOf(to)));
}

const QPolygonF& MapLines::route(const QRectF& from, const QRectF& to) {
    const Ends key = endsOf(from, to);
    const auto known = m_routes.find(key);
    if (known != m_routes.end())
        return known->second;
    return m_routes.emplace(key, m_router.route(from, to)).first->second;
}

const QPolygonF& MapLines::apart(const QRectF& from, const QRectF& to, Drawn& drawn) {
    drawn.ends.push_back(endsOf(from, to));
    auto known = m_apart.find(drawn.ends);
    if (known == m_apart.end()) {
        MapRouter router = m_router;
        for (const QPolygonF& line : drawn.lines)
            router.occupy(line);
        known = m_apart.emplace(drawn.ends, router.route(from, to)).first;
    }
    drawn.lines.push_back(known->second);
    return known->second;
}

} // namespace bindlab
