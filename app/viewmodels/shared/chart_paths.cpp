#include "chart_paths.h"

namespace bindlab {

namespace {

QString text(const QPointF& at) { return QStringLiteral("%1 %2").arg(at.x()).arg(at.y()); }

} // namespace

QString arrowHead(const QPointF& tip, const QPointF& way)
{
    const QPointF back = tip - 7 * way;
    const QPointF side(-4 * way.y(), 4 * way.x());
    return QStringLiteral("M %1 L %2 L %3 Z").arg(text(tip), text(back + side), text(back - side));
}

QString curvePath(std::span<const SvgPoint> curve)
{
    QString path;
    for (std::size_t i = 0; i < curve.size(); ++i)
        path += (i == 0 ? QStringLiteral("M ") : i == 1 ? QStringLiteral(" C ") : QStringLiteral(" ")) + text({curve[i].x, curve[i].y});
    return path;
}

} // namespace bindlab
