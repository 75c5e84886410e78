#pragma once

#include "matrix_rows.h"

#include <QVariantMap>

#include <vector>

namespace bindlab {

/// What a drawing of the matrix shows.
struct MatrixPicture {
    QString title;
    QString summary;
    const std::vector<MatrixDesignRow>& designs;
    const std::vector<MatrixScenarioRow>& scenarios;
    const std::vector<HeatCell>& cells;   ///< by design, then scenario
};

/// An SVG; `inks` as Theme.inks.
[[nodiscard]] QString drawMatrix(const MatrixPicture& matrix, const QVariantMap& inks);

} // namespace bindlab
