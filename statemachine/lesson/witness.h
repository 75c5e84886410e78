#pragma once

#include "lesson/fact_answer.h"
#include "world/run.h"
#include "world/snapshot.h"

#include <string>
#include <vector>

namespace bindlab {

/// Finds things of a snapshot by name, and says what a claim about them comes to.
class Witness {
public:
    /// Without a run it knows how things are, but not what has happened.
    Witness(const Model& model, const Run* run, const Snapshot& snapshot) : m_model(model), m_run(run), m_snapshot(snapshot) {}

    [[nodiscard]] FactAnswer thread(const Fact& fact, const FactAttribute& attribute) const;
    [[nodiscard]] FactAnswer object(const Fact& fact, const FactAttribute& attribute) const;
    [[nodiscard]] FactAnswer field(const Fact& fact, const FactAttribute& attribute) const;
    [[nodiscard]] FactAnswer machine(const Fact& fact, const FactAttribute& attribute) const;
    [[nodiscard]] FactAnswer lock(const Fact& fact, const FactAttribute& attribute) const;
    /// {call: C, thread: T, returned: R}: the last time that C returned, of that thread if one is named.
    [[nodiscard]] FactAnswer call(const Fact& fact) const;
    /// {finding: I3, thread: T1}: some step so far broke it; {finding: none}: no step broke anything;
    /// {finding: none, of: [I3, I10]}: no step broke one of these.
    [[nodiscard]] FactAnswer finding(const Fact& fact) const;

private:
    [[nodiscard]] FactAnswer waitsFor(const ThreadView& thread, std::string claim, const std::string& wanted) const;
    [[nodiscard]] FactAnswer heldBy(const ThreadView& thread, std::string claim, const std::string& wanted) const;
    [[nodiscard]] FactAnswer in(const ThreadView& thread, std::string claim, const std::string& wanted) const;
    [[nodiscard]] static FactAnswer next(const ThreadView& thread, std::string claim, const std::string& wanted);
    [[nodiscard]] static FactAnswer local(const ThreadView& thread, const std::string& local, std::string claim, const std::string& wanted);
    [[nodiscard]] int objectIndex(const std::string& name) const;
    [[nodiscard]] std::vector<std::string> objectNames() const;

    const Model& m_model;
    const Run* m_run;
    const Snapshot& m_snapshot;
};

} // namespace bindlab
