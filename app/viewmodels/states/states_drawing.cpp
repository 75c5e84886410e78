#include "states_drawing.h"

#include "viewmodels/shared/svg_picture.h"

#include <algorithm>

namespace bindlab {

namespace {

constexpr double margin = 30;
constexpr double top = 86;
constexpr double radius = 5;

QString threadInk(int thread) { return thread < 0 ? QStringLiteral("text3") : QStringLiteral("t%1").arg(thread % 3 + 1); }

QPolygonF octagon(const QPointF& middle, double size)
{
    const double part = size * 0.414;
    return QPolygonF({middle + QPointF(-part, -size), middle + QPointF(part, -size), middle + QPointF(size, -part), middle + QPointF(size, part),
                      middle + QPointF(part, size), middle + QPointF(-part, size), middle + QPointF(-size, part), middle + QPointF(-size, -part)});
}

void drawNode(SvgPicture& svg, const QPointF& middle, int look, looks::Look mark, bool freed)
{
    if (mark == looks::Violation || mark == looks::DeadEnd) {
        svg.filled(octagon(middle, radius + 2), QStringLiteral("fails"));
        svg.filled(octagon(middle, radius), mark == looks::DeadEnd ? QStringLiteral("fails") : QStringLiteral("failsFill"));
        return;
    }
    const LookInks inks = inksOf(mark == looks::SafeEnd ? mark : look);
    svg.box({middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius}, {.fill = inks.fill, .line = inks.line, .radius = radius, .lineWidth = 1.4, .dashed = freed});
    if (mark != looks::SafeEnd && look == looks::Locked)
        svg.box({middle.x() - radius * lockedDot, middle.y() - radius * lockedDot, 2 * radius * lockedDot, 2 * radius * lockedDot}, {.fill = inks.line, .line = inks.line, .radius = radius * lockedDot});
}

} // namespace

LookInks inksOf(int look)
{
    const auto named = [](const char* fill, const char* line) { return LookInks{QLatin1String(fill), QLatin1String(line)}; };
    switch (look) {
    case looks::Run: return named("accent", "accent");
    case looks::Locked: return named("accentFill", "accent");
    case looks::Error: return named("bounded", "bounded");
    case looks::Freed: return named("window", "text2");
    case looks::SeveralLocks: return named("accent", "accent");
    case looks::Holds: return named("safeFill", "safe");
    case looks::SafeEnd: return named("safe", "safe");
    case looks::NoWayBack: return named("failsFill", "fails");
    case looks::After: return named("window", "lineStrong");
    case looks::Violation: return named("failsFill", "fails");
    case looks::DeadEnd: return named("fails", "fails");
    default: break;
    }
    if (look >= looks::Held)
        return {threadInk(look - looks::Held), threadInk(look - looks::Held)};
    return named("hover", "text3");
}

QString drawStates(const StatesPicture& picture, const QVariantMap& inks)
{
    const StatesScene& scene = picture.scene;
    const double width = std::max(double(scene.most.x - scene.least.x) + 2 * margin, 480.0);
    const double height = double(scene.most.y - scene.least.y) + top + 2 * margin;
    SvgPicture svg(width, height, inks, picture.title);
    svg.words({margin, 30}, picture.title, {.size = 16, .bold = true});
    double x = margin;
    for (const StateLegendRow& row : picture.legend) {
        drawNode(svg, {x + radius, 54}, row.look, row.look == looks::Violation || row.look == looks::DeadEnd || row.look == looks::SafeEnd ? looks::Look(row.look) : looks::Plain, row.look == looks::Freed);
        svg.words({x + 18, 58}, row.text, {.ink = QStringLiteral("text2")});
        x += 40 + 7.0 * double(row.text.size());
    }
    const auto placeOf = [&](std::uint32_t node) {
        return QPointF(margin + double(scene.nodes[node].place.x - scene.least.x), top + margin + double(scene.nodes[node].place.y - scene.least.y));
    };
    for (const GroupedGraph::Edge& edge : scene.graph.edges)
        svg.line(QPolygonF({placeOf(edge.from), placeOf(edge.to)}), edge.breaks ? QStringLiteral("failsLine") : threadInk(edge.thread) + (edge.thread < 0 ? QString() : QStringLiteral("Line")), 0.8);
    for (std::size_t i = 1; i < picture.path.size(); ++i)
        svg.line(QPolygonF({placeOf(picture.path[i - 1]), placeOf(picture.path[i])}), QStringLiteral("accent"), 2.5);
    for (std::uint32_t node = 0; node < std::uint32_t(scene.nodes.size()); ++node)
        drawNode(svg, placeOf(node), looks::lookOf(scene.nodes[node], picture.show), looks::markOf(scene.nodes[node]), picture.show == looks::Lifetime && scene.nodes[node].freed >= 0);
    return svg.finish();
}

} // namespace bindlab
