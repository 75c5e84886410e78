#pragma once

#include "lowering/memory.h"

namespace bindlab::lowering {

/// Events of machines. They are fired while the steps are made, for each state they can find.
class MachineSteps {
public:
    MachineSteps(const Model& model, GuardedSteps& out, Knowledge& known, Memory& memory)
        : m_model(model), m_terms(out.terms), m_known(known), m_memory(memory)
    {
    }

    /// A machine of which one byte can have several values becomes a table over that byte; of more, each case is a path.
    void fire(Path& path, const Instruction& i, int object);

private:
    /// What an event carries: values beyond the last are the last.
    int payloadOf(const Path& path, int term, int last);

    const Model& m_model;
    Terms& m_terms;
    Knowledge& m_known;
    Memory& m_memory;
};

} // namespace bindlab::lowering
