#pragma once

#include "viewmodels/workbench/workbench_rows.h"

#include "report/source.h"

#include <QStringList>

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

/// Rows of what needs no more than its title; `current` is the id of the one that is chosen.
template <typename Info>
std::vector<NamedRow> titledRows(const std::vector<Info>& infos, const std::string& current = {})
{
    std::vector<NamedRow> rows;
    for (const Info& info : infos)
        rows.push_back({QString::fromStdString(info.id), QString::fromStdString(info.title), {}, info.id == current});
    return rows;
}

/// Of a source, what there is of them: "Aneesh Kumar K.V, 2025-05-29".
inline QString authorAndDate(const SourceInfo& source)
{
    QStringList parts;
    for (const std::string& part : {source.author, source.date})
        if (!part.empty())
            parts.append(QString::fromStdString(part));
    return parts.join(QStringLiteral(", "));
}

/// Of the one with that id; empty when there is none.
template <typename Info>
QString titleIn(const std::vector<Info>& infos, const std::string& id)
{
    const auto found = std::ranges::find(infos, id, &Info::id);
    return found == infos.end() ? QString() : QString::fromStdString(found->title);
}

} // namespace bindlab
