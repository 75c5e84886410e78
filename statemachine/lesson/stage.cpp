#include "lesson/stage.h"

#include "checker/matrix.h"
#include "lesson/facts.h"
#include "lesson/goal_search.h"
#include "lesson/yaml_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace bindlab {

namespace {

std::string goalOf(const Move& move)
{
    switch (move.kind) {
    case Move::Kind::Pick: return fmt::format("{} takes a step", move.thread);
    case Move::Kind::Times: return fmt::format("{} takes {} steps", move.thread, move.count);
    case Move::Kind::Before:
    case Move::Kind::After:
        return fmt::format("{} gets {} {}{}", move.thread, move.kind == Move::Kind::Before ? "to" : "past", move.text,
                           move.flow.empty() ? "" : " in " + move.flow);
    case Move::Kind::Blocked: return fmt::format("{} is blocked at last", move.thread);
    case Move::Kind::Done: return fmt::format("{} is done at last", move.thread);
    case Move::Kind::Until: {
        std::string facts;
        for (const auto& fact : move.facts)
            facts += (facts.empty() ? "" : " ") + sentence(fact);
        return fmt::format("{} goes on until: {}", move.thread, facts);
    }
    case Move::Kind::Shortest: return fmt::format("some run breaks {}", move.text);
    case Move::Kind::Nearest: {
        std::string goals;
        for (const auto& goal : move.goals) {
            goals += goals.empty() ? "" : " or ";
            for (const auto& fact : goal)
                goals += (&fact == &goal.front() ? "" : " ") + sentence(fact);
        }
        return "some run from here reaches: " + goals;
    }
    }
    return {};
}

/// The last few statements the thread took, for a message that helps.
std::string trail(const Run& run, const std::string& thread)
{
    constexpr int shown = 4;
    std::vector<std::string> statements;
    for (int step = run.position() - 1; step >= 0 && int(statements.size()) < shown; --step)
        if (run.record(step).thread == thread)
            statements.push_back(plainStatement(run.record(step).text));
    std::reverse(statements.begin(), statements.end());
    std::string text;
    for (const auto& statement : statements)
        text += (text.empty() ? "" : ", ") + statement;
    return text.empty() ? std::string() : "; its last statements: " + text;
}

/// Whether a thread is where a move leads, after it has taken so many steps.
bool hasArrived(const Move& move, const Run& run, const Scene& scene, const ThreadView& thread, int taken)
{
    const auto isMeant = [&](const std::string& text, const std::string& flow) {
        return plainStatement(text) == plainStatement(move.text) && (move.flow.empty() || flow == move.flow);
    };
    switch (move.kind) {
    case Move::Kind::Pick: return taken == 1;
    case Move::Kind::Times: return taken == move.count;
    case Move::Kind::Before: {
        const bool isInFlow = !thread.stack.empty() && thread.stack.back().flow >= 0;
        const auto flow = isInFlow ? flows(run.model())[std::size_t(thread.stack.back().flow)].name : std::string();
        return std::any_of(thread.next.begin(), thread.next.end(), [&](const NextView& next) { return isMeant(next.text, flow); });
    }
    case Move::Kind::After: return taken > 0 && isMeant(run.record(run.position() - 1).text, run.record(run.position() - 1).flow);
    case Move::Kind::Blocked: return thread.status == ThreadStatus::Blocked;
    case Move::Kind::Done: return thread.status == ThreadStatus::Done;
    case Move::Kind::Until: return scene.hold(move.facts);
    case Move::Kind::Shortest:
    case Move::Kind::Nearest: break;
    }
    return false;
}

/// What keeps it from the step that is wanted: "waits for vdev->mutex", "is done".
std::string whyItStays(const Move& move, const ThreadView& thread)
{
    const auto blocked = std::find_if(thread.next.begin(), thread.next.end(), [](const NextView& one) { return !one.blocked.empty(); });
    if (blocked != thread.next.end())
        return blocked->blocked;
    if (thread.next.empty())
        return "is done";
    std::vector<std::string> labels;
    for (const auto& one : thread.next)
        labels.push_back("'" + one.label + "'");
    return fmt::format("cannot choose '{}': there is {}", move.choose, oneOf(labels));
}

} // namespace

Selection startOf(const Lesson& lesson)
{
    auto selection = designNamed(lesson.design);
    selection.scenario = lesson.scenario;
    selection.platform = lesson.platform;
    return selection;
}

bool startsAnew(const Setting& setting) { return !setting.design.empty() || !setting.scenario.empty() || setting.fromStart; }

std::optional<Play> effectOf(const Block& block)
{
    if (const auto* play = std::get_if<Play>(&block))
        return *play;
    if (const auto* watch = std::get_if<Watch>(&block))
        return Play{watch->setting, watch->run, watch->line};
    if (const auto* drive = std::get_if<Drive>(&block))
        return Play{drive->setting, drive->example, drive->line};
    if (const auto* compare = std::get_if<Compare>(&block))
        return Play{{compare->designs[0], compare->scenario, false}, {}, compare->line};
    const auto setting = std::visit(
        [](const auto& one) {
            if constexpr (requires { one.setting; })
                return one.setting;
            else
                return Setting{};
        },
        block);
    const bool moves = !std::holds_alternative<Predict>(block) && startsAnew(setting);
    return moves ? std::optional(Play{setting, {}, lineOf(block)}) : std::nullopt;
}

