#include "world/interpreter.h"
#include "world/lock_cells.h"
#include "world/object_status.h"

#include "flow/errno_names.h"

#include <array>

/// Locks: who takes them, who waits, who gives them back, and who should have held one.
namespace bindlab {

unsigned Interpreter::bitsAt(std::size_t cell)
{
    const std::array<std::int8_t, 2> both{m_cells[cell], m_cells[cell + 1]};
    return bits(both.data());
}

void Interpreter::setBitsAt(std::size_t cell, unsigned value)
{
    std::array<std::int8_t, 2> both{};
    setBits(both.data(), value);
    m_cells[cell] = both[0];
    m_cells[cell + 1] = both[1];
}

bool Interpreter::takeLock(const Instruction& instruction, Address pointer, int thread, StepRecord* record, bool& taken)
{
    const FieldInfo& field = m_model.fields[std::size_t(instruction.field)];
    const int object = objectAt(pointer, field.type, instruction, thread, false);
    taken = false;
    if (object < 0)
        return true;
    const auto lock = std::size_t(m_model.address(object, instruction.field));
    const unsigned self = 1u << thread;
    const bool isRead = instruction.op == Op::DownRead || instruction.op == Op::TryDownRead || instruction.op == Op::DownReadKillable;
    const bool isTry = instruction.op == Op::TryLock || instruction.op == Op::TryDownRead || instruction.op == Op::TryDownWrite;
    if (!isTry)
        m_wanted.push_back({std::int16_t(object), std::int16_t(instruction.field)});
    bool isFree = m_cells[lock] == 0;
    EffectKind kind = EffectKind::Locked;
    if (field.kind == CellKind::ReadWriteLock) {
        const unsigned readers = bitsAt(lock + readersCell);
        const unsigned waiters = bitsAt(lock + waitersCell);
        if (isRead) {
            isFree = isFree && waiters == 0 && !(readers & self);
            kind = EffectKind::ReadLocked;
            if (isFree)
                setBitsAt(lock + readersCell, readers | self);
        } else {
            isFree = isFree && readers == 0;
            if (isFree) {
                m_cells[lock] = std::int8_t(thread + 1);
                setBitsAt(lock + waitersCell, waiters & ~self);
            } else if (!isTry && !(waiters & self)) {
                // A writer that waits keeps new readers out: that it waits is part of the state.
                setBitsAt(lock + waitersCell, waiters | self);
                note(record, EffectKind::Queued, object, instruction.field);
                return true;
            }
        }
    } else if (isFree) {
        m_cells[lock] = std::int8_t(thread + 1);
    }
    if (isFree) {
        taken = true;
        note(record, kind, object, instruction.field);
        return true;
    }
    if (isTry)
        return true;
    m_blockage = {Blockage::Kind::Lock, object, instruction.field, false};
    return false;
}

Interpreter::Going Interpreter::lock(Ongoing& step, const Instruction& i)
{
    bool taken = false;
    if (!takeLock(i, i.a, step.thread, step.record, taken))
        return Going::Blocked;
    if (isLost())
        return Going::Done;
    if (!taken) {
        step.pc = step.begin; // queued as a writer: the same statement again, once it is free
        return Going::Done;
    }
    return Going::On;
}

Interpreter::Going Interpreter::lockKillable(Ongoing& step, const Instruction& i)
{
    const int killedCell = m_model.threads[std::size_t(step.thread)].killed;
    const bool killed = killedCell >= 0 && m_cells[std::size_t(killedCell)] != 0;
    bool taken = false;
    if (!takeLock(i, i.b, step.thread, step.record, taken)) {
        if (!killed)
            return Going::Blocked;
        m_cells[std::size_t(i.a)] = std::int8_t(-errnoValue("EINTR"));
        return Going::On;
    }
    if (isLost())
        return Going::Done;
    if (!taken) {
        step.pc = step.begin;
        return Going::Done;
    }
    m_cells[std::size_t(i.a)] = 0;
    return Going::On;
}

Interpreter::Going Interpreter::tryLock(Ongoing& step, const Instruction& i)
{
    bool taken = false;
    takeLock(i, i.b, step.thread, step.record, taken);
    if (isLost())
        return Going::Done;
    m_cells[std::size_t(i.a)] = taken;
    return Going::On;
}

Interpreter::Going Interpreter::unlock(Ongoing& step, const Instruction& i)
{
    const int object = objectAt(i.a, m_model.fields[std::size_t(i.field)].type, i, step.thread, false);
    if (object < 0)
        return Going::Done;
    const auto lock = std::size_t(m_model.address(object, i.field));
    if (i.op == Op::UpRead) {
        const unsigned readers = bitsAt(lock + readersCell);
        if (!(readers >> step.thread & 1u))
            find(RawFinding::Kind::NotHeld, step.thread, object, i.field, i);
        setBitsAt(lock + readersCell, readers & ~(1u << step.thread));
        note(step.record, EffectKind::ReadUnlocked, object, i.field);
        return Going::On;
    }
    if (holderOf(m_cells[lock]) != step.thread)
        find(RawFinding::Kind::NotHeld, step.thread, object, i.field, i);
    else
        m_cells[lock] = 0;
    note(step.record, EffectKind::Unlocked, object, i.field);
    return Going::On;
}

void Interpreter::checkGuard(int thread, int object, const FieldInfo& field, int fieldIndex, bool write, const Instruction& instruction)
{
    if (field.guardLock < 0 || !m_checksGuards || (field.guardForWrites && !write))
        return;
    if (m_cells[std::size_t(m_model.objects[std::size_t(object)].status)] != statusLive)
        return; // not yet published, or already unlinked
    int owner = field.guardObject >= 0 ? field.guardObject : object;
    for (const int step : field.guardPath) {
        const FieldInfo& link = m_model.fields[std::size_t(step)];
        const int value = m_cells[std::size_t(m_model.address(owner, step))];
        if (value <= 0) {
            owner = -1;
            break;
        }
        owner = m_model.types[std::size_t(link.pointsTo)].firstObject + value - 1;
    }
    if (owner >= 0) {
        const auto cell = std::size_t(m_model.address(owner, field.guardLock));
        if (holderOf(m_cells[cell]) == thread)
            return;
        if (m_model.fields[std::size_t(field.guardLock)].kind == CellKind::ReadWriteLock && !write && (bitsAt(cell + readersCell) >> thread & 1u))
            return;
    }
    find(RawFinding::Kind::Unguarded, thread, object, fieldIndex, instruction);
}

} // namespace bindlab
