#include "map_table.h"

#include "viewmodels/shared/plain_text.h"
#include "workbench_map.h"

namespace bindlab {

namespace {

QString together(const QStringList& words) {
    return words.join(QStringLiteral(", "));
}

QString statesOf(const Snapshot& now, const ObjectView& object) {
    QStringList words;
    if (object.status == ObjectStatus::Private)
        words.append(MapViewModel::tr("not published yet"));
    if (object.status == ObjectStatus::Unlinked)
        words.append(MapViewModel::tr("out of its table"));
    if (object.status == ObjectStatus::Freed)
        words.append(MapViewModel::tr("freed"));
    for (const int machine : object.machines) {
        const MachineView& view = now.machines[std::size_t(machine)];
        words.append(text(view.machine->states()[std::size_t(view.state)].name));
    }
    return together(words);
}

MapTableRow rowOf(const Snapshot& now, int index) {
    const ObjectView& object = now.objects[std::size_t(index)];
    QStringList values;
    for (const ValueView& value : object.values)
        values.append(text(value.name) + QLatin1Char(' ') + text(value.text));
    QStringList locks;
    for (const int lock : object.locks)
        locks += lockWords(now, lock);
    MapTableRow row;
    QStringList pointers;
    for (const PointerView& pointer : now.pointers) {
        if (pointer.from != index)
            continue;
        row.dangles = row.dangles || pointer.dangling;
        const QString end = pointer.to < 0 ? QStringLiteral("NULL") : text(now.objects[std::size_t(pointer.to)].name);
        pointers.append(text(pointer.field) + QStringLiteral(" -> ") + end + (pointer.dangling ? MapViewModel::tr(" (freed)") : QString()));
    }
    row.name = text(object.name);
    row.component = text(object.component);
    row.state = statesOf(now, object);
    row.values = together(values);
    row.locks = together(locks);
    row.pointers = together(pointers);
    row.freed = object.status == ObjectStatus::Freed;
    QStringList spoken{row.name, row.component};
    for (const QString& each : {row.state, row.values, row.locks, row.pointers}) {
        if (!each.isEmpty())
            spoken.append(each);
    }
    row.spoken = spoken.join(QStringLiteral(". "));
    return row;
}

} // namespace

std::vector<MapTableRow> mapTable(const Snapshot& now) {
    std::vector<MapTableRow> rows;
    for (int index = 0; index < int(now.objects.size()); ++index) {
        if (now.objects[std::size_t(index)].status != ObjectStatus::Absent)
            rows.push_back(rowOf(now, index));
    }
    return rows;
}

QStringList lockWords(const Snapshot& now, int lock) {
    const LockView& view = now.locks[std::size_t(lock)];
    const auto nameOf = [&](int thread) { return text(now.threads[std::size_t(thread)].name); };
    QStringList said;
    if (view.holder >= 0)
        said.append(MapViewModel::tr("%1 held by %2").arg(text(view.name), nameOf(view.holder)));
    else if (!view.readers.empty())
        said.append(MapViewModel::tr("%1 read by %2").arg(text(view.name), nameOf(view.readers.front())));
    else
        said.append(MapViewModel::tr("%1 free").arg(text(view.name)));
    for (const int waiter : view.waiters)
        said.append(MapViewModel::tr("%1 waits").arg(nameOf(waiter)));
    return said;
}

} // namespace bindlab
