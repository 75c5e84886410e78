#include "map_edges.h"

#include "viewmodels/shared/plain_text.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace bindlab {

namespace {

/// A triangle at the end of a line, as wide as it is long.
QPolygonF headOf(const QPolygonF& line, double size) {
    if (line.size() < 2)
        return {};
    const QPointF tip = line.last();
    const QPointF before = line[line.size() - 2];
    const double length = std::hypot(tip.x() - before.x(), tip.y() - before.y());
    if (length < 1)
        return {};
    const QPointF along((tip.x() - before.x()) / length, (tip.y() - before.y()) / length);
    const QPointF across(-along.y(), along.x());
    const QPointF back = tip - along * size;
    return {tip, back + across * size * 0.55, back - across * size * 0.55, tip};
}

QPolygonF shortened(QPolygonF line, double by) {
    if (line.size() < 2)
        return line;
    QPointF& tip = line.last();
    const QPointF before = line[line.size() - 2];
    const double length = std::hypot(tip.x() - before.x(), tip.y() - before.y());
    if (length > by)
        tip += (before - tip) * (by / length);
    return line;
}

} // namespace

std::vector<EdgeRow> MapEdges::rows(MapLines& lines) {
    m_rows.clear();
    addChartArrows();
    addGuards(lines);
    addPointers(lines);
    addThreads(lines);
    placeLabels();
    return std::move(m_rows);
}

bool MapEdges::isShown(int object) const {
    return m_now.objects[std::size_t(object)].status != ObjectStatus::Absent && m_layout.objects[std::size_t(object)].place != MapPlace::None;
}

void MapEdges::addChartArrows() {
    for (int index = 0; index < int(m_now.machines.size()); ++index) {
        for (const MapArrow& arrow : m_layout.charts[std::size_t(index)].arrows) {
            add(arrow.back ? kinds::Back : arrow.mishap ? kinds::Mishap : kinds::Forward, -1, arrow.line, arrow.label);
            m_rows.back().labelFrame = arrow.labelFrame;
        }
    }
}

void MapEdges::addGuards(MapLines& lines) {
    std::set<std::pair<int, int>> guarded;
    for (const PointerView& pointer : m_now.pointers) {
        for (int lock = 0; lock < int(m_now.locks.size()); ++lock) {
            const LockView& view = m_now.locks[std::size_t(lock)];
            if (pointer.guard != view.name || !isShown(pointer.from) || !isShown(view.object) || m_layout.locks[std::size_t(lock)].isEmpty()
                || !guarded.insert({lock, pointer.from}).second)
                continue;
            const QRectF& chip = m_layout.locks[std::size_t(lock)];
            const QRectF card = boxOf(pointer.from);
            const QPolygonF straight = straightGuard(chip, card, view.object == pointer.from);
            add(kinds::Guard, view.holder, straight.isEmpty() ? lines.route(chip, card) : straight, {});
        }
    }
}

QPolygonF MapEdges::straightGuard(const QRectF& chip, const QRectF& card, bool isOwn) const {
    const double left = std::max(chip.left(), card.left());
    const double right = std::min(chip.right(), card.right());
    if (right - left <= 24)
        return {};
    const double x = std::round(isOwn ? right - 14 : left + 18);
    const bool above = chip.bottom() <= card.top();
    const QPolygonF line({QPointF(x, above ? chip.bottom() : chip.top()), QPointF(x, above ? card.top() : card.bottom())});
    const QRectF way = QRectF(line[0], line[1]).normalized().adjusted(-1, 1, 1, -1);
    const bool free = std::none_of(m_layout.objects.begin(), m_layout.objects.end(), [&](const MapObject& object) {
        return object.place != MapPlace::None && object.frame != card && object.frame != chip && way.intersects(object.frame);
    }) && std::none_of(m_layout.locks.begin(), m_layout.locks.end(), [&](const QRectF& other) { return other != chip && way.intersects(other); });
    return free ? line : QPolygonF();
}

