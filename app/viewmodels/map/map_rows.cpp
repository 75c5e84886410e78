#include "map_rows.h"

#include <cmath>

namespace bindlab {

QString EdgeRow::pathOf(const QPolygonF& points) {
    QString path;
    for (const QPointF& point : points)
        path += QStringLiteral("%1 %2 %3 ").arg(path.isEmpty() ? QLatin1Char('M') : QLatin1Char('L')).arg(point.x()).arg(point.y());
    return path;
}

QString EdgeRow::path() const {
    // A label that stands on its line interrupts it.
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF& a = line[i - 1];
        const QPointF& b = line[i];
        if (kind != kinds::Back || a.y() != b.y() || !labelFrame.contains((a + b) / 2))
            continue;
        const double way = a.x() < b.x() ? labelFrame.width() / 2 : -labelFrame.width() / 2;
        const double middle = labelFrame.center().x();
        QPolygonF before = line.mid(0, i);
        QPolygonF after = line.mid(i);
        if (std::abs(b.x() - a.x()) > labelFrame.width()) {
            before.append(QPointF(middle - way, a.y()));
            after.prepend(QPointF(middle + way, a.y()));
        }
        return pathOf(before) + pathOf(after);
    }
    return pathOf(line);
}

} // namespace bindlab
