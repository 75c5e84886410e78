#pragma once

#include "checker/matrix.h"
#include "report/json.h"

namespace bindlab {

/// A check as checkAsJson writes it, its violations without steps. Where there is a reason that it does not apply,
/// "why_not_applicable" is added; a cell that could not be run has the verdict "error" and its text under "error".
[[nodiscard]] Json cellAsJson(const MatrixCell& cell);

/// The cells in their order.
[[nodiscard]] Json matrixAsJson(const Matrix& matrix);

} // namespace bindlab
