#pragma once

#include "checker/packing.h"
#include "checker/question_tree.h"
#include "world/interpreter.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace bindlab {

/// What a step does to every state that answers its questions as the one did in which it was first taken.
struct LearnedStep {
    StepStatus status = StepStatus::NoSuchStep;
    bool branches = false;            ///< as Interpreter::branches()
    bool lost = false;                ///< memory is spoilt by it
    bool toUserSpace = false;         ///< the thread is between calls after it
    std::int32_t place = -1;          ///< as Interpreter::place()
    std::uint32_t firstWrite = 0;     ///< in LearnedSteps::writesOf()
    std::uint32_t endOfWrites = 0;
    std::uint32_t firstBits = 0;      ///< in LearnedSteps::bitsOf(), when they were last packed
    std::uint32_t endOfBits = 0;
    std::uint32_t packed = 0xffffffff;    ///< Packing::version() then
    std::int32_t told = -1;           ///< in LearnedSteps::toldOf(); -1: there is nothing to tell
    Blockage blockage;
};

/// What else a step says, which most do not.
struct ToldOfStep {
    std::vector<RawFinding> findings;
    std::vector<Interpreter::Returned> returned;
    std::vector<Interpreter::Wanted> wanted;
};

/// Takes steps by asking a state what they depend on. What a step does follows from where its thread stands and from the
/// cells it reads, so each is run by the interpreter once for every set of answers, and known from then on.
class LearnedSteps {
public:
    LearnedSteps(const Model& model, const Packing& packing);

    /// The number of the step that `thread` takes in a state in which memory is not lost. Good until forgetIfTooMany().
    [[nodiscard]] std::uint32_t of(std::span<const std::int8_t> state, int thread, int choice, bool allowTimeOut)
    {
        const ThreadInfo& info = m_model.threads[std::size_t(thread)];
        const std::size_t pc = std::size_t(std::uint8_t(state[std::size_t(info.pc)])) | std::size_t(std::uint8_t(state[std::size_t(info.pc) + 1])) << 8;
        const std::size_t alternative = std::size_t(choice * 2 + int(allowTimeOut));
        const std::uint32_t known = alternative < rootsOfPlace ? m_tree.find(m_roots[pc * rootsOfPlace + alternative], state) : QuestionTree::unknown;
        return known != QuestionTree::unknown ? known : learned(state, pc, thread, choice, allowTimeOut);
    }
    [[nodiscard]] const LearnedStep& operator[](std::uint32_t step) const { return m_steps[step]; }
    /// Bounds the memory that all this takes.
    void forgetIfTooMany()
    {
        if (areTooMany())
            forget();
    }
    [[nodiscard]] bool areTooMany() const { return m_tree.size() > mostNodes; }
    /// The cells that it sets.
    [[nodiscard]] std::span<const CellWrite> writesOf(const LearnedStep& step) const
    {
        return std::span(m_writes).subspan(step.firstWrite, step.endOfWrites - step.firstWrite);
    }
    /// Whether the packing has bits for all that it sets; then bitsOf() has them.
    [[nodiscard]] bool isPacked(std::uint32_t step) { return m_steps[step].packed == m_packing.version() || pack(m_steps[step]); }
    /// By word, in ascending order.
    [[nodiscard]] std::span<const WordWrite> bitsOf(const LearnedStep& step) const
    {
        return std::span(m_bits).subspan(step.firstBits, step.endOfBits - step.firstBits);
    }
    [[nodiscard]] const ToldOfStep& toldOf(const LearnedStep& step) const { return step.told < 0 ? m_nothing : m_told[std::size_t(step.told)]; }

private:
    static constexpr std::size_t rootsOfPlace = 4;             ///< choices 0 and 1, each with and without a time-out
    static constexpr std::size_t mostNodes = 4'000'000;

    std::uint32_t learned(std::span<const std::int8_t> state, std::size_t pc, int thread, int choice, bool allowTimeOut);
    [[nodiscard]] LearnedStep taken(std::span<const std::int8_t> state, int thread, int choice, bool allowTimeOut);
    [[nodiscard]] bool pack(LearnedStep& step);
    void forget();

    const Model& m_model;
    const Packing& m_packing;
    Interpreter m_interpreter;
    Footprint m_footprint;
    std::vector<std::uint32_t> m_roots;
    std::unordered_map<std::size_t, std::uint32_t> m_rareRoots;   ///< of choices beyond those
    QuestionTree m_tree;
    std::vector<LearnedStep> m_steps;
    std::vector<CellWrite> m_writes;
    std::vector<WordWrite> m_bits;
    std::vector<ToldOfStep> m_told;
    const ToldOfStep m_nothing;
};

} // namespace bindlab
