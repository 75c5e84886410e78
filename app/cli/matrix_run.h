#pragma once

#include "checker/matrix.h"
#include "cli/console.h"

namespace bindlab {

/// The names to choose from: as chooseLibrary, but where a design is named the shipped ones are among them whatever the
/// file holds.
[[nodiscard]] tl::expected<Library, Complaint> libraryWithDesigns(const std::string& file, const std::vector<std::string>& designs);

/// Whether there are designs of these names, and the patches they are taken with (designName()).
[[nodiscard]] tl::expected<void, Complaint> checkDesigns(const Library& library, const std::vector<std::string>& names);

/// Checks the matrix with a line of progress, until Ctrl+C. Names that nobody knows are a complaint.
[[nodiscard]] tl::expected<Matrix, Complaint> runMatrix(const Library& library, MatrixOptions options, const Console& console);

/// Exit status of an answer that gathers many verdicts, whatever they are: exitBounded where one is missing or it was
/// stopped, exitBadInput where a cell could not be run.
[[nodiscard]] int statusOf(const std::vector<MatrixCell>& cells);

} // namespace bindlab
