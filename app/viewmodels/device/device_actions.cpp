#include "device_actions.h"

#include "viewmodels/shared/plain_text.h"

#include "tdisp/device.h"

#include <algorithm>
#include <array>
#include <map>

namespace bindlab {

namespace {

using tdisp::Action;

QString iconOf(Action action)
{
    static const std::map<Action, const char*> icons{{Action::Flr, "undo"}, {Action::HotReset, "undo"}, {Action::D3hot, "moon"}, {Action::IdeInsecure, "bolt"},
                                                     {Action::FatalError, "bolt"}, {Action::LinkDown, "unlink"}, {Action::SessionEnd, "close"}};
    const auto found = icons.find(action);
    return QString::fromLatin1(found == icons.end() ? "pencil" : found->second);
}

constexpr std::array commonActions{Action::ClearMse, Action::ClearBme, Action::WriteBar, Action::Flr, Action::HotReset, Action::D3hot, Action::IdeInsecure,
                                   Action::LinkDown, Action::SessionEnd};

} // namespace

std::vector<HostActionRow> hostActionRows(bool all)
{
    std::vector<HostActionRow> rows;
    for (const tdisp::ActionInfo& info : tdisp::actions())
        if (all || std::ranges::find(commonActions, info.action) != commonActions.end())
            rows.push_back({text(info.name), text(info.label), text(info.group), text(info.about), iconOf(info.action)});
    return rows;
}

QStringList groupsOf(const std::vector<HostActionRow>& rows)
{
    QStringList groups;
    for (const HostActionRow& row : rows)
        if (!groups.contains(row.groupName))
            groups.append(row.groupName);
    return groups;
}

} // namespace bindlab
