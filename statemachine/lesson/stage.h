#pragma once

#include "lesson/lesson.h"
#include "lesson/results.h"
#include "world/run.h"
#include "world/snapshot.h"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <vector>

namespace bindlab {

/// A move or setting that the model does not allow.
struct StageError {
    int line = 0;
    std::string claim;   ///< "T1 gets to lock(v.mutex)"
    std::string model;   ///< what happened instead
};

/// What every page of the lesson starts with.
[[nodiscard]] Selection startOf(const Lesson& lesson);

/// What a page runs: a design in a scenario, and the steps taken so far. Directives follow one another on it.
class Stage {
public:
    Stage(const Lesson& lesson, Results& results) : m_results(&results), m_selection(startOf(lesson)) {}

    /// The model of a directive; the first one always starts the run. `line` is the directive's.
    tl::expected<void, StageError> enter(const Setting& setting, int line);
    /// Starts this anew.
    tl::expected<void, StageError> enter(const Selection& selection);
    /// Takes steps as told. What was taken before a move that fails stays.
    tl::expected<void, StageError> play(const std::vector<Move>& moves);

    [[nodiscard]] const Selection& selection() const { return m_selection; }
    [[nodiscard]] bool started() const { return m_run.has_value(); }
    [[nodiscard]] Run& run() { return *m_run; }
    [[nodiscard]] const Run& run() const { return *m_run; }
    void setRun(Run run) { m_run = std::move(run); }

private:
    tl::expected<void, StageError> playOne(const Move& move);
    tl::expected<void, StageError> playShortest(const Move& move);
    tl::expected<void, StageError> playNearest(const Move& move);
    /// The steps, less the last ones that the move leaves out.
    tl::expected<void, StageError> take(const std::vector<StepChoice>& steps, const Move& move);

    Results* m_results;
    Selection m_selection;
    std::optional<Run> m_run;
};

/// Whether the run begins anew with it.
[[nodiscard]] bool startsAnew(const Setting& setting);
/// What a block does to the run of its page without the reader; nothing for one that leaves it alone. A replay does more: it feeds
/// a schedule to what it begins.
[[nodiscard]] std::optional<Play> effectOf(const Block& block);

/// The picks that led to where the run stands.
[[nodiscard]] std::vector<StepChoice> takenSteps(const Run& run);

} // namespace bindlab
