#include "flow/assembly.h"

#include "flow/hunk.h"
#include "flow/limits.h"

#include <algorithm>

namespace bindlab {

using namespace ast;

namespace {

Diagnostic complainAboutSelection(const std::string& kind, const std::string& name, const std::vector<std::string>& known)
{
    Diagnostic diagnostic;
    diagnostic.message = name.empty() ? "no " + kind + " is chosen" : "there is no " + kind + " '" + name + "'";
    if (name.empty() && known.empty())
        diagnostic.message = "there is no " + kind + " to run; expected one, as: " + kind + " S1 name \"what happens\" { thread T1 { a_flow(); } }";
    const std::string near = nearestName(name, known);
    if (!near.empty())
        diagnostic.message += "; did you mean '" + near + "'?";
    else if (!known.empty() && known.size() <= FlowLimits::listed) {
        diagnostic.message += "; known: ";
        for (std::size_t i = 0; i < known.size(); ++i)
            diagnostic.message += (i ? ", " : "") + known[i];
    }
    return diagnostic;
}

template <typename Range, typename Id>
auto* findOrComplain(const Range& range, const std::string& name, const std::string& kind, Id id, Diagnostics& problems)
{
    const auto found = std::find_if(range.begin(), range.end(), [&](const auto& entry) { return id(entry) == name; });
    if (found != range.end())
        return &*found;
    std::vector<std::string> known;
    for (const auto& entry : range)
        known.push_back(id(entry));
    problems.push_back(complainAboutSelection(kind, name, known));
    return static_cast<decltype(&*found)>(nullptr);
}

template <typename T>
void complainAboutTwins(const std::vector<T>& entries, const std::string& kind, Diagnostics& problems)
{
    for (std::size_t i = 0; i < entries.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (entries[i].name.text == entries[j].name.text) {
                problems.push_back(complain(entries[i].name, "there is already a " + kind + " '" + entries[i].name.text + "'"));
                break;
            }
}

/// The base of a design, and those it is made from, nearest first.
std::vector<std::string> basesOf(const Library::Parts& parts, const std::string& base)
{
    std::vector<std::string> chain;
    for (std::string at = base; !at.empty() && std::find(chain.begin(), chain.end(), at) == chain.end();) {
        chain.push_back(at);
        const auto found = std::find_if(parts.bases.begin(), parts.bases.end(), [&](const Named& b) { return b.id == at; });
        at = found == parts.bases.end() ? std::string() : found->from;
    }
    return chain;
}

/// Takes what belongs to these bases and this platform. Of two of one name the more particular one stays: that of the
/// nearer base, that of the platform.
class Picker {
public:
    Picker(std::vector<std::string> bases, std::string platform) : m_bases(std::move(bases)), m_platform(std::move(platform)) {}

    template <typename Entry>
    void pick(const std::vector<Entry>& from, std::vector<Entry>& to) const
    {
        for (const Entry& entry : from) {
            if (rank(entry) < 0)
                continue;
            const auto same = std::find_if(to.begin(), to.end(), [&](const Entry& other) { return other.name.text == entry.name.text; });
            if (same == to.end() || rank(*same) == rank(entry))
                to.push_back(entry);
            else if (rank(*same) < rank(entry))
                *same = entry;
        }
    }

private:
    template <typename Entry>
    [[nodiscard]] int rank(const Entry& entry) const
    {
        if (!entry.platform.empty() && entry.platform != m_platform)
            return -1;
        const auto place = std::find(m_bases.begin(), m_bases.end(), entry.base);
        if (!entry.base.empty() && place == m_bases.end())
            return -1;
        const int nearness = entry.base.empty() ? 0 : int(m_bases.end() - place);
        return 2 * nearness + (entry.platform.empty() ? 0 : 1);
    }

    std::vector<std::string> m_bases;
    std::string m_platform;
};

const Scenario* findScenario(const Library::Parts& parts, const std::string& id)
{
    const auto found = std::find_if(parts.scenarios.begin(), parts.scenarios.end(), [&](const Scenario& s) { return s.id.text == id; });
    return found == parts.scenarios.end() ? nullptr : &*found;
}

/// The design's patches and the scenario's, then those the selection adds and takes away.
std::vector<std::string> patchesOf(const Design* design, const Scenario* scenario, const Selection& selection, Diagnostics& problems)
{
    std::vector<std::string> patches;
    if (design)
        for (const auto& [token, id] : design->patches)
            patches.push_back(id);
    const auto add = [&](const std::string& name) {
        if (name.starts_with("-")) {
            if (std::erase(patches, name.substr(1)) == 0)
                problems.push_back(complainAboutSelection("patch to take away", name.substr(1), patches));
        } else if (std::find(patches.begin(), patches.end(), name) == patches.end()) {
            patches.push_back(name);
        }
    };
    if (scenario)
        for (const std::string& name : scenario->plus)
            add(name);
    for (const std::string& name : selection.patches)
        add(name);
    return patches;
}

/// What keeps these patches from standing together.
void complainAboutCombination(const Library::Parts& parts, const std::vector<const Patch*>& picked, const std::vector<std::string>& bases, Diagnostics& problems)
{
    const auto complainThat = [&](std::string message) {
        Diagnostic diagnostic;
        diagnostic.message = std::move(message);
        problems.push_back(std::move(diagnostic));
    };
    const auto has = [&](const std::string& id) { return std::any_of(picked.begin(), picked.end(), [&](const Patch* p) { return p->id == id; }); };
    for (const Patch* patch : picked) {
        const bool fits = std::any_of(patch->bases.begin(), patch->bases.end(), [&](const std::string& base) {
            const auto place = std::find(bases.begin(), bases.end(), base);
            return place != bases.end() && (place == bases.begin() || !patch->exactBase);
        });
        if (!patch->bases.empty() && !fits) {
            std::string names;
            for (const std::string& base : patch->bases)
                names += (names.empty() ? "" : " and ") + base;
            complainThat("patch " + patch->id + " is for the base " + names + (bases.empty() ? "" : ", not for " + bases.front()));
        }
        for (const std::string& need : patch->needs)
            if (!has(need))
                complainThat("patch " + patch->id + " needs patch " + need + ", which is not picked");
        for (const Patch::Excluded& excluded : patch->excludes)
            if (has(excluded.patch))
                complainThat("patches " + patch->id + " and " + excluded.patch + " contradict each other: " + excluded.why);
        for (const Patch* other : picked)
            if (other < patch && !patch->choice.empty() && other->choice == patch->choice)
                complainThat("patches " + other->id + " and " + patch->id + " answer the same question (" + patch->choice + "): pick one");
    }
    for (const Named& choice : parts.choices) {
        const auto answers = [&](const Patch& patch) { return patch.choice == choice.id; };
        if (!choice.required || bases.empty() || std::any_of(picked.begin(), picked.end(), [&](const Patch* p) { return answers(*p); }))
            continue;
        std::string names;
        for (const Patch& patch : parts.patches)
            if (answers(patch))
                names += (names.empty() ? "" : ", ") + patch.id;
        complainThat("nobody answers the question '" + choice.title + "' (" + choice.id + "): pick one of " + names);
    }
}

/// What the selection names, with complaints about what there is not.
Assembly named(const Library::Parts& parts, const Selection& selection, const AssemblyExtent& extent, Diagnostics& problems)
{
    Assembly assembly;
    if (!selection.design.empty())
        assembly.design = findOrComplain(parts.designs, selection.design, "design", [](const Design& d) { return d.id; }, problems);
    else if (!parts.designs.empty())
        problems.push_back(complainAboutSelection("design", "", [&] {
            std::vector<std::string> ids;
            for (const Design& design : parts.designs)
                ids.push_back(design.id);
            return ids;
        }()));
    if (!selection.scenario.empty())
        assembly.scenario = findOrComplain(parts.scenarios, selection.scenario, "scenario", [](const Scenario& s) { return s.id.text; }, problems);
    else if (extent.scenario && parts.scenarios.size() == 1)
        assembly.scenario = &parts.scenarios.front();
    else if (extent.scenario)
        problems.push_back(complainAboutSelection("scenario", "", [&] {
            std::vector<std::string> ids;
            for (const Scenario& scenario : parts.scenarios)
                ids.push_back(scenario.id.text);
            return ids;
        }()));
    if (!parts.platforms.empty() && !selection.platform.empty())
        assembly.platform = findOrComplain(parts.platforms, selection.platform, "platform", [](const Named& p) { return p.id; }, problems);
    return assembly;
}

/// The base of a design, whose names are looked at on the way.
std::string baseOf(const Library::Parts& parts, const Design& design, Diagnostics& problems)
{
    const std::string base = design.base.text;
    if (std::none_of(parts.bases.begin(), parts.bases.end(), [&](const Named& b) { return b.id == base; }))
        problems.push_back(complain(design.base, "there is no base '" + base + "'"));
    for (const auto& patch : design.patches)
        if (std::none_of(parts.patches.begin(), parts.patches.end(), [&](const Patch& p) { return p.id == patch.second; }))
            problems.push_back(complain(patch.first, "there is no patch '" + patch.second + "'"));
    return base;
}

void addGroups(const Library::Parts& parts, Assembly& assembly, Diagnostics& problems)
{
    for (const Token& name : assembly.scenario->parts) {
        const auto group = std::find_if(parts.objectGroups.begin(), parts.objectGroups.end(), [&](const Part& p) { return p.name.text == name.text; });
        if (group == parts.objectGroups.end()) {
            problems.push_back(complain(name, "there is no group of objects '" + name.text + "'"));
            continue;
        }
        for (const Instance& instance : group->instances) {
            // A group may make a pool larger that is there already.
            std::erase_if(assembly.instances, [&](const Instance& other) { return other.name.text == instance.name.text; });
            assembly.instances.push_back(instance);
        }
    }
}

/// Patches apply in the order of the library, so that a selection's order of names cannot matter.
std::vector<const Patch*> pickedPatches(const Library::Parts& parts, const std::vector<std::string>& names, Diagnostics& problems)
{
    std::vector<const Patch*> picked;
    for (const std::string& id : names)
        if (const auto* patch = findOrComplain(parts.patches, id, "patch", [](const Patch& p) { return p.id; }, problems))
            picked.push_back(patch);
    std::sort(picked.begin(), picked.end());
    return picked;
}

/// What a patch declares of its own.
void addDeclarations(const Patch& patch, Assembly& assembly)
{
    for (const Ops& ops : patch.ops) {
        std::erase_if(assembly.ops, [&](const Ops& other) { return other.name.text == ops.name.text; });
        assembly.ops.push_back(ops);
    }
    assembly.structs.insert(assembly.structs.end(), patch.structs.begin(), patch.structs.end());
    assembly.instances.insert(assembly.instances.end(), patch.instances.begin(), patch.instances.end());
    for (const Flow& flow : patch.flows) {
        assembly.flows.push_back(flow);
        for (BlockLine& line : assembly.flows.back().lines)
            line.patch = patch.id;
    }
}

void changeBlock(const Library::Parts& parts, const Patch& patch, const Hunk& hunk, Assembly& assembly, Diagnostics& problems)
{
    const auto apply = [&](auto& blocks, const std::string& kind) {
        const auto block = std::find_if(blocks.begin(), blocks.end(), [&](const auto& b) { return b.name.text == hunk.target.text; });
        // What only another base or platform has is not to be changed here.
        const auto& all = [&]() -> const auto& {
            if constexpr (std::is_same_v<std::decay_t<decltype(blocks)>, std::vector<Struct>>)
                return parts.structs;
            else
                return parts.flows;
        }();
        const bool elsewhere = std::any_of(all.begin(), all.end(), [&](const auto& b) { return b.name.text == hunk.target.text && !(b.base.empty() && b.platform.empty()); });
        if (block == blocks.end() && elsewhere)
            return;
        if (block == blocks.end())
            problems.push_back(complain(hunk.target, "patch " + patch.id + " changes " + kind + " '" + hunk.target.text + "', which is not there"));
        else
            applyHunk(patch, hunk, *block, problems);
    };
    if (hunk.isStruct)
        apply(assembly.structs, "struct");
    else
        apply(assembly.flows, "flow");
}

void renameBlocks(Assembly& assembly)
{
    if (assembly.renames.empty())
        return;
    const auto renameIn = [&](auto& blocks) {
        for (auto& block : blocks)
            for (BlockLine& line : block.lines)
                for (Token& token : line.tokens)
                    if (const auto found = assembly.renames.find(token.text); token.isName() && found != assembly.renames.end())
                        token.text = found->second;
    };
    renameIn(assembly.structs);
    renameIn(assembly.flows);
    renameIn(assembly.starts);
    renameIn(assembly.epilogues);
}

} // namespace

std::string whyNotApplicable(const Library::Parts& parts, const Selection& selection)
{
    const Scenario* scenario = findScenario(parts, selection.scenario);
    if (!scenario || scenario->only.empty())
        return {};
    std::string names;
    for (const Token& design : scenario->only) {
        if (design.text == selection.design)
            return {};
        names += (names.empty() ? "" : ", ") + design.text;
    }
    return selection.scenario + " is about " + names + " only";
}

Assembly assemble(const Library::Parts& parts, const Selection& selection, Diagnostics& problems, AssemblyExtent extent)
{
    Assembly assembly = named(parts, selection, extent, problems);
    const std::string base = assembly.design ? baseOf(parts, *assembly.design, problems) : std::string();
    assembly.patches = patchesOf(assembly.design, assembly.scenario, selection, problems);
    if (const std::string why = whyNotApplicable(parts, selection); !why.empty()) {
        Diagnostic diagnostic;
        diagnostic.message = why;
        problems = {diagnostic};
        return assembly;
    }

    const std::vector<std::string> bases = basesOf(parts, base);
    const Picker picker(bases, assembly.platform ? assembly.platform->id : std::string());
    assembly.enums = parts.enums;
    picker.pick(parts.structs, assembly.structs);
    picker.pick(parts.instances, assembly.instances);
    picker.pick(parts.flows, assembly.flows);
    picker.pick(parts.ops, assembly.ops);
    picker.pick(parts.starts, assembly.starts);
    picker.pick(parts.epilogues, assembly.epilogues);
    if (assembly.scenario)
        addGroups(parts, assembly, problems);

    std::vector<const Patch*> picked = pickedPatches(parts, assembly.patches, problems);
    complainAboutCombination(parts, picked, bases, problems);
    picked.resize(std::min(picked.size(), extent.patches));
    assembly.patches.clear();
    for (const Patch* patch : picked)
        assembly.patches.push_back(patch->id);
    for (const Patch* patch : picked)
        addDeclarations(*patch, assembly);
    if (!problems.empty())
        return assembly;
    for (const Patch* patch : picked) {
        for (const Hunk& hunk : patch->hunks)
            if (hunk.base.empty() || std::find(bases.begin(), bases.end(), hunk.base) != bases.end())
                changeBlock(parts, *patch, hunk, assembly, problems);
        for (const Rename& rename : patch->renames)
            assembly.renames[rename.from.text] = rename.to.text;
    }
    renameBlocks(assembly);
    complainAboutTwins(assembly.structs, "struct", problems);
    complainAboutTwins(assembly.flows, "flow", problems);
    complainAboutTwins(assembly.instances, "object", problems);
    return assembly;
}

} // namespace bindlab
