#include "map_boxes.h"

#include "lesson/glossary.h"
#include "map_table.h"
#include "viewmodels/lesson/term_links.h"
#include "viewmodels/shared/plain_text.h"

#include <algorithm>
#include <utility>

namespace bindlab {

namespace {

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

} // namespace

std::vector<CardRow> MapBoxes::cards() const {
    std::vector<CardRow> cards;
    for (int index = 0; index < int(m_now.objects.size()); ++index) {
        const MapPlace place = m_layout.objects[std::size_t(index)].place;
        if (place == MapPlace::Card || place == MapPlace::File)
            cards.push_back(cardOf(index));
    }
    return cards;
}

std::vector<LockRow> MapBoxes::locks() const {
    std::vector<LockRow> locks;
    for (int index = 0; index < int(m_now.locks.size()); ++index)
        locks.push_back(lockOf(index));
    return locks;
}

std::vector<ChartTitleRow> MapBoxes::chartTitles() const {
    std::vector<ChartTitleRow> titles;
    for (int index = 0; index < int(m_now.machines.size()); ++index)
        if (m_layout.charts[std::size_t(index)].shown)
            titles.push_back(chartTitleOf(index));
    return titles;
}

std::vector<PillRow> MapBoxes::pills() const {
    std::vector<PillRow> pills;
    for (int index = 0; index < int(m_now.machines.size()); ++index) {
        const MapChart& chart = m_layout.charts[std::size_t(index)];
        const MachineView& view = m_now.machines[std::size_t(index)];
        for (std::size_t state = 0; chart.shown && state < chart.pills.size(); ++state) {
            const MachineState& info = view.machine->states()[state];
            PillRow pill;
            pill.name = text(info.name);
            pill.meaning = text(info.meaning);
            pill.frame = chart.pills[state];
            pill.code = isCodeName(pill.name);
            pill.current = int(state) == view.state;
            pill.mishap = isMishap(info.name);
            pill.primary = pill.current && m_last.machine == index;
            pills.push_back(std::move(pill));
        }
    }
    return pills;
}

CardRow MapBoxes::cardOf(int index) const {
    const MapObject& place = m_layout.objects[std::size_t(index)];
    const ObjectView& object = m_now.objects[std::size_t(index)];
    CardRow row;
    row.object = index;
    row.frame = place.frame;
    row.shown = object.status != ObjectStatus::Absent;
    row.file = place.place == MapPlace::File;
    row.name = text(object.name);
    row.status = int(object.status);
    row.stateRow = place.stateRow;
    fillState(row);
    fillCall(row);
    if (std::find(m_last.touched.begin(), m_last.touched.end(), index) != m_last.touched.end())
        row.touchedBy = m_last.thread;
    row.primary = m_last.object == index;
    fillDetails(row);
    return row;
}

void MapBoxes::fillState(CardRow& row) const {
    const ObjectView& object = m_now.objects[std::size_t(row.object)];
    const bool gone = object.status == ObjectStatus::Freed;
    if (const ValueView* counter = mainCounter(object); counter != nullptr && !row.file && !gone) {
        row.badge = text(counter->text);
        const ValueView* before = mainCounter(m_before.objects[std::size_t(row.object)]);
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
}

void MapBoxes::fillCall(CardRow& row) const {
    const ObjectView& object = m_now.objects[std::size_t(row.object)];
    for (int t = 0; t < int(m_now.threads.size()); ++t) {
        const ThreadView& thread = m_now.threads[std::size_t(t)];
        if (row.file && thread.inCall && thread.file == object.name && thread.status != ThreadStatus::Done) {
            row.caller = t;
            row.call = text(thread.call);
        }
    }
}

void MapBoxes::fillDetails(CardRow& row) const {
    const ObjectView& object = m_now.objects[std::size_t(row.object)];
    QStringList details;
    QStringList said{row.name};
    if (object.status == ObjectStatus::Private)
        details.append(tr("not published yet"));
    if (object.status == ObjectStatus::Unlinked)
        details.append(tr("out of its table"));
    if (object.status == ObjectStatus::Freed)
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
        if (pointer.from != row.object)
            continue;
        const QString end = pointer.to < 0 ? QStringLiteral("NULL") : text(m_now.objects[std::size_t(pointer.to)].name);
        details.append(text(pointer.field) + QStringLiteral(" -> ") + end + (pointer.dangling ? tr(" (freed)") : QString()));
        if (pointer.dangling)
            said.append(tr("%1 dangles").arg(text(pointer.field)));
    }
    for (const int lock : object.locks)
        said += lockWords(m_now, lock);
    if (!row.call.isEmpty())
        said.append(tr("%1 in %2").arg(text(m_now.threads[std::size_t(row.caller)].name), row.call));
    row.details = details.join(QLatin1Char('\n'));
    row.description = said.join(QStringLiteral(", "));
    row.meaning = meaningOf(object.type);
}

LockRow MapBoxes::lockOf(int index) const {
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
    row.primary = m_last.lock == index;
    row.description = lockWords(m_now, index).join(QStringLiteral(", "));
    row.meaning = meaningOf(lock.name);
    return row;
}

ChartTitleRow MapBoxes::chartTitleOf(int index) const {
    const MapChart& chart = m_layout.charts[std::size_t(index)];
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
    return title;
}

QString MapBoxes::valueWords(const ValueView& value) {
    if (value.text == "true")
        return text(value.name);
    if (value.text == "false")
        return tr("not %1").arg(text(value.name));
    return text(value.name) + QStringLiteral(": ") + text(value.text);
}

} // namespace bindlab
