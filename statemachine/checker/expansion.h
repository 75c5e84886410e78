#pragma once

#include "checker/learned_steps.h"
#include "checker/state_tree.h"
#include "checker/symmetry.h"
#include "world/interpreter.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

namespace bindlab {

enum class Going : std::uint8_t { On, Stop };

/// All steps from one stored state after the other. Each worker of a search has one.
class Expansion {
public:
    /// The steps of so many states can be gone back to.
    static constexpr std::size_t kept = 8;
    /// One of them.
    struct Taken {
        std::uint32_t source;
        std::uint32_t step;
    };

    /// With a symmetry, each step leads to the state that stands for all those like the one it leads to.
    Expansion(const Model& model, const StateTree& tree, const Symmetry* symmetry = nullptr)
        : m_model(model), m_packing(tree.packing), m_symmetry(symmetry && symmetry->any() ? symmetry : nullptr), m_interpreter(model),
          m_steps(model, tree.packing), m_sources(kept, Source{UnfoldedState(tree)}), m_blockages(model.threads.size())
    {
    }

    [[nodiscard]] UnfoldedState& source() { return m_sources[m_at].state; }
    [[nodiscard]] const UnfoldedState& source() const { return m_sources[m_at].state; }
    /// Whether the next of() forgets what steps do, so that none can be gone back to.
    [[nodiscard]] bool isForgetting() const { return m_steps.areTooMany(); }

    /// Calls `visit(choice)` for every step from state `number`, by thread, then choice, or until it answers Stop. Calls `blocked(thread)` for each try
    /// that has to wait. step() then says what it is about. A time-out is taken only when nothing else can be.
    template <typename Visit, typename OnBlocked>
    void of(std::uint32_t number, Visit visit, OnBlocked blocked)
    {
        m_steps.forgetIfTooMany();
        const UnfoldedState& before = m_sources[m_newest].state;
        m_at = m_newest = (m_newest + 1) % kept;
        source().become(before); // as a rule it is like the next
        m_sources[m_at].number = number;
        source().load(number);
        m_anyEnabled = false;
        m_stopped = false;
        std::fill(m_blockages.begin(), m_blockages.end(), Blockage{});
        if (source().cells()[std::size_t(m_model.lost)] != 0)
            return;
        for (const bool allowTimeOut : {false, true}) {
            for (std::size_t thread = 0; thread < m_model.threads.size() && !m_stopped; ++thread)
                m_anyEnabled = stepsOf(int(thread), allowTimeOut, visit, blocked) || m_anyEnabled;
            if (m_anyEnabled)
                break;
        }
    }
    template <typename Visit>
    void of(std::uint32_t number, Visit visit)
    {
        of(number, visit, [](int) {});
    }

    /// The state whose steps are told.
    [[nodiscard]] std::uint32_t number() const { return m_sources[m_at].number; }
    /// The step that is being told of.
    [[nodiscard]] const LearnedStep& step() const { return m_steps[m_step]; }
    /// What select() goes back to it with, until `kept` more states were expanded.
    [[nodiscard]] Taken taken() const { return {m_at, m_step}; }
    [[nodiscard]] std::uint32_t sourceOf(Taken taken) const { return m_sources[taken.source].number; }
    void select(Taken taken)
    {
        m_at = taken.source;
        m_step = taken.step;
        if (m_symmetry)
            exchange();
    }
    [[nodiscard]] const ToldOfStep& told() const { return m_steps.toldOf(step()); }
    [[nodiscard]] std::span<const CellWrite> writes() const { return m_isExchanged ? m_writes : m_steps.writesOf(step()); }
    /// Who each thread becomes on the way.
    [[nodiscard]] const Symmetry::Exchange& exchanged() const { return m_isExchanged ? m_exchanged : Symmetry::nobody; }
    /// Whether the tree has room for the state it leads to; then keyOfSuccessor() knows that state's key.
    [[nodiscard]] bool isPacked() { return m_isExchanged ? m_packing.bitsOf(m_writes, m_bits) : m_steps.isPacked(m_step); }
    template <typename NodeOf>
    [[nodiscard]] std::uint64_t keyOfSuccessor(NodeOf nodeOf)
    {
        return source().keyOf(m_isExchanged ? std::span<const WordWrite>(m_bits) : m_steps.bitsOf(step()), nodeOf);
    }
    /// Its number in `tree`, the one that is expanded, where it is put when it is not there.
    std::uint32_t store(StateTree& tree)
    {
        if (!isPacked())
            makeRoom(tree);
        return tree.states.insert(keyOfSuccessor([&](std::uint64_t pair, bool) { return tree.inner.insert(pair); }));
    }
    /// True when all states had to be packed anew.
    bool makeRoom(StateTree& tree)
    {
        const bool repacked = tree.makeRoomFor(writes());
        if (repacked)
            source().load(number());
        static_cast<void>(isPacked());
        return repacked;
    }
    /// The cells of the state it leads to. Good until the next is asked for.
    [[nodiscard]] std::span<const std::int8_t> successor() { return after(); }
    /// A state, to look at.
    [[nodiscard]] Interpreter& holding(std::span<const std::int8_t> state)
    {
        m_interpreter.load(state);
        return m_interpreter;
    }

