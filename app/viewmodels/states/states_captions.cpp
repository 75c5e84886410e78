#include "states_captions.h"

#include "states_words.h"
#include "viewmodels/shared/named_rows.h"
#include "viewmodels/shared/number_text.h"
#include "viewmodels/shared/plain_text.h"
#include "viewmodels/workbench/workbench_check.h"

#include "flow/program.h"
#include "machines/tdi.h"

#include <QStringList>

namespace bindlab {

namespace {

QString statesText(std::uint64_t count) { return counted(count, StatesWords::tr("1 state"), StatesWords::tr("%1 states")); }
QString stepsText(std::uint64_t count) { return counted(count, StatesWords::tr("1 step"), StatesWords::tr("%1 steps")); }

} // namespace

QString countText(const ExploredStates& explored) { return StatesWords::tr("%1, %2").arg(statesText(explored.facts.nodes()), stepsText(explored.graph().edges.size())); }

QString failingText(const GraphFacts::Ends& ends) { return ends.failing == 0 ? QString() : counted(ends.failing, StatesWords::tr("1 failing end"), StatesWords::tr("%1 failing ends")); }
QString safeText(const GraphFacts::Ends& ends) { return ends.safe == 0 ? StatesWords::tr("no safe end") : counted(ends.safe, StatesWords::tr("1 safe end"), StatesWords::tr("%1 safe ends")); }
QString deadText(const GraphFacts& facts) { return facts.deadEnds == 0 ? QString() : counted(facts.deadEnds, StatesWords::tr("1 dead end"), StatesWords::tr("%1 dead ends")); }

QString groupText(const ExploredStates& explored, const StatesScene& scene)
{
    if (scene.graph.grouping == Grouping::None)
        return {};
    const QString column = scene.arrangement == StatesScene::Arrangement::Progress ? StatesWords::tr("same progress") : StatesWords::tr("same depth");
    QString alike;
    switch (scene.graph.grouping) {
    case Grouping::Lines: alike = StatesWords::tr("same TDI state, same lines"); break;
    case Grouping::Calls: alike = StatesWords::tr("same TDI state, same calls"); break;
    case Grouping::Device: alike = StatesWords::tr("same TDI state"); break;
    default: alike = StatesWords::tr("same outcome");
    }
    return StatesWords::tr("%1 states shown as %2 groups: %3, %4").arg(numberText(explored.facts.nodes()), numberText(scene.nodes.size()), column, alike);
}

QString groupNote(const StatesScene& scene, std::uint32_t drawn)
{
    const Grouping grouping = scene.graph.grouping;
    const GroupedGraph::Node& group = scene.graph.nodes[drawn];
    if (grouping == Grouping::None || group.count == 1)
        return {};
    const bool isByProgress = scene.arrangement == StatesScene::Arrangement::Progress;
    QStringList alike{isByProgress ? StatesWords::tr("as far") : StatesWords::tr("after %1").arg(stepsText(std::uint64_t(group.column)))};
    if (const std::int8_t state = scene.nodes[drawn].tdi; state >= 0 && grouping != Grouping::Outcome)
        alike.append(StatesWords::tr("TDI in %1").arg(text(tdi().states()[std::size_t(state)].name)));
    if (grouping == Grouping::Lines)
        alike.append(StatesWords::tr("each thread at the same line"));
    if (grouping == Grouping::Calls)
        alike.append(StatesWords::tr("each thread in the same call"));
    return StatesWords::tr("One of %1 states that are drawn as one: %2. Below it is the nearest, or that of the shown run.").arg(numberText(group.count), alike.join(QStringLiteral(", ")));
}

std::vector<NamedRow> failureRowsOf(const ExploredStates& explored)
{
    std::vector<NamedRow> rows;
    for (const GraphFacts::Failure& failure : explored.facts.failures) {
        const StateGraph::Key& key = explored.graph().keys[std::size_t(failure.key)];
        const QString name = text(explored.keysAsText(std::uint64_t(1) << failure.key));
        rows.push_back({name, StatesWords::tr("%1, %2").arg(name, stepsText(failure.edges.size())), titleIn(explored.model->properties, key.property), false});
    }
    return rows;
}

QString pathTitle(const ExploredStates& explored, const StatesRun& run)
{
    if (!run.isMain())
        return StatesWords::tr("Shortest run to %1").arg(run.path().empty() ? StatesWords::tr("the start") : StatesWords::tr("state %1").arg(explored.facts.to[run.path().back()]));
    return run.failure() >= 0 ? StatesWords::tr("Shortest path to a violation") : StatesWords::tr("Shortest run to an end");
}

QString failureName(const ExploredStates& explored, int failure)
{
    if (failure < 0)
        return {};
    const StateGraph::Key& key = explored.graph().keys[std::size_t(explored.facts.failures[std::size_t(failure)].key)];
    Violation named;
    named.property = key.property;
    named.failure = key.failure;
    return violationName(named);
}

} // namespace bindlab
