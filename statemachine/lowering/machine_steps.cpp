#include "lowering/machine_steps.h"

#include <algorithm>
#include <vector>

namespace bindlab::lowering {

int MachineSteps::payloadOf(const Path& path, int term, int last)
{
    Fork fork;
    for (int payload = 0; payload <= last; ++payload) {
        int isIt = m_terms.number(1);
        if (last > 0)
            isIt = payload == 0 ? m_terms.lessOrEqual(term, m_terms.number(0))
                : payload == last ? m_terms.lessOrEqual(m_terms.number(last), term) : m_terms.equal(term, m_terms.number(payload));
        const auto known = m_known.decided(path, isIt);
        if (known == true)
            return payload;
        if (!known)
            fork.answers.emplace_back(isIt, true);
    }
    throw fork;
}

void MachineSteps::fire(Path& path, const Instruction& i, int object)
{
    const FieldInfo& field = m_model.fields[std::size_t(i.field)];
    const int cell = m_model.address(object, i.field);
    const int payload = payloadOf(path, m_memory.read(path, i.c), int(field.machine->events()[i.event].payloads) - 1);
    std::vector<int> bytes;
    for (int k = 0; k < field.cells; ++k)
        bytes.push_back(m_memory.readCell(path, cell + k));
    const auto isOpen = [&](int byte) { return m_known.possible(path, byte).count() > 1; };
    const auto open = std::ranges::find_if(bytes, isOpen);
    std::vector<std::uint8_t> saved;
    for (auto byte = bytes.begin(); byte != bytes.end(); ++byte)
        saved.push_back(byte == open ? std::uint8_t(0) : std::uint8_t(m_known.valueOf(path, *byte)));
    const ValueSet cases = open == bytes.end() ? only(0) : m_known.possible(path, *open);
    std::vector<int> after(bytes.size(), -1);
    int status = -1;
    for (int v = -128; v < 128; ++v) {
        if (!cases[std::size_t(v + 128)])
            continue;
        std::vector<std::uint8_t> there = saved;
        if (open != bytes.end())
            there[std::size_t(open - bytes.begin())] = std::uint8_t(v);
        if (there[0] >= field.machine->states().size())
            continue;
        const std::vector<std::uint8_t> before = there;
        const Outcome outcome = field.machine->fire(there, i.event, payload);
        const auto inThisCase = [&](int& term, int value) {
            term = term < 0 ? value : m_terms.either(m_terms.equal(*open, m_terms.number(v)), value, term);
        };
        for (std::size_t k = 0; k < bytes.size(); ++k)
            inThisCase(after[k], there[k] == before[k] ? bytes[k] : m_terms.number(there[k]));
        inThisCase(status, m_terms.number(outcome.accepted ? 0 : outcome.status));
    }
    if (status < 0)
        throw Unreal();
    for (std::size_t k = 0; k < bytes.size(); ++k)
        m_memory.writeCell(path, cell + int(k), after[k]);
    m_memory.write(path, i.a, status);
}

} // namespace bindlab::lowering
