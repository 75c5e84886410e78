#pragma once

#include "checker/matrix.h"

#include <QString>

#include <vector>

namespace bindlab {

/// Finished cells of the matrix, and what stands for the flows they were made from (Library::fingerprint()).
struct KeptCells {
    std::uint64_t flows = 0;
    std::vector<MatrixCell> cells;
};

/// Those in a file, for the next time the program is opened. A file that another build of the program wrote, a damaged one or none
/// at all holds no cells.
[[nodiscard]] KeptCells loadCells(const QString& file);
/// Written as a whole or not at all. That it could not be written is no fault: it is made again.
void saveCells(const QString& file, const KeptCells& kept);

} // namespace bindlab
