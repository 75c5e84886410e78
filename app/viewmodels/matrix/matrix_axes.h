#pragma once

#include "matrix_rows.h"
#include "viewmodels/workbench/workbench_rows.h"

#include "flow/library.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <string>
#include <vector>

namespace bindlab {

/// The designs and scenarios the heatmap can show, and what a filter leaves of them.

/// Rows at most: the named designs and combinations of one of them.
constexpr int mostMatrixRows = 100;

/// A design as a row is named, for a reader: "D3a", "D6 +serialise-bind".
[[nodiscard]] QString designInShort(const std::string& design);

/// The named designs, then the combinations of `base` with these switches flipped or not.
[[nodiscard]] std::vector<MatrixDesignRow> designRowsOf(const Library& library, const std::string& base, const std::vector<std::string>& flipped);
/// The choices that combinations of `base` can be made of.
[[nodiscard]] std::vector<SwitchRow> switchRowsOf(const Library& library, const std::string& base, const std::vector<std::string>& flipped);
/// Groups of scenarios, `current` when shown, and how many each has.
[[nodiscard]] std::vector<NamedRow> groupRowsOf(const std::vector<ScenarioInfo>& scenarios, const QStringList& hidden);

/// What is not shown.
struct MatrixFilter {
    QString words;              ///< that a scenario's or design's name has to have
    QStringList hiddenGroups;
    bool hideFailing = false;   ///< designs
    bool hideEqual = false;     ///< columns in which all designs come to the same
};

/// The cell of a design (MatrixDesignRow::key) in a scenario.
using HeatAt = std::function<HeatCell(const std::string& design, const std::string& scenario)>;

[[nodiscard]] std::vector<MatrixScenarioRow> shownScenarios(const std::vector<ScenarioInfo>& scenarios, const std::vector<MatrixDesignRow>& designs,
                                                            const MatrixFilter& filter, const HeatAt& heatAt);
/// `columns` are the scenarios that are shown.
[[nodiscard]] std::vector<MatrixDesignRow> shownDesigns(const std::vector<MatrixDesignRow>& designs, const std::vector<MatrixScenarioRow>& columns,
                                                        const MatrixFilter& filter, const HeatAt& heatAt);

} // namespace bindlab
