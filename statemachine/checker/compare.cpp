#include "checker/compare.h"

#include "flow/program.h"
#include "world/snapshot.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>

namespace bindlab {

namespace {

constexpr int longestFairRun = 1000;

/// What the environment chose in this step; empty when it had nothing to choose, or the alternatives have no names.
std::string chosenIn(const StepRecord& record)
{
    const auto chose = std::ranges::find(record.effects, EffectKind::Chose, &Effect::kind);
    return chose == record.effects.end() ? std::string() : chose->name;
}

/// One thread's turn, in terms both models understand: threads are known by name.
struct Pick {
    std::string thread;
    std::uint8_t choice = 0;
};

/// The picks of one run, and what each thread chose on the way.
struct Picks {
    std::vector<Pick> list;
    std::vector<std::pair<std::string, std::string>> chosen;   ///< thread and name of the alternative, in order
};

Picks picksOf(const Run& run)
{
    Picks picks;
    for (int step = 0; step < run.length(); ++step) {
        const StepRecord& record = run.record(step);
        picks.list.push_back({record.thread, record.choice.choice});
        if (const std::string name = chosenIn(record); !name.empty())
            picks.chosen.emplace_back(record.thread, name);
    }
    return picks;
}

/// Lets one side follow picks that were made elsewhere.
class Follower {
public:
    Follower(std::shared_ptr<const Model> model, std::vector<std::pair<std::string, std::string>> chosen)
        : m_model(std::move(model)), m_chosen(std::move(chosen)), m_run(m_model)
    {
    }

    /// Whether that thread can move now.
    [[nodiscard]] bool canFollow(const std::string& thread) const { return !stepsOf(indexOf(thread), enabled()).empty(); }

    /// Takes the pick, or the next ready thread's step. False when no thread can move any more.
    bool follow(const Pick& pick)
    {
        const std::vector<StepChoice> all = enabled();
        if (all.empty())
            return false;
        const int threads = int(m_model->threads.size());
        const int picked = indexOf(pick.thread);
        std::vector<StepChoice> steps = stepsOf(picked, all);
        std::string why;
        if (steps.empty()) {
            why = whyNot(pick.thread, picked);
            for (int ahead = 1; steps.empty() && ahead <= threads; ++ahead)
                steps = stepsOf((std::max(picked, 0) + ahead) % threads, all);
        }
        const StepStatus status = m_run.step(chooseAmong(steps, pick));
        assert(status == StepStatus::Done && "an enabled step can be taken: do enabledSteps and takeStep differ?");
        if (status != StepStatus::Done)
            return false;
        m_forced.push_back(why);
        return true;
    }

    void moveInto(ComparedSide& side) &&
    {
        m_run.seek(0);
        side.run = std::move(m_run);
        side.forced = std::move(m_forced);
    }

private:
    [[nodiscard]] std::vector<StepChoice> enabled() const { return enabledSteps(*m_model, m_run.state()); }

    [[nodiscard]] int indexOf(const std::string& thread) const
    {
        const auto found = std::ranges::find(m_model->threads, thread, &ThreadInfo::name);
        return found == m_model->threads.end() ? -1 : int(found - m_model->threads.begin());
    }

    static std::vector<StepChoice> stepsOf(int thread, std::vector<StepChoice> all)
    {
        std::erase_if(all, [&](const StepChoice& step) { return int(step.thread) != thread; });
        return all;
    }

    [[nodiscard]] std::string whyNot(const std::string& name, int thread) const
    {
        if (thread < 0)
            return "there is no thread " + name;
        const ThreadView view = look(*m_model, m_run.state()).threads[std::size_t(thread)];
        if (view.status == ThreadStatus::Done)
            return name + " is done";
        if (view.status == ThreadStatus::Failed)
            return name + " has failed";
        const auto blocked = std::ranges::find_if(view.next, [](const NextView& next) { return !next.blocked.empty(); });
        return name + " " + (blocked == view.next.end() ? std::string("cannot go on") : blocked->blocked);
    }

