#include "workbench_map.h"

#include "flow/program.h"
#include "lesson/glossary.h"
#include "map_table.h"
#include "term_links.h"

#include <QFont>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace bindlab {

namespace {

/// Smallest scale the map is shown at; below it, it is panned.
constexpr double smallestScale = 0.8;

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

/// The counter that keeps an object alive.
const ValueView* mainCounter(const ObjectView& object) {
    const ValueView* first = nullptr;
    for (const ValueView& value : object.values) {
        if (!value.counter)
            continue;
        if (value.name == "users" || value.name == "refs")
            return &value;
        if (first == nullptr)
            first = &value;
    }
    return first;
}

/// What the glossary says of a struct, lock or machine.
QString meaningOf(std::string_view name) {
    const Term* term = findTerm(name);
    return term == nullptr ? QString() : meaningOf(*term);
}

QString valueWords(const ValueView& value) {
    if (value.text == "true")
        return text(value.name);
    if (value.text == "false")
        return MapViewModel::tr("not %1").arg(text(value.name));
    return text(value.name) + QStringLiteral(": ") + text(value.text);
}

/// How much an effect says about its step; the largest is what the step was about.
int weight(EffectKind kind) {
    switch (kind) {
    case EffectKind::Freed: return 9;
    case EffectKind::Fired:
    case EffectKind::Refused: return 8;
    case EffectKind::Allocated: return 7;
    case EffectKind::Published:
    case EffectKind::Unlinked: return 6;
    case EffectKind::Wrote:
    case EffectKind::Counted: return 5;
    case EffectKind::Locked:
    case EffectKind::Unlocked:
    case EffectKind::ReadLocked:
    case EffectKind::ReadUnlocked: return 4;
    case EffectKind::Queued: return 3;
    case EffectKind::Read: return 2;
    default: return 0;
    }
}

QString eventLabel(const Machine& machine, std::string_view name) {
    for (const MachineEvent& event : machine.events()) {
        if (event.name == name && !event.label.empty())
            return text(event.label);
    }
    return text(name);
}

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

MapViewModel::MapViewModel(QObject* parent) : QObject(parent) {
    m_measure.textWidth = [](MapText, const QString& what) { return 7.0 * double(what.size()); };
}

void MapViewModel::update(const Run& run, const Snapshot& now, bool fresh) {
    m_run = &run;
    m_now = now;
    m_before = run.position() > 0 ? look(run.model(), run.stateAt(run.position() - 1)) : now;
    if (fresh) {
        m_outdated = false;
        forecast();
        layOut();
    }
    fill();
}

/// Plays two runs nobody sees, one always the first thread that can move and one always the last, to learn which pointers will be
/// set and which calls made: their places are then kept free from the start.
void MapViewModel::forecast() {
    m_forecast = {};
    m_forecast.beside = m_beside;
    if (!m_only.empty()) {
        m_forecast.only.emplace();
        for (int i = 0; i < int(m_now.objects.size()); ++i)
            if (m_only.contains(text(m_now.objects[std::size_t(i)].name)))
                m_forecast.only->insert(i);
    }
    const auto learn = [&](const Snapshot& snapshot) {
        for (int i = 0; i < int(snapshot.pointers.size()); ++i) {
            if (snapshot.pointers[std::size_t(i)].to >= 0)
                m_forecast.pointers.insert({i, snapshot.pointers[std::size_t(i)].to});
        }
        for (const ThreadView& thread : snapshot.threads) {
            if (thread.epilogue)   // it closes every file at the end: no room is kept for that
                continue;
            for (int i = 0; i < int(snapshot.objects.size()); ++i) {
                if (thread.file.empty() || snapshot.objects[std::size_t(i)].name != thread.file)
                    continue;
                QString& longest = m_forecast.calls[i];
                if (text(thread.call).size() > longest.size())
                    longest = text(thread.call);
            }
        }
    };
    constexpr int longEnough = 150;
    for (const bool last : {false, true}) {
        State state = m_run->stateAt(0);
        learn(look(m_run->model(), state));
        for (int step = 0; step < longEnough; ++step) {
            const std::vector<StepChoice> enabled = enabledSteps(m_run->model(), state);
            if (enabled.empty() || takeStep(m_run->model(), state, last ? enabled.back() : enabled.front()) != StepStatus::Done)
                break;
            learn(look(m_run->model(), state));
        }
    }
}

void MapViewModel::arrange(double width, double height, double textScale, const QString& sans, const QString& code) {
    if (width < 1 || height < 1)
        return;
    if (m_pane == QSizeF(width, height) && m_measure.scale == textScale && m_fonts == std::make_pair(sans, code))
        return;
    m_pane = QSizeF(width, height);
    m_fonts = {sans, code};
    m_measure.scale = textScale;
    if (m_run != nullptr) {
        layOut();
        fill();
    }
    emit changed();
}

/// Measures text as it will be drawn: a font has whole pixels, so that at 80 % text is not 80 % as wide. The same names are asked
/// for again and again, and shaping them is most of what a layout costs, so that widths are remembered.
void MapViewModel::measureText() {
    const auto measuring = [&](const QString& family, double size, QFont::Weight weightOf) {
        QFont font(family);
        font.setPixelSize(std::max(1, int(std::round(size * m_measure.scale * m_scale))));
        font.setWeight(weightOf);
        return [unit = m_scale, metrics = QFontMetricsF(font), known = &m_widths[font.key()]](const QString& what) {
            const auto found = known->constFind(what);
            return (found != known->constEnd() ? *found : *known->insert(what, metrics.horizontalAdvance(what))) / unit;
        };
    };
    const auto& [sans, code] = m_fonts;
    m_measure.textWidth = [name = measuring(code, 13, QFont::Medium), codeText = measuring(code, 12, QFont::Normal),
                           label = measuring(sans, 12, QFont::Medium), caption = measuring(sans, 11, QFont::Normal)](MapText kind, const QString& what) {
        switch (kind) {
        case MapText::Name: return name(what);
        case MapText::Code: return codeText(what);
        case MapText::Label: return label(what);
        case MapText::Caption: return caption(what);
        }
        return 0.0;
    };
}

void MapViewModel::layOut() {
    // As large as fits, down to the smallest scale.
    for (m_scale = 1;; m_scale -= 0.04) {
        m_scale = std::max(m_scale, smallestScale);
        if (!m_fonts.first.isEmpty())
            measureText();
        m_measure.width = std::floor(m_pane.width() / m_scale);
        m_measure.height = std::floor(m_pane.height() / m_scale);
        m_layout = layoutMap(m_now, m_forecast, m_measure);
        if (m_scale <= smallestScale || (m_layout.width <= m_measure.width + 0.5 && m_layout.height <= m_measure.height + 0.5))
            break;
    }

    std::vector<QRectF> boxes = m_layout.titles;
    for (const MapObject& object : m_layout.objects) {
        if (object.place == MapPlace::Card || object.place == MapPlace::File)
            boxes.push_back(object.frame);
    }
    for (const QRectF& lock : m_layout.locks) {
        if (!lock.isEmpty())
            boxes.push_back(lock);
    }
    for (const MapChart& chart : m_layout.charts) {
        if (chart.shown)
            boxes.push_back(chart.frame);
    }
    m_router = std::make_unique<MapRouter>(QRectF(0, 0, m_layout.width, m_layout.height), std::move(boxes), 4 * m_measure.scale);
    m_routes.clear();
    // The lines that are to be expected lie first and apart from each other; the rest finds its way between them.
    // Neighbours first, so that they get the straight way.
    std::vector<std::tuple<double, int, int>> expected;
    for (const auto& [pointer, to] : m_forecast.pointers) {
        const int from = m_now.pointers[std::size_t(pointer)].from;
        if (boxOf(from).isEmpty() || boxOf(to).isEmpty() || !drawn(m_now.pointers[std::size_t(pointer)], to))
            continue;
        const QPointF way = boxOf(from).center() - boxOf(to).center();
        expected.emplace_back(std::abs(way.x()) + std::abs(way.y()), pointer, to);
    }
    std::sort(expected.begin(), expected.end());
    for (const auto& [distance, pointer, to] : expected)
        m_router->occupy(route(boxOf(m_now.pointers[std::size_t(pointer)].from), boxOf(to)));
}

/// How the world is wired for good says nothing that the map does not say by where things stand; nor does a field that is set
/// once and leads to a lock alone, nor what a chart's object names.
bool MapViewModel::drawn(const PointerView& pointer, int to) const {
    if (pointer.from == to)
        return false;
    const MapPlace start = m_layout.objects[std::size_t(pointer.from)].place;
    const MapPlace end = m_layout.objects[std::size_t(to)].place;
    if (start == MapPlace::None || end == MapPlace::None || start == MapPlace::Chart || end == MapPlace::Chart)
        return false;
    return !(pointer.constant && (end == MapPlace::Chip || m_run->model().objects[std::size_t(pointer.from)].global));
}

std::vector<MapViewModel::Box> MapViewModel::boxes() const {
    std::vector<Box> all;
    for (const CardRow& card : m_cards.rows())
        all.push_back({card.frame, card.description, card.shown, text(m_now.objects[std::size_t(card.object)].name)});
    for (const LockRow& lock : m_locks.rows())
        all.push_back({lock.frame, lock.description, lock.shown, text(m_now.locks[std::size_t(lock.lock)].name)});
    for (const ChartTitleRow& chart : m_chartTitles.rows())
        all.push_back({chart.frame, chart.description, true, chart.value});
    return all;
}

int MapViewModel::neighbour(int box, int direction) const {
    const std::vector<Box> all = boxes();
    const auto firstShown = std::find_if(all.begin(), all.end(), [](const Box& each) { return each.shown; });
    if (firstShown == all.end())
        return -1;
    if (box < 0 || box >= int(all.size()) || !all[std::size_t(box)].shown)
        return int(firstShown - all.begin());
    const QPointF from = all[std::size_t(box)].frame.center();
    int best = box;
    double bestAway = 0;
    for (int i = 0; i < int(all.size()); ++i) {
        const QPointF way = all[std::size_t(i)].frame.center() - from;
        const double along = direction == 0 ? way.x() : direction == 1 ? way.y() : direction == 2 ? -way.x() : -way.y();
        const double across = std::abs(direction % 2 == 0 ? way.y() : way.x());
        if (i == box || !all[std::size_t(i)].shown || along <= 1)
            continue;
        const double away = along + 2.5 * across;
        if (best == box || away < bestAway) {
            best = i;
            bestAway = away;
        }
    }
    return best;
}

QRectF MapViewModel::boxFrame(int box) const {
    const std::vector<Box> all = boxes();
    return box < 0 || box >= int(all.size()) ? QRectF() : all[std::size_t(box)].frame;
}

QString MapViewModel::boxDescription(int box) const {
    const std::vector<Box> all = boxes();
    return box < 0 || box >= int(all.size()) ? QString() : all[std::size_t(box)].description;
}

int MapViewModel::boxAt(double x, double y) const {
    const std::vector<Box> all = boxes();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Box& box) { return box.shown && box.frame.contains(x, y); });
    return found == all.end() ? -1 : int(found - all.begin());
}

