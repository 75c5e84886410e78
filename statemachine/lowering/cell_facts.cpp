#include "lowering/cell_facts.h"

#include "world/lock_cells.h"
#include "world/object_status.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace bindlab {

std::vector<std::map<int, ValueSet>> ownLockValues(const Model& model)
{
    std::vector<std::map<int, ValueSet>> all(model.threads.size());
    for (const auto& lock : model.locks) {
        const int cell = model.address(lock.object, lock.field);
        const bool isShared = model.fields[std::size_t(lock.field)].kind == CellKind::ReadWriteLock;
        for (int t = 0; t < int(model.threads.size()); ++t) {
            auto& mine = all[std::size_t(t)];
            mine[cell] = only(t + 1) | only(t + 1 + leakedLock);
            for (const int bits : isShared ? std::vector{readersCell + t / 8, waitersCell + t / 8} : std::vector<int>{})
                for (int v = -128; v < 128; ++v)
                    if (unsigned(v) >> (t % 8) & 1U)
                        mine[cell + bits].set(std::size_t(v + 128));
        }
    }
    return all;
}

std::map<int, ValueSet> widestValues(const Model& model)
{
    std::map<int, ValueSet> widest;
    const int threads = int(model.threads.size());
    const auto upTo = [](int count) {
        ValueSet values;
        for (int v = 0; v < count; ++v)
            values.set(std::size_t(std::int8_t(v) + 128));
        return values;
    };
    const auto ofKind = [&](CellKind kind, int pointsTo, int enumeration) {
        switch (kind) {
        case CellKind::Bool: return upTo(2);
        case CellKind::Enum: return upTo(int(model.enumerations[std::size_t(enumeration)].size()));
        case CellKind::Pointer: return pointsTo < 0 ? ValueSet().set() : upTo(model.types[std::size_t(pointsTo)].objects + 1);
        default: return ValueSet().set();
        }
    };
    for (std::size_t o = 0; o < model.objects.size(); ++o) {
        const ObjectInfo& object = model.objects[o];
        widest[object.status] = upTo(statusFreed + 1);
        for (const int f : model.types[std::size_t(object.type)].fields) {
            const FieldInfo& field = model.fields[std::size_t(f)];
            const int cell = model.address(int(o), f);
            widest[cell] = field.machine ? upTo(int(field.machine->states().size())) : ofKind(field.kind, field.pointsTo, field.enumeration);
            for (int k = 1; field.machine && k < field.cells; ++k)
                widest[cell + k] = upTo(255); // whatever the machine puts there; it is not counted up
            if (field.kind == CellKind::Mutex || field.kind == CellKind::ReadWriteLock) {
                widest[cell] = only(0);
                for (int t = 0; t < threads; ++t)
                    widest[cell] |= only(t + 1) | only(t + 1 + leakedLock);
            }
            if (field.kind == CellKind::ReadWriteLock)
                for (const int bits : {readersCell, waitersCell}) {
                    widest[cell + bits] = upTo(1 << std::min(threads, 8));
                    widest[cell + bits + 1] = upTo(1 << std::clamp(threads - 8, 0, 8));
                }
        }
    }
    widest[model.warned] = upTo(2);
    widest[model.lost] = upTo(threads + 1);
    for (int t = 0; t < threads; ++t)
        for (const int cell : {model.stateBytes + 2 * t, model.stateBytes + 2 * t + 1, model.threads[std::size_t(t)].killed, model.threads[std::size_t(t)].overlapped})
            widest[cell] = upTo(2);
    for (const ThreadInfo& thread : model.threads)
        for (int cell = thread.locals; cell < thread.locals + thread.localCells; ++cell)
            for (const ContextInfo& context : model.contexts)
                for (const auto& local : context.locals)
                    if (local.address == cell)
                        widest[cell] |= ofKind(local.kind, local.pointsTo, local.enumeration) | only(0);
    return widest;
}

std::vector<std::string> cellNames(const Model& model)
{
    std::vector<std::string> names(std::size_t(model.stateBytes) + 2 * model.threads.size());
    const auto name = [&](int cell, const std::string& text) {
        if (cell >= 0)
            names[std::size_t(cell)] = text;
    };
    name(model.warned, "warned");
    name(model.lost, "lost");
    for (std::size_t o = 0; o < model.objects.size(); ++o) {
        const ObjectInfo& object = model.objects[o];
        name(object.status, object.name + "_life");
        for (const int f : model.types[std::size_t(object.type)].fields) {
            const FieldInfo& field = model.fields[std::size_t(f)];
            static constexpr const char* lockParts[] = {"", "_readers", "_more_readers", "_waiters", "_more_waiters"};
            for (int k = 0; k < field.cells; ++k)
                name(model.address(int(o), f) + k, object.name + "_" + field.name
                     + (field.kind == CellKind::ReadWriteLock ? std::string(lockParts[k]) : k == 0 ? "" : "_" + std::to_string(k)));
        }
    }
    for (std::size_t t = 0; t < model.threads.size(); ++t) {
        const ThreadInfo& thread = model.threads[t];
        for (int cell = thread.locals; cell < thread.locals + thread.localCells; ++cell) {
            std::set<std::string> locals;
            for (const ContextInfo& context : model.contexts)
                for (const auto& local : context.locals)
                    if (local.address == cell)
                        locals.insert(local.name);
            name(cell, thread.name + "_" + (locals.size() == 1 ? *locals.begin() : "local_" + std::to_string(cell - thread.locals)));
        }
        name(thread.killed, thread.name + "_killed");
        name(thread.overlapped, thread.name + "_overlapped");
        name(model.stateBytes + 2 * int(t), thread.name + "_in_user_space");
        name(model.stateBytes + 2 * int(t) + 1, thread.name + "_is_done");
    }
    std::set<std::string> taken;
    for (std::size_t cell = 0; cell < names.size(); ++cell) {
        std::string& text = names[cell];
        std::ranges::replace_if(text, [](unsigned char c) { return c >= 128 || !std::isalnum(c); }, '_');
        if (!taken.insert(text).second)
            text += "_" + std::to_string(cell);
    }
    return names;
}

} // namespace bindlab
