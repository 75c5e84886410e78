#pragma once

#include "lowering/call_steps.h"
#include "lowering/lock_steps.h"
#include "lowering/machine_steps.h"
#include "lowering/object_steps.h"

#include <cstdint>
#include <map>

namespace bindlab::lowering {

/// What the instructions of a step do to a path, as Interpreter does it.
class Execution {
public:
    Execution(const Model& model, GuardedSteps& out, Growth& growth)
        : m_model(model), m_out(out), m_terms(out.terms), m_known(out, growth), m_memory(model, out, growth, m_known),
          m_locks(model, out, m_known, m_memory), m_objects(model, out, m_known, m_memory), m_machines(model, out, m_known, m_memory),
          m_calls(model, out, growth, m_known, m_memory, m_locks)
    {
    }

    enum class Going : std::uint8_t { On, Done, Blocked, NoStep };
    /// Restarts are possible until it returns: every question comes before the first write that its answer would change.
    Going followOne(Path& path);

    [[nodiscard]] Knowledge& known() { return m_known; }
    [[nodiscard]] Memory& memory() { return m_memory; }
    [[nodiscard]] bool hasNoRoom() const { return m_objects.hasNoRoom(); }
    /// Choices there are, as far as instructions that offer some were met since it was forgotten.
    [[nodiscard]] int alternatives() const { return m_alternatives; }
    void forgetAlternatives() { m_alternatives = 1; }

private:
    Going execute(Path& path, const Instruction& i);
    Going branch(Path& path, const Instruction& i);
    Going load(Path& path, const Instruction& i);
    Going change(Path& path, const Instruction& i);
    Going lock(Path& path, const Instruction& i, bool killable);
    Going tryLock(Path& path, const Instruction& i);
    Going choose(Path& path, const Instruction& i);
    Going chooseLeft(Path& path, const Instruction& i);
    /// The alternative of a choice.
    static Going goTo(Path& path, const Instruction& i, int taken);
    Going waitFor(Path& path, const Instruction& i);
    Going waitOrTimeOut(Path& path, const Instruction& i);
    Going waitForOthers(Path& path);
    Going leaveCall(Path& path, const Instruction& i);
    void setStatus(Path& path, int object, std::int8_t status);
    [[nodiscard]] int typeOf(const Instruction& i) const { return m_model.fields[std::size_t(i.field)].type; }
    /// Does something to the object that a pointer names; nothing follows where memory is lost by following it.
    template <typename Does>
    Going withObject(Path& path, int pointer, int type, Does does);

    /// Where both ways of a jump only compute and soon meet again, they are followed side by side and what they computed
    /// becomes a choice between two values. False, and the path as before, where that is not so.
    bool joinWays(Path& path, int condition, int target);
    /// Follows straight code up to `end`, or a jump beyond it. False where it does anything but compute, or a question is open.
    bool computeUntil(Path& path, int end);
    /// How many words it takes to write a term down.
    int sizeOf(int term);

    const Model& m_model;
    GuardedSteps& m_out;
    Terms& m_terms;
    Knowledge m_known;
    Memory m_memory;
    LockSteps m_locks;
    ObjectSteps m_objects;
    MachineSteps m_machines;
    CallSteps m_calls;
    std::map<int, int> m_sizes;
    int m_alternatives = 1;
};

} // namespace bindlab::lowering
