#pragma once

#include "viewmodels/workbench/workbench_rows.h"

#include "report/source.h"

#include <algorithm>
#include <string>
#include <vector>

namespace bindlab {

/// Rows of designs, scenarios or the like: id and title, and where each comes from.
template <typename Info>
std::vector<NamedRow> namedRows(const std::vector<Info>& infos)
{
    std::vector<NamedRow> rows;
    for (const Info& info : infos)
        rows.push_back({QString::fromStdString(info.id), QString::fromStdString(info.id + "  " + info.title),
                        QString::fromStdString(sourceAsText(info.source)), false});
    return rows;
}

/// Of the one with that id; empty when there is none.
template <typename Info>
QString titleIn(const std::vector<Info>& infos, const std::string& id)
{
    const auto found = std::ranges::find(infos, id, &Info::id);
    return found == infos.end() ? QString() : QString::fromStdString(found->title);
}

} // namespace bindlab
