#include "compare_differences.h"

#include "viewmodels/shared/plain_text.h"

#include <QStringList>

namespace bindlab {

namespace {

QString orDash(const std::string& value) { return value.empty() ? QStringLiteral("\u2013") : text(value); }

/// What the second side says of an object: "users 2, RUN".
QString othersWords(const std::vector<StateDifference>& differences, const std::string& object)
{
    QStringList words;
    for (const StateDifference& difference : differences)
        if (difference.object == object && !difference.values[1].empty())
            words.append((text(difference.field) + QLatin1Char(' ') + text(difference.values[1])).trimmed());
    return words.join(QStringLiteral(", "));
}

} // namespace

std::vector<StateDifferenceRow> differenceRows(const std::vector<StateDifference>& differences)
{
    std::vector<StateDifferenceRow> rows;
    for (const StateDifference& difference : differences)
        rows.push_back({text(difference.name), orDash(difference.values[0]), orDash(difference.values[1])});
    return rows;
}

std::vector<OverlayMark> overlayMarks(const std::vector<StateDifference>& differences, const MapViewModel& map, const Snapshot& snapshot)
{
    std::vector<OverlayMark> marks;
    for (std::size_t object = 0; object < snapshot.objects.size(); ++object) {
        const QRectF frame = map.frameOf(int(object));
        const QString words = frame.isEmpty() ? QString() : othersWords(differences, snapshot.objects[object].name);
        if (!words.isEmpty())
            marks.push_back({frame, words});
    }
    return marks;
}

} // namespace bindlab
