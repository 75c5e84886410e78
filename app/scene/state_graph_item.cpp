#include "state_graph_item.h"

#include "state_graph_picture.h"

#include <QCursor>
#include <QHoverEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace bindlab {

namespace {

constexpr double tileTime = 8;       ///< milliseconds of a frame for squares that are missing
constexpr double reach = 14;         ///< pixels around a node that mean it
constexpr double room = 24;          ///< pixels around what is fitted or revealed

QString rangeOf(int first, int last, int count)
{
    return StateGraphItem::tr("Showing steps %1 to %2 of %3.").arg(first).arg(last).arg(count);
}

} // namespace

StateGraphItem::StateGraphItem(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setOpaquePainting(true);
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptHoverEvents(true);
    setClip(true);
}

void StateGraphItem::setStates(StatesViewModel* states)
{
    if (states == m_states)
        return;
    if (m_states)
        disconnect(m_states, nullptr, this, nullptr);
    m_states = states;
    if (m_states) {
        connect(m_states, &StatesViewModel::sceneChanged, this, &StateGraphItem::takeScene);
        connect(m_states, &StatesViewModel::changed, this, &StateGraphItem::takeScene);
        connect(m_states, &StatesViewModel::showChanged, this, [this] {
            m_tiles.setShow(looks::Show(m_states->show()));
            update();
        });
        connect(m_states, &StatesViewModel::currentChanged, this, [this] {
            reveal();
            update();
        });
        connect(m_states, &StatesViewModel::pathChanged, this, [this] { update(); });
        connect(m_states, &StatesViewModel::foundChanged, this, [this] { update(); });
        m_tiles.setShow(looks::Show(m_states->show()));
    }
    takeScene();
    emit statesChanged();
}

void StateGraphItem::takeScene()
{
    const auto scene = m_states ? m_states->scene() : nullptr;
    if (scene == m_scene)
        return;
    m_scene = scene;
    m_hovered = -1;
    m_isPlaced = m_isTouched = false;
    m_tiles.setScene(m_scene);
    emit sceneTaken();
    startView();
    update();
}

void StateGraphItem::setInks(const QVariantMap& inks)
{
    if (inks == m_inks)
        return;
    m_inks = inks;
    m_painter.setInks(inks);
    m_tiles.forget();
    emit inksChanged();
    update();
}

void StateGraphItem::setTextScale(qreal scale)
{
    if (scale == m_textScale)
        return;
    m_textScale = scale;
    emit inksChanged();
    update();
}

StateGraphView StateGraphItem::view() const { return {m_states, m_scene.get(), size(), m_origin, m_zoom, m_textScale, m_hovered}; }

qreal StateGraphItem::headHeight() const { return view().headHeight(); }

QPointF StateGraphItem::placeOf(int row) const { return m_scene && row >= 0 && std::size_t(row) < m_scene->nodes.size() ? view().placed(std::uint32_t(row)) : QPointF(); }

QRectF StateGraphItem::seen() const { return QRectF((m_origin + QPointF(0, headHeight())) / m_zoom, QSizeF(width() / m_zoom, (height() - headHeight()) / m_zoom)); }

// --- the view

/// From the start on, the line of the run in the upper half, and the state that is shown in sight.
void StateGraphItem::startView()
{
    if (!m_scene || width() <= 0 || height() <= 0 || m_isTouched)
        return;
    m_isPlaced = true;
    if (m_scene->arrangement == StatesScene::Arrangement::Free) {
        fit();
        m_isTouched = false;
        return;
    }
    m_zoom = m_textScale;
    m_tiles.setZoom(m_zoom);
    m_origin = QPointF(-66 * m_zoom, -(headHeight() + (height() - headHeight()) * 0.41));
    reveal();
    moved();
}

void StateGraphItem::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickPaintedItem::geometryChange(now, before);
    startView();
    if (m_isPlaced)
        moved();
}

void StateGraphItem::moved()
{
    emit viewChanged();
    update();
}

void StateGraphItem::zoomAt(const QPointF& point, qreal zoom)
{
    m_isTouched = true;
    const qreal bounded = std::clamp(zoom, leastZoom, mostZoom);
    m_origin = (m_origin + point) * (bounded / m_zoom) - point;
    m_zoom = bounded;
    m_tiles.setZoom(m_zoom);
    moved();
}

void StateGraphItem::zoomBy(qreal factor) { zoomAt(QPointF(width() / 2, (height() + headHeight()) / 2), m_zoom * factor); }

void StateGraphItem::fit()
{
    if (!m_scene || width() <= 0 || height() <= 0)
        return;
    const QRectF all(QPointF(double(m_scene->least.x), double(m_scene->least.y)), QPointF(double(m_scene->most.x), double(m_scene->most.y)));
    const qreal across = (width() - 2 * room) / std::max(all.width(), 1.0);
    const qreal down = (height() - headHeight() - 2 * room) / std::max(all.height(), 1.0);
    m_zoom = std::clamp(std::min(across, down), leastZoom, 1.5);
    m_tiles.setZoom(m_zoom);
    centreOn(all.center().x(), all.center().y());
}

void StateGraphItem::shift(const QPointF& by)
{
    m_origin += by;
    moved();
}

void StateGraphItem::panBy(qreal x, qreal y)
{
    m_isTouched = true;
    shift(QPointF(x, y));
}

