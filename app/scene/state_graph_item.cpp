#include "state_graph_item.h"

#include <QCursor>
#include <QFontMetricsF>
#include <QHoverEvent>
#include <QMouseEvent>
#include <QPainterPath>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace bindlab {

namespace {

constexpr double tileTime = 8;       ///< milliseconds of a frame for squares that are missing
constexpr double labelsFrom = 0.75;  ///< zoom from which steps have their words
constexpr double reach = 14;         ///< pixels around a node that mean it
constexpr double room = 24;          ///< pixels around what is fitted or revealed

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

qreal StateGraphItem::headHeight() const { return m_scene && m_scene->arrangement != StatesScene::Arrangement::Free ? px(33) : 0; }

QFont StateGraphItem::font(qreal size, bool bold) const
{
    QFont font(m_painter.sans());
    font.setPixelSize(std::max(1, px(size)));
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

QPointF StateGraphItem::placed(std::uint32_t row) const
{
    const GraphLayout::Point& place = m_scene->nodes[row].place;
    return QPointF(double(place.x) * m_zoom, double(place.y) * m_zoom) - m_origin;
}

QPointF StateGraphItem::placeOf(int row) const { return m_scene && row >= 0 && std::size_t(row) < m_scene->nodes.size() ? placed(std::uint32_t(row)) : QPointF(); }

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
    const QPointF place = placed(std::uint32_t(m_states->row()));
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

std::pair<int, int> StateGraphItem::columnsSeen() const
{
    const double width = double(GraphLayout::columnWidth) * m_zoom;
    return {std::max(0, int(std::ceil(m_origin.x() / width))), std::min(m_scene->graph.columns - 1, int(std::floor((m_origin.x() + this->width()) / width)))};
}

QString StateGraphItem::rangeText() const
{
    if (!m_scene || m_scene->arrangement != StatesScene::Arrangement::Depth || width() <= 0)
        return {};
    const auto [first, last] = columnsSeen();
    return last < first ? QString() : tr("Showing steps %1 to %2 of %3.").arg(first).arg(last).arg(m_scene->graph.columns - 1);
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
        const QPointF away = placed(node) - point;
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
    const bool isFree = m_scene->arrangement == StatesScene::Arrangement::Free;
    painter->setClipRect(all);
    if (!isFree)
        paintColumns(*painter);
    painter->setRenderHint(QPainter::Antialiasing);
    paintSpine(*painter);
    const QPoint corner = m_origin.toPoint();
    m_isUnfinished = m_tiles.paint(*painter, QRect(corner, QSize(int(std::ceil(width())), int(std::ceil(height())))), tileTime);
    if (m_isUnfinished)
        QMetaObject::invokeMethod(this, [this] { update(); }, Qt::QueuedConnection);
    paintPath(*painter);
    paintMarks(*painter);
    if (!isFree && m_zoom >= labelsFrom * m_textScale)
        paintLabels(*painter);
    if (!isFree)
        paintHead(*painter);
}

void StateGraphItem::paintColumns(QPainter& painter) const
{
    const double width = double(GraphLayout::columnWidth) * m_zoom;
    if (width < 20)
        return;
    const auto [first, last] = columnsSeen();
    painter.setPen(QPen(m_painter.ink(QStringLiteral("line")), 1));
    for (int column = first; column <= last; ++column) {
        const double x = std::round(column * width - m_origin.x());
        painter.drawLine(QPointF(x, headHeight()), QPointF(x, height()));
    }
}

void StateGraphItem::paintHead(QPainter& painter) const
{
    const double height = headHeight();
    painter.fillRect(QRectF(0, 0, width(), height), m_painter.ink(QStringLiteral("window")));
    painter.setPen(QPen(m_painter.ink(QStringLiteral("line")), 1));
    painter.drawLine(QPointF(0, height - 0.5), QPointF(width(), height - 0.5));
    const double columnWidth = double(GraphLayout::columnWidth) * m_zoom;
    const int every = std::max(1, int(std::ceil(double(px(34)) / columnWidth)));
    const QString title = m_scene->arrangement == StatesScene::Arrangement::Progress ? tr("Done") : tr("Step");
    const double titleWidth = QFontMetricsF(font(12)).horizontalAdvance(title) + px(16) + px(12);
    const auto [first, last] = columnsSeen();
    const int current = m_states->row() < 0 ? -1 : m_scene->graph.nodes[std::size_t(m_states->row())].column;
    for (int column = first; column <= last; ++column) {
        const double x = column * columnWidth - m_origin.x();
        if ((column % every != 0 && column != current) || (column != current && std::abs(column - current) < every && current % every != 0) || x < titleWidth)
            continue;
        painter.setFont(font(12, column == current));
        painter.setPen(m_painter.ink(column == current ? QStringLiteral("text") : QStringLiteral("text3")));
        painter.drawText(QRectF(x - 40, 0, 80, height), Qt::AlignCenter, QString::number(column));
    }
    painter.setFont(font(12));
    painter.setPen(m_painter.ink(QStringLiteral("text3")));
    painter.drawText(QRectF(px(16), 0, titleWidth, height), Qt::AlignVCenter | Qt::AlignLeft, title);
}

/// The band behind the failing run.
void StateGraphItem::paintSpine(QPainter& painter) const
{
    if (m_scene->arrangement == StatesScene::Arrangement::Free || m_states->failure() < 0 || m_scene->spine.empty())
        return;
    double left = placed(m_scene->spine.front()).x();
    double right = left;
    for (const std::uint32_t node : m_scene->spine) {
        left = std::min(left, placed(node).x());
        right = std::max(right, placed(node).x());
    }
    const double y = -m_origin.y();
    const double half = std::clamp(25 * m_zoom, 3.0, 34.0);
    QColor fill = m_painter.ink(QStringLiteral("failsFill"));
    fill.setAlphaF(0.55f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(left - half, y - half * 1.25, right - left + 2 * half, 2 * half), std::min(half, 10.0), std::min(half, 10.0));
}

/// The shown run, each step in the ink of its thread, and its states above all others.
void StateGraphItem::paintPath(QPainter& painter) const
{
    const ExploredStates* explored = m_states->exploredStates();
    const auto& edges = m_states->pathEdges();
    const bool curved = m_scene->arrangement != StatesScene::Arrangement::Free;
    const QRectF seen(-200, -200, width() + 400, height() + 400);
    const auto groupOf = [&](std::uint32_t node) { return m_scene->graph.groupOf[node]; };
    for (const std::uint32_t edge : edges) {
        const QPointF from = placed(groupOf(explored->facts.from[edge]));
        const QPointF to = placed(groupOf(explored->facts.to[edge]));
        if (!seen.intersects(QRectF(from, to).normalized().adjusted(-1, -1, 1, 1)))
            continue;
        const bool breaks = explored->graph().edges[edge].broken != 0;
        painter.setPen(QPen(breaks ? m_painter.ink(QStringLiteral("fails")) : m_painter.threadInk(explored->graph().edges[edge].choice.thread), std::clamp(3 * m_zoom, 1.6, 4.0)));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(StatePainter::wayOf(from, to, curved));
    }
    const double radius = std::max(2.0, StatePainter::radiusAt(m_zoom) * 1.75);
    const auto nodes = explored->nodesOf(edges);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const std::uint32_t row = groupOf(nodes[i]);
        const QPointF place = placed(row);
        if (seen.contains(place) && (m_zoom >= StatePainter::shapesFrom || i + 1 == nodes.size()))
            m_painter.node(painter, place, i + 1 == nodes.size() && m_states->failure() >= 0 ? radius * 1.15 : radius, m_scene->nodes[row], looks::Show(m_states->show()));
    }
}

void StateGraphItem::paintLabels(QPainter& painter) const
{
    if (!m_states->onMainPath())
        return;
    const auto& steps = m_states->pathRows();
    const QFontMetricsF metrics(font(11));
    const double lift = std::max(12 * m_zoom, 10.0) + metrics.descent();
    painter.setFont(font(11));
    for (std::size_t i = 0; i + 1 < m_scene->spine.size() && i < steps.size(); ++i) {
        const QPointF from = placed(m_scene->spine[i]);
        const QPointF to = placed(m_scene->spine[i + 1]);
        if (from.y() != to.y() || to.x() < 0 || from.x() > width())
            continue;
        painter.setPen(steps[i].fails ? m_painter.ink(QStringLiteral("fails")) : m_painter.threadInk(steps[i].thread));
        const double width = std::abs(to.x() - from.x()) - 8;
        painter.drawText(QRectF(std::min(from.x(), to.x()) + 4, from.y() - lift - metrics.height(), width, metrics.height() + 2), Qt::AlignHCenter | Qt::AlignBottom,
                         metrics.elidedText(steps[i].label, Qt::ElideRight, width));
    }
    const auto below = [&](std::uint32_t row, const QString& words, const QString& ink, bool bold) {
        const QPointF place = placed(row);
        painter.setFont(font(11, bold));
        painter.setPen(m_painter.ink(ink));
        painter.drawText(QRectF(place.x() - 120, place.y() + 14 * m_zoom, 240, metrics.height() + 4), Qt::AlignHCenter | Qt::AlignBottom, words);
    };
    if (m_scene->spine.empty())
        return;
    const auto selected = std::uint32_t(m_states->row());
    if (selected != m_scene->spine.front())
        below(m_scene->spine.front(), tr("start"), QStringLiteral("text2"), false);
    if (m_states->failure() >= 0 && selected != m_scene->spine.back())
        below(m_scene->spine.back(), m_states->failureName(), QStringLiteral("fails"), true);
}

void StateGraphItem::paintName(QPainter& painter, const QPointF& place, const QString& name, const QString& inkName, const QString& fill) const
{
    painter.setFont(font(12, true));
    const QFontMetricsF metrics(painter.font());
    const double half = metrics.horizontalAdvance(name) / 2 + 8;
    QRectF box(place.x() - half, place.y() + 15 + StatePainter::radiusAt(m_zoom), 2 * half, metrics.height() + 6);
    box.moveLeft(std::clamp(box.left(), 2.0, std::max(2.0, width() - box.width() - 2)));
    painter.setPen(QPen(m_painter.ink(QStringLiteral("accent")), 1));
    painter.setBrush(m_painter.ink(fill));
    painter.drawRoundedRect(box, 5, 5);
    painter.setPen(m_painter.ink(inkName));
    painter.drawText(box, Qt::AlignCenter, name);
}

/// What was found, what the pointer rests on, and what is shown.
void StateGraphItem::paintMarks(QPainter& painter) const
{
    const double radius = StatePainter::radiusAt(m_zoom);
    const QRectF seen(-20, -20, width() + 40, height() + 40);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_painter.ink(QStringLiteral("accent")), 1.6));
    for (const std::uint32_t row : m_states->foundRows())
        if (const QPointF place = placed(row); seen.contains(place))
            painter.drawEllipse(place, radius + 4, radius + 4);
    if (m_hovered >= 0 && m_hovered != m_states->row()) {
        const std::uint32_t first = m_scene->graph.nodes[std::size_t(m_hovered)].first;
        const std::uint32_t count = m_scene->graph.nodes[std::size_t(m_hovered)].count;
        painter.setPen(QPen(m_painter.ink(QStringLiteral("accent")), 1.4, Qt::DashLine));
        painter.drawEllipse(placed(std::uint32_t(m_hovered)), radius + 5, radius + 5);
        paintName(painter, placed(std::uint32_t(m_hovered)), count == 1 ? tr("State %1").arg(first) : tr("%1 states").arg(count), QStringLiteral("text2"), QStringLiteral("raised"));
    }
    if (m_states->row() < 0)
        return;
    const QPointF place = placed(std::uint32_t(m_states->row()));
    const double ring = std::max(7.0, radius * 1.75 + 6);
    painter.setPen(QPen(m_painter.ink(QStringLiteral("accent")), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(place, ring, ring);
    paintName(painter, place + QPointF(0, ring - 10), m_states->title(), QStringLiteral("text"), QStringLiteral("accentFill"));
}

} // namespace bindlab
