#pragma once

#include "lowering/memory.h"

#include <cstdint>

namespace bindlab::lowering {

/// Locks as the interpreter takes and gives them back, and accesses without the lock that guards them.
class LockSteps {
public:
    LockSteps(const Model& model, GuardedSteps& out, Knowledge& known, Memory& memory)
        : m_model(model), m_terms(out.terms), m_known(known), m_memory(memory)
    {
    }

    enum class Taking : std::uint8_t { Taken, Not, Queued, Blocked, Lost };
    Taking take(Path& path, const Instruction& i, int pointer);
    void giveBack(Path& path, const Instruction& i, int object);
    /// A call returns: what is still held is leaked, which breaks I10.
    void leak(Path& path);
    void checkGuard(Path& path, int object, int fieldIndex, bool write);

private:
    Taking takeReadWrite(Path& path, int cell, bool isRead, bool isTry);
    int isHeldBy(const Path& path, int cell, int thread);
    int isBitSet(const Path& path, int cells, int thread);
    /// Whether the bit of a thread is set in a pair of cells that has one for each.
    bool hasBit(const Path& path, int cells, int thread) { return m_known.holds(path, isBitSet(path, cells, thread)); }
    /// Sets a bit that is known not to be set, or takes one away that is.
    void flipBit(Path& path, int cells, int thread, bool on);
    [[nodiscard]] bool isReadWrite(int field) const { return m_model.fields[std::size_t(field)].kind == CellKind::ReadWriteLock; }

    const Model& m_model;
    Terms& m_terms;
    Knowledge& m_known;
    Memory& m_memory;
};

} // namespace bindlab::lowering
