#pragma once

#include "checker/state_tree.h"
#include "world/interpreter.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace bindlab {

/// All steps from one stored state after the other. Each worker of a search has one.
class Expansion {
public:
    Expansion(const Model& model, const StateTree& tree) : m_model(model), m_interpreter(model), m_source(tree), m_blockages(model.threads.size()) {}

    [[nodiscard]] const Interpreter& interpreter() const { return m_interpreter; }
    [[nodiscard]] Interpreter& interpreter() { return m_interpreter; }
    [[nodiscard]] UnfoldedState& source() { return m_source; }

    /// Calls `visit(choice, lost)` for every step from state `number`, by thread, then choice; interpreter() then holds the
    /// state it leads to, and `lost` says that memory is spoilt in it. Calls `blocked(thread)` for each try that has to wait.
    /// A time-out is taken only when nothing else can be.
    template <typename Visit, typename OnBlocked>
    void of(std::uint32_t number, Visit visit, OnBlocked blocked)
    {
        m_source.load(number);
        m_anyEnabled = false;
        for (const bool allowTimeOut : {false, true}) {
            for (std::size_t thread = 0; thread < m_model.threads.size(); ++thread)
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

    /// What is wrong with the last expanded state because of who waits in it. Spoils what interpreter() holds.
    void inspectWaits(std::vector<RawFinding>& findings)
    {
        const bool someWait = std::any_of(m_blockages.begin(), m_blockages.end(), [](const Blockage& b) { return b.kind == Blockage::Kind::Lock; });
        if (m_anyEnabled && !someWait)
            return;
        m_interpreter.load(m_source.cells());
        m_interpreter.inspectWaits(m_blockages, m_anyEnabled, findings);
    }

    /// Whether nobody can move in the last expanded state though not all have ended. Spoils what interpreter() holds.
    [[nodiscard]] bool isDeadEnd()
    {
        if (m_anyEnabled || m_source.cells()[std::size_t(m_model.lost)] != 0)
            return false;
        m_interpreter.load(m_source.cells());
        return !m_interpreter.ended();
    }

private:
    template <typename Visit, typename OnBlocked>
    bool stepsOf(int thread, bool allowTimeOut, Visit& visit, OnBlocked& blocked)
    {
        Blockage& blockage = m_blockages[std::size_t(thread)];
        blockage = {};
        bool moves = false;
        for (int choice = 0; choice < 256; ++choice) {
            m_interpreter.load(m_source.cells());
            const StepStatus status = m_interpreter.step(thread, choice, allowTimeOut);
            if (status == StepStatus::NoSuchStep)
                break;
            if (status == StepStatus::Done) {
                moves = true;
                const auto& findings = m_interpreter.findings();
                visit(StepChoice{std::uint8_t(thread), std::uint8_t(choice)},
                      std::any_of(findings.begin(), findings.end(), [](const RawFinding& f) { return f.fatal(); }));
            } else {
                if (blockage.kind == Blockage::Kind::None)
                    blockage = m_interpreter.blockage();
                blocked(thread);
            }
            if (!m_interpreter.branches())
                break;
        }
        if (moves)
            blockage = {};
        return moves;
    }

    const Model& m_model;
    Interpreter m_interpreter;
    UnfoldedState m_source;
    std::vector<Blockage> m_blockages;
    bool m_anyEnabled = false;
};

} // namespace bindlab
