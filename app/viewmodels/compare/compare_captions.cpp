#include "compare_captions.h"

#include "compare_view_model.h"
#include "viewmodels/shared/number_text.h"
#include "viewmodels/shared/plain_text.h"
#include "viewmodels/workbench/workbench_check.h"

#include <algorithm>
#include <vector>

namespace bindlab {

QString stepsText(std::size_t count) { return count == 1 ? CompareViewModel::tr("1 step") : CompareViewModel::tr("%1 steps").arg(count); }
QString statesText(std::uint64_t count) { return CompareViewModel::tr("%1 states").arg(numberText(count)); }

QString leadText(const Lead& lead, const SideNames& names)
{
    if (lead.schedule == Schedule::Fair)
        return CompareViewModel::tr("Threads take turns");
    const QString what = (text(lead.violation.property) + QLatin1Char(' ') + text(lead.violation.failure)).trimmed();
    return CompareViewModel::tr("%1 breaks %2, %3").arg(names[lead.schedule == Schedule::FailureOfFirst ? 0 : 1], what, stepsText(lead.violation.steps.size()));
}

QString obstacleText(const Comparison& comparison, const SideNames& names)
{
    QStringList lines;
    for (std::size_t side = 0; side < 2; ++side) {
        const MatrixCell& cell = comparison.sides[side].cell;
        if (cell.stopped)
            lines.append(CompareViewModel::tr("%1 was stopped before its check was done.").arg(names[side]));
        else if (!cell.error.empty())
            lines.append(CompareViewModel::tr("%1 cannot be run: %2").arg(names[side], text(cell.error).trimmed()));
        else if (!cell.whyNotApplicable.empty())
            lines.append(CompareViewModel::tr("%1 does not apply: %2").arg(names[side], text(cell.whyNotApplicable)));
    }
    return lines.join(QLatin1Char('\n'));
}

QString becauseText(const Parting& parting, const SideNames& names)
{
    QStringList reasons;
    for (const StateDifference& reason : parting.because)
        reasons.append(CompareViewModel::tr("%1 is %2 in %3 and %4 in %5").arg(text(reason.name), text(reason.values[0]), names[0], text(reason.values[1]), names[1]));
    return reasons.isEmpty() ? QString() : CompareViewModel::tr("Before that step %1.").arg(reasons.join(CompareViewModel::tr(", and ")));
}

QStringList outcomeTexts(const Parting& parting)
{
    QStringList sentences;
    for (const std::string& outcome : parting.outcomes)
        sentences.append(withCapital(text(outcome) + QLatin1Char('.')));
    return sentences;
}

QString brokenBefore(const Run& run, int position)
{
    std::vector<Violation> broken;
    for (int step = 0; step < std::min(position, run.length()); ++step)
        for (const Finding& finding : run.record(step).findings) {
            Violation& violation = broken.emplace_back();
            violation.property = finding.property;
            violation.failure = finding.failure;
            violation.message = finding.message;
            violation.steps.resize(std::size_t(step) + 1);
        }
    return broken.empty() ? QString() : violationName(*std::ranges::min_element(broken, isToldBefore));
}

} // namespace bindlab
