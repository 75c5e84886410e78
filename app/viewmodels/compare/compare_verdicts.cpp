#include "compare_verdicts.h"

#include "compare_drawing.h"
#include "compare_view_model.h"
#include "viewmodels/matrix/matrix_view_model.h"
#include "viewmodels/shared/named_rows.h"
#include "viewmodels/shared/plain_text.h"

#include <QStringList>

#include <algorithm>
#include <tuple>
#include <utility>

namespace bindlab {

namespace {

/// The kind of cell, and how many steps or states it took.
std::pair<int, QString> inShort(const PropertyVerdict& verdict, const ComparedSide& side)
{
    switch (verdict.verdict) {
    case Verdict::Holds: return {MatrixViewModel::Safe, statesText(side.cell.result.states)};
    case Verdict::Bounded: return {MatrixViewModel::Bounded, CompareViewModel::tr("to depth %1").arg(side.cell.result.depth)};
    case Verdict::NotApplicable: return {MatrixViewModel::NotApplicable, {}};
    case Verdict::Violated: break;
    }
    QStringList failures;
    for (const Violation& violation : verdict.violations)
        failures.append((text(violation.failure) + QLatin1Char(' ') + stepsText(violation.steps.size())).trimmed());
    return {MatrixViewModel::Fails, failures.join(QStringLiteral(", "))};
}

bool isWorthARow(const ComparedProperty& property)
{
    return property.differs() || std::ranges::any_of(property.sides, [](const PropertyVerdict& side) {
        return side.verdict == Verdict::Violated || side.verdict == Verdict::Bounded;
    });
}

} // namespace

ComparedVerdicts comparedVerdicts(const Comparison& comparison, const std::vector<PropertyInfo>& properties, const SideNames& names)
{
    const auto& [one, other] = comparison.sides;
    ComparedVerdicts verdicts;
    for (const ComparedProperty& property : comparedProperties(comparison)) {
        if (!isWorthARow(property)) {
            ++verdicts.others;
            continue;
        }
        CompareVerdictRow row;
        row.property = text(property.id);
        row.title = titleIn(properties, property.id);
        row.differs = property.differs();
        std::tie(row.firstKind, row.firstText) = inShort(property.sides[0], one);
        std::tie(row.secondKind, row.secondText) = inShort(property.sides[1], other);
        row.spoken = CompareViewModel::tr("%1, %2. %3: %4. %5: %6.").arg(row.property, row.title, names[0], verdictInWords(row.firstKind, row.firstText), names[1],
                                                                        verdictInWords(row.secondKind, row.secondText));
        verdicts.rows.push_back(std::move(row));
    }
    std::ranges::stable_partition(verdicts.rows, &CompareVerdictRow::differs);
    return verdicts;
}

} // namespace bindlab
