#include "checker/learned_steps.h"

#include <algorithm>

namespace bindlab {

LearnedSteps::LearnedSteps(const Model& model, const Packing& packing)
    : m_model(model), m_packing(packing), m_interpreter(model), m_footprint(std::size_t(model.stateBytes)), m_roots(model.code.size() * rootsOfPlace, unknown)
{
}

void LearnedSteps::forget()
{
    std::ranges::fill(m_roots, unknown);
    m_rareRoots.clear();
    m_nodes.clear();
    m_steps.clear();
    m_writes.clear();
    m_bits.clear();
    m_told.clear();
}

std::uint32_t LearnedSteps::learned(std::span<const std::int8_t> state, std::size_t pc, int thread, int choice, bool allowTimeOut)
{
    const std::size_t alternative = std::size_t(choice * 2 + int(allowTimeOut));
    std::uint32_t* slot = alternative < rootsOfPlace ? &m_roots[pc * rootsOfPlace + alternative]
                                                     : &m_rareRoots.try_emplace(pc << 16 | alternative, unknown).first->second;
    // A rare choice has not been looked for yet.
    while (*slot < isStep) {
        Node& node = m_nodes[*slot];
        slot = answerTo(m_model, node.question, state.data()) == node.answer ? &node.same : &node.other;
    }
    if (*slot != unknown)
        return *slot - isStep;

    slot = alternative < rootsOfPlace ? &m_roots[pc * rootsOfPlace + alternative] : &m_rareRoots[pc << 16 | alternative];
    m_footprint.clear();
    const LearnedStep step = taken(state, thread, choice, allowTimeOut);
    // The questions so far are those of the tree; what is asked beyond it is added.
    std::uint32_t from = unknown;
    bool cameBySame = false;
    const auto slotNow = [&]() -> std::uint32_t& { return from == unknown ? *slot : cameBySame ? m_nodes[from].same : m_nodes[from].other; };
    for (const Footprint::Asked& asked : m_footprint.asked()) {
        while (slotNow() != unknown && m_nodes[slotNow()].answer != asked.answer) {
            from = slotNow();
            cameBySame = false;
        }
        if (slotNow() == unknown) {
            const auto added = std::uint32_t(m_nodes.size());
            slotNow() = added;
            m_nodes.push_back({asked.question, asked.answer, unknown, unknown});
            from = added;
        } else {
            from = slotNow();
        }
        cameBySame = true;
    }
    slotNow() = isStep + std::uint32_t(m_steps.size());
    m_steps.push_back(step);
    return std::uint32_t(m_steps.size() - 1);
}

LearnedStep LearnedSteps::taken(std::span<const std::int8_t> state, int thread, int choice, bool allowTimeOut)
{
    m_interpreter.load(state);
    m_interpreter.watch(&m_footprint);
    LearnedStep step;
    step.status = m_interpreter.step(thread, choice, allowTimeOut);
    m_interpreter.watch(nullptr);
    step.branches = m_interpreter.branches();
    step.place = m_interpreter.place();
    step.blockage = m_interpreter.blockage();
    step.firstWrite = step.endOfWrites = std::uint32_t(m_writes.size());
    if (step.status == StepStatus::Done) {
        for (const Address cell : m_footprint.written()) {
            const std::int8_t value = m_interpreter.cells()[std::size_t(cell)];
            // What was asked and is as before is so in every state that answers alike.
            const Footprint::Asked same{{Footprint::Question::Kind::Cell, 0, cell, 0}, value};
            if (std::ranges::find(m_footprint.asked(), same) == m_footprint.asked().end())
                m_writes.push_back({std::uint16_t(cell), value});
        }
        step.endOfWrites = std::uint32_t(m_writes.size());
        step.toUserSpace = m_interpreter.inUserSpace(thread);
        step.lost = std::ranges::any_of(m_interpreter.findings(), &RawFinding::fatal);
    }
    if (!m_interpreter.findings().empty() || !m_interpreter.returned().empty() || !m_interpreter.wantedLocks().empty()) {
        step.told = std::int32_t(m_told.size());
        m_told.push_back({m_interpreter.findings(), m_interpreter.returned(), m_interpreter.wantedLocks()});
    }
    return step;
}

bool LearnedSteps::pack(LearnedStep& step)
{
    std::vector<WordWrite> bits;
    if (!m_packing.bitsOf(writesOf(step), bits))
        return false;
    // As a rule there are as many as before.
    if (bits.size() > step.endOfBits - step.firstBits) {
        step.firstBits = std::uint32_t(m_bits.size());
        m_bits.resize(m_bits.size() + bits.size());
    }
    std::ranges::copy(bits, m_bits.begin() + step.firstBits);
    step.endOfBits = step.firstBits + std::uint32_t(bits.size());
    step.packed = m_packing.version();
    return true;
}

} // namespace bindlab
