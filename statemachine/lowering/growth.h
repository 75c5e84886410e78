#pragma once

#include "lowering/guarded_steps.h"
#include "lowering/path.h"

#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace bindlab::lowering {

/// Whether nothing follows this instruction.
[[nodiscard]] inline bool isEnd(const Model& model, int instruction) { return model.code[std::size_t(instruction)].op == Op::End; }

/// What each cell can hold and where each thread can stand. What can happen depends on it, and the other way round: it
/// grows round by round, from the initial state up, until a round adds nothing.
class Growth {
public:
    Growth(const Model& model, GuardedSteps& out);

    void beginRound();
    /// Whether this round has added something.
    [[nodiscard]] bool grew() const { return m_grew; }

    /// What a cell can hold before the step that is followed, which from now on depends on it.
    [[nodiscard]] const ValueSet& consult(const Path& path, int cell);
    /// What the steps from one place were found from, and when.
    struct Look {
        int clock = 0;
        std::set<int> consulted;
    };
    [[nodiscard]] bool isUpToDate(const Look& look, int thread, int place) const;
    void begin(Look& look);
    void end(Look& look) const { look.consulted = m_consulted; }

    /// A thread can stand there.
    void reach(int thread, int place);
    /// A thread frees or allocates what the cell lies in.
    void clears(int thread, int cell);
    /// What a cell can hold, everywhere or while a thread stands at a place.
    void grow(int cell, const ValueSet& more);
    void growAt(int thread, int place, int cell, const ValueSet& more);
    /// What locks can hold for a thread that has come to a place, from what they can hold right after its step.
    void growLocks(int thread, int place, const std::function<ValueSet(int)>& valuesAfter);

private:
    void grow(const std::tuple<int, int, int>& whose, ValueSet& values, const ValueSet& more);

    const Model& m_model;
    GuardedSteps& m_out;
    std::map<int, ValueSet> m_widest;                  ///< by cell: what its type lets it hold
    std::vector<std::map<int, ValueSet>> m_mine;       ///< by thread, then cell of a lock
    std::map<int, std::set<int>> m_clears;             ///< by cell: threads that free or allocate what it lies in
    std::map<std::tuple<int, int, int>, int> m_grownAt;   ///< by thread and place (-1: everywhere) and cell: when it last grew
    std::set<int> m_consulted;
    int m_clock = 0;
    int m_round = 0;
    bool m_grew = false;
};

} // namespace bindlab::lowering
