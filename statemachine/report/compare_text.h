#pragma once

#include "checker/compare.h"

#include <string>

namespace bindlab {

/// What was compared, where the two part, the verdicts side by side for each property that fails or differs, the lock step (in
/// one piece until the two part, in two columns from there), the patches that only one side has with their mail, and the lines
/// of the flows that differ: all of them when `wholeDiff` asks for it, else only when they are few. Fit for a mail at 78 columns,
/// but for long lines of code.
[[nodiscard]] std::string comparisonAsText(const Comparison& comparison, const Library& library, int columns = 100, bool wholeDiff = false);

/// The scenarios of a matrix of two designs (on its first platform) in which their verdicts differ, each with both in short;
/// one line that says so where there is none.
[[nodiscard]] std::string differencesAsText(const Matrix& matrix, const Library& library, int columns = 100);

} // namespace bindlab
