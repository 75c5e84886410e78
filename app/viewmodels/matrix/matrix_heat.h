#pragma once

#include "matrix_rows.h"

#include "checker/matrix.h"

#include <string>

namespace bindlab {

/// Of the failures of a cell the one that is shown: the shortest, before those that only the epilogue shows. Null without one.
[[nodiscard]] const Violation* shownFailure(const CheckResult& result);

/// A cell of the heatmap, without its place; `cell` is null while it is not checked.
[[nodiscard]] HeatCell heatOf(const std::string& design, const std::string& scenario, const MatrixCell* cell);

} // namespace bindlab
