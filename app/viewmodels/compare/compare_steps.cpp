#include "compare_steps.h"

#include "compare_view_model.h"
#include "viewmodels/shared/plain_text.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace bindlab {

namespace {

/// A few words for a block: what was refused, else what the line is.
QString labelOf(const StepRecord& record)
{
    for (const Effect& effect : record.effects)
        if (effect.kind == EffectKind::Returned && effect.after.starts_with('-'))
            return CompareViewModel::tr("returns %1").arg(text(effect.after));
    return text(record.label.empty() ? record.text : record.label);
}

/// One side's part of a row.
struct SideOfStep {
    int& thread;
    QString& label;
    QString& sentence;
    bool& fails;
    QString& forced;
};

/// Answers what is said of the side in words.
QString fill(SideOfStep part, const ComparedSide& side, int step, const QString& name)
{
    if (step >= side.run->length())
        return CompareViewModel::tr("%1 has ended").arg(name);
    const StepRecord& record = side.run->record(step);
    part.thread = record.choice.thread;
    part.label = labelOf(record);
    part.sentence = text(record.sentence);
    part.fails = !record.findings.empty();
    part.forced = text(side.forced[std::size_t(step)]);
    return CompareViewModel::tr("%1: %2").arg(name, part.forced.isEmpty() ? part.sentence : CompareViewModel::tr("%1, so %2").arg(part.forced, part.sentence));
}

} // namespace

int lengthOf(const Comparison& comparison) { return std::max(comparison.sides[0].run->length(), comparison.sides[1].run->length()); }

std::vector<CompareStepRow> comparedSteps(const Comparison& comparison, const SideNames& names)
{
    const auto& [one, other] = comparison.sides;
    std::vector<CompareStepRow> rows;
    for (int step = 0; step < lengthOf(comparison); ++step) {
        CompareStepRow row;
        row.step = step + 1;
        row.split = step == comparison.split;
        QStringList spoken{(row.split ? CompareViewModel::tr("Step %1, they part") : CompareViewModel::tr("Step %1")).arg(row.step)};
        spoken.append(fill({row.firstThread, row.firstLabel, row.firstSentence, row.firstFails, row.firstForced}, one, step, names[0]));
        spoken.append(fill({row.secondThread, row.secondLabel, row.secondSentence, row.secondFails, row.secondForced}, other, step, names[1]));
        row.spoken = spoken.join(QStringLiteral(". "));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<int> departuresOf(const ComparedSide& side)
{
    std::vector<int> departures;
    for (std::size_t step = 0; step < side.forced.size(); ++step)
        if (!side.forced[step].empty())
            departures.push_back(int(step));
    return departures;
}

} // namespace bindlab
