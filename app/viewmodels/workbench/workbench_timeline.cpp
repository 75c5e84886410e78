#include "workbench_timeline.h"

#include "viewmodels/shared/plain_text.h"

#include <algorithm>

namespace bindlab {

namespace {

/// How a lock is held, in a few bits: 0 free, 1 + thread held, with `reading` added for readers.
constexpr std::int8_t reading = 64;

/// Machines outside the host: their state is a row here, as the host's locks are.
bool isOutside(const Machine& machine) {
    return machine.component() == "tsm" || machine.component() == "device" || machine.component() == "guest";
}

/// The TDI on both sides of the link is always in sight; what else is outside gets its row when it first moves.
bool hasRowFromTheStart(const Snapshot& now, std::size_t index) {
    const MachineView& view = now.machines[index];
    const ObjectView& object = now.objects[std::size_t(view.object)];
    const bool first = object.machines.front() == int(index) && object.column <= 0 && object.row <= 0;
    return first && isOutside(*view.machine) && view.machine->component() != "guest";
}

} // namespace

void TimelineViewModel::update(const Run& run, const Snapshot& now, int firstChanged, int length, const std::vector<int>& departures) {
    m_departures = departures;
    m_position = run.position();
    m_length = length;
    const auto recorded = std::size_t(run.length());
    const auto kept = std::min({std::size_t(std::max(firstChanged, 0)), m_marks.size(), recorded});
    if (m_holders.empty() || kept == 0)
        takeStart(look(run.model(), run.stateAt(0)));
    m_marks.resize(kept);
    m_holders.resize(kept + 1);
    m_states.resize(kept + 1);
    // From step to step by what each of them did; a picture of every state would be many times the work.
    for (std::size_t step = kept; step < recorded; ++step)
        takeStep(run.record(int(step)));
    m_loopsTo = length == run.length() ? run.loopsTo() : -1;
    const auto shown = m_marks.begin() + length;
    const auto violation = std::find_if(m_marks.begin(), shown, [](const Mark& mark) { return mark.fails; });
    m_violation = violation == shown ? -1 : int(violation - m_marks.begin());
    rebuildRows(now);
    rebuildSight();
}

void TimelineViewModel::takeStart(const Snapshot& start) {
    std::vector<std::int8_t> holders;
    m_lockObjects.clear();
    for (const LockView& lock : start.locks) {
        m_lockObjects.push_back(lock.object);
        holders.push_back(std::int8_t(lock.holder >= 0 ? lock.holder + 1
                                      : !lock.readers.empty() ? lock.readers.front() + 1 + reading : 0));
    }
    std::vector<std::uint8_t> states;
    m_machines.clear();
    for (const MachineView& machine : start.machines) {
        states.push_back(std::uint8_t(machine.state));
        m_machines.push_back(machine.machine);
    }
    m_holders.assign(1, std::move(holders));
    m_states.assign(1, std::move(states));
    m_marks.clear();
}

void TimelineViewModel::takeStep(const StepRecord& record) {
    Mark mark;
    mark.label = text(record.label.empty() ? record.text : record.label);
    mark.sentence = text(record.sentence);
    mark.thread = record.choice.thread;
    mark.fails = !record.findings.empty();
    std::vector<std::int8_t> holders = m_holders.back();
    std::vector<std::uint8_t> states = m_states.back();
    for (const Effect& effect : record.effects) {
        changeHolders(effect, mark.thread, holders);
        if (effect.kind != EffectKind::Fired || effect.machine < 0 || effect.machine >= int(states.size()))
            continue;
        const auto all = m_machines[std::size_t(effect.machine)]->states();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].name == effect.after)
                states[std::size_t(effect.machine)] = std::uint8_t(i);
        }
        if (std::find(mark.fired.begin(), mark.fired.end(), effect.machine) == mark.fired.end())
            mark.fired.push_back(effect.machine);
    }
    m_holders.push_back(std::move(holders));
    m_states.push_back(std::move(states));
    m_marks.push_back(std::move(mark));
}

void TimelineViewModel::changeHolders(const Effect& effect, int thread, std::vector<std::int8_t>& holders) const {
    if (effect.lock >= 0 && effect.lock < int(holders.size())) {
        std::int8_t& holder = holders[std::size_t(effect.lock)];
        switch (effect.kind) {
        case EffectKind::Locked: holder = std::int8_t(thread + 1); break;
        case EffectKind::ReadLocked: holder = std::int8_t(thread + 1 + reading); break;
        case EffectKind::Unlocked:
        case EffectKind::ReadUnlocked: holder = 0; break;
        default: break;
        }
    }
    if (effect.kind == EffectKind::Freed) {   // a lock goes with the memory it lies in
        for (std::size_t lock = 0; lock < holders.size(); ++lock) {
            if (m_lockObjects[lock] == effect.object)
                holders[lock] = 0;
        }
    }
}

