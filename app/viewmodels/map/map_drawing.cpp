#include "map_drawing.h"

namespace bindlab {

namespace {

/// Inks of a thread, as Theme has them.
QString threadInk(int thread, const char* suffix = "") { return QStringLiteral("t%1%2").arg(thread % 3 + 1).arg(QLatin1String(suffix)); }

void drawEdges(SvgPicture& picture, const std::vector<EdgeRow>& edges)
{
    for (const EdgeRow& edge : edges) {
        const QString ink = edge.thread >= 0 ? threadInk(edge.thread) : QStringLiteral("lineStrong");
        picture.line(edge.line, ink, 1.2, edge.kind == kinds::Mishap);
        if (!edge.head.isEmpty())
            picture.filled(edge.head, ink);
        const QStringList lines = edge.labelFrame.isEmpty() ? QStringList() : edge.label.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (qsizetype line = 0; line < lines.size(); ++line)
            picture.words({edge.labelFrame.center().x(), edge.labelFrame.bottom() - 3 - 12.0 * double(lines.size() - 1 - line)}, lines[line],
                          {.ink = edge.thread >= 0 ? ink : QStringLiteral("text3"), .size = 11, .anchor = SvgPicture::Anchor::Middle});
    }
}

void drawCard(SvgPicture& picture, const CardRow& card)
{
    const bool freed = card.status == kinds::Freed;
    const QString line = freed ? QStringLiteral("fails") : card.touchedBy >= 0 ? threadInk(card.touchedBy) : QStringLiteral("lineStrong");
    picture.box(card.frame, {.fill = freed ? QStringLiteral("failsFill") : QStringLiteral("raised"), .line = line, .radius = 8, .lineWidth = card.primary ? 2.0 : 1.0, .dashed = freed});
    const double room = card.frame.width() - 22 - (card.badge.isEmpty() ? 0 : 26);
    picture.words({card.frame.x() + 11, card.frame.y() + 20}, card.name, {.ink = freed ? QStringLiteral("fails") : QStringLiteral("text"), .size = 13, .code = true}, room);
    picture.words({card.frame.right() - 11, card.frame.y() + 20}, card.badge, {.size = 12, .code = true, .anchor = SvgPicture::Anchor::End});
    if (card.stateRow)
        picture.words({card.frame.x() + 11, card.frame.y() + 41}, card.stateWord, {.ink = freed ? QStringLiteral("fails") : QStringLiteral("text2"), .size = 12}, card.frame.width() - 22);
}

} // namespace

void drawMap(SvgPicture& picture, const MapViewModel& map)
{
    bool odd = false;
    for (const LaneRowData& lane : map.laneRows()) {
        picture.box(lane.frame, {.fill = odd ? QStringLiteral("raised") : QStringLiteral("pane"), .line = QStringLiteral("line"), .radius = 0});
        picture.words({16, lane.frame.y() + 24}, lane.title, {.size = 13, .bold = true}, map.laneTitleWidth() - 16);
        odd = !odd;
    }
    for (const GroupRow& group : map.groupRows()) {
        picture.box(group.frame, {.fill = {}, .line = QStringLiteral("line"), .radius = 10, .dashed = true});
        picture.words({group.titleRight ? group.frame.right() - 10 : group.frame.x() + 10, group.frame.y() + 14}, group.title,
                      {.ink = QStringLiteral("text3"), .size = 11, .anchor = group.titleRight ? SvgPicture::Anchor::End : SvgPicture::Anchor::Start});
    }
    drawEdges(picture, map.edgeRows());
    for (const ChartTitleRow& chart : map.chartTitleRows()) {
        picture.words({chart.labelFrame.x(), chart.labelFrame.center().y() + 4}, chart.label, {.ink = QStringLiteral("text2"), .size = 12}, chart.labelFrame.width());
        if (!chart.noteFrame.isEmpty())
            picture.words({chart.noteFrame.x(), chart.noteFrame.center().y() + 4}, chart.note, {.ink = QStringLiteral("text3"), .size = 11}, chart.noteFrame.width());
    }
    for (const PillRow& pill : map.pillRows()) {
        if (pill.frame.isEmpty())
            continue;
        picture.box(pill.frame, {.fill = pill.current ? QStringLiteral("accentFill") : QStringLiteral("pane"), .line = pill.current ? QStringLiteral("accent") : QStringLiteral("lineStrong"),
                                 .radius = pill.frame.height() / 2, .lineWidth = pill.current ? 1.5 : 1.0, .dashed = pill.mishap});
        picture.words({pill.frame.center().x(), pill.frame.center().y() + 4}, pill.name,
                      {.ink = pill.current ? QStringLiteral("text") : QStringLiteral("text3"), .size = 11, .code = pill.code, .anchor = SvgPicture::Anchor::Middle}, pill.frame.width() - 8);
    }
    for (const CardRow& card : map.cardRows())
        if (card.shown)
            drawCard(picture, card);
    for (const LockRow& lock : map.lockRows()) {
        if (!lock.shown)
            continue;
        const bool held = lock.holder >= 0;
        picture.box(lock.frame, {.fill = held ? threadInk(lock.holder, "Fill") : QStringLiteral("pane"), .line = held ? threadInk(lock.holder, "Line") : QStringLiteral("lineStrong")});
        picture.words({lock.frame.center().x(), lock.frame.center().y() + 4}, lock.name,
                      {.ink = held ? threadInk(lock.holder) : QStringLiteral("text2"), .size = 12, .code = true, .anchor = SvgPicture::Anchor::Middle}, lock.frame.width() - 8);
    }
}

} // namespace bindlab
