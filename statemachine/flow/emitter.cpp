/// Instructions, one behind the other, and the scratch cells they use.
#include "flow/emitter.h"

#include "flow/limits.h"

#include <algorithm>

namespace bindlab::compiling {

Emitter::Emitter(Model& model, Complaints& complaints) : m(model), m_complaints(complaints)
{
}

Instruction& Emitter::emit(Op op, Address a, Address b, Address c)
{
    Instruction instruction;
    instruction.op = op;
    instruction.a = a;
    instruction.b = b;
    instruction.c = c;
    instruction.place = m_place;
    instruction.quiet = m_quiet;
    if (m_tooLarge || m.code.size() >= FlowLimits::instructions) {
        giveUp(FlowLimits::instructions, "instructions");
        if (!m.code.empty())
            return m.code.back() = instruction;   // nothing runs it any more; what jumps there still does
    }
    m.code.push_back(instruction);
    return m.code.back();
}

void Emitter::giveUp(std::size_t most, const std::string& what)
{
    if (!m_tooLarge)
        m_complaints.at(m_token, "the model is too large: more than " + std::to_string(most) + " " + what);
    m_tooLarge = true;
}

std::size_t Emitter::emitJump(Op op, Address a)
{
    emit(op, a);
    return m.code.size() - 1;
}

void Emitter::land(std::size_t jump)
{
    if (jump < m.code.size())
        m.code[jump].target = std::int32_t(m.code.size());
}

Address Emitter::scratch()
{
    if (m_scratchUsed >= FlowLimits::scratch) {
        giveUp(FlowLimits::scratch, "values between in one statement");
        return scratchBase;
    }
    m.scratchCells = std::max(m.scratchCells, m_scratchUsed + 1);
    return Address(scratchBase + m_scratchUsed++);
}

Address Emitter::constant(int value)
{
    const auto found = std::find(m.constants.begin(), m.constants.end(), std::int8_t(value));
    const auto index = found - m.constants.begin();
    if (found == m.constants.end())
        m.constants.push_back(std::int8_t(value));
    return Address(-2 - index);
}

int Emitter::message(const std::string& text)
{
    if (m.messages.size() >= FlowLimits::messages) {
        giveUp(FlowLimits::messages, "labels and sentences");
        return 0;
    }
    m.messages.push_back(text);
    return int(m.messages.size()) - 1;
}

} // namespace bindlab::compiling
