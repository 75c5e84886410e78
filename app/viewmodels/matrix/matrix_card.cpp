#include "matrix_card.h"

#include "matrix_axes.h"
#include "matrix_heat.h"
#include "matrix_view_model.h"
#include "viewmodels/shared/named_rows.h"
#include "viewmodels/shared/number_text.h"
#include "viewmodels/shared/plain_text.h"

#include <QStringList>

namespace bindlab {

namespace {

QString titleOf(int kind, const Violation* shown)
{
    switch (kind) {
    case MatrixViewModel::Safe: return MatrixViewModel::tr("Safe");
    case MatrixViewModel::Bounded: return MatrixViewModel::tr("No failure found");
    case MatrixViewModel::NotApplicable: return MatrixViewModel::tr("Does not apply");
    case MatrixViewModel::Broken: return MatrixViewModel::tr("Cannot be run");
    case MatrixViewModel::Fails: break;
    default: return MatrixViewModel::tr("Not checked yet");
    }
    return shown->failure.empty() ? MatrixViewModel::tr("%1 is broken").arg(text(shown->property)) : MatrixViewModel::tr("%1 is broken, %2").arg(text(shown->property), text(shown->failure));
}

QString stepsOf(const MatrixCell& cell, const Violation* shown)
{
    if (shown)
        return shown->steps.size() == 1 ? MatrixViewModel::tr("1 step") : MatrixViewModel::tr("%1 steps").arg(shown->steps.size());
    return cell.result.states > 0 ? MatrixViewModel::tr("%1 states").arg(numberText(cell.result.states)) : QString();
}

QString textOf(const MatrixCell& cell, const Violation* shown)
{
    if (shown)
        return text(shown->message);
    if (!cell.error.empty())
        return text(cell.error);
    if (!cell.whyNotApplicable.empty())
        return text(cell.whyNotApplicable);
    if (!cell.result.bound.empty())
        return MatrixViewModel::tr("Stopped at %1, depth %2: what was not seen may fail.").arg(text(cell.result.bound)).arg(cell.result.depth);
    return MatrixViewModel::tr("Every interleaving was tried, %1 steps deep; no property is broken.").arg(cell.result.depth);
}

QString othersThan(const Violation& shown, const CheckResult& result)
{
    constexpr int mostNamed = 4;
    QStringList names;
    for (const Violation& other : result.violations)
        if (&other != &shown)
            names.append(MatrixViewModel::tr("%1 %2 after %3").arg(text(other.property), text(other.failure)).arg(other.steps.size()).simplified());
    const qsizetype more = names.size() - mostNamed;
    return names.mid(0, mostNamed).join(QStringLiteral(", ")) + (more > 0 ? MatrixViewModel::tr(" and %1 more").arg(more) : QString());
}

std::vector<SequenceRow> sequenceOf(const Violation& shown)
{
    std::vector<SequenceRow> sequence;
    for (std::size_t i = 0; i < shown.steps.size(); ++i) {
        if (sequence.empty() || sequence.back().thread != shown.steps[i].thread)
            sequence.push_back({int(shown.steps[i].thread), int(i) + 1, int(i) + 1, false});
        sequence.back().last = int(i) + 1;
    }
    if (!sequence.empty())
        sequence.back().breaks = true;
    return sequence;
}

} // namespace

MatrixCard cardOf(const MatrixDesignRow& design, const MatrixScenarioRow& scenario, const MatrixCell* cell, const Library& library)
{
    const std::string name = design.key.toStdString();
    MatrixCard card;
    card.place = MatrixViewModel::tr("%1, %2: %3.").arg(scenario.key, designInShort(name), scenario.title);
    const Violation* shown = cell ? shownFailure(cell->result) : nullptr;
    card.title = titleOf(heatOf(name, scenario.key.toStdString(), cell).kind, shown);
    if (cell) {
        card.steps = stepsOf(*cell, shown);
        card.text = textOf(*cell, shown);
    }
    if (shown) {
        card.property = titleIn(library.properties(), shown->property);
        card.others = othersThan(*shown, cell->result);
        card.length = int(shown->steps.size());
        card.sequence = sequenceOf(*shown);
    }
    return card;
}

} // namespace bindlab