QString MapViewModel::boxValue(int box) const {
    const std::vector<Box> all = boxes();
    return box < 0 || box >= int(all.size()) ? QString() : all[std::size_t(box)].value;
}

std::vector<std::pair<int, QString>> MapViewModel::namedBoxes() const {
    std::vector<std::pair<int, QString>> named;
    const std::vector<Box> all = boxes();
    for (int box = 0; box < int(all.size()); ++box) {
        if (all[std::size_t(box)].shown)
            named.emplace_back(box, all[std::size_t(box)].description);
    }
    return named;
}

QRectF MapViewModel::boxOf(int object) const {
    return m_layout.objects[std::size_t(object)].frame;
}

QRectF MapViewModel::frameOf(int object) const {
    const QRectF box = boxOf(object);
    if (!box.isEmpty())
        return box;
    for (const int machine : m_now.objects[std::size_t(object)].machines)
        if (const MapChart& chart = m_layout.charts[std::size_t(machine)]; chart.shown)
            return chart.frame;
    return {};
}

const QPolygonF& MapViewModel::route(const QRectF& from, const QRectF& to) {
    const auto key = std::make_tuple(from.x(), from.y(), to.x(), to.y());
    const auto known = m_routes.find(key);
    if (known != m_routes.end())
        return known->second;
    return m_routes.emplace(key, m_router->route(from, to)).first->second;
}

