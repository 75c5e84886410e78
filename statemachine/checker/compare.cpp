#include "checker/compare.h"

#include "flow/program.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace bindlab {

namespace {

using Key = std::pair<std::string, std::string>;

Key keyOf(const Violation& violation) { return {violation.property, violation.failure}; }

std::set<Key> keysOf(const std::vector<Violation>& violations)
{
    std::set<Key> keys;
    for (const Violation& violation : violations)
        keys.insert(keyOf(violation));
    return keys;
}

PropertyVerdict verdictOn(const ComparedSide& side, const std::string& property)
{
    PropertyVerdict verdict;
    if (side.model == nullptr)
        return verdict;
    const CheckResult& result = side.cell.result;
    std::ranges::copy_if(result.violations, std::back_inserter(verdict.violations),
                         [&](const Violation& violation) { return violation.property == property; });
    if (!verdict.violations.empty())
        verdict.verdict = Verdict::Violated;
    else if (std::ranges::find(result.properties, property) != result.properties.end())
        verdict.verdict = result.bound.empty() ? Verdict::Holds : Verdict::Bounded;
    return verdict;
}

} // namespace

Comparison compare(const Library& library, const std::array<Selection, 2>& selections, const CompareOptions& options)
{
    CheckOptions checkOptions;
    checkOptions.maxStates = options.maxStates;
    checkOptions.maxMemoryMib = options.maxMemoryMib;
    checkOptions.cancel = options.cancel;
    checkOptions.progress = options.progress;

    Comparison comparison;
    for (std::size_t side = 0; side < 2; ++side) {
        comparison.sides[side].cell = checkCell(library, selections[side], checkOptions, &comparison.sides[side].model);
        comparison.sides[side].cell.stopped = options.cancel != nullptr && options.cancel->load() && !comparison.sides[side].cell.result.bound.empty();
    }
    if (!comparison.sides[0].model || !comparison.sides[1].model)
        return comparison;
    for (const Lead& lead : leadsOf(comparison))
        if (play(comparison, lead))
            break;
    return comparison;
}

std::vector<Lead> leadsOf(const Comparison& comparison)
{
    if (!comparison.sides[0].model || !comparison.sides[1].model)
        return {};
    std::vector<Lead> leads;
    for (std::size_t side = 0; side < 2; ++side) {
        const std::set<Key> theirs = keysOf(comparison.sides[1 - side].cell.result.violations);
        for (const Violation& violation : comparison.sides[side].cell.result.violations)
            if (!theirs.contains(keyOf(violation)))
                leads.push_back({side == 0 ? Schedule::FailureOfFirst : Schedule::FailureOfSecond, violation});
    }
    const auto rank = [](const Lead& lead) { return std::tuple(lead.violation.property != "I3", lead.violation.inEpilogue, lead.schedule); };
    std::ranges::stable_sort(leads, [&](const Lead& one, const Lead& other) {
        return rank(one) != rank(other) ? rank(one) < rank(other) : isToldBefore(one.violation, other.violation);
    });
    leads.push_back({Schedule::Fair, {}});
    return leads;
}

bool ComparedProperty::differs() const
{
    return sides[0].verdict != sides[1].verdict || keysOf(sides[0].violations) != keysOf(sides[1].violations);
}

std::vector<ComparedProperty> comparedProperties(const Comparison& comparison)
{
    std::vector<ComparedProperty> properties;
    for (const ComparedSide& side : comparison.sides) {
        if (side.model == nullptr)
            continue;
        for (const PropertyInfo& property : side.model->properties)
            if (std::ranges::find(properties, property.id, &ComparedProperty::id) == properties.end())
                properties.push_back({property.id, {verdictOn(comparison.sides[0], property.id), verdictOn(comparison.sides[1], property.id)}});
    }
    return properties;
}

bool sameVerdict(const MatrixCell& one, const MatrixCell& other)
{
    return one.error == other.error && one.result.verdict == other.result.verdict && keysOf(one.result.violations) == keysOf(other.result.violations);
}

std::vector<PatchInfo> patchesOf(const Library& library, const Selection& selection)
{
    std::vector<std::string> ids;
    const auto designs = library.designs();
    if (const auto design = std::ranges::find(designs, selection.design, &DesignInfo::id); design != designs.end())
        ids = design->patches;
    for (const std::string& patch : selection.patches) {
        if (patch.starts_with('-'))
            std::erase(ids, patch.substr(1));
        else if (std::ranges::find(ids, patch) == ids.end())
            ids.push_back(patch);
    }
    const auto known = library.patches();
    std::vector<PatchInfo> patches;
    for (const std::string& id : ids) {
        const auto info = std::ranges::find(known, id, &PatchInfo::id);
        if (info != known.end())
            patches.push_back(*info);
        else
            patches.emplace_back().id = id;
    }
    return patches;
}

std::array<std::vector<PatchInfo>, 2> differingPatches(const Library& library, const std::array<Selection, 2>& selections)
{
    const std::array<std::vector<PatchInfo>, 2> all{patchesOf(library, selections[0]), patchesOf(library, selections[1])};
    std::array<std::vector<PatchInfo>, 2> only;
    for (std::size_t side = 0; side < 2; ++side)
        for (const PatchInfo& patch : all[side])
            if (std::ranges::find(all[1 - side], patch.id, &PatchInfo::id) == all[1 - side].end())
                only[side].push_back(patch);
    return only;
}

} // namespace bindlab