void MapEdges::addPointers(MapLines& lines) {
    for (std::size_t i = 0; i < m_now.pointers.size(); ++i) {
        const PointerView& pointer = m_now.pointers[i];
        const PointerView& before = m_before.pointers[i];
        const bool cleared = pointer.to < 0 && before.to >= 0 && m_last.thread >= 0;
        const int to = cleared ? before.to : pointer.to;
        if (to < 0 || !isShown(pointer.from) || !isShown(to) || !isDrawn(m_run.model(), m_layout, pointer, to))
            continue;
        const bool fresh = !cleared && pointer.to != before.to && m_last.thread >= 0;
        const kinds::Edge kind = cleared ? kinds::Cleared : pointer.dangling ? kinds::Dangling : fresh ? kinds::Fresh
            : pointer.constant || pointer.guard.empty() ? kinds::Link : kinds::Pointer;
        const bool named = kind != kinds::Link;
        add(kind, fresh || cleared ? m_last.thread : -1, lines.route(boxOf(pointer.from), boxOf(to)), named ? text(pointer.field) : QString());
    }
}

void MapEdges::addThreads(MapLines& lines) {
    m_drawn = {};
    for (int thread = 0; thread < int(m_now.threads.size()); ++thread) {
        if (m_now.threads[std::size_t(thread)].inCall)
            addThread(thread, lines);
    }
}

void MapEdges::addThread(int thread, MapLines& lines) {
    const QRectF file = fileOf(m_now.threads[std::size_t(thread)]);
    const QRectF at = whereIs(thread);
    if (!file.isEmpty() && !at.isEmpty() && file != at)
        add(kinds::Touch, thread, lines.apart(file, at, m_drawn), {});
    addWait(thread, at, file, lines);
    if (thread == m_last.thread)
        addMessages(at.isEmpty() ? file : at, lines);
}

QRectF MapEdges::fileOf(const ThreadView& thread) const {
    QRectF file;
    for (int object = 0; object < int(m_now.objects.size()); ++object) {
        if (!thread.file.empty() && m_now.objects[std::size_t(object)].name == thread.file)
            file = boxOf(object);
    }
    return file;
}

QRectF MapEdges::whereIs(int thread) const {
    QRectF at;
    for (int step = m_run.position() - 1; step >= 0; --step) {
        const StepRecord& record = m_run.record(step);
        if (record.choice.thread != thread)
            continue;
        const MapStep its = mapStepAt(m_run, m_now, m_layout, step);
        if (its.placeLock >= 0)
            at = m_layout.locks[std::size_t(its.placeLock)];
        for (auto object = its.touched.rbegin(); object != its.touched.rend() && at.isEmpty(); ++object) {
            const MapPlace place = m_layout.objects[std::size_t(*object)].place;
            if ((place == MapPlace::Card || place == MapPlace::Chip) && isShown(*object))
                at = boxOf(*object);
        }
        const bool left = std::any_of(record.effects.begin(), record.effects.end(),
                                      [](const Effect& effect) { return effect.kind == EffectKind::Returned; });
        if (!at.isEmpty() || left)
            break;
    }
    return at;
}

void MapEdges::addWait(int thread, const QRectF& at, const QRectF& file, MapLines& lines) {
    const int lock = m_now.threads[std::size_t(thread)].waitsForLock;
    if (lock < 0)
        return;
    const QRectF& wanted = m_layout.locks[std::size_t(lock)];
    QRectF from = at;
    for (std::size_t held = 0; held < m_now.locks.size(); ++held) {
        if (m_now.locks[held].holder == thread)
            from = m_layout.locks[held];
    }
    if (from.isEmpty())
        from = file;
    if (!from.isEmpty() && !wanted.isEmpty() && from != wanted)
        add(kinds::Wait, thread, lines.apart(from, wanted, m_drawn), tr("waits"));
}

