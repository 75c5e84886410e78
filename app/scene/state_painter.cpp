#include "state_painter.h"

#include "viewmodels/states/states_drawing.h"

#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace bindlab {

namespace {

constexpr int mostSprites = 512;
constexpr double afterOpacity = 0.4;   // of what comes after a failure

QPolygonF octagon(const QPointF& middle, double size)
{
    const double part = size * 0.414;
    return QPolygonF({middle + QPointF(-part, -size), middle + QPointF(part, -size), middle + QPointF(size, -part), middle + QPointF(size, part),
                      middle + QPointF(part, size), middle + QPointF(-part, size), middle + QPointF(-size, part), middle + QPointF(-size, -part)});
}

} // namespace

void StatePainter::setInks(const QVariantMap& inks)
{
    m_inks = inks;
    m_sprites.clear();
}

QColor StatePainter::threadInk(int thread) const
{
    static const std::array names{QStringLiteral("t1"), QStringLiteral("t2"), QStringLiteral("t3")};
    return thread < 0 ? ink(QStringLiteral("text3")) : ink(names[std::size_t(thread) % names.size()]);
}

double StatePainter::radiusAt(double zoom) { return std::clamp(4.6 * zoom, 1.2, 8.0); }

void StatePainter::paint(QPainter& painter, const QPointF& place, double radius, const Shape& shape) const
{
    if (shape.mark == looks::Violation || shape.mark == looks::DeadEnd) {
        const bool isDead = shape.mark == looks::DeadEnd;
        painter.setPen(QPen(ink(QStringLiteral("fails")), std::max(1.0, radius * 0.28)));
        painter.setBrush(isDead ? ink(QStringLiteral("fails")) : ink(QStringLiteral("failsFill")));
        painter.drawPolygon(octagon(place, radius * 1.35));
        const double arm = radius * 0.5;
        painter.setPen(QPen(isDead ? ink(QStringLiteral("window")) : ink(QStringLiteral("fails")), std::max(1.0, radius * 0.28)));
        if (isDead) {
            painter.drawLine(place - QPointF(arm, 0), place + QPointF(arm, 0));
        } else {
            painter.drawLine(place - QPointF(arm, arm), place + QPointF(arm, arm));
            painter.drawLine(place + QPointF(-arm, arm), place + QPointF(arm, -arm));
        }
        return;
    }
    const LookInks inks = inksOf(shape.mark == looks::SafeEnd ? int(looks::SafeEnd) : shape.look);
    QPen pen(shape.doomed ? ink(QStringLiteral("fails")) : ink(inks.line), std::max(1.0, radius * 0.3));
    if (shape.freed) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({1.6, 1.2});
    }
    painter.setPen(pen);
    painter.setBrush(shape.freed && shape.mark != looks::SafeEnd ? ink(QStringLiteral("window")) : ink(inks.fill));
    painter.drawEllipse(place, radius, radius);
    if (shape.mark == looks::SafeEnd) {
        painter.setPen(QPen(ink(QStringLiteral("window")), std::max(1.0, radius * 0.3), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF({place + QPointF(-radius * 0.45, 0), place + QPointF(-radius * 0.1, radius * 0.4), place + QPointF(radius * 0.5, -radius * 0.4)}));
    } else if (shape.look == looks::Locked) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink(inks.line));
        painter.drawEllipse(place, radius * lockedDot, radius * lockedDot);
    }
}

const QImage& StatePainter::sprite(double radius, const Shape& shape) const
{
    const auto size = quint64(std::lround(radius * 8));
    const quint64 key = size << 24 | quint64(shape.look) << 12 | quint64(shape.mark) << 4 | quint64(shape.freed) << 1 | quint64(shape.doomed);
    const auto known = m_sprites.constFind(key);
    if (known != m_sprites.constEnd())
        return *known;
    if (m_sprites.size() > mostSprites)
        m_sprites.clear();
    const int side = 2 * int(std::ceil(radius * 1.6 + 2));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, QPointF(side / 2.0, side / 2.0), radius, shape);
    return *m_sprites.insert(key, image);
}

void StatePainter::dot(QPainter& painter, const QPointF& place, double radius, const Shape& shape) const
{
    const bool fails = shape.mark == looks::Violation || shape.mark == looks::DeadEnd;
    const double half = std::max(0.8, fails ? radius * 1.5 : radius);
    painter.fillRect(QRectF(place.x() - half, place.y() - half, 2 * half, 2 * half),
                     ink(fails ? QStringLiteral("fails") : inksOf(shape.mark == looks::SafeEnd ? int(looks::SafeEnd) : shape.look).line));
}

void StatePainter::node(QPainter& painter, const QPointF& place, double radius, const StatesScene::Node& node, looks::Show show) const
{
    const Shape shape{looks::lookOf(node, show), int(looks::markOf(node)), show == looks::Lifetime && node.freed >= 0,
                      node.kind == GraphFacts::Kind::Inner && node.outcome == GraphFacts::Outcome::Fails};
    painter.setOpacity(node.kind == GraphFacts::Kind::After ? afterOpacity : 1);
    if (radius < radiusAt(shapesFrom) + 0.01) {
        dot(painter, place, radius, shape);
    } else {
        const QImage& image = sprite(radius, shape);
        painter.drawImage(QPointF(std::round(place.x() - image.width() / 2.0), std::round(place.y() - image.height() / 2.0)), image);
    }
    painter.setOpacity(1);
}

void StatePainter::look(QPainter& painter, const QPointF& place, double radius, int look) const
{
    paint(painter, place, radius, {look, look, look == looks::Freed, false});
}

QPainterPath StatePainter::wayOf(const QPointF& from, const QPointF& to, bool curved)
{
    QPainterPath path(from);
    if (curved && std::abs(to.y() - from.y()) > 1) {
        const double half = (to.x() - from.x()) / 2;
        path.cubicTo(from + QPointF(half, 0), to - QPointF(half, 0), to);
    } else {
        path.lineTo(to);
    }
    return path;
}

void StatePainter::edge(QPainter& painter, const QPointF& from, const QPointF& to, const GroupedGraph::Edge& edge, double zoom, bool curved) const
{
    QColor colour = edge.breaks ? ink(QStringLiteral("fails")) : threadInk(edge.thread);
    colour.setAlphaF(float(edge.breaks ? 0.6 : 0.32));
    painter.setPen(QPen(colour, 1));
    painter.setBrush(Qt::NoBrush);
    if (zoom < shapesFrom)
        painter.drawLine(from, to);
    else if (curved && std::abs(to.y() - from.y()) > 1)
        painter.drawPath(wayOf(from, to, true));
    else
        painter.drawLine(from, to);
}

} // namespace bindlab
