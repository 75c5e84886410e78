#pragma once

#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace bindlab {

/// Finds lines at right angles through the gaps between boxes. Deterministic: the same boxes and the same earlier lines give the
/// same line. Boxes it has to keep clear of are given once; lines drawn earlier are kept apart from where that is possible.
class MapRouter {
public:
    /// `clear` is how far a line stays from a box it does not end at.
    MapRouter(QRectF bounds, std::vector<QRectF> boxes, double clear);

    /// A line from the edge of one box to the edge of another; both are among the boxes or lie free. Empty when there is no way.
    [[nodiscard]] QPolygonF route(const QRectF& from, const QRectF& to) const;
    /// Later lines keep away from this one.
    void occupy(const QPolygonF& line);

private:
    struct Port {
        QPointF at;
        int direction;    ///< the line leaves in this direction: 0 right, 1 down, 2 left, 3 up
        double cost;
    };
    struct Segment {
        QPointF a;
        QPointF b;
    };
    class Search;
    [[nodiscard]] std::vector<Port> ports(const QRectF& box) const;

    QRectF m_bounds;
    std::vector<QRectF> m_boxes;
    double m_clear;
    std::vector<double> m_xs;   ///< of the tracks beside every box
    std::vector<double> m_ys;
    std::vector<Segment> m_used;
};

} // namespace bindlab