    [[nodiscard]] std::string nameOf(StepChoice step) const
    {
        State state = m_run.state();
        StepRecord record;
        takeStep(*m_model, state, step, &record);
        return chosenIn(record);
    }

    /// The alternative of the name that this thread's next choice has in the run that is followed; else the picked number.
    StepChoice chooseAmong(const std::vector<StepChoice>& steps, const Pick& pick)
    {
        const std::string& thread = m_model->threads[steps.front().thread].name;
        std::vector<std::string> names;
        for (const StepChoice& step : steps)
            names.push_back(nameOf(step));
        for (auto chosen = m_chosen.begin(); chosen != m_chosen.end(); ++chosen) {
            const auto name = std::ranges::find(names, chosen->second);
            if (chosen->first != thread || name == names.end())
                continue;
            // What this thread chose before that has no counterpart here.
            m_chosen.erase(std::remove_if(m_chosen.begin(), chosen + 1, [&](const auto& earlier) { return earlier.first == thread; }), chosen + 1);
            return steps[std::size_t(name - names.begin())];
        }
        const auto same = std::ranges::find(steps, pick.choice, &StepChoice::choice);
        return thread == pick.thread && same != steps.end() ? *same : steps.front();
    }

    std::shared_ptr<const Model> m_model;
    std::vector<std::pair<std::string, std::string>> m_chosen;
    Run m_run;
    std::vector<std::string> m_forced;
};

/// The shortest run that breaks on `side` what nothing breaks on `other`; null when there is none.
const Violation* ownFailure(const CheckResult& side, const CheckResult& other)
{
    const Violation* shortest = nullptr;
    for (const Violation& violation : side.violations) {
        const bool shared = std::ranges::any_of(other.violations, [&](const Violation& theirs) {
            return theirs.property == violation.property && theirs.failure == violation.failure;
        });
        if (!shared && (shortest == nullptr || violation.steps.size() < shortest->steps.size()))
            shortest = &violation;
    }
    return shortest;
}

/// One side plays its failing run, the other follows. False when it does not replay.
bool playFailure(Comparison& comparison, std::size_t leader, const Violation& violation)
{
    ComparedSide& leading = comparison.sides[leader];
    auto run = replay(leading.model, violation.steps);
    if (!run)
        return false;
    const Picks picks = picksOf(*run);
    ComparedSide& following = comparison.sides[1 - leader];
    Follower follower(following.model, picks.chosen);
    for (const Pick& pick : picks.list)
        if (!follower.follow(pick))
            break;
    std::move(follower).moveInto(following);
    run->seek(0);
    leading.run = std::move(*run);
    leading.forced.assign(std::size_t(leading.run->length()), std::string());
    comparison.schedule = leader == 0 ? Schedule::FailureOfFirst : Schedule::FailureOfSecond;
    comparison.played = violation;
    return true;
}

void playFairly(Comparison& comparison)
{
    std::array<Follower, 2> followers{Follower(comparison.sides[0].model, {}), Follower(comparison.sides[1].model, {})};
    std::vector<std::string> threads;
    for (const ComparedSide& side : comparison.sides)
        for (const ThreadInfo& thread : side.model->threads)
            if (std::ranges::find(threads, thread.name) == threads.end())
                threads.push_back(thread.name);
    // A thread that can move on neither side is passed over; when all were, both have ended.
    std::size_t passedOver = 0;
    for (std::size_t turn = 0, steps = 0; passedOver < threads.size() && steps < longestFairRun; ++turn) {
        const Pick pick{threads[turn % threads.size()], 0};
        if (!followers[0].canFollow(pick.thread) && !followers[1].canFollow(pick.thread)) {
            ++passedOver;
            continue;
        }
        passedOver = 0;
        ++steps;
        for (Follower& follower : followers)
            (void)follower.follow(pick);
    }
    for (std::size_t side = 0; side < 2; ++side)
        std::move(followers[side]).moveInto(comparison.sides[side]);
    comparison.schedule = Schedule::Fair;
}

/// An effect in terms that two models share: names instead of indices.
std::string effectText(const Model& model, const Effect& effect)
{
    std::string text = std::to_string(int(effect.kind));
    const auto add = [&text](const std::string& part) { text += '\n' + part; };
    add(effect.object < 0 ? std::string() : model.objects[std::size_t(effect.object)].name);
    if (effect.lock >= 0) {
        const Model::LockRef& lock = model.locks[std::size_t(effect.lock)];
        add(model.objects[std::size_t(lock.object)].name + "." + model.fields[std::size_t(lock.field)].name);
    }
    add(effect.name);
    add(effect.before);
    add(effect.after);
    add(effect.reason);
    return text;
}

bool doTheSame(const ComparedSide& one, const ComparedSide& other, int step)
{
    const StepRecord& first = one.run->record(step);
    const StepRecord& second = other.run->record(step);
    return first.thread == second.thread && first.flow == second.flow && first.text == second.text && first.findings == second.findings
        && std::ranges::equal(first.effects, second.effects, [&](const Effect& a, const Effect& b) {
               return effectText(*one.model, a) == effectText(*other.model, b);
           });
}

int splitOf(const std::array<ComparedSide, 2>& sides)
{
    const int both = std::min(sides[0].run->length(), sides[1].run->length());
    for (int step = 0; step < both; ++step)
        if (!doTheSame(sides[0], sides[1], step))
            return step;
    return sides[0].run->length() == sides[1].run->length() ? -1 : both;
}

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
    const auto name = [](const Selection& selection) {
        std::string text = selection.design;
        for (const std::string& patch : selection.patches)
            text += (text.empty() ? "" : " ") + (patch.starts_with('-') ? patch : "+" + patch);
        return text;
    };
    std::array<std::string, 2> names{name(sides[0].cell.selection), name(sides[1].cell.selection)};
    if (names[0] == names[1] || names[0].empty() || names[1].empty())
        names = {"the first", "the second"};
    return names;
}

std::string sentenceOf(const Comparison& comparison)
{
    const std::array<ComparedSide, 2>& sides = comparison.sides;
    const int step = comparison.split;
    if (step < 0)
        return "They do the same in all " + std::to_string(sides[0].run->length()) + " steps.";
    const auto names = namesOf(sides);
    std::array<std::string, 2> done{doneBy(sides[0], step), doneBy(sides[1], step)};
    if (done[0] == done[1] && step < sides[0].run->length() && step < sides[1].run->length()) {
        const StepRecord& first = sides[0].run->record(step);
        const StepRecord& second = sides[1].run->record(step);
        for (std::size_t side = 0; side < 2; ++side) {
            const StepRecord& record = side == 0 ? first : second;
            if (first.flow != second.flow)
                done[side] += " in " + record.flow;
            else if (first.text != second.text)
                done[side] += " by " + record.text;
            else
                done[side] += ", " + brokenIn(record);
        }
    }
    return "They part at step " + std::to_string(step + 1) + ": in " + names[0] + " " + done[0] + "; in " + names[1] + " " + done[1] + ".";
}

using Key = std::pair<std::string, std::string>;

std::set<Key> keysOf(const std::vector<Violation>& violations)
{
    std::set<Key> keys;
    for (const Violation& violation : violations)
        keys.emplace(violation.property, violation.failure);
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
    for (std::size_t leader = 0; leader < 2 && comparison.schedule == Schedule::None; ++leader)
        if (const Violation* own = ownFailure(comparison.sides[leader].cell.result, comparison.sides[1 - leader].cell.result))
            (void)playFailure(comparison, leader, *own);
    if (comparison.schedule == Schedule::None)
        playFairly(comparison);
    comparison.split = splitOf(comparison.sides);
    comparison.sentence = sentenceOf(comparison);
    return comparison;
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
