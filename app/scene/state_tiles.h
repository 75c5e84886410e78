#pragma once

#include "state_painter.h"

#include "viewmodels/states/states_scene.h"

#include <QHash>
#include <QImage>
#include <QPoint>
#include <QRect>

#include <memory>
#include <vector>

namespace bindlab {

/// The picture of a whole graph in squares, each drawn when it is first seen. While those of a new zoom are not there yet, what
/// there is of the last one stands in for them.
class StateTiles {
public:
    static constexpr int side = 256;   ///< pixels

    explicit StateTiles(const StatePainter& painter) : m_painter(painter) {}

    /// Another graph, or none.
    void setScene(std::shared_ptr<const StatesScene> scene);
    /// What is drawn looks different.
    void forget();
    void setShow(looks::Show show);
    /// Pixels to a length of the layout.
    void setZoom(double zoom);

    /// Paints what lies in `view`, in pixels of the whole picture; its corner comes to 0, 0 of `painter`. Squares that are
    /// missing are drawn for at most so many milliseconds. Whether some are still missing.
    bool paint(QPainter& painter, const QRect& view, double milliseconds);

    /// Drawn nodes near a place of the layout, by number.
    [[nodiscard]] std::vector<std::uint32_t> nodesIn(const QRectF& place) const;

private:
    /// What lies where, in squares of the layout.
    struct Index {
        QPointF least;
        int width = 0;
        int height = 0;
        std::vector<std::vector<std::uint32_t>> nodes;
        std::vector<std::vector<std::uint32_t>> edges;
        std::vector<std::uint32_t> longEdges;   ///< in too many squares
    };
    void index();
    [[nodiscard]] QRect squaresOf(const QRectF& place) const;
    [[nodiscard]] QImage draw(const QPoint& tile);
    void drawEdge(QPainter& painter, std::uint32_t edge, const QRectF& place) const;
    void standIn(QPainter& painter, const QPoint& tile, const QPoint& corner) const;
    void drop(const QRect& tiles);

    const StatePainter& m_painter;
    std::shared_ptr<const StatesScene> m_scene;
    Index m_index;
    std::vector<std::uint32_t> m_drawnBy;   ///< by edge: the last tile that drew it
    std::uint32_t m_tileNumber = 0;
    looks::Show m_show = looks::Lifetime;
    double m_zoom = 1;
    QHash<QPoint, QImage> m_tiles;
    double m_oldZoom = 1;
    QHash<QPoint, QImage> m_oldTiles;
};

} // namespace bindlab
