#include "world/interpreter.h"
#include "world/lock_cells.h"

#include "flow/errno_names.h"

#include <algorithm>

/// Calls of user space: how they overlap, what they may not leave behind, and threads that are killed in them.
namespace bindlab {

bool Interpreter::insideRelease(int place) const
{
    int context = place < 0 ? -1 : m_model.places[std::size_t(place)].context;
    for (; context >= 0; context = m_model.contexts[std::size_t(context)].caller)
        if (std::find(m_model.releaseFlows.begin(), m_model.releaseFlows.end(), m_model.contexts[std::size_t(context)].flow) != m_model.releaseFlows.end())
            return true;
    return false;
}

void Interpreter::kill(int thread)
{
    const ThreadInfo& info = m_model.threads[std::size_t(thread)];
    if (inUserSpace(thread)) {
        m_cells[std::size_t(info.pc)] = std::int8_t(info.end & 0xff);
        m_cells[std::size_t(info.pc) + 1] = std::int8_t(info.end >> 8);
    } else {
        m_cells[std::size_t(info.killed)] = 1;
    }
}

void Interpreter::noteOverlap(int thread)
{
    if (m_model.threads[std::size_t(thread)].overlapped < 0)
        return;
    for (int other = 0; other < int(m_model.threads.size()); ++other)
        if (other != thread && !inUserSpace(other)) {
            m_cells[std::size_t(m_model.threads[std::size_t(other)].overlapped)] = 1;
            m_cells[std::size_t(m_model.threads[std::size_t(thread)].overlapped)] = 1;
        }
}

Interpreter::Going Interpreter::returnFromCall(Ongoing& step, const Instruction& i)
{
    if (!step.stepped) { // refused at the door: that is a step as well, or nobody would see it
        step.stepped = true;
        m_stepPlace = i.place;
    }
    leaveCall(i, step.thread, step.record);
    if (const ThreadInfo& info = m_model.threads[std::size_t(step.thread)]; info.killed >= 0 && m_cells[std::size_t(info.killed)] != 0)
        step.pc = info.end;
    return Going::On;
}

void Interpreter::leaveCall(const Instruction& instruction, int thread, StepRecord* record)
{
    const bool hasValue = instruction.a >= 0;
    const int value = hasValue ? m_cells[std::size_t(instruction.a)] : 0;
    m_returned.push_back({instruction.field, value, hasValue});
    if (m_model.threads[std::size_t(thread)].overlapped >= 0)
        m_cells[std::size_t(m_model.threads[std::size_t(thread)].overlapped)] = 0;
    const CallInfo& call = m_model.calls[std::size_t(instruction.field)];
    if (m_errno >= 0 && call.namesErrnos && value != 0 && std::find(call.errnos.begin(), call.errnos.end(), value) == call.errnos.end()) {
        find(RawFinding::Kind::Errno, thread, -1, -1, instruction);
        m_findings.back().property = m_errno;
        m_findings.back().part = instruction.field;
        m_findings.back().rule = std::int16_t(value);
    }
    tell(record, EffectKind::Returned, call.name, hasValue && record ? numberText(value) : std::string());
    for (const auto& lock : m_model.locks) {
        const int cell = m_model.address(lock.object, lock.field);
        const bool readWrite = m_model.fields[std::size_t(lock.field)].kind == CellKind::ReadWriteLock;
        if (!ask({Footprint::Question::Kind::Holds, std::int8_t(thread), std::int16_t(cell), std::int16_t(readWrite)}))
            continue;
        if (m_cells[std::size_t(cell)] == thread + 1)
            m_cells[std::size_t(cell)] = std::int8_t(thread + 1 + leakedLock);
        find(RawFinding::Kind::HeldOnReturn, thread, lock.object, lock.field, instruction);
    }
}

} // namespace bindlab
