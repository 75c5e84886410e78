#include "states_legend.h"

#include "viewmodels/shared/plain_text.h"

#include "flow/program.h"

#include <QCoreApplication>

#include <set>

namespace bindlab {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StatesViewModel)
};

} // namespace

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
    add(looks::Run, Words::tr("TDI in RUN"));
    add(looks::Locked, Words::tr("TDI locked"));
    add(looks::Unbound, Words::tr("unbound"));
    add(looks::Error, Words::tr("TDI in ERROR"));
    add(looks::NoLock, Words::tr("no lock held"));
    for (int thread = 0; explored && thread < int(explored->model->threads.size()); ++thread)
        add(looks::Held + thread, Words::tr("%1 holds").arg(text(explored->model->threads[std::size_t(thread)].name)));
    add(looks::SeveralLocks, Words::tr("several hold"));
    add(looks::Holds, Words::tr("every run holds"));
    add(looks::Either, Words::tr("some fail"));
    add(looks::NoWayBack, Words::tr("no way back"));
    if (show == looks::Lifetime && !freed.empty())
        rows.push_back({looks::Freed, freed.size() == 1 ? Words::tr("%1 freed").arg(text(explored->model->objects[std::size_t(*freed.begin())].name)) : Words::tr("an object freed")});
    add(looks::Violation, Words::tr("violation"));
    add(looks::DeadEnd, Words::tr("dead end"));
    add(looks::SafeEnd, Words::tr("end: holds"));
    return rows;
}

} // namespace bindlab