MapViewModel::LastStep MapViewModel::stepAt(int step) const {
    LastStep last;
    if (step < 0)
        return last;
    const StepRecord& record = m_run->record(step);
    last.thread = record.choice.thread;
    int best = 0;
    for (const Effect& effect : record.effects) {
        if (effect.object >= 0) {
            last.touched.push_back(effect.object);
            last.place = effect.object;
            last.placeLock = -1;
        }
        if (effect.lock >= 0)
            last.placeLock = effect.lock;
        if ((effect.kind == EffectKind::Fired || effect.kind == EffectKind::Refused) && effect.machine >= 0)
            last.fired.push_back({effect.machine, eventLabel(*m_now.machines[std::size_t(effect.machine)].machine, effect.name)});
        if (weight(effect.kind) >= std::max(best, 1)) {
            best = weight(effect.kind);
            last.object = effect.lock >= 0 ? -1 : effect.object;
            last.lock = effect.lock;
            last.machine = -1;
            if (effect.machine >= 0 && m_layout.charts[std::size_t(effect.machine)].shown) {
                last.machine = effect.machine;
                last.object = -1;
            }
        }
    }
    return last;
}

void MapViewModel::fill() {
    const int position = m_run->position();
    const LastStep last = stepAt(position - 1);

    std::vector<LaneRowData> lanes;
    for (const MapLane& lane : m_layout.lanes)
        lanes.push_back({lane.title, lane.subtitle, lane.frame, lane.empty});
    m_lanes.assign(std::move(lanes));
    std::vector<GroupRow> groups;
    for (const MapGroup& group : m_layout.groups)
        groups.push_back({group.title, group.frame, group.titleRight});
    m_groups.assign(std::move(groups));

    std::vector<CardRow> cards;
    for (int index = 0; index < int(m_now.objects.size()); ++index) {
        const MapObject& place = m_layout.objects[std::size_t(index)];
        if (place.place != MapPlace::Card && place.place != MapPlace::File)
            continue;
        const ObjectView& object = m_now.objects[std::size_t(index)];
        CardRow row;
        row.object = index;
        row.frame = place.frame;
        row.shown = object.status != ObjectStatus::Absent;
        row.file = place.place == MapPlace::File;
        row.name = text(object.name);
        row.status = int(object.status);
        row.stateRow = place.stateRow;
        const bool gone = object.status == ObjectStatus::Freed;
        if (const ValueView* counter = mainCounter(object); counter != nullptr && !row.file && !gone) {
            row.badge = text(counter->text);
            const ValueView* before = mainCounter(m_before.objects[std::size_t(index)]);
            row.badgeChanged = before != nullptr && before->value != counter->value;
        }
        if (gone) {
            row.stateWord = tr("freed");
        } else if (!object.machines.empty()) {
            const MachineView& machine = m_now.machines[std::size_t(object.machines.front())];
            row.stateWord = text(machine.machine->states()[std::size_t(machine.state)].name);
            row.trackLength = int(machine.machine->states().size());
            row.trackCurrent = machine.state;
        } else {
            for (const ValueView& value : object.values) {
                if (!value.counter) {
                    row.stateWord = valueWords(value);
                    break;
                }
            }
        }
        for (int t = 0; t < int(m_now.threads.size()); ++t) {
            const ThreadView& thread = m_now.threads[std::size_t(t)];
            if (row.file && thread.inCall && thread.file == object.name && thread.status != ThreadStatus::Done) {
                row.caller = t;
                row.call = text(thread.call);
            }
        }
        if (std::find(last.touched.begin(), last.touched.end(), index) != last.touched.end())
            row.touchedBy = last.thread;
        row.primary = last.object == index;

        QStringList details;
        QStringList said{row.name};
        if (object.status == ObjectStatus::Private)
            details.append(tr("not published yet"));
        if (object.status == ObjectStatus::Unlinked)
            details.append(tr("out of its table"));
        if (gone)
            details.append(tr("freed"));
        said += details;
        for (const int machine : object.machines) {
            const MachineView& view = m_now.machines[std::size_t(machine)];
            const MachineState& state = view.machine->states()[std::size_t(view.state)];
            details.append(text(state.name) + QStringLiteral(": ") + text(state.meaning));
            said.append(text(state.name));
        }
        for (const ValueView& value : object.values) {
            details.append(text(value.name) + QStringLiteral(" = ") + text(value.text));
            said.append(!value.counter ? valueWords(value)
                        : value.name == "users" ? (value.value == 1 ? tr("1 user") : tr("%1 users").arg(value.value))
                                                : text(value.text) + QLatin1Char(' ') + text(value.name));
        }
        for (const PointerView& pointer : m_now.pointers) {
            if (pointer.from != index)
                continue;
            const QString end = pointer.to < 0 ? QStringLiteral("NULL") : text(m_now.objects[std::size_t(pointer.to)].name);
            details.append(text(pointer.field) + QStringLiteral(" -> ") + end + (pointer.dangling ? tr(" (freed)") : QString()));
            if (pointer.dangling)
                said.append(tr("%1 dangles").arg(text(pointer.field)));
        }
        for (const int lock : object.locks)
            said += lockWords(lock);
        if (!row.call.isEmpty())
            said.append(tr("%1 in %2").arg(text(m_now.threads[std::size_t(row.caller)].name), row.call));
        row.details = details.join(QLatin1Char('\n'));
        row.description = said.join(QStringLiteral(", "));
        row.meaning = meaningOf(object.type);
        cards.push_back(std::move(row));
    }
    m_cards.assign(std::move(cards));

    std::vector<LockRow> locks;
    for (int index = 0; index < int(m_now.locks.size()); ++index) {
        const LockView& lock = m_now.locks[std::size_t(index)];
        const ObjectStatus status = m_now.objects[std::size_t(lock.object)].status;
        LockRow row;
        row.lock = index;
        row.frame = m_layout.locks[std::size_t(index)];
        row.shown = status != ObjectStatus::Absent && !row.frame.isEmpty();
        row.name = text(lock.name);
        row.holder = lock.holder >= 0 ? lock.holder : lock.readers.empty() ? -1 : lock.readers.front();
        row.reading = lock.holder < 0 && !lock.readers.empty();
        row.waitedFor = !lock.waiters.empty();
        row.inFreed = status == ObjectStatus::Freed;
        row.primary = last.lock == index;
        row.description = lockWords(index).join(QStringLiteral(", "));
        row.meaning = meaningOf(lock.name);
        locks.push_back(std::move(row));
    }
    m_locks.assign(std::move(locks));

    std::vector<ChartTitleRow> titles;
    std::vector<PillRow> pills;
    for (int index = 0; index < int(m_now.machines.size()); ++index) {
        const MapChart& chart = m_layout.charts[std::size_t(index)];
        if (!chart.shown)
            continue;
        const MachineView& view = m_now.machines[std::size_t(index)];
        const ObjectView& object = m_now.objects[std::size_t(view.object)];
        ChartTitleRow title;
        title.label = chart.label;
        title.labelFrame = chart.labelFrame;
        title.noteFrame = chart.noteFrame;
        title.frame = chart.frame;
        // Beside the first of an object's charts stands what its fields say, when they say anything.
        QStringList notes;
        for (const ValueView& value : object.values)
            if (index == object.machines.front() && value.value != 0)
                notes.append(valueWords(value));
        title.note = notes.join(QStringLiteral(", "));
        const QString name = text(view.machine->title());
        title.meaning = meaningOf(view.machine->name());
        title.description = tr("%1: %2").arg(name, text(view.machine->states()[std::size_t(view.state)].name));
        title.value = text(object.name + "." + view.field);
        titles.push_back(std::move(title));
        for (std::size_t state = 0; state < chart.pills.size(); ++state) {
            const MachineState& info = view.machine->states()[state];
            PillRow pill;
            pill.name = text(info.name);
            pill.meaning = text(info.meaning);
            pill.frame = chart.pills[state];
            pill.code = isCodeName(pill.name);
            pill.current = int(state) == view.state;
            pill.mishap = isMishap(info.name);
            pill.primary = pill.current && last.machine == index;
            pills.push_back(std::move(pill));
        }
    }
    m_chartTitles.assign(std::move(titles));
    m_pills.assign(std::move(pills));
    fillEdges(last);
}

