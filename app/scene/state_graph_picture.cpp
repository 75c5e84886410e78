#include "state_graph_picture.h"

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace bindlab {

namespace {

constexpr double labelsFrom = 0.75;  ///< zoom from which steps have their words

} // namespace

void StateGraphPicture::paintBelow(QPainter& painter) const
{
    if (!m_view.isFree())
        paintColumns(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSpine(painter);
}

void StateGraphPicture::paintAbove(QPainter& painter) const
{
    paintPath(painter);
    paintMarks(painter);
    if (!m_view.isFree() && m_view.zoom >= labelsFrom * m_view.textScale)
        paintLabels(painter);
    if (!m_view.isFree())
        paintHead(painter);
}

QFont StateGraphPicture::font(qreal size, bool bold) const
{
    QFont font(m_painter.sans());
    font.setPixelSize(std::max(1, m_view.px(size)));
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

void StateGraphPicture::paintColumns(QPainter& painter) const
{
    const double width = double(GraphLayout::columnWidth) * m_view.zoom;
    if (width < 20)
        return;
    const auto [first, last] = m_view.columnsSeen();
    painter.setPen(QPen(m_painter.ink(QStringLiteral("line")), 1));
    for (int column = first; column <= last; ++column) {
        const double x = std::round(column * width - m_view.origin.x());
        painter.drawLine(QPointF(x, m_view.headHeight()), QPointF(x, m_view.size.height()));
    }
}

void StateGraphPicture::paintHead(QPainter& painter) const
{
    const double height = m_view.headHeight();
    painter.fillRect(QRectF(0, 0, m_view.size.width(), height), m_painter.ink(QStringLiteral("window")));
    painter.setPen(QPen(m_painter.ink(QStringLiteral("line")), 1));
    painter.drawLine(QPointF(0, height - 0.5), QPointF(m_view.size.width(), height - 0.5));
    const double columnWidth = double(GraphLayout::columnWidth) * m_view.zoom;
    const int every = std::max(1, int(std::ceil(double(m_view.px(34)) / columnWidth)));
    const QString title = m_view.scene->arrangement == StatesScene::Arrangement::Progress ? tr("Done") : tr("Step");
    const double titleWidth = QFontMetricsF(font(12)).horizontalAdvance(title) + m_view.px(16) + m_view.px(12);
    const auto [first, last] = m_view.columnsSeen();
    const int current = m_view.states->row() < 0 ? -1 : m_view.scene->graph.nodes[std::size_t(m_view.states->row())].column;
    for (int column = first; column <= last; ++column) {
        const double x = column * columnWidth - m_view.origin.x();
        if ((column % every != 0 && column != current) || (column != current && std::abs(column - current) < every && current % every != 0) || x < titleWidth)
            continue;
        painter.setFont(font(12, column == current));
        painter.setPen(m_painter.ink(column == current ? QStringLiteral("text") : QStringLiteral("text3")));
        painter.drawText(QRectF(x - 40, 0, 80, height), Qt::AlignCenter, QString::number(column));
    }
    painter.setFont(font(12));
    painter.setPen(m_painter.ink(QStringLiteral("text3")));
    painter.drawText(QRectF(m_view.px(16), 0, titleWidth, height), Qt::AlignVCenter | Qt::AlignLeft, title);
}

void StateGraphPicture::paintSpine(QPainter& painter) const
{
    if (m_view.scene->arrangement == StatesScene::Arrangement::Free || m_view.states->failure() < 0 || m_view.scene->spine.empty())
        return;
    double left = m_view.placed(m_view.scene->spine.front()).x();
    double right = left;
    for (const std::uint32_t node : m_view.scene->spine) {
        left = std::min(left, m_view.placed(node).x());
        right = std::max(right, m_view.placed(node).x());
    }
    const double y = -m_view.origin.y();
    const double half = std::clamp(25 * m_view.zoom, 3.0, 34.0);
    QColor fill = m_painter.ink(QStringLiteral("failsFill"));
    fill.setAlphaF(0.55f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(left - half, y - half * 1.25, right - left + 2 * half, 2 * half), std::min(half, 10.0), std::min(half, 10.0));
}

void StateGraphPicture::paintPath(QPainter& painter) const
{
    const ExploredStates* explored = m_view.states->exploredStates();
    const auto& edges = m_view.states->pathEdges();
    const bool curved = m_view.scene->arrangement != StatesScene::Arrangement::Free;
    const QRectF seen(-200, -200, m_view.size.width() + 400, m_view.size.height() + 400);
    const auto groupOf = [&](std::uint32_t node) { return m_view.scene->graph.groupOf[node]; };
    for (const std::uint32_t edge : edges) {
        const QPointF from = m_view.placed(groupOf(explored->facts.from[edge]));
        const QPointF to = m_view.placed(groupOf(explored->facts.to[edge]));
        if (!seen.intersects(QRectF(from, to).normalized().adjusted(-1, -1, 1, 1)))
            continue;
        const bool breaks = explored->graph().edges[edge].broken != 0;
        painter.setPen(QPen(breaks ? m_painter.ink(QStringLiteral("fails")) : m_painter.threadInk(explored->graph().edges[edge].choice.thread), std::clamp(3 * m_view.zoom, 1.6, 4.0)));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(StatePainter::wayOf(from, to, curved));
    }
    const double radius = std::max(2.0, StatePainter::radiusAt(m_view.zoom) * 1.75);
    const auto nodes = explored->nodesOf(edges);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const std::uint32_t row = groupOf(nodes[i]);
        const QPointF place = m_view.placed(row);
        if (seen.contains(place) && (m_view.zoom >= StatePainter::shapesFrom || i + 1 == nodes.size()))
            m_painter.node(painter, place, i + 1 == nodes.size() && m_view.states->failure() >= 0 ? radius * 1.15 : radius, m_view.scene->nodes[row], looks::Show(m_view.states->show()));
    }
}

void StateGraphPicture::paintLabels(QPainter& painter) const
{
    if (!m_view.states->onMainPath())
        return;
    const auto& steps = m_view.states->pathRows();
    const QFontMetricsF metrics(font(11));
    const double lift = std::max(12 * m_view.zoom, 10.0) + metrics.descent();
    painter.setFont(font(11));
    for (std::size_t i = 0; i + 1 < m_view.scene->spine.size() && i < steps.size(); ++i) {
        const QPointF from = m_view.placed(m_view.scene->spine[i]);
        const QPointF to = m_view.placed(m_view.scene->spine[i + 1]);
        if (from.y() != to.y() || to.x() < 0 || from.x() > m_view.size.width())
            continue;
        painter.setPen(steps[i].fails ? m_painter.ink(QStringLiteral("fails")) : m_painter.threadInk(steps[i].thread));
        const double width = std::abs(to.x() - from.x()) - 8;
        painter.drawText(QRectF(std::min(from.x(), to.x()) + 4, from.y() - lift - metrics.height(), width, metrics.height() + 2), Qt::AlignHCenter | Qt::AlignBottom,
                         metrics.elidedText(steps[i].label, Qt::ElideRight, width));
    }
    const auto below = [&](std::uint32_t row, const QString& words, const QString& ink, bool bold) {
        const QPointF place = m_view.placed(row);
        painter.setFont(font(11, bold));
        painter.setPen(m_painter.ink(ink));
        painter.drawText(QRectF(place.x() - 120, place.y() + 14 * m_view.zoom, 240, metrics.height() + 4), Qt::AlignHCenter | Qt::AlignBottom, words);
    };
    if (m_view.scene->spine.empty())
        return;
    const auto selected = std::uint32_t(m_view.states->row());
    if (selected != m_view.scene->spine.front())
        below(m_view.scene->spine.front(), tr("start"), QStringLiteral("text2"), false);
    if (m_view.states->failure() >= 0 && selected != m_view.scene->spine.back())
        below(m_view.scene->spine.back(), m_view.states->failureName(), QStringLiteral("fails"), true);
}

void StateGraphPicture::paintName(QPainter& painter, const QPointF& place, const QString& name, const QString& inkName, const QString& fill) const
{
    painter.setFont(font(12, true));
    const QFontMetricsF metrics(painter.font());
    const double half = metrics.horizontalAdvance(name) / 2 + 8;
    QRectF box(place.x() - half, place.y() + 15 + StatePainter::radiusAt(m_view.zoom), 2 * half, metrics.height() + 6);
    box.moveLeft(std::clamp(box.left(), 2.0, std::max(2.0, m_view.size.width() - box.width() - 2)));
    painter.setPen(QPen(m_painter.ink(QStringLiteral("accent")), 1));
    painter.setBrush(m_painter.ink(fill));
    painter.drawRoundedRect(box, 5, 5);
    painter.setPen(m_painter.ink(inkName));
    painter.drawText(box, Qt::AlignCenter, name);
}

void StateGraphPicture::paintMarks(QPainter& painter) const
{
    const double radius = StatePainter::radiusAt(m_view.zoom);
    const QRectF seen(-20, -20, m_view.size.width() + 40, m_view.size.height() + 40);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_painter.ink(QStringLiteral("accent")), 1.6));
    for (const std::uint32_t row : m_view.states->foundRows())
        if (const QPointF place = m_view.placed(row); seen.contains(place))
            painter.drawEllipse(place, radius + 4, radius + 4);
    if (m_view.hovered >= 0 && m_view.hovered != m_view.states->row()) {
        const std::uint32_t first = m_view.scene->graph.nodes[std::size_t(m_view.hovered)].first;
        const std::uint32_t count = m_view.scene->graph.nodes[std::size_t(m_view.hovered)].count;
        painter.setPen(QPen(m_painter.ink(QStringLiteral("accent")), 1.4, Qt::DashLine));
        painter.drawEllipse(m_view.placed(std::uint32_t(m_view.hovered)), radius + 5, radius + 5);
        paintName(painter, m_view.placed(std::uint32_t(m_view.hovered)), count == 1 ? tr("State %1").arg(first) : tr("%1 states").arg(count), QStringLiteral("text2"), QStringLiteral("raised"));
    }
    if (m_view.states->row() < 0)
        return;
    const QPointF place = m_view.placed(std::uint32_t(m_view.states->row()));
    const double ring = std::max(7.0, radius * 1.75 + 6);
    painter.setPen(QPen(m_painter.ink(QStringLiteral("accent")), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(place, ring, ring);
    paintName(painter, place + QPointF(0, ring - 10), m_view.states->title(), QStringLiteral("text"), QStringLiteral("accentFill"));
}

} // namespace bindlab
