#pragma once

#include "viewmodels/states/states_looks.h"

#include <QColor>
#include <QHash>
#include <QImage>
#include <QPainter>
#include <QVariantMap>

namespace bindlab {

/// Draws nodes and edges of a graph of states. Cheap where there is little room: dots instead of circles, lines instead of
/// curves.
class StatePainter {
public:
    /// From this many pixels to a length of the layout on, nodes have shapes and edges are curves.
    static constexpr double shapesFrom = 0.3;

    /// As Theme.inks.
    void setInks(const QVariantMap& inks);
    [[nodiscard]] QColor ink(const QString& name) const { return m_inks.value(name).value<QColor>(); }
    [[nodiscard]] QString sans() const { return m_inks.value(QStringLiteral("sans")).toString(); }
    [[nodiscard]] QColor threadInk(int thread) const;

    [[nodiscard]] static double radiusAt(double zoom);
    void node(QPainter& painter, const QPointF& place, double radius, const StatesScene::Node& node, looks::Show show) const;
    /// One of the kinds of node, as a legend shows it.
    void look(QPainter& painter, const QPointF& place, double radius, int look) const;
    void edge(QPainter& painter, const QPointF& from, const QPointF& to, const GroupedGraph::Edge& edge, double zoom, bool curved) const;
    /// The way an edge takes.
    [[nodiscard]] static QPainterPath wayOf(const QPointF& from, const QPointF& to, bool curved);

private:
    /// What a circle or octagon looks like; equal ones are drawn once and kept.
    struct Shape {
        int look = 0;
        int mark = 0;
        bool freed = false;
        bool doomed = false;
    };
    void dot(QPainter& painter, const QPointF& place, double radius, const Shape& shape) const;
    void paint(QPainter& painter, const QPointF& place, double radius, const Shape& shape) const;
    [[nodiscard]] const QImage& sprite(double radius, const Shape& shape) const;

    QVariantMap m_inks;
    mutable QHash<quint64, QImage> m_sprites;
};

} // namespace bindlab
