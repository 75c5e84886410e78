#include "states_details.h"

#include "states_words.h"
#include "viewmodels/shared/plain_text.h"

#include "checker/state_difference.h"
#include "flow/program.h"

#include <QStringList>

#include <algorithm>
#include <set>
#include <utility>

namespace bindlab {

namespace {

bool vary(const ExploredStates& explored, int cell, int cells)
{
    const auto begin = explored.states.varies.begin() + cell;
    return std::any_of(begin, begin + cells, [](bool varies) { return varies; });
}

/// Objects and fields, by name, that are not the same in every state; of the object itself the field is empty.
std::set<std::pair<std::string, std::string>> whatVaries(const ExploredStates& explored)
{
    std::set<std::pair<std::string, std::string>> varying;
    const Model& model = *explored.model;
    for (std::size_t o = 0; o < model.objects.size(); ++o) {
        const ObjectInfo& object = model.objects[o];
        if (vary(explored, object.status, 1))
            varying.emplace(object.name, std::string());
        for (const int f : model.types[std::size_t(object.type)].fields) {
            const FieldInfo& field = model.fields[std::size_t(f)];
            const bool isLock = field.kind == CellKind::Mutex || field.kind == CellKind::ReadWriteLock;
            if (!field.ghost && !isLock && vary(explored, model.address(int(o), f), field.cells))
                varying.emplace(object.name, field.name);
        }
    }
    return varying;
}

QString statusOf(const Snapshot& snapshot, const ThreadView& thread)
{
    if (thread.status == ThreadStatus::Done)
        return StatesWords::tr("done");
    if (thread.status == ThreadStatus::Failed)
        return StatesWords::tr("has spoilt memory");
    if (thread.status == ThreadStatus::Ready)
        return StatesWords::tr("may move");
    if (thread.waitsForThread >= 0)
        return StatesWords::tr("held by %1").arg(text(snapshot.threads[std::size_t(thread.waitsForThread)].name));
    for (const NextView& next : thread.next)
        if (!next.blocked.empty())
            return text(next.blocked);
    return StatesWords::tr("cannot go on");
}

} // namespace

std::vector<StateThreadRow> threadRowsOf(const Snapshot& snapshot)
{
    std::vector<StateThreadRow> rows;
    for (std::size_t t = 0; t < snapshot.threads.size(); ++t) {
        const ThreadView& thread = snapshot.threads[t];
        StateThreadRow row;
        row.thread = int(t);
        QStringList steps;
        for (const NextView& next : thread.next)
            if (const QString step = text(next.label.empty() ? next.text : next.label); !steps.contains(step))
                steps.append(step);
        row.step = !steps.join(QString()).isEmpty() ? steps.join(StatesWords::tr(" or ")) : thread.epilogue ? StatesWords::tr("closes everything at the end") : text(thread.title);
        row.status = statusOf(snapshot, thread);
        row.ready = thread.status == ThreadStatus::Ready;
        row.blocked = thread.waitsForLock >= 0;
        row.spoken = QStringLiteral("%1: %2, %3").arg(text(thread.name), row.step, row.status);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<StateLockRow> lockRowsOf(const ExploredStates& explored, const Snapshot& snapshot)
{
    std::vector<StateLockRow> rows;
    const auto namesOf = [&](const std::vector<int>& threads) {
        QStringList names;
        for (const int thread : threads)
            names.append(text(snapshot.threads[std::size_t(thread)].name));
        return names.join(QStringLiteral(", "));
    };
    for (std::size_t i = 0; i < snapshot.locks.size(); ++i) {
        const Model::LockRef& ref = explored.model->locks[i];
        const LockView& lock = snapshot.locks[i];
        if (!vary(explored, explored.model->address(ref.object, ref.field), explored.model->fields[std::size_t(ref.field)].cells))
            continue;
        StateLockRow row;
        row.name = text(lock.name);
        row.holder = lock.holder >= 0 ? lock.holder : lock.readers.empty() ? -1 : lock.readers.front();
        row.held = lock.holder >= 0 ? namesOf({lock.holder}) : lock.readers.empty() ? StatesWords::tr("free") : StatesWords::tr("read by %1").arg(namesOf(lock.readers));
        row.waiting = lock.waiters.empty() ? QString() : lock.waiters.size() == 1 ? StatesWords::tr("%1 waits").arg(namesOf(lock.waiters)) : StatesWords::tr("%1 wait").arg(namesOf(lock.waiters));
        rows.push_back(std::move(row));
    }
    // What is held or waited for comes first.
    std::ranges::stable_partition(rows, [](const StateLockRow& row) { return row.holder >= 0 || !row.waiting.isEmpty(); });
    return rows;
}

std::vector<StateValueRow> valueRowsOf(const ExploredStates& explored, const State& state, const Snapshot& snapshot)
{
    std::vector<StateValueRow> rows;
    const auto varying = whatVaries(explored);
    for (const StateDifference& entry : valuesOf(*explored.model, state))
        if (varying.contains({entry.object, entry.field})) {
            const QString value = text(entry.values[0]);
            rows.push_back({text(entry.name), value, value == QLatin1String("freed") || value.endsWith(QLatin1String("(freed)"))});
        }
    const auto isFreed = [&](const std::string& name) {
        return std::ranges::any_of(snapshot.objects, [&](const ObjectView& object) { return object.name == name && object.status == ObjectStatus::Freed; });
    };
    for (const ThreadView& thread : snapshot.threads)
        for (const ValueView& local : thread.locals) {
            const bool bad = isFreed(local.text);
            rows.push_back({text(thread.name + "." + local.name), bad ? StatesWords::tr("%1 (freed)").arg(text(local.text)) : text(local.text), bad});
        }
    return rows;
}

QString valuesAsText(const ExploredStates& explored, std::uint32_t node)
{
    QString lines;
    for (const StateDifference& entry : valuesOf(*explored.model, explored.stateOf(node)))
        lines += QStringLiteral("  %1: %2\n").arg(text(entry.name), text(entry.values[0]));
    return lines;
}

} // namespace bindlab
