#pragma once

#include "checker/compare.h"

#include <string>

namespace bindlab {

/// What was compared, the verdicts side by side for each property with states and lengths, the patches that only one side
/// has with their mail, and the lock step: in one piece until the two part, in two columns from there.
[[nodiscard]] std::string comparisonAsText(const Comparison& comparison, const Library& library, int columns = 100);

/// The scenarios of a matrix of two designs (on its first platform) in which their verdicts differ, each with both in short;
/// one line that says so where there is none.
[[nodiscard]] std::string differencesAsText(const Matrix& matrix, const Library& library, int columns = 100);

} // namespace bindlab
