#pragma once

#include "checker/compare.h"
#include "report/json.h"

namespace bindlab {

/// Keys scenario, platform, first and second (each a cell as matrix --json has it), verdicts (property, title, differs,
/// and for each side verdict and failures with their lengths), patches (only_first, only_second), schedule ("first", "second",
/// "fair" or null), played (property, failure, length), split (step from 1, sentence; null when they never part) and steps:
/// for each step what either side does (thread, flow, line, text, forced), null once it has ended.
[[nodiscard]] Json comparisonAsJson(const Comparison& comparison, const Library& library);

/// A list of the scenarios in which the two designs of the matrix differ: scenario, name, first and second, each a cell.
[[nodiscard]] Json differencesAsJson(const Matrix& matrix, const Library& library);

} // namespace bindlab
