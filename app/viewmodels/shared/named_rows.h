#pragma once

#include "viewmodels/workbench/workbench_rows.h"

#include "report/source.h"

#include <QStringList>

#include <algorithm>
#include <initializer_list>
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

/// What there is of them: "Aneesh Kumar K.V, 2025-05-29".
inline QString withCommas(std::initializer_list<std::string> parts)
{
    QStringList said;
    for (const std::string& part : parts)
        if (!part.empty())
            said.append(QString::fromStdString(part));
    return said.join(QStringLiteral(", "));
}

inline QString authorAndDate(const SourceInfo& source) { return withCommas({source.author, source.date}); }

/// Rows of titles with what each comes from.
template <typename Info>
std::vector<NamedRow> sourcedRows(const std::vector<Info>& infos, const std::string& current)
{
    std::vector<NamedRow> rows;
    for (const Info& info : infos)
        rows.push_back({QString::fromStdString(info.id), QString::fromStdString(info.title),
                        withCommas({info.source.author, info.source.title, info.source.date}), info.id == current});
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
