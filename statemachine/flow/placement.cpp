/// Moves locals, scratch and constants from their provisional addresses to the places behind the objects.
#include "flow/placement.h"

#include "flow/limits.h"

#include <algorithm>

namespace bindlab::compiling {

void placeCells(Model& m, int objectCells, int localsOfPrologue, const Token& lastToken, const ThreadExtras& extras, Complaints& complaints)
{
    int cell = objectCells;
    for (ThreadInfo& thread : m.threads) {
        thread.pc = cell;
        thread.locals = cell + 2;
        cell += 2 + thread.localCells;
        if (extras.overlap)
            thread.overlapped = cell++;
        if (extras.kills)
            thread.killed = cell++;
    }
    m.stateBytes = (cell + 7) & ~7; // whole words: states are compared and stored by words
    m.blank.resize(std::size_t(m.stateBytes), 0);
    for (const ThreadInfo& thread : m.threads) {
        m.blank[std::size_t(thread.pc)] = std::int8_t(thread.begin & 0xff);
        m.blank[std::size_t(thread.pc) + 1] = std::int8_t(thread.begin >> 8);
    }
    const int prologueLocals = m.scratchCells;
    m.scratchCells += localsOfPrologue;
    if (m.memoryCells() > FlowLimits::cells)
        complaints.at(lastToken, "the model is too large: more than " + std::to_string(FlowLimits::cells) + " cells");
    int at = 0;
    const auto place = [&](Address& address) {
        if (address == overlappedCell) {
            const auto owner = std::find_if(m.threads.begin(), m.threads.end(), [&](const ThreadInfo& t) { return t.begin <= at && at <= t.end; });
            address = Address(owner == m.threads.end() ? m.stateBytes : owner->overlapped);
        } else if (address <= -2)
            address = Address(m.stateBytes + m.scratchCells + (-2 - address));
        else if (address >= scratchBase)
            address = Address(m.stateBytes + (address - scratchBase));
        else if (address >= localsBase) {
            const int thread = (address - localsBase) / localsPerThread;
            const int local = (address - localsBase) % localsPerThread;
            address = thread == prologueThread ? Address(m.stateBytes + prologueLocals + local)
                                               : Address(thread < int(m.threads.size()) ? m.threads[std::size_t(thread)].locals + local : 0);
        }
    };
    for (Instruction& instruction : m.code) {
        at = int(&instruction - m.code.data());
        place(instruction.a);
        if (instruction.op != Op::Clear)
            place(instruction.b);
        place(instruction.c);
    }
    for (ContextInfo& context : m.contexts)
        for (auto& local : context.locals)
            place(local.address);
    for (PropertyCode& property : m.propertyCode)
        for (ClauseInfo& clause : property.clauses) {
            place(clause.must.result);
            for (auto& rule : clause.rules)
                place(rule.condition.result);
        }
}

} // namespace bindlab::compiling
