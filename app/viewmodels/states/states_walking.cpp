/// The node that is shown, and the run it stands on.
#include "states_view_model.h"

#include "states_captions.h"
#include "states_details.h"
#include "states_node.h"
#include "viewmodels/shared/plain_text.h"

#include "world/snapshot.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace bindlab {

/// Where the run that was followed stands; else on the failing path the last state from which some run holds.
std::uint32_t StatesViewModel::firstNode() const { return m_choice.followed().empty() ? m_run.turningPoint() : nodeBehind(*m_explored, m_choice.followed()); }

void StatesViewModel::select(int node)
{
    if (!explored() || node < 0 || std::uint32_t(node) >= m_explored->facts.nodes())
        return;
    if (m_run.goTo(std::uint32_t(node)))
        tellRun();
    showNode();
}

void StatesViewModel::selectRow(int row)
{
    if (!explored() || row < 0 || std::size_t(row) >= m_scene->nodes.size())
        return;
    // Of a group the member on the shown run, if there is one.
    const auto nodes = m_explored->nodesOf(m_run.path());
    const auto member = std::ranges::find_if(nodes, [&](std::uint32_t node) { return m_scene->graph.groupOf[node] == std::uint32_t(row); });
    select(int(member == nodes.end() ? m_scene->graph.nodes[std::size_t(row)].first : *member));
}

void StatesViewModel::seek(int position)
{
    if (!explored())
        return;
    m_run.seek(position);
    m_play.settle();
    showNode();
}

void StatesViewModel::tellRun()
{
    pause();
    emit pathChanged();
}

void StatesViewModel::chooseFailure(int failure)
{
    if (!m_explored || failure < 0 || failure >= int(m_explored->facts.failures.size()))
        return;
    const bool isOther = failure != m_run.failure();
    m_run = StatesRun(m_explored, failure);
    tellRun();
    m_choice.leaveSteps();
    select(int(firstNode()));
    if (isOther) {
        m_arranging.forget();
        arrangeAnew();
    }
}

void StatesViewModel::showMainPath()
{
    m_run.leadBack();
    tellRun();
    seek(position());
}

void StatesViewModel::walk(int way)
{
    if (!explored())
        return;
    if (way < 0 || position() < length()) {
        stepBy(way < 0 ? -1 : 1);
    } else if (m_run.extend()) {
        tellRun();
        seek(length());
    }
}

void StatesViewModel::walkColumn(int way)
{
    if (!explored())
        return;
    if (const int beside = nodeBeside(*m_scene, std::size_t(row()), way); beside >= 0)
        selectRow(beside);
}

void StatesViewModel::showNode()
{
    const std::uint32_t node = m_run.node();
    const State state = m_explored->stateOf(node);
    const Snapshot snapshot = look(*m_explored->model, state);
    m_threads.assign(threadRowsOf(snapshot));
    m_locks.assign(lockRowsOf(*m_explored, snapshot));
    m_values.assign(valueRowsOf(*m_explored, state, snapshot));
    const std::uint64_t mask = m_run.brokenHere();
    m_broken = mask == 0 ? QString() : tr("Broken here: %1").arg(text(m_explored->keysAsText(mask)));
    std::vector<StateNextRow> next = nextRowsOf(*m_explored, node, snapshot);
    m_nextText = moversText(next, snapshot);
    m_next.assign(std::move(next));
    const bool isOnFailingRun = failure() >= 0 && onMainPath();
    m_sentence = outlookOf(*m_explored, node, isOnFailingRun ? m_explored->facts.failures[std::size_t(failure())].noWayBackFrom : -1);
    m_chips.assign(chipsOf(*m_explored, node, failure() >= 0 && m_run.isOnMainPath(node)));
    m_steps.assign(pathRowsOf(*m_explored, m_run.path(), position()));
    emit currentChanged();
}

QString StatesViewModel::title() const { return explored() ? tr("State %1").arg(node()) : QString(); }
QString StatesViewModel::groupNote() const { return explored() ? bindlab::groupNote(*m_scene, std::uint32_t(row())) : QString(); }

QString StatesViewModel::spoken() const
{
    if (!explored())
        return progressText();
    QStringList parts{title()};
    for (const StateChipRow& chip : m_chips.rows())
        parts.append(chip.text);
    for (const StateThreadRow& thread : m_threads.rows())
        parts.append(thread.spoken);
    parts.append(m_sentence);
    return parts.join(QStringLiteral("; "));
}

QString StatesViewModel::pathTitle() const { return m_explored ? bindlab::pathTitle(*m_explored, m_run) : QString(); }
QString StatesViewModel::failureName() const { return m_explored ? bindlab::failureName(*m_explored, failure()) : QString(); }

void StatesViewModel::togglePlay()
{
    if (position() == length())
        seek(0);
    m_play.toggle();
}

} // namespace bindlab
