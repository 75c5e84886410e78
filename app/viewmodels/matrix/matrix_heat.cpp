#include "matrix_heat.h"

#include "matrix_axes.h"
#include "matrix_view_model.h"
#include "viewmodels/shared/plain_text.h"

#include <utility>

namespace bindlab {

namespace {

using Kind = MatrixViewModel::CellKind;

HeatCell heat(Kind kind, const QString& text, const QString& spoken) { return {.kind = kind, .text = text, .spoken = spoken}; }

} // namespace

const Violation* shownFailure(const CheckResult& result)
{
    const Violation* best = nullptr;
    for (const Violation& violation : result.violations)
        if (!best || std::pair(violation.inEpilogue, violation.steps.size()) < std::pair(best->inEpilogue, best->steps.size()))
            best = &violation;
    return best;
}

HeatCell heatOf(const std::string& design, const std::string& scenario, const MatrixCell* cell)
{
    const QString where = MatrixViewModel::tr("%1 in %2").arg(designInShort(design), text(scenario));
    if (!cell)
        return heat(Kind::Pending, {}, MatrixViewModel::tr("%1, not checked yet").arg(where));
    if (!cell->error.empty())
        return heat(Kind::Broken, QStringLiteral("!"), MatrixViewModel::tr("%1 cannot be run").arg(where));
    switch (cell->result.verdict) {
    case Verdict::Holds: return heat(Kind::Safe, {}, MatrixViewModel::tr("%1, safe").arg(where));
    case Verdict::NotApplicable: return heat(Kind::NotApplicable, {}, MatrixViewModel::tr("%1, does not apply").arg(where));
    case Verdict::Bounded:
        return heat(Kind::Bounded, QStringLiteral("\u2265 %1").arg(cell->result.depth),
                    MatrixViewModel::tr("%1, no failure up to depth %2").arg(where).arg(cell->result.depth));
    case Verdict::Violated: break;
    }
    const QString steps = QString::number(shownFailure(cell->result)->steps.size());
    return heat(Kind::Fails, steps, MatrixViewModel::tr("%1, fails after %2 steps").arg(where, steps));
}

} // namespace bindlab
