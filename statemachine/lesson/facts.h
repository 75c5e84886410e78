#pragma once

#include "checker/checker.h"
#include "lesson/claims.h"
#include "lesson/fact_answer.h"
#include "lesson/lesson.h"
#include "world/run.h"
#include "world/snapshot.h"

#include <string>
#include <vector>

namespace bindlab {

/// A run looked at where it stands.
class Scene {
public:
    explicit Scene(const Run& run) : m_model(run.model()), m_run(&run), m_snapshot(look(run.model(), run.state())) {}
    /// A state alone; facts of what has happened are not understood.
    Scene(const Model& model, const State& state) : m_model(model), m_snapshot(look(model, state)) {}

    /// One answer for each attribute of a fact of a state.
    [[nodiscard]] std::vector<FactAnswer> answers(const Fact& fact) const;
    [[nodiscard]] bool hold(const std::vector<Fact>& facts) const;
    /// Whether all facts of one of them hold.
    [[nodiscard]] bool reach(const std::vector<Goal>& goals) const;
    [[nodiscard]] const Snapshot& snapshot() const { return m_snapshot; }

private:
    const Model& m_model;
    const Run* m_run = nullptr;
    Snapshot m_snapshot;
};

/// One answer for each attribute of a fact of a check.
[[nodiscard]] std::vector<FactAnswer> answers(const CheckResult& result, const Fact& fact);

/// The statement with the space in it evened out and without its semicolon, so that "lock( m );" is "lock(m)".
[[nodiscard]] std::string plainStatement(const std::string& statement);

} // namespace bindlab
