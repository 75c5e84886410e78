#pragma once

#include "state_graph_view.h"
#include "state_painter.h"

#include <QCoreApplication>
#include <QFont>
#include <QPainter>

namespace bindlab {

/// What is drawn of the graph below and above its nodes.
class StateGraphPicture {
    Q_DECLARE_TR_FUNCTIONS(StateGraphItem)

public:
    StateGraphPicture(const StateGraphView& view, const StatePainter& painter) : m_view(view), m_painter(painter) {}

    void paintBelow(QPainter& painter) const;
    void paintAbove(QPainter& painter) const;

private:
    [[nodiscard]] QFont font(qreal size, bool bold = false) const;
    void paintColumns(QPainter& painter) const;
    void paintHead(QPainter& painter) const;
    /// The band behind the failing run.
    void paintSpine(QPainter& painter) const;
    /// The shown run, each step in the ink of its thread, and its states above all others.
    void paintPath(QPainter& painter) const;
    void paintLabels(QPainter& painter) const;
    /// What was found, what the pointer rests on, and what is shown.
    void paintMarks(QPainter& painter) const;
    void paintName(QPainter& painter, const QPointF& place, const QString& name, const QString& ink, const QString& fill) const;

    const StateGraphView& m_view;
    const StatePainter& m_painter;
};

} // namespace bindlab
