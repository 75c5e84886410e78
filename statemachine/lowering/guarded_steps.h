#pragma once

#include "flow/program.h"
#include "lowering/cell_facts.h"
#include "lowering/terms.h"

#include <tl/expected.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace bindlab {

/// What a step changes, all at once.
struct Move {
    int to = 0;                   ///< instruction the thread stands before afterwards
    bool lost = false;            ///< memory is spoilt; nothing follows
    std::map<int, int> effects;   ///< by cell, its new value as a term over the values before
    std::set<int> killed;         ///< threads that are put to their end
    auto operator<=>(const Move&) const = default;
};

/// Which move is made, as questions asked one after the other.
struct Decision {
    int question = -1;   ///< a truth; -1: none is left
    int yes = -1;        ///< what follows, as an index into GuardedSteps::decisions
    int no = -1;
    int move = -1;       ///< without a question: the move as an index into GuardedSteps::moves, or -1 where none can be made
    auto operator<=>(const Decision&) const = default;
};

/// What a thread can do from one place, with one choice.
struct GuardedStep {
    int thread = 0;
    int from = 0;                 ///< instruction the thread stands before
    int choice = 0;               ///< as in StepChoice
    bool timeOut = false;         ///< only when nobody can do anything else
    int first = -1;               ///< the first decision
    std::map<int, int> breaks;    ///< by property: the truth that this step breaks it itself
    int place = -1;               ///< index into Model::places of what it does; -1 for a mere choice
};

/// A model as guarded steps, for checkers that know neither flows nor machines: pointers are followed and machines are
/// fired while this is made, for each value they can have. What a step can find in it is what Interpreter does, put as
/// terms; that both mean the same is shown by counting states with SPIN and Rumur.
struct GuardedSteps {
    Terms terms;
    std::vector<std::string> names;             ///< by cell: what it is called, made of letters, digits and '_'
    std::vector<ValueSet> values;               ///< by cell: what it can hold; one value: it never changes
    std::vector<int> initial;                   ///< by cell
    std::vector<int> start;                     ///< by thread: the instruction it stands before in the beginning
    /// By thread: the instructions it can stand before, and what its locals and the locks can hold there.
    std::vector<std::map<int, std::map<int, ValueSet>>> places;
    std::vector<GuardedStep> steps;             ///< by thread, place, choice; while `lost` is 0
    std::vector<Decision> decisions;
    std::vector<Move> moves;
    std::vector<int> broken;                    ///< by property: the truth that a state breaks it
    int lost = 0;                               ///< cell that is not 0 once memory is spoilt
    int over = 0;                               ///< truth: every thread is done, or memory is spoilt

    /// Cells beside those of the model: 1 while a thread is in user space, 1 once it is done.
    [[nodiscard]] int inUserSpace(int thread) const { return int(initial.size()) - 2 * int(places.size()) + 2 * thread; }
    [[nodiscard]] int isDone(int thread) const { return inUserSpace(thread) + 1; }
    [[nodiscard]] bool varies(int cell) const { return values[std::size_t(cell)].count() > 1; }
    /// A cell as a term; a number where it never changes.
    int cellTerm(int cell);
    /// What a cell can hold while a thread stands before an instruction.
    [[nodiscard]] const ValueSet& valuesAt(int thread, int place, int cell) const;
    /// Whether a thread of the model kills this one.
    [[nodiscard]] bool isKilled(int thread) const;
    /// Whether some step asks where this thread is.
    [[nodiscard]] bool isAsked(int thread) const;

    /// The decision after `decision` when only moves of which `wanted` holds count; -1 becomes of all others.
    template <typename Wanted>
    int only(int decision, Wanted wanted)
    {
        const Decision here = decisions[std::size_t(decision)];
        if (here.question < 0)
            return here.move < 0 || wanted(moves[std::size_t(here.move)]) ? decision : decide({});
        const int yes = only(here.yes, wanted);
        const int no = only(here.no, wanted);
        return decide({here.question, yes, no, -1});
    }
    /// The number of a decision; where both ways come to the same there is no question.
    int decide(const Decision& decision);
    /// The truth that some move is made.
    int canMove(int decision);

private:
    std::map<Decision, int> m_numbers;
};

/// Every thread, from the initial state on. An error is one sentence that says what cannot be written so.
[[nodiscard]] tl::expected<GuardedSteps, std::string> guardedSteps(const Model& model);

} // namespace bindlab
