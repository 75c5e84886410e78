#include "checker/compare.h"

#include "checker/parting.h"
#include "flow/program.h"
#include "world/snapshot.h"

#include <algorithm>
#include <cassert>
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

} // namespace

bool play(Comparison& comparison, const Lead& lead)
{
    if (!comparison.sides[0].model || !comparison.sides[1].model)
        return false;
    if (lead.schedule == Schedule::Fair)
        playFairly(comparison);
    else if (!playFailure(comparison, lead.schedule == Schedule::FailureOfFirst ? 0 : 1, lead.violation))
        return false;
    comparison.schedule = lead.schedule;
    comparison.played = lead.violation;
    comparison.split = splitOf(comparison.sides);
    comparison.parting = partingOf(comparison);
    comparison.sentence = sentenceOf(comparison);
    return true;
}

} // namespace bindlab
