#pragma once

#include "checker/matrix.h"
#include "flow/library.h"

#include <string>
#include <vector>

namespace bindlab {

/// The whole matrix: a table for each platform, as many columns side by side as fit; what the marks mean; every violation
/// with what was found only in the epilogue apart; what does not apply, has no verdict or does not compile; a count.
/// Says nothing of seconds, so the same matrix is the same text.
[[nodiscard]] std::string matrixAsText(const Matrix& matrix, const Library& library, int columns = 100);

/// A cell in short, one entry a line of its table: "ok", "n/a", "error", "?" at a bound, or its failures with the length
/// of the shortest run: "F1 26", in brackets where only the epilogue shows it.
[[nodiscard]] std::vector<std::string> cellInShort(const MatrixCell& cell);

/// The violations of a cell: property, failure, length and message; those that only the epilogue shows come last, below a line
/// that says so. Empty when there is none.
[[nodiscard]] std::string violationsAsText(const CheckResult& result, int columns, int indent = 0);

/// "26 steps"
[[nodiscard]] std::string stepsInWords(std::size_t steps);

} // namespace bindlab