    /// What is wrong with the last expanded state because of who waits in it.
    void inspectWaits(std::vector<RawFinding>& findings)
    {
        const bool someWait = std::any_of(m_blockages.begin(), m_blockages.end(), [](const Blockage& b) { return b.kind == Blockage::Kind::Lock; });
        if (m_anyEnabled && !someWait)
            return;
        m_interpreter.load(source().cells());
        m_interpreter.inspectWaits(m_blockages, m_anyEnabled, findings);
    }

    /// Whether nobody can move in the last expanded state though not all have ended.
    [[nodiscard]] bool isDeadEnd()
    {
        if (m_anyEnabled || source().cells()[std::size_t(m_model.lost)] != 0)
            return false;
        m_interpreter.load(source().cells());
        return !m_interpreter.ended();
    }

private:
    struct Source {
        UnfoldedState state;
        std::uint32_t number = 0;
    };

    void exchange()
    {
        m_isExchanged = false;
        m_isExchanged = m_symmetry->exchange(after(), m_exchanged);
        if (!m_isExchanged)
            return;
        m_writes.clear();
        for (std::size_t cell = 0; cell < m_cells.size(); ++cell)
            if (m_cells[cell] != source().cells()[cell])
                m_writes.push_back({std::uint16_t(cell), m_cells[cell]});
    }
    /// The cells of the state that the step leads to.
    std::span<std::int8_t> after()
    {
        const auto before = source().cells();
        m_cells.assign(before.begin(), before.end());
        for (const CellWrite& write : writes())
            m_cells[write.cell] = write.value;
        return m_cells;
    }
    template <typename Visit, typename OnBlocked>
    bool stepsOf(int thread, bool allowTimeOut, Visit& visit, OnBlocked& blocked)
    {
        Blockage& blockage = m_blockages[std::size_t(thread)];
        blockage = {};
        bool moves = false;
        for (int choice = 0; choice < 256; ++choice) {
            m_step = m_steps.of(source().cells(), thread, choice, allowTimeOut);
            const LearnedStep& learned = m_steps[m_step];
            if (learned.status == StepStatus::NoSuchStep)
                break;
            const bool branches = learned.branches;
            if (learned.status == StepStatus::Done) {
                moves = true;
                if (m_symmetry)
                    exchange();
                const StepChoice taken{std::uint8_t(thread), std::uint8_t(choice)};
                if constexpr (std::is_same_v<decltype(visit(taken)), Going>)
                    m_stopped = visit(taken) == Going::Stop;
                else
                    visit(taken);
                if (m_stopped)
                    return true;
            } else {
                if (blockage.kind == Blockage::Kind::None)
                    blockage = learned.blockage;
                blocked(thread);
            }
            if (!branches)
                break;
        }
        if (moves)
            blockage = {};
        return moves;
    }

    const Model& m_model;
    const Packing& m_packing;
    const Symmetry* m_symmetry;   ///< null: there is none
    Interpreter m_interpreter;
    LearnedSteps m_steps;
    std::uint32_t m_step = 0;
    std::vector<Source> m_sources;    ///< by turns
    std::uint32_t m_newest = 0;
    std::uint32_t m_at = 0;           ///< whose steps are told
    std::vector<Blockage> m_blockages;
    std::vector<std::int8_t> m_cells;
    bool m_isExchanged = false;
    Symmetry::Exchange m_exchanged = Symmetry::nobody;
    std::vector<CellWrite> m_writes;   ///< of the exchanged successor
    std::vector<WordWrite> m_bits;
    bool m_anyEnabled = false;
    bool m_stopped = false;
};

} // namespace bindlab