QStringList MapViewModel::lockWords(int index) const {
    return bindlab::lockWords(m_now, index);
}

void MapViewModel::addEdge(std::vector<EdgeRow>& rows, kinds::Edge kind, int thread, const QPolygonF& line, const QString& label) const {
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
    rows.push_back(std::move(row));
}

void MapViewModel::placeLabels(std::vector<EdgeRow>& rows) const {
    for (EdgeRow& row : rows) {
        if (row.label.isEmpty() || !row.labelFrame.isEmpty())
            continue;
        // Above the longest level stretch that has room, or below it; else beside an upright one.
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
        const auto place = std::find_if(places.begin(), places.end(), [&](const auto& each) { return isFree(each.second, rows); });
        if (place != places.end())
            row.labelFrame = place->second;
    }
}

bool MapViewModel::isFree(const QRectF& place, const std::vector<EdgeRow>& rows) const {
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
    for (const EdgeRow& row : rows) {
        if ((!row.labelFrame.isEmpty() && hits(row.labelFrame)) || crosses(row.line))
            return false;
    }
    return true;
}

void MapViewModel::fillEdges(const LastStep& last) {
    std::vector<EdgeRow> rows;
    const auto shown = [&](int object) {
        return m_now.objects[std::size_t(object)].status != ObjectStatus::Absent
            && m_layout.objects[std::size_t(object)].place != MapPlace::None;
    };

    // Arrows of the charts.
    for (int index = 0; index < int(m_now.machines.size()); ++index) {
        for (const MapArrow& arrow : m_layout.charts[std::size_t(index)].arrows) {
            EdgeRow row;
            row.kind = arrow.back ? kinds::Back : arrow.mishap ? kinds::Mishap : kinds::Forward;
            const double size = 6 * m_measure.scale;
            row.head = headOf(arrow.line, size);
            row.line = shortened(arrow.line, size - 1);
            row.label = arrow.label;
            row.labelFrame = arrow.labelFrame;
            rows.push_back(std::move(row));
        }
    }

    // What each lock guards.
    std::set<std::pair<int, int>> guarded;
    for (const PointerView& pointer : m_now.pointers) {
        for (int lock = 0; lock < int(m_now.locks.size()); ++lock) {
            const LockView& view = m_now.locks[std::size_t(lock)];
            if (pointer.guard != view.name || !shown(pointer.from) || !shown(view.object) || m_layout.locks[std::size_t(lock)].isEmpty()
                || !guarded.insert({lock, pointer.from}).second)
                continue;
            const QRectF& chip = m_layout.locks[std::size_t(lock)];
            const QRectF card = boxOf(pointer.from);
            const double left = std::max(chip.left(), card.left());
            const double right = std::min(chip.right(), card.right());
            // Straight where they stand above each other with nothing between.
            if (right - left > 24) {
                const double x = std::round(view.object == pointer.from ? right - 14 : left + 18);
                const bool above = chip.bottom() <= card.top();
                const QPolygonF line({QPointF(x, above ? chip.bottom() : chip.top()), QPointF(x, above ? card.top() : card.bottom())});
                const QRectF way = QRectF(line[0], line[1]).normalized().adjusted(-1, 1, 1, -1);
                const bool free = std::none_of(m_layout.objects.begin(), m_layout.objects.end(), [&](const MapObject& object) {
                    return object.place != MapPlace::None && object.frame != card && object.frame != chip && way.intersects(object.frame);
                }) && std::none_of(m_layout.locks.begin(), m_layout.locks.end(), [&](const QRectF& other) { return other != chip && way.intersects(other); });
                if (free) {
                    addEdge(rows, kinds::Guard, view.holder, line, {});
                    continue;
                }
            }
            addEdge(rows, kinds::Guard, view.holder, route(chip, card), {});
        }
    }

    for (std::size_t i = 0; i < m_now.pointers.size(); ++i) {
        const PointerView& pointer = m_now.pointers[i];
        const PointerView& before = m_before.pointers[i];
        const bool cleared = pointer.to < 0 && before.to >= 0 && last.thread >= 0;
        const int to = cleared ? before.to : pointer.to;
        if (to < 0 || !shown(pointer.from) || !shown(to) || !drawn(pointer, to))
            continue;
        const bool fresh = !cleared && pointer.to != before.to && last.thread >= 0;
        const kinds::Edge kind = cleared ? kinds::Cleared : pointer.dangling ? kinds::Dangling : fresh ? kinds::Fresh
            : pointer.constant || pointer.guard.empty() ? kinds::Link : kinds::Pointer;
        const bool named = kind != kinds::Link;
        addEdge(rows, kind, fresh || cleared ? last.thread : -1, route(boxOf(pointer.from), boxOf(to)),
                named ? text(pointer.field) : QString());
    }

    // Where each thread is, what it waits for, and what the last step sent: kept apart from each other too.
    MapRouter router = *m_router;
    const auto apart = [&](const QRectF& from, const QRectF& to) {
        const QPolygonF line = router.route(from, to);
        router.occupy(line);
        return line;
    };
    for (int t = 0; t < int(m_now.threads.size()); ++t) {
        const ThreadView& thread = m_now.threads[std::size_t(t)];
        if (!thread.inCall)
            continue;
        QRectF file;
        for (int object = 0; object < int(m_now.objects.size()); ++object) {
            if (!thread.file.empty() && m_now.objects[std::size_t(object)].name == thread.file)
                file = boxOf(object);
        }
        QRectF at;
        for (int step = m_run->position() - 1; step >= 0; --step) {
            const StepRecord& record = m_run->record(step);
            if (record.choice.thread != t)
                continue;
            const LastStep its = stepAt(step);
            if (its.placeLock >= 0)
                at = m_layout.locks[std::size_t(its.placeLock)];
            for (auto object = its.touched.rbegin(); object != its.touched.rend() && at.isEmpty(); ++object) {
                const MapPlace place = m_layout.objects[std::size_t(*object)].place;
                if ((place == MapPlace::Card || place == MapPlace::Chip) && shown(*object))
                    at = boxOf(*object);
            }
            const bool left = std::any_of(record.effects.begin(), record.effects.end(),
                                          [](const Effect& effect) { return effect.kind == EffectKind::Returned; });
            if (!at.isEmpty() || left)
                break;
        }
        if (!file.isEmpty() && !at.isEmpty() && file != at)
            addEdge(rows, kinds::Touch, t, apart(file, at), {});
        if (thread.waitsForLock >= 0) {
            const QRectF& wanted = m_layout.locks[std::size_t(thread.waitsForLock)];
            QRectF from = at;
            for (int lock = 0; lock < int(m_now.locks.size()); ++lock) {
                if (m_now.locks[std::size_t(lock)].holder == t)
                    from = m_layout.locks[std::size_t(lock)];
            }
            if (from.isEmpty())
                from = file;
            if (!from.isEmpty() && !wanted.isEmpty() && from != wanted)
                addEdge(rows, kinds::Wait, t, apart(from, wanted), tr("waits"));
        }
        if (t != last.thread)
            continue;
        QRectF source = at.isEmpty() ? file : at;
        for (const auto& [machine, event] : last.fired) {
            const MapChart& chart = m_layout.charts[std::size_t(machine)];
            if (!chart.shown)
                continue;
            const QRectF& pill = chart.pills[std::size_t(m_now.machines[std::size_t(machine)].state)];
            if (!source.isEmpty())
                addEdge(rows, kinds::Message, t, apart(source, pill), event);
            source = pill;
        }
    }
    placeLabels(rows);
    m_edges.assign(std::move(rows));
}

} // namespace bindlab
