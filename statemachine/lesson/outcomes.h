#pragma once

#include "checker/compare.h"
#include "lesson/lesson.h"
#include "lesson/replay_elsewhere.h"
#include "lesson/results.h"

#include <string>
#include <vector>

namespace bindlab {

/// What an act has come to, as Markdown. Everything in it was computed by the model.

/// "one step", "12 steps".
[[nodiscard]] std::string stepCount(std::size_t count);
/// What the run broke from step `from` on, each property once; empty when it broke nothing.
[[nodiscard]] std::string brokenFrom(const Run& run, int from);
/// Of a drive; `own`: by the reader's own schedule.
[[nodiscard]] std::string outcomeOf(const Drive& drive, const Run& run, bool own);
[[nodiscard]] std::string outcomeOf(const Replayed& replayed, const Selection& selection, bool own);
[[nodiscard]] std::string outcomeOf(const CheckResult& result, const Selection& selection, const std::vector<std::string>& properties);
/// Of an order or a repair that was tried: whether it is `good`, and if not, which of the facts the model contradicts.
[[nodiscard]] std::string outcomeOf(const CheckResult& result, const std::vector<Fact>& facts, const std::string& good, const std::string& bad);
[[nodiscard]] std::string outcomeOf(const Comparison& comparison);

/// Which of the runs that fail a page shows: of the first property that the facts call violated, else of the first one that
/// they call otherwise, else the first of all. Null when none fails.
[[nodiscard]] const Violation* violationOf(const CheckResult& result, const std::vector<Fact>& facts);

} // namespace bindlab
