#include "state_map_item.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bindlab {

namespace {

constexpr double margin = 6;
constexpr std::size_t mostEdges = 6000;   // of so small a picture; of more only a part is drawn

} // namespace

StateMapItem::StateMapItem(QQuickItem* parent) : QQuickPaintedItem(parent) { setAcceptedMouseButtons(Qt::LeftButton); }

void StateMapItem::setGraph(StateGraphItem* graph)
{
    if (graph == m_graph)
        return;
    m_graph = graph;
    const auto anew = [this] {
        m_picture = {};
        update();
    };
    connect(m_graph, &StateGraphItem::viewChanged, this, [this] { update(); });
    connect(m_graph, &StateGraphItem::inksChanged, this, anew);
    if (StatesViewModel* states = m_graph->states()) {
        connect(states, &StatesViewModel::sceneChanged, this, anew);
        connect(states, &StatesViewModel::changed, this, anew);
    }
    emit graphChanged();
    anew();
}

std::shared_ptr<const StatesScene> StateMapItem::scene() const { return m_graph && m_graph->states() ? m_graph->states()->scene() : nullptr; }

/// Each way as far as it needs: a graph is often much longer than it is high.
QPointF StateMapItem::scale() const
{
    const auto all = scene();
    return QPointF((width() - 2 * margin) / std::max(1.0, double(all->most.x - all->least.x)), (height() - 2 * margin) / std::max(1.0, double(all->most.y - all->least.y)));
}

void StateMapItem::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickPaintedItem::geometryChange(now, before);
    m_picture = {};
    update();
}

void StateMapItem::drawAll()
{
    const auto all = scene();
    m_picture = QImage(int(std::ceil(width())), int(std::ceil(height())), QImage::Format_ARGB32_Premultiplied);
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF by = scale();
    const auto placeOf = [&](std::uint32_t node) {
        return QPointF(margin + double(all->nodes[node].place.x - all->least.x) * by.x(), margin + double(all->nodes[node].place.y - all->least.y) * by.y());
    };
    QColor ink = m_graph->painter().ink(QStringLiteral("text3"));
    ink.setAlphaF(0.4f);
    painter.setPen(QPen(ink, 0.5));
    const std::size_t every = all->graph.edges.size() / mostEdges + 1;
    for (std::size_t edge = 0; edge < all->graph.edges.size(); edge += every)
        painter.drawLine(placeOf(all->graph.edges[edge].from), placeOf(all->graph.edges[edge].to));
    QPolygonF spine;
    for (const std::uint32_t node : all->spine)
        spine.append(placeOf(node));
    painter.setPen(QPen(m_graph->painter().ink(m_graph->states()->failure() >= 0 ? QStringLiteral("fails") : QStringLiteral("safe")), 2));
    painter.drawPolyline(spine);
}

void StateMapItem::paint(QPainter* painter)
{
    const auto all = scene();
    if (!all || width() < 2 * margin || height() < 2 * margin)
        return;
    if (m_picture.isNull())
        drawAll();
    painter->drawImage(QPointF(0, 0), m_picture);
    const QRectF seen = m_graph->seen();
    const QPointF by = scale();
    const QRectF frame = QRectF(margin + (seen.x() - double(all->least.x)) * by.x(), margin + (seen.y() - double(all->least.y)) * by.y(), seen.width() * by.x(), seen.height() * by.y())
                             .intersected(QRectF(2, 2, width() - 4, height() - 4));
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_graph->painter().ink(QStringLiteral("accent")), 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(frame, 3, 3);
}

void StateMapItem::moveTo(const QPointF& point)
{
    const auto all = scene();
    if (!all)
        return;
    const QPointF by = scale();
    m_graph->centreOn(double(all->least.x) + (point.x() - margin) / by.x(), double(all->least.y) + (point.y() - margin) / by.y());
}

void StateMapItem::mousePressEvent(QMouseEvent* event) { moveTo(event->position()); }
void StateMapItem::mouseMoveEvent(QMouseEvent* event) { moveTo(event->position()); }

} // namespace bindlab
