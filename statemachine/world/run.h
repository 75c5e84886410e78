#pragma once

#include "flow/library.h"
#include "world/step.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace bindlab {

/// What a trace may be, and what playing it may take.
struct TraceLimits {
    static constexpr std::size_t bytes = std::size_t(16) << 20;      ///< of its JSON
    static constexpr std::size_t steps = 100'000;
    static constexpr std::size_t patches = 1000;
    static constexpr std::size_t stateBytes = std::size_t(256) << 20; ///< of all states of the run that is played, together
};

/// Start and picks: replays to the same states everywhere. With a flow text of one's own it needs nothing else.
struct Trace {
    static constexpr int currentVersion = 2;   ///< 2: may have a flow text
    Selection selection;
    std::vector<StepChoice> steps;
    int position = -1;      ///< after so many steps it is to be looked at; -1: not said
    std::string flowName;   ///< of a flow file that is not shipped, or empty
    std::string flowText;
    bool operator==(const Trace&) const = default;
};

[[nodiscard]] std::string toJson(const Trace& trace);
/// Damaged text, a newer version or absurd sizes are an error of one line.
[[nodiscard]] tl::expected<Trace, std::string> traceFromJson(const std::string& text);

/// A run that is being played: the states so far and, after stepping back, those ahead.
class Run {
public:
    explicit Run(std::shared_ptr<const Model> model);

    [[nodiscard]] const Model& model() const { return *m_model; }
    [[nodiscard]] std::shared_ptr<const Model> sharedModel() const { return m_model; }
    [[nodiscard]] int position() const { return m_position; }      ///< steps taken to reach state()
    [[nodiscard]] int length() const { return int(m_records.size()); } ///< recorded steps, those ahead included
    [[nodiscard]] const State& state() const { return m_states[std::size_t(m_position)]; }
    [[nodiscard]] const State& stateAt(int step) const { return m_states[std::size_t(step)]; }
    [[nodiscard]] const StepRecord& record(int step) const { return m_records[std::size_t(step)]; } ///< 0 .. length()-1

    /// Takes a step from here. A different choice than the recorded one cuts off what was ahead.
    StepStatus step(StepChoice choice);
    bool back();
    bool forward();
    void seek(int position);

    /// After how many steps everything was as it is after the last recorded one: from there on the run can go round for ever.
    /// -1 when it never was.
    [[nodiscard]] int loopsTo() const;

    [[nodiscard]] Trace trace() const;

private:
    std::shared_ptr<const Model> m_model;
    std::vector<State> m_states;
    std::vector<StepRecord> m_records;
    int m_position = 0;
};

/// A trace that was played, and what its names come from: `shipped`, or that with the trace's own flow text.
struct PlayedTrace {
    std::shared_ptr<const Library> flows;
    Run run;   ///< stands where the trace says; at its beginning when it says nothing
};

/// Compiles and plays what a trace stands for. The error is one sentence. `shipped` must outlive what is played.
[[nodiscard]] tl::expected<PlayedTrace, std::string> playTrace(const Trace& trace, const Library& shipped);

/// Plays a whole trace. A step that cannot be taken is an error naming its number and why.
[[nodiscard]] tl::expected<Run, std::string> replay(std::shared_ptr<const Model> model, const std::vector<StepChoice>& steps);

} // namespace bindlab
