#include "checker/learned_steps.h"

#include <algorithm>

namespace bindlab {

LearnedSteps::LearnedSteps(const Model& model, const Packing& packing)
    : m_model(model), m_packing(packing), m_interpreter(model), m_footprint(std::size_t(model.stateBytes)), m_roots(model.code.size() * rootsOfPlace, QuestionTree::unknown), m_tree(model)
{
}

void LearnedSteps::forget()
{
    std::ranges::fill(m_roots, QuestionTree::unknown);
    m_rareRoots.clear();
    m_tree.clear();
    m_steps.clear();
    m_writes.clear();
    m_bits.clear();
    m_told.clear();
}

std::uint32_t LearnedSteps::learned(std::span<const std::int8_t> state, std::size_t pc, int thread, int choice, bool allowTimeOut)
{
    const std::size_t alternative = std::size_t(choice * 2 + int(allowTimeOut));
    std::uint32_t& root = alternative < rootsOfPlace ? m_roots[pc * rootsOfPlace + alternative]
                                                     : m_rareRoots.try_emplace(pc << 16 | alternative, QuestionTree::unknown).first->second;
    // A rare choice has not been looked for yet.
    if (const std::uint32_t known = m_tree.find(root, state); known != QuestionTree::unknown)
        return known;
    m_footprint.clear();
    m_steps.push_back(taken(state, thread, choice, allowTimeOut));
    m_tree.add(root, m_footprint.asked(), std::uint32_t(m_steps.size() - 1));
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
