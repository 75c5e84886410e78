#include "state_tiles.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

namespace bindlab {

namespace {

constexpr double square = 160;       ///< of the index, lengths of the layout
constexpr int mostSquares = 48;      ///< of one edge
constexpr double nodeRoom = 14;      ///< a node reaches no further than this from its place
constexpr int mostTiles = 96;

} // namespace

void StateTiles::setScene(std::shared_ptr<const StatesScene> scene)
{
    m_scene = std::move(scene);
    forget();
    m_oldTiles.clear();
    index();
}

void StateTiles::forget()
{
    m_tiles.clear();
    m_oldTiles.clear();
}

void StateTiles::setShow(looks::Show show)
{
    if (show == m_show)
        return;
    m_show = show;
    forget();
}

void StateTiles::setZoom(double zoom)
{
    if (zoom == m_zoom)
        return;
    if (!m_tiles.isEmpty()) {
        m_oldTiles = std::move(m_tiles);
        m_oldZoom = m_zoom;
    }
    m_tiles.clear();
    m_zoom = zoom;
}

QRect StateTiles::squaresOf(const QRectF& place) const
{
    const auto at = [](double value, double least, int most) { return std::clamp(int(std::floor((value - least) / square)), 0, std::max(0, most - 1)); };
    return QRect(QPoint(at(place.left(), m_index.least.x(), m_index.width), at(place.top(), m_index.least.y(), m_index.height)),
                 QPoint(at(place.right(), m_index.least.x(), m_index.width), at(place.bottom(), m_index.least.y(), m_index.height)));
}

void StateTiles::index()
{
    m_index = {};
    if (!m_scene)
        return;
    m_index.least = QPointF(double(m_scene->least.x), double(m_scene->least.y));
    m_index.width = int((m_scene->most.x - m_scene->least.x) / square) + 1;
    m_index.height = int((m_scene->most.y - m_scene->least.y) / square) + 1;
    m_index.nodes.resize(std::size_t(m_index.width) * std::size_t(m_index.height));
    m_index.edges.resize(m_index.nodes.size());
    const auto placeOf = [&](std::uint32_t node) { return QPointF(double(m_scene->nodes[node].place.x), double(m_scene->nodes[node].place.y)); };
    const auto numberOf = [&](int x, int y) { return std::size_t(y) * std::size_t(m_index.width) + std::size_t(x); };
    for (std::uint32_t node = 0; node < std::uint32_t(m_scene->nodes.size()); ++node) {
        const QPoint at = squaresOf(QRectF(placeOf(node), QSizeF(0, 0))).topLeft();
        m_index.nodes[numberOf(at.x(), at.y())].push_back(node);
    }
    for (std::uint32_t edge = 0; edge < std::uint32_t(m_scene->graph.edges.size()); ++edge) {
        const QRect squares = squaresOf(QRectF(placeOf(m_scene->graph.edges[edge].from), placeOf(m_scene->graph.edges[edge].to)).normalized());
        if (squares.width() * squares.height() > mostSquares) {
            m_index.longEdges.push_back(edge);
            continue;
        }
        for (int y = squares.top(); y <= squares.bottom(); ++y)
            for (int x = squares.left(); x <= squares.right(); ++x)
                m_index.edges[numberOf(x, y)].push_back(edge);
    }
    m_drawnBy.assign(m_scene->graph.edges.size(), 0);
    m_tileNumber = 0;
}

std::vector<std::uint32_t> StateTiles::nodesIn(const QRectF& place) const
{
    std::vector<std::uint32_t> nodes;
    if (!m_scene)
        return nodes;
    const QRect squares = squaresOf(place);
    for (int y = squares.top(); y <= squares.bottom(); ++y)
        for (int x = squares.left(); x <= squares.right(); ++x)
            for (const std::uint32_t node : m_index.nodes[std::size_t(y) * std::size_t(m_index.width) + std::size_t(x)])
                if (place.contains(double(m_scene->nodes[node].place.x), double(m_scene->nodes[node].place.y)))
                    nodes.push_back(node);
    return nodes;
}

void StateTiles::drawEdge(QPainter& painter, std::uint32_t edge, const QRectF& place) const
{
    const GroupedGraph::Edge& drawn = m_scene->graph.edges[edge];
    const GraphLayout::Point from = m_scene->nodes[drawn.from].place;
    const GraphLayout::Point to = m_scene->nodes[drawn.to].place;
    if (std::max(from.x, to.x) < float(place.left()) || std::min(from.x, to.x) > float(place.right()) || std::max(from.y, to.y) < float(place.top()) || std::min(from.y, to.y) > float(place.bottom()))
        return;
    const auto inTile = [&](const GraphLayout::Point& point) { return QPointF((double(point.x) - place.left()) * m_zoom, (double(point.y) - place.top()) * m_zoom); };
    m_painter.edge(painter, inTile(from), inTile(to), drawn, m_zoom, m_scene->arrangement != StatesScene::Arrangement::Free);
}

QImage StateTiles::draw(const QPoint& tile)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const QRectF place(tile.x() * side / m_zoom, tile.y() * side / m_zoom, side / m_zoom, side / m_zoom);
    painter.setRenderHint(QPainter::Antialiasing, m_zoom >= StatePainter::shapesFrom);
    ++m_tileNumber;
    const QRect squares = squaresOf(place);
    for (int y = squares.top(); y <= squares.bottom(); ++y)
        for (int x = squares.left(); x <= squares.right(); ++x)
            for (const std::uint32_t edge : m_index.edges[std::size_t(y) * std::size_t(m_index.width) + std::size_t(x)])
                if (m_drawnBy[edge] != m_tileNumber) {
                    m_drawnBy[edge] = m_tileNumber;
                    drawEdge(painter, edge, place);
                }
    for (const std::uint32_t edge : m_index.longEdges)
        drawEdge(painter, edge, place);
    const double radius = StatePainter::radiusAt(m_zoom);
    const double room = nodeRoom / m_zoom;
    for (const std::uint32_t node : nodesIn(place.adjusted(-room, -room, room, room))) {
        const GraphLayout::Point& at = m_scene->nodes[node].place;
        m_painter.node(painter, QPointF((double(at.x) - place.left()) * m_zoom, (double(at.y) - place.top()) * m_zoom), radius, m_scene->nodes[node], m_show);
    }
    return image;
}

