#pragma once

#include "matrix_rows.h"

#include "checker/matrix.h"
#include "flow/library.h"

#include <QString>

#include <vector>

namespace bindlab {

/// What is to be said of the cell that is looked at.
struct MatrixCard {
    QString title;                       ///< "I3 is broken, F7"
    QString property;                    ///< what the broken property says must hold; empty without one
    QString steps;                       ///< "11 steps"; of a cell without a failure its states
    QString place;                       ///< scenario and design
    QString text;
    QString others;                      ///< the other failures: "I5 F7 after 23, ..."; empty without one
    int length = 0;                      ///< steps of the failing run
    std::vector<SequenceRow> sequence;   ///< of the failing run
};

/// `cell` is null while it is not checked.
[[nodiscard]] MatrixCard cardOf(const MatrixDesignRow& design, const MatrixScenarioRow& scenario, const MatrixCell* cell, const Library& library);

} // namespace bindlab
