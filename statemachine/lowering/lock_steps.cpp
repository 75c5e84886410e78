#include "lowering/lock_steps.h"

#include "world/lock_cells.h"
#include "world/object_status.h"

namespace bindlab::lowering {

LockSteps::Taking LockSteps::take(Path& path, const Instruction& i, int pointer)
{
    const FieldInfo& field = m_model.fields[std::size_t(i.field)];
    const int object = m_memory.objectAt(path, pointer, field.type);
    if (object < 0)
        return Taking::Lost;
    const int cell = m_model.address(object, i.field);
    const bool isRead = i.op == Op::DownRead || i.op == Op::TryDownRead || i.op == Op::DownReadKillable;
    const bool isTry = i.op == Op::TryLock || i.op == Op::TryDownRead || i.op == Op::TryDownWrite;
    if (isReadWrite(i.field))
        return takeReadWrite(path, cell, isRead, isTry);
    if (!m_known.holds(path, m_terms.inverse(m_memory.readCell(path, cell))))
        return isTry ? Taking::Not : Taking::Blocked;
    m_memory.writeCell(path, cell, m_terms.number(path.thread + 1));
    return Taking::Taken;
}

LockSteps::Taking LockSteps::takeReadWrite(Path& path, int cell, bool isRead, bool isTry)
{
    const int thread = path.thread;
    const int nobodyWrites = m_terms.inverse(m_memory.readCell(path, cell));
    const auto none = [&](int cells) {
        return m_terms.both(m_terms.inverse(m_memory.readCell(path, cells)), m_terms.inverse(m_memory.readCell(path, cells + 1)));
    };
    if (isRead) {
        if (m_known.holds(path, nobodyWrites) && m_known.holds(path, none(cell + waitersCell)) && !hasBit(path, cell + readersCell, thread)) {
            flipBit(path, cell + readersCell, thread, true);
            return Taking::Taken;
        }
        return isTry ? Taking::Not : Taking::Blocked;
    }
    const bool waits = hasBit(path, cell + waitersCell, thread);
    if (m_known.holds(path, nobodyWrites) && m_known.holds(path, none(cell + readersCell))) {
        m_memory.writeCell(path, cell, m_terms.number(thread + 1));
        if (waits)
            flipBit(path, cell + waitersCell, thread, false);
        return Taking::Taken;
    }
    if (isTry)
        return Taking::Not;
    if (waits)
        return Taking::Blocked;
    flipBit(path, cell + waitersCell, thread, true);
    return Taking::Queued;
}

void LockSteps::giveBack(Path& path, const Instruction& i, int object)
{
    const int thread = path.thread;
    const int cell = m_model.address(object, i.field);
    if (i.op == Op::UpRead) {
        const int isSet = m_known.simplified(path, isBitSet(path, cell + readersCell, thread));
        const int before = m_memory.readCell(path, cell + readersCell + thread / 8);
        flipBit(path, cell + readersCell, thread, false);
        const int after = m_memory.readCell(path, cell + readersCell + thread / 8);
        m_memory.writeCell(path, cell + readersCell + thread / 8, m_terms.either(isSet, after, before));
        m_memory.breaks(path, "I10", m_terms.inverse(isSet));
        return;
    }
    const int isHeld = m_known.simplified(path, isHeldBy(path, cell, thread));
    m_memory.writeCell(path, cell, m_terms.either(isHeld, m_terms.number(0), m_memory.readCell(path, cell)));
    m_memory.breaks(path, "I10", m_terms.inverse(isHeld));
}

void LockSteps::leak(Path& path)
{
    const int thread = path.thread;
    for (const auto& lock : m_model.locks) {
        const int cell = m_model.address(lock.object, lock.field);
        const int alive = m_memory.isAlive(path, lock.object);
        const int isHeld = m_known.simplified(path, m_terms.both(alive, m_terms.equal(m_memory.readCell(path, cell), m_terms.number(thread + 1))));
        m_memory.writeCell(path, cell, m_terms.either(isHeld, m_terms.number(thread + 1 + leakedLock), m_memory.readCell(path, cell)));
        m_memory.breaks(path, "I10", isHeld);
        if (isReadWrite(lock.field))
            m_memory.breaks(path, "I10", m_known.simplified(path, m_terms.both(alive, isBitSet(path, cell + readersCell, thread))));
    }
}

void LockSteps::checkGuard(Path& path, int object, int fieldIndex, bool write)
{
    const FieldInfo& field = m_model.fields[std::size_t(fieldIndex)];
    if (field.guardLock < 0 || (field.guardForWrites && !write))
        return;
    const int isPublished = m_terms.equal(m_memory.readCell(path, m_memory.statusCell(object)), m_terms.number(statusLive));
    int owner = field.guardObject >= 0 ? field.guardObject : object;
    for (const int link : field.guardPath) {
        const int value = m_known.valueOf(path, m_memory.readCell(path, m_model.address(owner, link)));
        if (value <= 0) {
            owner = -1;
            break;
        }
        owner = m_memory.objectNamed(m_model.fields[std::size_t(link)].pointsTo, value);
    }
    int isGuarded = m_terms.number(0);
    if (owner >= 0) {
        const int cell = m_model.address(owner, field.guardLock);
        isGuarded = isHeldBy(path, cell, path.thread);
        if (isReadWrite(field.guardLock) && !write)
            isGuarded = m_terms.any(isGuarded, isBitSet(path, cell + readersCell, path.thread));
    }
    m_memory.breaks(path, "I21", m_known.simplified(path, m_terms.both(isPublished, m_terms.inverse(isGuarded))));
}

int LockSteps::isHeldBy(const Path& path, int cell, int thread)
{
    const int value = m_memory.readCell(path, cell);
    return m_terms.any(m_terms.equal(value, m_terms.number(thread + 1)), m_terms.equal(value, m_terms.number(thread + 1 + leakedLock)));
}

int LockSteps::isBitSet(const Path& path, int cells, int thread)
{
    const int cell = m_memory.readCell(path, cells + thread / 8);
    const ValueSet values = m_known.possible(path, cell);
    int isSet = m_terms.number(0);
    for (int v = -128; v < 128; ++v)
        if (values[std::size_t(v + 128)] && (unsigned(v) >> (thread % 8) & 1U))
            isSet = m_terms.any(isSet, m_terms.equal(cell, m_terms.number(v)));
    return isSet;
}

void LockSteps::flipBit(Path& path, int cells, int thread, bool on)
{
    const int cell = cells + thread / 8;
    const int bit = m_terms.number(std::int8_t(1U << (thread % 8)));
    m_memory.writeCell(path, cell, on ? m_terms.add(m_memory.readCell(path, cell), bit) : m_terms.subtract(m_memory.readCell(path, cell), bit));
}

} // namespace bindlab::lowering