void TimelineViewModel::rebuildRows(const Snapshot& now) {
    std::vector<TimelineRow> rows;
    m_threadNames.clear();
    std::vector<bool> moves(now.threads.size(), false);
    for (int step = 0; step < m_length; ++step)
        moves[std::size_t(m_marks[std::size_t(step)].thread)] = true;
    m_threadRows.assign(now.threads.size(), -1);
    for (std::size_t i = 0; i < now.threads.size(); ++i) {
        const ThreadView& thread = now.threads[i];
        m_threadNames.push_back(text(thread.name));
        // What comes at the very end takes no room before it does.
        if (thread.epilogue && !moves[i] && thread.status != ThreadStatus::Ready)
            continue;
        m_threadRows[i] = int(rows.size());
        rows.push_back({kinds::ThreadRow, int(i), text(thread.title.empty() ? thread.name : thread.title), QString()});
    }
    m_machineRows.assign(now.machines.size(), -1);
    const auto addMachine = [&](std::size_t i) {
        const Machine& machine = *now.machines[i].machine;
        const auto same = std::count(m_machines.begin(), m_machines.end(), &machine);
        m_machineRows[i] = int(rows.size());
        const QString title = same > 1 ? text(now.objects[std::size_t(now.machines[i].object)].name)
                                       : text(machine.title());
        rows.push_back({kinds::MachineRow, -1, title,
                        machine.component() == "device" ? QStringLiteral("chip") : QStringLiteral("shield")});
    };
    for (std::size_t i = 0; i < now.machines.size(); ++i) {
        if (hasRowFromTheStart(now, i))
            addMachine(i);
    }
    // Locks and the other machines in the order in which the run first takes or moves them, so that a new one comes last and
    // no row moves.
    m_lockRows.assign(now.locks.size(), -1);
    for (int state = 0; state <= m_length; ++state) {
        for (std::size_t i = 0; i < now.locks.size(); ++i) {
            if (m_lockRows[i] >= 0 || m_holders[std::size_t(state)][i] == 0)
                continue;
            m_lockRows[i] = int(rows.size());
            rows.push_back({kinds::LockRow, -1, text(now.locks[i].name), QStringLiteral("lock")});
        }
        for (std::size_t i = 0; i < now.machines.size(); ++i) {
            if (m_machineRows[i] < 0 && isOutside(*now.machines[i].machine) && m_states[std::size_t(state)][i] != m_states.front()[i])
                addMachine(i);
        }
    }
    m_rows.assign(std::move(rows));
}

void TimelineViewModel::showColumns(int first, int count) {
    if (first == m_first && count == m_count)
        return;
    m_first = std::max(0, first);
    m_count = std::max(0, count);
    rebuildSight();
}

void TimelineViewModel::rebuildSight() {
    const int from = std::min(m_first, m_length);
    const int to = std::min(m_first + m_count, m_length);
    std::vector<TimelineStep> steps;
    for (int step = from; step < to; ++step)
        steps.push_back(stepAt(step));
    m_steps.assign(std::move(steps));

    std::vector<TimelineSpan> spans;
    for (std::size_t lock = 0; lock < m_lockRows.size(); ++lock) {
        if (m_lockRows[lock] >= 0)
            addLockSpans(lock, from, to, spans);
    }
    for (std::size_t machine = 0; machine < m_machineRows.size(); ++machine) {
        if (m_machineRows[machine] >= 0)
            addMachineSpans(machine, from, to, spans);
    }
    m_spans.assign(std::move(spans));
}

TimelineStep TimelineViewModel::stepAt(int step) const {
    const Mark& mark = m_marks[std::size_t(step)];
    TimelineStep shown;
    shown.step = step;
    shown.thread = mark.thread;
    shown.row = m_threadRows[std::size_t(mark.thread)];
    shown.label = mark.label;
    shown.sentence = mark.sentence;
    shown.ahead = step >= m_position;
    shown.last = step + 1 == m_position;
    shown.fails = mark.fails;
    shown.departs = std::find(m_departures.begin(), m_departures.end(), step) != m_departures.end();
    for (const int machine : mark.fired) {
        if (m_machineRows[std::size_t(machine)] >= 0)
            shown.messages.append(m_machineRows[std::size_t(machine)]);
    }
    return shown;
}

template <typename ValueAt, typename Describe>
void TimelineViewModel::addSpans(int row, int from, int to, ValueAt valueAt, Describe describe, std::vector<TimelineSpan>& spans) const {
    for (int column = from; column < to;) {
        const int value = valueAt(column);
        int end = column + 1;
        while (end < to && valueAt(end) == value)
            ++end;
        if (value >= 0) {
            TimelineSpan span;
            span.row = row;
            span.from = column;
            span.to = end;
            span.cutLeft = column == from && column > 0 && valueAt(column - 1) == value;
            span.cutRight = end == to && end < m_length && valueAt(end) == value;
            span.ahead = column >= m_position;
            span.current = column < m_position && end >= m_position;
            describe(span, value);
            spans.push_back(std::move(span));
        }
        column = end;
    }
}

void TimelineViewModel::addLockSpans(std::size_t lock, int from, int to, std::vector<TimelineSpan>& spans) const {
    const auto holderAt = [&](int column) {
        const int after = m_holders[std::size_t(column) + 1][lock];
        const int before = m_holders[std::size_t(column)][lock];
        return (after != 0 ? after : before) - 1;   // the step that drops it still holds it when it begins
    };
    const auto describe = [&](TimelineSpan& span, int holder) {
        span.thread = holder % reading;
        const QString name = m_threadNames[std::size_t(span.thread)];
        span.label = holder >= reading ? tr("read by %1").arg(name) : tr("held by %1").arg(name);
    };
    addSpans(m_lockRows[lock], from, to, holderAt, describe, spans);
}

void TimelineViewModel::addMachineSpans(std::size_t machine, int from, int to, std::vector<TimelineSpan>& spans) const {
    const auto stateAt = [&](int column) { return int(m_states[std::size_t(column) + 1][machine]); };
    const auto describe = [&](TimelineSpan& span, int state) {
        span.label = text(std::string_view(m_machines[machine]->states()[std::size_t(state)].name));
    };
    addSpans(m_machineRows[machine], from, to, stateAt, describe, spans);
}

} // namespace bindlab
