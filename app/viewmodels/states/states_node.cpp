#include "states_node.h"

#include "states_words.h"
#include "viewmodels/shared/number_text.h"
#include "viewmodels/shared/plain_text.h"

#include "flow/program.h"
#include "report/states_report.h"
#include "world/run.h"

#include <algorithm>
#include <set>
#include <utility>

namespace bindlab {

namespace {

/// "2 failing ends, 3 safe"
QString endsText(const GraphFacts::Ends& ends)
{
    if (ends.failing == 0)
        return counted(ends.safe, StatesWords::tr("1 safe end"), StatesWords::tr("%1 safe ends"));
    const QString failing = counted(ends.failing, StatesWords::tr("1 failing end"), StatesWords::tr("%1 failing ends"));
    return ends.safe == 0 ? StatesWords::tr("%1, no way back").arg(failing) : StatesWords::tr("%1, %2 safe").arg(failing, numberText(ends.safe));
}

StateNextRow nextRowOf(const ExploredStates& explored, std::uint32_t edge, const Snapshot& snapshot)
{
    const StateGraph& graph = explored.graph();
    const GraphFacts& facts = explored.facts;
    const StepChoice choice = graph.edges[edge].choice;
    const GraphFacts::Ends ends = facts.endsBehind(graph, edge);
    StateNextRow row;
    row.thread = choice.thread;
    for (const NextView& next : snapshot.threads[choice.thread].next)
        if (next.choice == choice)
            row.label = text(next.label.empty() ? next.text : next.label);
    row.node = int(facts.to[edge]);
    row.target = StatesWords::tr("State %1").arg(row.node);
    row.failing = int(ends.failing);
    row.safe = int(ends.safe);
    row.ends = graph.edges[edge].broken != 0 ? StatesWords::tr("breaks %1").arg(text(explored.keysAsText(graph.edges[edge].broken))) : endsText(ends);
    row.spoken = StatesWords::tr("%1: %2, to state %3. %4").arg(text(snapshot.threads[choice.thread].name), row.label).arg(row.node).arg(row.ends);
    return row;
}

} // namespace

std::vector<StateChipRow> chipsOf(const ExploredStates& explored, std::uint32_t node, bool onFailingPath)
{
    std::vector<StateChipRow> chips;
    const GraphFacts& facts = explored.facts;
    if (onFailingPath)
        chips.push_back({StatesWords::tr("on the failing path"), 2});
    if (facts.kind[node] == GraphFacts::Kind::Safe)
        chips.push_back({StatesWords::tr("end: holds"), 1});
    if (facts.kind[node] == GraphFacts::Kind::Fails)
        chips.push_back({StatesWords::tr("end: fails"), 2});
    if (facts.isDeadEnd(explored.graph(), node))
        chips.push_back({StatesWords::tr("dead end"), 2});
    if (node >= explored.graph().size())
        chips.push_back({StatesWords::tr("memory is lost"), 2});
    if (facts.kind[node] == GraphFacts::Kind::Inner && facts.isDoomed(node))
        chips.push_back({StatesWords::tr("no way back"), 2});
    if (facts.kind[node] == GraphFacts::Kind::After)
        chips.push_back({StatesWords::tr("after a failure"), 0});
    if (node == 0)
        chips.push_back({StatesWords::tr("start"), 0});
    return chips;
}

std::vector<StateNextRow> nextRowsOf(const ExploredStates& explored, std::uint32_t node, const Snapshot& snapshot)
{
    std::vector<StateNextRow> rows;
    const StateGraph& graph = explored.graph();
    if (node < graph.size())
        for (std::uint32_t edge = graph.first[node]; edge < graph.first[node + 1]; ++edge)
            rows.push_back(nextRowOf(explored, edge, snapshot));
    return rows;
}

QString moversText(const std::vector<StateNextRow>& next, const Snapshot& snapshot)
{
    if (next.empty())
        return {};
    std::set<int> movers;
    for (const StateNextRow& row : next)
        movers.insert(row.thread);
    if (movers.size() == 1 && snapshot.threads[std::size_t(*movers.begin())].epilogue)
        return StatesWords::tr("everything is being closed");
    const auto calling = std::ranges::count_if(snapshot.threads, [](const ThreadView& thread) { return thread.status != ThreadStatus::Done && !thread.epilogue; });
    return StatesWords::tr("%1 of %2 threads").arg(movers.size()).arg(std::max<std::ptrdiff_t>(calling, std::ptrdiff_t(movers.size())));
}

QString outlookOf(const ExploredStates& explored, std::uint32_t node, int noWayBackFrom)
{
    const GraphFacts& facts = explored.facts;
    const GraphFacts::Ends ends = facts.endsFrom(explored.graph(), node);
    switch (facts.kind[node]) {
    case GraphFacts::Kind::Safe: return StatesWords::tr("Every call has returned, and nothing was broken on the way here.");
    case GraphFacts::Kind::Fails: return StatesWords::tr("Here a run has failed.");
    case GraphFacts::Kind::After: return StatesWords::tr("Every run that comes here has failed before.");
    case GraphFacts::Kind::Inner: break;
    }
    const QString failing = counted(ends.failing, StatesWords::tr("1 end fails"), StatesWords::tr("%1 ends fail"));
    const QString safe = counted(ends.safe, StatesWords::tr("1 is safe"), StatesWords::tr("%1 are safe"));
    QString sentence = ends.failing == 0 ? StatesWords::tr("From here every run holds.") : ends.safe == 0 ? StatesWords::tr("No way back: from here every run fails, in %1.").arg(counted(ends.failing, StatesWords::tr("1 end"), StatesWords::tr("%1 ends")))
                                                                                       : StatesWords::tr("From here %1 and %2.").arg(failing, safe);
    if (noWayBackFrom >= 0 && ends.safe > 0)
        sentence += QLatin1Char(' ') + StatesWords::tr("After step %1 every run fails.").arg(noWayBackFrom);
    return sentence;
}

std::vector<StatePathRow> pathRowsOf(const ExploredStates& explored, const std::vector<std::uint32_t>& path, int position)
{
    std::vector<StatePathRow> rows;
    const auto run = replay(explored.model, stepsOf(explored.graph(), path));
    for (int step = 0; run && step < run->length(); ++step) {
        const StepRecord& record = run->record(step);
        StatePathRow row;
        row.step = step + 1;
        row.thread = record.choice.thread;
        row.label = text(record.label.empty() ? record.text : record.label);
        row.current = step + 1 == position;
        row.ahead = step + 1 > position;
        row.fails = explored.graph().edges[path[std::size_t(step)]].broken != 0;
        row.spoken = StatesWords::tr("Step %1: %2").arg(step + 1).arg(text(record.sentence));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace bindlab
