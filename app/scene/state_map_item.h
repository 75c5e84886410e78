#pragma once

#include "state_graph_item.h"

#include <QImage>
#include <QPointer>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace bindlab {

/// The whole graph in small, with a frame around what is seen of it. A press moves the frame there.
class StateMapItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_NAMED_ELEMENT(StateMap)
    Q_PROPERTY(bindlab::StateGraphItem* graph READ graph WRITE setGraph NOTIFY graphChanged FINAL)

public:
    explicit StateMapItem(QQuickItem* parent = nullptr);

    [[nodiscard]] StateGraphItem* graph() const { return m_graph; }
    void setGraph(StateGraphItem* graph);
    void paint(QPainter* painter) override;

signals:
    void graphChanged();

protected:
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] std::shared_ptr<const StatesScene> scene() const;
    [[nodiscard]] QPointF scale() const;
    void drawAll();
    void moveTo(const QPointF& point);

    QPointer<StateGraphItem> m_graph;
    QImage m_picture;   ///< of the graph; null: to be drawn
};

} // namespace bindlab
