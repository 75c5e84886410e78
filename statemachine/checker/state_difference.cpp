#include "checker/state_difference.h"

#include "flow/program.h"
#include "world/snapshot.h"

#include <algorithm>

namespace bindlab {

namespace {

using Entries = std::vector<StateDifference>;   ///< of one state: its words are in values[0]

std::string inWords(ObjectStatus status)
{
    switch (status) {
    case ObjectStatus::Absent: return "not there";
    case ObjectStatus::Private: return "being made";
    case ObjectStatus::Live: return "there";
    case ObjectStatus::Unlinked: return "out of reach";
    case ObjectStatus::Freed: return "freed";
    }
    return {};
}

std::string inWords(const Snapshot& snapshot, const LockView& lock)
{
    const auto nameOf = [&](int thread) { return snapshot.threads[std::size_t(thread)].name; };
    if (lock.holder >= 0)
        return "held by " + nameOf(lock.holder);
    std::string readers;
    for (const int reader : lock.readers)
        readers += (readers.empty() ? "read by " : ", ") + nameOf(reader);
    return readers.empty() ? "free" : readers;
}

std::string inWords(const ThreadView& thread)
{
    switch (thread.status) {
    case ThreadStatus::Done: return "done";
    case ThreadStatus::Failed: return "has spoilt memory";
    case ThreadStatus::Blocked:
        for (const NextView& next : thread.next)
            if (!next.blocked.empty())
                return next.blocked;
        return "cannot go on";
    case ThreadStatus::Ready: break;
    }
    return thread.next.empty() ? std::string("ready") : "next: " + thread.next.front().label;
}

bool isSame(const StateDifference& one, const StateDifference& other) { return one.object == other.object && one.field == other.field; }

/// Whether it says nothing beside a state that has no such entry: an object that is not there yet, or a field whose object is
/// missing from that state, so that the object's own line says all.
bool saysNothing(const StateDifference& entry, const Entries& entries)
{
    if (entry.field.empty())
        return entry.values[0] == inWords(ObjectStatus::Absent);
    return std::ranges::none_of(entries, [&](const StateDifference& other) {
        return other.object == entry.object && other.field.empty() && other.values[0] != inWords(ObjectStatus::Absent)
            && other.values[0] != inWords(ObjectStatus::Freed);
    });
}

} // namespace

std::vector<StateDifference> valuesOf(const Model& model, const State& state)
{
    const Snapshot snapshot = look(model, state);
    Entries entries;
    for (const ThreadView& thread : snapshot.threads)
        entries.push_back({thread.name, {}, thread.name, {inWords(thread), {}}});
    for (std::size_t o = 0; o < snapshot.objects.size(); ++o) {
        const ObjectView& object = snapshot.objects[o];
        const std::string& shortName = model.objects[o].shortName;
        entries.push_back({object.name, {}, object.name, {inWords(object.status), {}}});
        if (object.status == ObjectStatus::Absent || object.status == ObjectStatus::Freed)
            continue;
        const auto add = [&](const std::string& field, const std::string& name, std::string value) {
            entries.push_back({object.name, field, name, {std::move(value), {}}});
        };
        for (const ValueView& value : object.values)
            add(value.name, shortName + "." + value.name, value.text);
        for (const PointerView& pointer : snapshot.pointers)
            if (pointer.from == int(o))
                add(pointer.field, shortName + "." + pointer.field,
                    pointer.to < 0 ? "NULL" : snapshot.objects[std::size_t(pointer.to)].name + (pointer.dangling ? " (freed)" : ""));
        for (const int index : object.machines) {
            const MachineView& machine = snapshot.machines[std::size_t(index)];
            add(machine.field, shortName + "." + machine.field, std::string(machine.machine->states()[std::size_t(machine.state)].name));
        }
        for (const int index : object.locks) {
            const LockView& lock = snapshot.locks[std::size_t(index)];
            add(lock.field, lock.name, inWords(snapshot, lock));
        }
    }
    return entries;
}

std::vector<StateDifference> differencesBetween(const Model& first, const State& firstState, const Model& second, const State& secondState)
{
    const Entries ours = valuesOf(first, firstState);
    const Entries theirs = valuesOf(second, secondState);
    std::vector<StateDifference> differences;
    for (const StateDifference& entry : ours) {
        const auto other = std::ranges::find_if(theirs, [&](const StateDifference& each) { return isSame(each, entry); });
        if (other == theirs.end() ? saysNothing(entry, theirs) : other->values[0] == entry.values[0])
            continue;
        StateDifference& difference = differences.emplace_back(entry);
        if (other != theirs.end())
            difference.values[1] = other->values[0];
    }
    for (const StateDifference& entry : theirs) {
        if (std::ranges::any_of(ours, [&](const StateDifference& each) { return isSame(each, entry); }) || saysNothing(entry, ours))
            continue;
        StateDifference& difference = differences.emplace_back(entry);
        std::swap(difference.values[0], difference.values[1]);
    }
    return differences;
}

} // namespace bindlab
