#include "lowering/call_steps.h"

namespace bindlab::lowering {

void CallSteps::noteOverlap(Path& path)
{
    const int mine = m_model.threads[std::size_t(path.thread)].overlapped;
    if (mine < 0)
        return;
    int anyCalls = m_terms.number(0);
    for (int other = 0; other < int(m_model.threads.size()); ++other) {
        if (other == path.thread)
            continue;
        const int calls = m_terms.inverse(m_memory.readCell(path, m_out.inUserSpace(other)));
        const int theirs = m_model.threads[std::size_t(other)].overlapped;
        m_memory.writeCell(path, theirs, m_terms.either(calls, m_terms.number(1), m_memory.readCell(path, theirs)));
        anyCalls = m_terms.any(anyCalls, calls);
    }
    m_memory.writeCell(path, mine, m_terms.either(anyCalls, m_terms.number(1), m_memory.readCell(path, mine)));
}

void CallSteps::leave(Path& path, const Instruction& i)
{
    if (const int overlapped = m_model.threads[std::size_t(path.thread)].overlapped; overlapped >= 0)
        m_memory.writeCell(path, overlapped, m_terms.number(0));
    const CallInfo& call = m_model.calls[std::size_t(i.field)];
    if (i.a >= 0 && call.namesErrnos) {
        const int value = m_memory.read(path, i.a);
        int named = m_terms.equal(value, m_terms.number(0));
        for (const std::int8_t known : call.errnos)
            named = m_terms.any(named, m_terms.equal(value, m_terms.number(known)));
        m_memory.breaks(path, "I13", m_known.simplified(path, m_terms.inverse(named)));
    }
    m_locks.leak(path);
}

void CallSteps::kill(Path& path, int thread)
{
    const ThreadInfo& info = m_model.threads[std::size_t(thread)];
    if (m_known.holds(path, m_memory.readCell(path, m_out.inUserSpace(thread)))) {
        path.killed.insert(thread);
        m_memory.writeCell(path, m_out.inUserSpace(thread), m_terms.number(1));
        m_memory.writeCell(path, m_out.isDone(thread), m_terms.number(1));
        m_growth.reach(thread, info.end);
    } else {
        m_memory.writeCell(path, info.killed, m_terms.number(1));
    }
}

bool CallSteps::isKilled(const Path& path)
{
    const int killed = m_model.threads[std::size_t(path.thread)].killed;
    return killed >= 0 && m_known.holds(path, m_memory.readCell(path, killed));
}

} // namespace bindlab::lowering