std::vector<StepChoice> takenSteps(const Run& run)
{
    std::vector<StepChoice> steps;
    for (int step = 0; step < run.position(); ++step)
        steps.push_back(run.record(step).choice);
    return steps;
}

tl::expected<void, StageError> Stage::enter(const Setting& setting, int line)
{
    auto wanted = m_selection;
    if (!setting.design.empty()) {
        auto named = designNamed(setting.design);
        wanted.design = std::move(named.design);
        wanted.patches = std::move(named.patches);
    }
    if (!setting.scenario.empty())
        wanted.scenario = setting.scenario;
    if (!setting.platform.empty())
        wanted.platform = setting.platform;
    if (m_run && !startsAnew(setting))
        return {};
    auto entered = enter(wanted);
    if (!entered)
        entered.error().line = line;
    return entered;
}

tl::expected<void, StageError> Stage::enter(const Selection& selection)
{
    const auto model = m_results->model(selection);
    if (!model)
        return tl::unexpected(StageError{0, fmt::format("design {} runs scenario {}", designName(selection), selection.scenario), model.error()});
    m_selection = selection;
    m_run.emplace(*model);
    return {};
}

tl::expected<void, StageError> Stage::play(const std::vector<Move>& moves)
{
    for (const auto& move : moves)
        if (auto played = move.kind == Move::Kind::Shortest ? playShortest(move)
                : move.kind == Move::Kind::Nearest          ? playNearest(move)
                                                            : playOne(move);
            !played)
            return played;
    return {};
}

/// A step is told, and what it leads to looked at, in so much time as this many states are searched.
constexpr std::uint64_t workOfAStep = 20;

tl::expected<void, StageError> Stage::playOne(const Move& move)
{
    const auto failed = [&](const std::string& model) {
        return tl::unexpected(StageError{move.line, goalOf(move), model + trail(*m_run, move.thread)});
    };
    for (int taken = 0;; ++taken) {
        const Scene scene(*m_run);
        const auto& threads = scene.snapshot().threads;
        const auto found =
            std::find_if(threads.begin(), threads.end(), [&](const ThreadView& one) { return one.name == move.thread; });
        if (found == threads.end()) {
            std::vector<std::string> names;
            for (const auto& one : threads)
                names.push_back(one.name);
            return failed(fmt::format("no thread is called '{}': there are {}", move.thread, oneOf(names)));
        }
        if (hasArrived(move, *m_run, scene, *found, taken))
            return {};
        if (taken == LessonLimits::stepsOfAMove)
            return failed(fmt::format("not within {} steps", LessonLimits::stepsOfAMove));
        if (m_run->position() >= LessonLimits::stepsOfARun)
            return failed(fmt::format("the moves take more than {} steps together, the most of a run", LessonLimits::stepsOfARun));
        if (auto spent = m_results->spend(workOfAStep); !spent)
            return failed(spent.error());

        const auto next = std::find_if(found->next.begin(), found->next.end(), [&](const NextView& one) {
            return one.enabled && (move.choose.empty() || found->next.size() == 1 || one.label == move.choose);
        });
        if (next == found->next.end())
            return failed(fmt::format("after {} steps {} {}", taken, move.thread, whyItStays(move, *found)));
        const auto choice = next->choice;
        if (m_run->step(choice) != StepStatus::Done)
            return failed(fmt::format("after {} steps {} cannot go on", taken, move.thread));
    }
}

tl::expected<void, StageError> Stage::playShortest(const Move& move)
{
    const auto failed = [&](const std::string& model) { return tl::unexpected(StageError{move.line, goalOf(move), model}); };
    if (m_run->position() != 0)
        return failed("a shortest run starts where the scenario starts: put 'from: start' beside it");
    const auto result = m_results->check(m_selection);
    if (!result)
        return failed(result.error());
    const auto* violation = shortest(**result, move.text);
    if (!violation)
        return failed(fmt::format("{} in {}: {}", m_selection.design, m_selection.scenario, toText((*result)->verdict)));
    return take(violation->steps, move);
}

tl::expected<void, StageError> Stage::playNearest(const Move& move)
{
    const auto way = m_results->nearest(*m_run, move.goals);
    if (!way)
        return tl::unexpected(StageError{move.line, goalOf(move), way.error()});
    return take(*way, move);
}

tl::expected<void, StageError> Stage::take(const std::vector<StepChoice>& steps, const Move& move)
{
    const auto count = steps.size() - std::min(steps.size(), std::size_t(move.count));
    for (std::size_t i = 0; i < count; ++i)
        if (m_run->step(steps[i]) != StepStatus::Done)
            return tl::unexpected(StageError{move.line, goalOf(move), fmt::format("step {} of that run cannot be taken", i + 1)});
    return {};
}

} // namespace bindlab