void StateTiles::standIn(QPainter& painter, const QPoint& tile, const QPoint& corner) const
{
    const double scale = m_zoom / m_oldZoom;
    const double oldSide = side * scale;
    painter.save();
    painter.setClipRect(QRect(corner, QSize(side, side)));
    for (int y = int(std::floor(tile.y() * side / oldSide)); y <= int(std::floor((tile.y() + 1) * side / oldSide)); ++y)
        for (int x = int(std::floor(tile.x() * side / oldSide)); x <= int(std::floor((tile.x() + 1) * side / oldSide)); ++x)
            if (const auto old = m_oldTiles.constFind(QPoint(x, y)); old != m_oldTiles.constEnd())
                painter.drawImage(QRectF(corner.x() + x * oldSide - tile.x() * side, corner.y() + y * oldSide - tile.y() * side, oldSide, oldSide), *old);
    painter.restore();
}

/// Those furthest from what is seen go.
void StateTiles::drop(const QRect& tiles)
{
    while (m_tiles.size() > std::max(mostTiles, 2 * tiles.width() * tiles.height())) {
        const auto distance = [&](const QPoint& tile) { return (tile - tiles.center()).manhattanLength(); };
        auto furthest = m_tiles.begin();
        for (auto tile = m_tiles.begin(); tile != m_tiles.end(); ++tile)
            if (distance(tile.key()) > distance(furthest.key()))
                furthest = tile;
        m_tiles.erase(furthest);
    }
}

bool StateTiles::paint(QPainter& painter, const QRect& view, double milliseconds)
{
    if (!m_scene || m_scene->nodes.empty())
        return false;
    const auto tileOf = [](int pixel) { return int(std::floor(double(pixel) / side)); };
    const QRect tiles(QPoint(tileOf(view.left()), tileOf(view.top())), QPoint(tileOf(view.right()), tileOf(view.bottom())));
    const QRectF all(QPointF(double(m_scene->least.x), double(m_scene->least.y)) * m_zoom - QPointF(nodeRoom, nodeRoom),
                     QPointF(double(m_scene->most.x), double(m_scene->most.y)) * m_zoom + QPointF(nodeRoom, nodeRoom));
    QElapsedTimer clock;
    clock.start();
    bool isMissing = false;
    for (int y = tiles.top(); y <= tiles.bottom(); ++y)
        for (int x = tiles.left(); x <= tiles.right(); ++x) {
            const QPoint tile(x, y);
            if (!all.intersects(QRectF(x * side, y * side, side, side)))
                continue;
            const QPoint corner = tile * side - view.topLeft();
            auto known = m_tiles.constFind(tile);
            if (known == m_tiles.constEnd()) {
                if (double(clock.nsecsElapsed()) / 1e6 > milliseconds) {
                    isMissing = true;
                    standIn(painter, tile, corner);
                    continue;
                }
                known = m_tiles.insert(tile, draw(tile));
            }
            painter.drawImage(corner, *known);
        }
    if (!isMissing)
        m_oldTiles.clear();
    drop(tiles);
    return isMissing;
}

} // namespace bindlab
