#include "checker/combinations.h"

#include "checker/matrix.h"

#include <algorithm>
#include <cassert>

namespace bindlab {

namespace {

bool contains(const std::vector<std::string>& list, const std::string& entry) { return std::ranges::find(list, entry) != list.end(); }

/// "unbind-before-zap" of "unbind-before-zap-z1"; the whole name when it names no site.
std::string withoutSite(const std::string& id)
{
    const std::size_t dash = id.rfind("-z");
    const bool isSite = dash != std::string::npos && dash + 2 < id.size() && std::ranges::all_of(id.substr(dash + 2), [](char c) { return c >= '0' && c <= '9'; });
    return isSite ? id.substr(0, dash) : id;
}

/// The patches of a design after some switches were flipped.
std::vector<std::string> flipped(std::vector<std::string> patches, const std::vector<const DesignSwitch*>& switches, const std::vector<PatchInfo>& known)
{
    for (const DesignSwitch* each : switches) {
        const bool had = std::erase_if(patches, [&](const std::string& patch) { return contains(each->patches, patch); }) > 0;
        if (had)
            continue;
        if (!each->choice.empty())
            std::erase_if(patches, [&](const std::string& patch) {
                const auto info = std::ranges::find(known, patch, &PatchInfo::id);
                return info != known.end() && info->choice == each->choice;
            });
        patches.insert(patches.end(), each->patches.begin(), each->patches.end());
    }
    return patches;
}

bool lacksNothing(const std::vector<std::string>& patches, const std::vector<PatchInfo>& known)
{
    return std::ranges::all_of(patches, [&](const std::string& patch) {
        const auto info = std::ranges::find(known, patch, &PatchInfo::id);
        return info == known.end() || std::ranges::all_of(info->needs, [&](const std::string& need) { return contains(patches, need); });
    });
}

} // namespace

std::vector<DesignSwitch> switchesOf(const Library& library)
{
    std::vector<DesignSwitch> switches;
    for (const PatchInfo& patch : library.patches()) {
        if (patch.mutation)
            continue;
        const std::string id = withoutSite(patch.id);
        const auto known = std::ranges::find(switches, id, &DesignSwitch::id);
        if (known != switches.end()) {
            known->patches.push_back(patch.id);
            known->title = id + " at all " + std::to_string(known->patches.size()) + " sites";
        } else {
            switches.push_back({id, patch.title, patch.choice, {patch.id}, patch.needs, patch.source});
        }
    }
    return switches;
}

std::string patchesInShort(const Selection& selection)
{
    std::vector<std::string> parts;
    for (const std::string& patch : selection.patches) {
        const bool isTaken = patch.starts_with('-');
        const std::string part = (isTaken ? "-" : "+") + withoutSite(patch.substr(isTaken ? 1 : 0));
        if (!contains(parts, part))
            parts.push_back(part);
    }
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : " ") + part;
    return text;
}

std::vector<std::string> combinationsOf(const Library& library, const std::string& design, const std::vector<std::string>& switches)
{
    assert(switches.size() < 16 && "65 535 combinations are nobody's question");
    const auto designs = library.designs();
    const auto base = std::ranges::find(designs, design, &DesignInfo::id);
    if (base == designs.end())
        return {};
    const auto all = switchesOf(library);
    const auto patches = library.patches();
    std::vector<const DesignSwitch*> flips;
    for (const DesignSwitch& each : all)
        if (contains(switches, each.id))
            flips.push_back(&each);
    const auto scenarios = library.scenarios();
    const std::string scenario = scenarios.empty() ? std::string() : scenarios.front().id;
    std::vector<std::string> names;
    for (unsigned bits = 1; bits < 1U << flips.size(); ++bits) {
        std::vector<const DesignSwitch*> chosen;
        for (std::size_t i = 0; i < flips.size(); ++i)
            if (bits >> i & 1U)
                chosen.push_back(flips[i]);
        const std::vector<std::string> after = flipped(base->patches, chosen, patches);
        if (!lacksNothing(after, patches))
            continue;
        Selection selection;
        selection.design = design;
        for (const std::string& patch : after)
            if (!contains(base->patches, patch))
                selection.patches.push_back(patch);
        for (const std::string& patch : base->patches)
            if (!contains(after, patch))
                selection.patches.push_back("-" + patch);
        const std::string name = designName(selection);
        if (name == design || contains(names, name))
            continue;
        selection.scenario = scenario;
        if (library.compile(selection))
            names.push_back(name);
    }
    return names;
}

} // namespace bindlab
