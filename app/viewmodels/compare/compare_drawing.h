#pragma once

#include "compare_rows.h"
#include "viewmodels/map/workbench_map.h"

#include <QVariantMap>

#include <array>
#include <vector>

namespace bindlab {

/// What a drawing of a comparison shows.
struct ComparePicture {
    struct Side {
        QString name;
        QString title;
        QString broken;                 ///< empty: nothing
        const MapViewModel* map = nullptr;
    };
    QString title;
    QString sentence;                   ///< for screen readers
    std::array<Side, 2> sides;
    const std::vector<CompareStepRow>& steps;
    const std::vector<CompareVerdictRow>& verdicts;
    int firstStep = 0;                  ///< from 0; of the columns that are drawn
};

/// Both maps as they stand, some steps, and the verdicts: an SVG. `inks` as Theme.inks.
[[nodiscard]] QString drawComparison(const ComparePicture& picture, const QVariantMap& inks);

/// "fails, F1 51 steps", of a verdict by its kind (MatrixViewModel::CellKind) and what it has in short.
[[nodiscard]] QString verdictInWords(int kind, const QString& inShort);

} // namespace bindlab