void MapEdges::addMessages(QRectF source, MapLines& lines) {
    for (const auto& [machine, event] : m_last.fired) {
        const MapChart& chart = m_layout.charts[std::size_t(machine)];
        if (!chart.shown)
            continue;
        const QRectF& pill = chart.pills[std::size_t(m_now.machines[std::size_t(machine)].state)];
        if (!source.isEmpty())
            add(kinds::Message, m_last.thread, lines.apart(source, pill, m_drawn), event);
        source = pill;
    }
}

void MapEdges::add(kinds::Edge kind, int thread, const QPolygonF& line, const QString& label) {
    if (line.size() < 2)
        return;
    EdgeRow row;
    row.kind = kind;
    row.thread = thread;
    const bool headless = kind == kinds::Guard;
    const double size = 6 * m_measure.scale;
    row.head = headless ? QPolygonF() : headOf(line, size);
    row.line = headless ? line : shortened(line, size - 1);
    row.label = label;
    m_rows.push_back(std::move(row));
}

void MapEdges::placeLabels() {
    for (EdgeRow& row : m_rows) {
        if (row.label.isEmpty() || !row.labelFrame.isEmpty())
            continue;
        const std::vector<QRectF> places = placesBeside(row);
        const auto place = std::find_if(places.begin(), places.end(), [&](const QRectF& each) { return isFree(each); });
        if (place != places.end())
            row.labelFrame = *place;
    }
}

std::vector<QRectF> MapEdges::placesBeside(const EdgeRow& row) const {
    const double width = std::ceil(m_measure.textWidth(MapText::Code, row.label)) + 4;
    const double height = 15 * m_measure.scale;
    std::vector<std::pair<double, QRectF>> places;
    for (qsizetype i = 1; i < row.line.size(); ++i) {
        const QPointF& a = row.line[i - 1];
        const QPointF& b = row.line[i];
        const double length = std::abs(a.x() - b.x()) + std::abs(a.y() - b.y());
        const QPointF middle = (a + b) / 2;
        if (a.y() == b.y() && length >= width) {
            places.push_back({length + 200, QRectF(middle.x() - width / 2, middle.y() - height - 2, width, height)});
            places.push_back({length + 100, QRectF(middle.x() - width / 2, middle.y() + 2, width, height)});
        } else if (a.x() == b.x() && length >= height) {
            places.push_back({length, QRectF(middle.x() + 4, middle.y() - height / 2, width, height)});
            places.push_back({length - 1, QRectF(middle.x() - 4 - width, middle.y() - height / 2, width, height)});
        }
    }
    std::stable_sort(places.begin(), places.end(), [](const auto& one, const auto& other) { return one.first > other.first; });
    std::vector<QRectF> best;
    for (const auto& [rank, place] : places)
        best.push_back(place);
    return best;
}

bool MapEdges::isFree(const QRectF& place) const {
    if (place.left() < 0 || place.right() > m_layout.width)
        return false;
    const auto hits = [&](const QRectF& box) { return place.intersects(box); };
    for (const MapObject& object : m_layout.objects) {
        if (object.place != MapPlace::Chart && object.place != MapPlace::None && hits(object.frame))
            return false;
    }
    if (std::any_of(m_layout.locks.begin(), m_layout.locks.end(), hits) || std::any_of(m_layout.titles.begin(), m_layout.titles.end(), hits))
        return false;
    for (const MapChart& chart : m_layout.charts) {
        if (chart.shown && hits(chart.frame.adjusted(0, -10, 0, 0)))
            return false;
    }
    const auto crosses = [&](const QPolygonF& line) {
        for (qsizetype i = 1; i < line.size(); ++i) {
            if (place.intersects(QRectF(line[i - 1], line[i]).normalized().adjusted(-0.5, -0.5, 0.5, 0.5)))
                return true;
        }
        return false;
    };
    for (const EdgeRow& row : m_rows) {
        if ((!row.labelFrame.isEmpty() && hits(row.labelFrame)) || crosses(row.line))
            return false;
    }
    return true;
}

} // namespace bindlab
