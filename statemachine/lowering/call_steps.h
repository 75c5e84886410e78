#pragma once

#include "lowering/lock_steps.h"

namespace bindlab::lowering {

/// Calls of user space that begin, end or are cut short.
class CallSteps {
public:
    CallSteps(const Model& model, GuardedSteps& out, Growth& growth, Knowledge& known, Memory& memory, LockSteps& locks)
        : m_model(model), m_out(out), m_terms(out.terms), m_growth(growth), m_known(known), m_memory(memory), m_locks(locks)
    {
    }

    /// A call begins: those it runs beside are told, and it is told of them.
    void noteOverlap(Path& path);
    void leave(Path& path, const Instruction& i);
    /// In user space a thread is gone at once; in a call it goes on until the call returns.
    void kill(Path& path, int thread);
    [[nodiscard]] bool isKilled(const Path& path);

private:
    const Model& m_model;
    GuardedSteps& m_out;
    Terms& m_terms;
    Growth& m_growth;
    Knowledge& m_known;
    Memory& m_memory;
    LockSteps& m_locks;
};

} // namespace bindlab::lowering
