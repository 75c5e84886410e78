#include "checker/parting.h"

#include "flow/program.h"
#include "world/snapshot.h"

#include <algorithm>
#include <set>
#include <utility>

namespace bindlab {

namespace {

/// The sentence of a step without its full stop and without what it broke; the latter stays where nothing else is said.
std::string actOf(const StepRecord& record)
{
    std::string text = record.sentence;
    for (auto finding = record.findings.rbegin(); finding != record.findings.rend(); ++finding) {
        const std::string broken = " " + finding->property + ": " + finding->message + ".";
        if (text.ends_with(broken))
            text.erase(text.size() - broken.size());
    }
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

std::string brokenIn(const StepRecord& record)
{
    std::string ids;
    for (const Finding& finding : record.findings)
        ids += (ids.empty() ? "" : ", ") + finding.property;
    return ids.empty() ? "which breaks nothing" : "which breaks " + ids;
}

/// What a side does at the split: "T1 takes vdev->mutex".
std::string doneBy(const ComparedSide& side, int step)
{
    if (step >= side.run->length()) {
        const Snapshot end = look(*side.model, side.run->stateAt(side.run->length()));
        return end.ended ? "everything is done" : "no thread can move";
    }
    const std::string act = actOf(side.run->record(step));
    const std::string& forced = side.forced[std::size_t(step)];
    return forced.empty() ? act : forced + ", so " + act;
}

/// How the two are told apart: by design where that does it, else by what else was chosen.
std::array<std::string, 2> namesOf(const std::array<ComparedSide, 2>& sides)
{
    std::array<std::string, 2> names{designName(sides[0].cell.selection), designName(sides[1].cell.selection)};
    if (names[0] == names[1] || names[0].empty() || names[1].empty())
        names = {"the first", "the second"};
    return names;
}

/// What each side does there. Where the sentences are the same, what tells them apart is added.
std::array<std::string, 2> actsOf(const std::array<ComparedSide, 2>& sides, int step)
{
    std::array<std::string, 2> acts{doneBy(sides[0], step), doneBy(sides[1], step)};
    if (acts[0] != acts[1] || step >= sides[0].run->length() || step >= sides[1].run->length())
        return acts;
    const StepRecord& first = sides[0].run->record(step);
    const StepRecord& second = sides[1].run->record(step);
    for (std::size_t side = 0; side < 2; ++side) {
        const StepRecord& record = side == 0 ? first : second;
        if (first.flow != second.flow)
            acts[side] += " in " + record.flow;
        else if (first.text != second.text)
            acts[side] += " by " + record.text;
        else
            acts[side] += ", " + brokenIn(record);
    }
    return acts;
}

/// The patch that brought the line of this step; empty when the line is one of the base.
std::string patchBehind(const ComparedSide& side, int step)
{
    if (step >= side.run->length())
        return {};
    const StepRecord& record = side.run->record(step);
    const auto flow = std::ranges::find(side.model->flows, record.flow, &FlowView::name);
    if (flow == side.model->flows.end())
        return {};
    const auto line = std::ranges::find(flow->lines, record.line, &CodeLineView::number);
    return line == flow->lines.end() ? std::string() : line->patch;
}

/// Object and field of everything that a step looks at or changes.
std::set<std::pair<std::string, std::string>> touchedBy(const ComparedSide& side, int step)
{
    std::set<std::pair<std::string, std::string>> touched;
    if (step >= side.run->length())
        return touched;
    const Model& model = *side.model;
    const auto add = [&](int object, const std::string& field) { touched.emplace(model.objects[std::size_t(object)].name, field); };
    for (const Effect& effect : side.run->record(step).effects) {
        if (effect.machine >= 0) {
            const Model::FieldRef& machine = model.machineFields[std::size_t(effect.machine)];
            add(machine.object, model.fields[std::size_t(machine.field)].name);
        } else if (effect.lock >= 0) {
            const Model::LockRef& lock = model.locks[std::size_t(effect.lock)];
            add(lock.object, model.fields[std::size_t(lock.field)].name);
        } else if (effect.object >= 0) {
            add(effect.object, effect.name);
        }
    }
    return touched;
}

/// What already differed before the step, of the things that either side then looks at. Threads are left out: that their next
/// statements differ is the parting itself.
std::vector<StateDifference> reasonsFor(const std::array<ComparedSide, 2>& sides, int step)
{
    auto touched = touchedBy(sides[0], step);
    touched.merge(touchedBy(sides[1], step));
    if (step > sides[0].run->length() || step > sides[1].run->length())
        return {};
    auto differences = differencesBetween(*sides[0].model, sides[0].run->stateAt(step), *sides[1].model, sides[1].run->stateAt(step));
    std::erase_if(differences, [&](const StateDifference& each) {
        return each.values[0].empty() || each.values[1].empty() || !touched.contains({each.object, each.field});
    });
    return differences;
}

/// What comes of it: the first step from the parting on that breaks something.
std::string outcomeOf(const ComparedSide& side, int from)
{
    for (int step = from; step < side.run->length(); ++step) {
        const std::vector<Finding>& findings = side.run->record(step).findings;
        if (findings.empty())
            continue;
        std::string ids;
        for (const Finding& finding : findings)
            if (ids.find(finding.property) == std::string::npos)
                ids += (ids.empty() ? "" : &finding == &findings.back() ? " and " : ", ") + finding.property;
        return "breaks " + ids + " in step " + std::to_string(step + 1) + ": " + findings.front().message;
    }
    const int length = side.run->length();
    return length == 1 ? "breaks nothing in its one step" : "breaks nothing in its " + std::to_string(length) + " steps";
}

std::string reasonsInWords(const Comparison& comparison, const std::array<std::string, 2>& names)
{
    std::string text;
    for (const StateDifference& reason : comparison.parting.because)
        text += (text.empty() ? " Before that step " : ", and ") + reason.name + " is " + reason.values[0] + " in " + names[0] + " and " + reason.values[1]
            + " in " + names[1];
    return text.empty() ? text : text + ".";
}

std::string patchesInWords(const Comparison& comparison, const std::array<std::string, 2>& names)
{
    const auto& [first, second] = comparison.parting.patches;
    if (first.empty() && second.empty())
        return {};
    if (first == second)
        return " Both do it by lines of " + first + ".";
    std::string text;
    for (std::size_t side = 0; side < 2; ++side)
        if (const std::string& patch = comparison.parting.patches[side]; !patch.empty())
            text += (text.empty() ? " The line of " : ", that of ") + names[side] + " comes with " + patch;
    return text + ".";
}

} // namespace

Parting partingOf(const Comparison& comparison)
{
    const int step = comparison.split;
    if (step < 0)
        return {};
    const std::array<ComparedSide, 2>& sides = comparison.sides;
    return {actsOf(sides, step), {patchBehind(sides[0], step), patchBehind(sides[1], step)}, {outcomeOf(sides[0], step), outcomeOf(sides[1], step)},
            reasonsFor(sides, step)};
}

std::string sentenceOf(const Comparison& comparison)
{
    const std::array<ComparedSide, 2>& sides = comparison.sides;
    if (comparison.split < 0)
        return "They do the same in all " + std::to_string(sides[0].run->length()) + " steps.";
    const auto names = namesOf(sides);
    const Parting& parting = comparison.parting;
    return "They part at step " + std::to_string(comparison.split + 1) + ": in " + names[0] + " " + parting.acts[0] + "; in " + names[1] + " " + parting.acts[1] + "."
        + reasonsInWords(comparison, names) + patchesInWords(comparison, names) + " " + names[0] + " " + parting.outcomes[0] + "; " + names[1] + " "
        + parting.outcomes[1] + ".";
}

} // namespace bindlab
