#include "states_legend.h"

#include "states_words.h"
#include "viewmodels/shared/plain_text.h"

#include "flow/program.h"

#include <set>

namespace bindlab {

std::vector<StateLegendRow> legendRowsOf(const ExploredStates* explored, const StatesScene* scene, looks::Show show)
{
    std::set<int> seen;
    std::set<int> freed;
    if (scene)
        for (const StatesScene::Node& node : scene->nodes) {
            seen.insert(looks::lookOf(node, show));
            seen.insert(looks::markOf(node));
            if (node.freed >= 0)
                freed.insert(node.freed);
        }
    std::vector<StateLegendRow> rows;
    const auto add = [&](int look, const QString& words) {
        if (seen.contains(look))
            rows.push_back({look, words});
    };
    add(looks::Run, StatesWords::tr("TDI in RUN"));
    add(looks::Locked, StatesWords::tr("TDI locked"));
    add(looks::Unbound, StatesWords::tr("unbound"));
    add(looks::Error, StatesWords::tr("TDI in ERROR"));
    add(looks::NoLock, StatesWords::tr("no lock held"));
    for (int thread = 0; explored && thread < int(explored->model->threads.size()); ++thread)
        add(looks::Held + thread, StatesWords::tr("%1 holds").arg(text(explored->model->threads[std::size_t(thread)].name)));
    add(looks::SeveralLocks, StatesWords::tr("several hold"));
    add(looks::Holds, StatesWords::tr("every run holds"));
    add(looks::Either, StatesWords::tr("some fail"));
    add(looks::NoWayBack, StatesWords::tr("no way back"));
    if (show == looks::Lifetime && !freed.empty())
        rows.push_back({looks::Freed, freed.size() == 1 ? StatesWords::tr("%1 freed").arg(text(explored->model->objects[std::size_t(*freed.begin())].name)) : StatesWords::tr("an object freed")});
    add(looks::Violation, StatesWords::tr("violation"));
    add(looks::DeadEnd, StatesWords::tr("dead end"));
    add(looks::SafeEnd, StatesWords::tr("end: holds"));
    return rows;
}

} // namespace bindlab
