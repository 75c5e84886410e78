#pragma once

#include "lowering/execution.h"
#include "lowering/growth.h"

#include <map>
#include <utility>
#include <vector>

namespace bindlab::lowering {

/// Finds what every thread can do from every place it comes to: each step is followed along all its paths, which become
/// decisions and moves. It is done once.
class Unfolding {
public:
    explicit Unfolding(const Model& model) : m_model(model), m_growth(model, m_out), m_execution(model, m_out, m_growth) {}

    GuardedSteps run();

private:
    /// What was found from a place.
    struct Looked {
        Growth::Look look;
        std::vector<GuardedStep> steps;
    };

    void stepsFrom(int thread, int at);
    /// The decision that stands before all that can become of this path; -1 where no run comes. Adds when it breaks which
    /// property.
    int follow(Path path, Broken& breaks);
    int followAll(const Path& before, const Fork& fork, Broken& breaks);
    /// The decision for the move that a path has come to.
    int finish(Path& path);
    /// Notes where the thread stands behind its step, and what its locals and the locks can hold there.
    void growBehind(const Path& path, int to);
    /// What a path changes: by cell, a term. What the cells can hold grows by it.
    std::map<int, int> effectsOf(const Path& path);
    void addProperties();

    Knowledge& known() { return m_execution.known(); }
    Memory& memory() { return m_execution.memory(); }

    const Model& m_model;
    GuardedSteps m_out;
    Terms& m_terms = m_out.terms;
    Growth m_growth;
    Execution m_execution;
    std::map<std::pair<int, int>, Looked> m_looked;   ///< by thread and place
    std::map<Move, int> m_moves;                      ///< their indices
    GuardedStep m_step;                               ///< the one being followed
    std::size_t m_paths = 0;                          ///< ways it can go
};

} // namespace bindlab::lowering