void StateGraphItem::centreOn(qreal x, qreal y)
{
    m_isTouched = true;
    m_origin = QPointF(x, y) * m_zoom - QPointF(width() / 2, (height() + headHeight()) / 2);
    moved();
}

void StateGraphItem::reveal()
{
    if (!m_scene || !m_isPlaced || m_states->row() < 0)
        return;
    const QPointF place = view().placed(std::uint32_t(m_states->row()));
    const qreal side = std::min(width() * 0.25, 3 * double(GraphLayout::columnWidth) * m_zoom);
    const qreal above = headHeight() + std::min((height() - headHeight()) * 0.25, 2 * room);
    QPointF by;
    if (place.x() < side)
        by.setX(place.x() - side);
    else if (place.x() > width() - side)
        by.setX(place.x() - width() + side);
    if (place.y() < above)
        by.setY(place.y() - above);
    else if (place.y() > height() - 2 * room)
        by.setY(place.y() - height() + 2 * room);
    if (!by.isNull())
        shift(by);
}

QString StateGraphItem::rangeText() const
{
    if (!m_scene || m_scene->arrangement != StatesScene::Arrangement::Depth || width() <= 0)
        return {};
    const auto [first, last] = view().columnsSeen();
    return last < first ? QString() : rangeOf(first, last, m_scene->graph.columns - 1);
}

QString StateGraphItem::widestRangeText() const
{
    if (!m_scene || m_scene->arrangement != StatesScene::Arrangement::Depth)
        return {};
    const int last = m_scene->graph.columns - 1;
    return rangeOf(last, last, last);
}

// --- the keyboard and the pointer

void StateGraphItem::focusInEvent(QFocusEvent* event)
{
    QQuickPaintedItem::focusInEvent(event);
    m_visualFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    emit visualFocusChanged();
}

void StateGraphItem::focusOutEvent(QFocusEvent* event)
{
    QQuickPaintedItem::focusOutEvent(event);
    m_visualFocus = false;
    emit visualFocusChanged();
}

int StateGraphItem::rowAt(qreal x, qreal y) const
{
    if (!m_scene || y < headHeight())
        return -1;
    const double near = std::max(reach, StatePainter::radiusAt(m_zoom) + 4);
    const QPointF point(x, y);
    const QPointF place = (point + m_origin) / m_zoom;
    int best = -1;
    double least = near * near;
    for (const std::uint32_t node : m_tiles.nodesIn(QRectF(place - QPointF(near, near) / m_zoom, QSizeF(2 * near, 2 * near) / m_zoom))) {
        const QPointF away = view().placed(node) - point;
        if (const double distance = QPointF::dotProduct(away, away); distance <= least) {
            least = distance;
            best = int(node);
        }
    }
    return best;
}

void StateGraphItem::mousePressEvent(QMouseEvent* event)
{
    m_pressedAt = event->position();
    m_originThen = m_origin;
    m_isDragging = false;
    setKeepMouseGrab(true);   // what it lies in may scroll
    forceActiveFocus(Qt::MouseFocusReason);
}

void StateGraphItem::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF by = event->position() - m_pressedAt;
    m_isDragging = m_isDragging || by.manhattanLength() > 4;
    if (!m_isDragging)
        return;
    m_isTouched = true;
    m_origin = m_originThen - by;
    moved();
}

void StateGraphItem::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_isDragging && m_states)
        if (const int row = rowAt(event->position().x(), event->position().y()); row >= 0) {
            m_states->selectRow(row);
            emit picked();
        }
    m_isDragging = false;
}

void StateGraphItem::wheelEvent(QWheelEvent* event)
{
    const QPointF pixels = event->pixelDelta();
    if (event->modifiers() & Qt::ShiftModifier)
        panBy(-double(event->angleDelta().y()), 0);
    else if (!pixels.isNull() && !(event->modifiers() & Qt::ControlModifier))
        panBy(-pixels.x(), -pixels.y());
    else
        zoomAt(event->position(), m_zoom * std::pow(1.0015, event->angleDelta().y()));
}

void StateGraphItem::hoverMoveEvent(QHoverEvent* event)
{
    const int row = rowAt(event->position().x(), event->position().y());
    if (row == m_hovered)
        return;
    m_hovered = row;
    setCursor(row < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void StateGraphItem::hoverLeaveEvent(QHoverEvent*)
{
    m_hovered = -1;
    update();
}

// --- painting

void StateGraphItem::paint(QPainter* painter)
{
    const QRectF all(0, 0, width(), height());
    painter->fillRect(all, m_painter.ink(QStringLiteral("window")));
    m_isUnfinished = false;
    if (!m_scene || !m_states)
        return;
    painter->setClipRect(all);
    const StateGraphView seen = view();
    const StateGraphPicture picture(seen, m_painter);
    picture.paintBelow(*painter);
    const QPoint corner = m_origin.toPoint();
    m_isUnfinished = m_tiles.paint(*painter, QRect(corner, QSize(int(std::ceil(width())), int(std::ceil(height())))), tileTime);
    if (m_isUnfinished)
        QMetaObject::invokeMethod(this, [this] { update(); }, Qt::QueuedConnection);
    picture.paintAbove(*painter);
}

} // namespace bindlab
