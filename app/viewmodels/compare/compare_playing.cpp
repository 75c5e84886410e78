/// The two runs, played side by side under one schedule.
#include "compare_view_model.h"

#include "compare_differences.h"
#include "compare_focus.h"
#include "compare_steps.h"

#include <algorithm>
#include <memory>
#include <set>

namespace bindlab {

void CompareViewModel::chooseSchedule(int row)
{
    if (!m_comparison || row < 0 || row >= int(m_leads.size()) || row == m_lead)
        return;
    pause();
    if (!play(*m_comparison, m_leads[std::size_t(row)]))
        return;
    m_lead = row;
    m_position = 0;
    showRuns();
    jumpToSplit();
}

void CompareViewModel::showRuns()
{
    if (playable())
        playSides();
    m_steps.assign(playable() ? comparedSteps(*m_comparison, names()) : std::vector<CompareStepRow>());
    emit changed();
    showPosition();
}

void CompareViewModel::playSides()
{
    const std::set<QString> drawn = m_wholeMaps ? std::set<QString>() : objectsThatDiffer(*m_comparison);
    for (std::size_t side = 0; side < 2; ++side) {
        const ComparedSide& compared = m_comparison->sides[side];
        const ComparedSide& other = m_comparison->sides[1 - side];
        m_sides[side].map()->layBeside(drawn, std::make_shared<Snapshot>(look(*other.model, other.run->stateAt(0))));
        m_sides[side].show(*compared.run, m_selections[side], departuresOf(compared));
    }
}

int CompareViewModel::leader() const
{
    if (!playable() || m_comparison->schedule == Schedule::Fair)
        return -1;
    return m_comparison->schedule == Schedule::FailureOfFirst ? 0 : 1;
}

int CompareViewModel::length() const { return playable() ? lengthOf(*m_comparison) : 0; }

void CompareViewModel::seek(int position)
{
    const int wanted = std::clamp(position, 0, length());
    if (wanted == m_position)
        return;
    m_position = wanted;
    showPosition();
}

void CompareViewModel::showPosition()
{
    m_differ.clear();
    if (playable()) {
        for (WorkbenchViewModel& side : m_sides)
            side.seek(m_position);
        const auto& [one, other] = m_comparison->sides;
        m_differ = differencesBetween(*one.model, m_sides[0].run()->state(), *other.model, m_sides[1].run()->state());
        std::vector<CompareStepRow> steps = m_steps.rows();
        for (CompareStepRow& step : steps)
            step.current = step.step == m_position;
        m_steps.assign(std::move(steps));
    }
    m_differences.assign(differenceRows(m_differ));
    showMarks();
    emit moved();
}

void CompareViewModel::showMarks()
{
    const bool isOverlaid = m_view == View::Overlay && !m_differ.empty();
    m_marks.assign(isOverlaid ? overlayMarks(m_differ, *m_sides[0].map(), m_sides[0].snapshot()) : std::vector<OverlayMark>());
}

QString CompareViewModel::brokenSoFar(std::size_t side) const { return playable() ? brokenBefore(*m_comparison->sides[side].run, m_position) : QString(); }
void CompareViewModel::jumpToSplit() { seek(split() > 0 ? split() : m_position); }

void CompareViewModel::jumpToFailure()
{
    for (const CompareStepRow& step : m_steps.rows())
        if (step.firstFails || step.secondFails) {
            seek(step.step);
            return;
        }
}

void CompareViewModel::replay()
{
    pause();
    seek(0);
    togglePlay();
}

void CompareViewModel::setView(View view)
{
    if (view == m_view)
        return;
    m_view = view;
    emit viewChanged();
    showPosition();
}

void CompareViewModel::setWholeMaps(bool whole)
{
    if (whole == m_wholeMaps)
        return;
    m_wholeMaps = whole;
    emit viewChanged();
    showRuns();
}

void CompareViewModel::nextView() { setView(View((int(m_view) + 1) % 3)); }

} // namespace bindlab
