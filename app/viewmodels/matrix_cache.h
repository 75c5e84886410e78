#pragma once

#include "checker/matrix.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace bindlab {

/// Finished cells of the matrix in a file, for the next time the program is opened. `key` stands for what they were made from: the
/// flows and the program; a file of another key, a damaged one or none at all holds no cells.
[[nodiscard]] std::vector<MatrixCell> loadCells(const QString& file, const QByteArray& key);
/// Written as a whole or not at all. That it could not be written is no fault: it is made again.
void saveCells(const QString& file, const QByteArray& key, const std::vector<MatrixCell>& cells);

/// Of these flows and this build of the program.
[[nodiscard]] QByteArray cacheKey(const Library& library);

} // namespace bindlab
