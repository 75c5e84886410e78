#include "compare_selections.h"

#include "viewmodels/shared/plain_text.h"

#include "checker/compare.h"
#include "report/source.h"

#include <algorithm>

namespace bindlab {

namespace {

template <typename Info>
bool isIn(const std::vector<Info>& infos, const std::string& id) { return std::ranges::find(infos, id, &Info::id) != infos.end(); }

/// Says of a patch no more than the design itself does not say.
void setPatch(Selection& selection, const std::vector<std::string>& named, const std::string& patch, bool has)
{
    std::erase_if(selection.patches, [&](const std::string& own) { return own == patch || own == "-" + patch; });
    const bool isNamed = std::ranges::find(named, patch) != named.end();
    if (isNamed != has)
        selection.patches.push_back(has ? patch : "-" + patch);
}

} // namespace

bool isKnown(const Library& library, const Selection& selection)
{
    const auto patches = library.patches();
    return isIn(library.designs(), selection.design) && isIn(library.scenarios(), selection.scenario) && isIn(library.platforms(), selection.platform)
        && std::ranges::all_of(selection.patches, [&](const std::string& patch) { return isIn(patches, patch.starts_with('-') ? patch.substr(1) : patch); });
}

Selection selectionWith(const Library& library, const Selection& selection, const std::string& patch, bool has)
{
    Selection changed = selection;
    const auto designs = library.designs();
    const auto design = std::ranges::find(designs, selection.design, &DesignInfo::id);
    const std::vector<std::string> named = design == designs.end() ? std::vector<std::string>() : design->patches;
    const auto patches = library.patches();
    const auto info = std::ranges::find(patches, patch, &PatchInfo::id);
    if (has && info != patches.end() && !info->choice.empty())
        for (const PatchInfo& each : patchesOf(library, selection))
            if (each.choice == info->choice && each.id != patch)
                setPatch(changed, named, each.id, false);
    setPatch(changed, named, patch, has);
    return changed;
}

std::vector<ChoiceOfPatchRow> patchChoiceRows(const Library& library, const std::array<Selection, 2>& selections)
{
    const std::array<std::vector<PatchInfo>, 2> own{patchesOf(library, selections[0]), patchesOf(library, selections[1])};
    std::vector<ChoiceOfPatchRow> rows;
    for (const PatchInfo& patch : library.patches())
        if (!patch.mutation)
            rows.push_back({text(patch.id), text(patch.title), text(patch.choice), isIn(own[0], patch.id), isIn(own[1], patch.id)});
    std::ranges::stable_sort(rows, {}, &ChoiceOfPatchRow::choice);
    return rows;
}

std::vector<ComparePatchRow> differingPatchRows(const Library& library, const std::array<Selection, 2>& selections)
{
    const auto only = differingPatches(library, selections);
    std::vector<ComparePatchRow> rows;
    for (std::size_t side = 0; side < 2; ++side)
        for (const PatchInfo& patch : only[side])
            rows.push_back({int(side), text(patch.id), text(patch.title), text(sourceAsText(patch.source))});
    return rows;
}

} // namespace bindlab
