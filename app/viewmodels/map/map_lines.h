#pragma once

#include "map_layout.h"
#include "map_router.h"

#include <QPolygonF>
#include <QRectF>

#include <map>
#include <tuple>
#include <vector>

namespace bindlab {

struct Model;

/// The ways that lines take between the boxes of a layout. They are kept, so that the same two boxes always get the same one.
class MapLines {
public:
    /// The lines that are to be expected lie first and apart from each other; the rest finds its way between them.
    MapLines(const Model& model, const Snapshot& snapshot, const MapForecast& forecast, const MapLayout& layout, double scale);

    /// Two boxes, by their corners.
    using Ends = std::tuple<double, double, double, double>;
    /// Lines that keep clear of each other, in the order in which they were drawn.
    struct Drawn {
        std::vector<Ends> ends;
        std::vector<QPolygonF> lines;
    };

    const QPolygonF& route(const QRectF& from, const QRectF& to);
    /// One that keeps clear of those that are drawn already, too; it is one of them afterwards.
    const QPolygonF& apart(const QRectF& from, const QRectF& to, Drawn& drawn);

private:
    MapRouter m_router;
    std::map<Ends, QPolygonF> m_routes;
    std::map<std::vector<Ends>, QPolygonF> m_apart;   ///< the last of so many
};

/// How the world is wired for good says nothing that the map does not say by where things stand; nor does a field that is set
/// once and leads to a lock alone, nor what a chart's object names.
[[nodiscard]] bool isDrawn(const Model& model, const MapLayout& layout, const PointerView& pointer, int to);

} // namespace bindlab
