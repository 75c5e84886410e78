#include "matrix_axes.h"

#include "matrix_view_model.h"
#include "viewmodels/shared/named_rows.h"
#include "viewmodels/shared/plain_text.h"
#include "viewmodels/shared/words.h"

#include "checker/combinations.h"
#include "checker/matrix.h"

#include <algorithm>
#include <set>
#include <utility>

namespace bindlab {

namespace {

QString sourceText(const SourceInfo& source)
{
    const QString head = authorAndDate(source);
    return head.isEmpty() ? text(source.title) : head + QStringLiteral("\n") + text(source.title);
}

bool isAmong(const std::vector<std::string>& names, const std::string& name) { return std::ranges::find(names, name) != names.end(); }

QString namesOf(const MatrixDesignRow& design) { return design.key + QLatin1Char(' ') + design.title; }
QString namesOf(const ScenarioInfo& scenario) { return text(scenario.id + " " + scenario.name + " " + scenario.title); }

/// Words that name a design choose rows; others choose columns.
bool namesDesign(const QStringList& words, const std::vector<MatrixDesignRow>& designs)
{
    return std::ranges::any_of(designs, [&](const MatrixDesignRow& design) { return hasAll(namesOf(design), words); });
}

/// All designs come to the same in it.
bool isEqual(const ScenarioInfo& scenario, const std::vector<MatrixDesignRow>& designs, const HeatAt& heatAt)
{
    std::set<std::pair<int, QString>> seen;
    for (const MatrixDesignRow& design : designs) {
        const HeatCell heat = heatAt(design.key.toStdString(), scenario.id);
        seen.emplace(heat.kind, heat.kind == MatrixViewModel::Fails ? QString() : heat.text);
    }
    return seen.size() == 1 && seen.begin()->first != MatrixViewModel::Pending;
}

void markGroups(std::vector<MatrixScenarioRow>& scenarios)
{
    int gaps = 0;
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        const bool isFirst = i == 0 || scenarios[i - 1].group != scenarios[i].group;
        gaps += isFirst && i > 0;
        scenarios[i].gaps = gaps;
        if (isFirst)
            scenarios[i].span = int(std::ranges::count(scenarios, scenarios[i].group, &MatrixScenarioRow::group));
    }
}

} // namespace

QString designInShort(const std::string& design)
{
    const Selection selection = designNamed(design);
    return text(selection.patches.empty() ? design : selection.design + " " + patchesInShort(selection));
}

std::vector<MatrixDesignRow> designRowsOf(const Library& library, const std::string& base, const std::vector<std::string>& flipped)
{
    const auto designs = library.designs();
    std::vector<MatrixDesignRow> rows;
    for (const DesignInfo& design : designs)
        rows.push_back({text(design.id), text(design.id), text(design.title), sourceText(design.source), {}, false});
    const auto from = std::ranges::find(designs, base, &DesignInfo::id);
    for (const std::string& name : combinationsOf(library, base, flipped))
        rows.push_back({text(name), text(base), text(patchesInShort(designNamed(name))), sourceText(from->source), {}, false});
    return rows;
}

std::vector<SwitchRow> switchRowsOf(const Library& library, const std::string& base, const std::vector<std::string>& flipped)
{
    const auto designs = library.designs();
    const auto from = std::ranges::find(designs, base, &DesignInfo::id);
    const bool isRoom = int(designs.size()) + (2 << flipped.size()) - 1 <= mostMatrixRows;
    std::vector<SwitchRow> rows;
    for (const DesignSwitch& each : switchesOf(library)) {
        const bool isFlipped = isAmong(flipped, each.id);
        const bool had = from != designs.end() && std::ranges::any_of(each.patches, [&](const std::string& patch) { return isAmong(from->patches, patch); });
        rows.push_back({text(each.id), text(each.title), text(each.choice), had, isFlipped, isFlipped || isRoom});
    }
    return rows;
}

std::vector<NamedRow> groupRowsOf(const std::vector<ScenarioInfo>& scenarios, const QStringList& hidden)
{
    std::vector<NamedRow> groups;
    for (const ScenarioInfo& scenario : scenarios) {
        const QString group = text(scenario.group);
        if (groups.empty() || groups.back().key != group)
            groups.push_back({group, group, QString::number(std::ranges::count(scenarios, scenario.group, &ScenarioInfo::group)), !hidden.contains(group)});
    }
    return groups;
}

std::vector<MatrixScenarioRow> shownScenarios(const std::vector<ScenarioInfo>& scenarios, const std::vector<MatrixDesignRow>& designs, const MatrixFilter& filter,
                                              const HeatAt& heatAt)
{
    const QStringList words = wordsOf(filter.words);
    const bool wantsAll = namesDesign(words, designs);
    std::vector<MatrixScenarioRow> rows;
    for (const ScenarioInfo& scenario : scenarios) {
        const QString group = text(scenario.group);
        if (filter.hiddenGroups.contains(group) || (!wantsAll && !hasAll(namesOf(scenario), words)))
            continue;
        if (filter.hideEqual && isEqual(scenario, designs, heatAt))
            continue;
        QString name = text(scenario.name);
        rows.push_back({text(scenario.id), name.replace(QLatin1Char('-'), QLatin1Char(' ')), text(scenario.title), group, 0, 0});
    }
    markGroups(rows);
    return rows;
}

std::vector<MatrixDesignRow> shownDesigns(const std::vector<MatrixDesignRow>& designs, const std::vector<MatrixScenarioRow>& columns, const MatrixFilter& filter,
                                          const HeatAt& heatAt)
{
    const QStringList words = wordsOf(filter.words);
    const bool wantsAll = !namesDesign(words, designs);
    const auto fails = [&](const MatrixDesignRow& design) {
        return std::ranges::any_of(columns, [&](const MatrixScenarioRow& column) {
            return heatAt(design.key.toStdString(), column.key.toStdString()).kind == MatrixViewModel::Fails;
        });
    };
    std::vector<MatrixDesignRow> rows;
    for (const MatrixDesignRow& design : designs)
        if ((wantsAll || hasAll(namesOf(design), words)) && !(filter.hideFailing && fails(design)))
            rows.push_back(design);
    return rows;
}

} // namespace bindlab
