#include "lesson/player.h"

#include "lesson/facts.h"
#include "lesson/stage.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace bindlab {

namespace {

constexpr int progressVersion = 1;
/// A schedule that goes on longer than this goes round in circles.
constexpr int mostReplaySteps = 10'000;

std::string toText(ActState state)
{
    switch (state) {
    case ActState::Open: return "open";
    case ActState::Done: return "done";
    case ActState::NotSure: return "not sure";
    case ActState::Skipped: return "skipped";
    }
    return {};
}

/// A step of thread `wanted`, or where it has none of the next ready thread, in a circle. Threads of the epilogue stay out.
/// Nothing when no thread is ready.
std::optional<StepChoice> nextReady(const Snapshot& snapshot, int wanted)
{
    const int count = int(snapshot.threads.size());
    for (int i = 0; i < count; ++i) {
        const auto& thread = snapshot.threads[std::size_t((wanted + i) % count)];
        if (thread.epilogue)
            continue;
        for (const auto& next : thread.next)
            if (next.enabled)
                return next.choice;
    }
    return std::nullopt;
}

bool canTake(const Snapshot& snapshot, StepChoice choice)
{
    if (std::size_t(choice.thread) >= snapshot.threads.size())
        return false;
    const auto& next = snapshot.threads[choice.thread].next;
    return std::any_of(next.begin(), next.end(), [&](const NextView& one) { return one.enabled && one.choice == choice; });
}

/// "`IOMMU_DESTROY` of T2 answered `-EBUSY`." for each call that returned.
std::string returnsOf(const Run& run)
{
    std::string text;
    for (int step = 0; step < run.length(); ++step)
        for (const auto& effect : run.record(step).effects)
            if (effect.kind == EffectKind::Returned)
                text += fmt::format("{}`{}` of {} {}.", text.empty() ? "" : " ", effect.name, run.record(step).thread,
                                    effect.after.empty() ? "returned" : "answered `" + effect.after + "`");
    return text;
}

std::string stepCount(std::size_t count) { return fmt::format("{} step{}", count, count == 1 ? "" : "s"); }

/// What the run broke from step `from` on, each property once.
std::string brokenFrom(const Run& run, int from)
{
    std::string text;
    std::set<std::string> said;
    for (int step = std::max(0, from); step < run.length(); ++step)
        for (const auto& finding : run.record(step).findings)
            if (said.insert(finding.property + finding.failure).second)
                text += fmt::format("{}Step {} breaks {}: {}.", text.empty() ? "" : " ", step + 1, finding.property,
                                    finding.message);
    return text;
}

std::string outcomeOf(const Replayed& replayed, const Selection& selection, bool own)
{
    auto text = fmt::format("{} on {}: ", own ? "Your schedule" : "The example schedule", selection.design);
    text += replayed.departures.empty()
        ? "every pick could be followed."
        : fmt::format("in {} another thread than the picked one had to move.", stepCount(replayed.departures.size()));
    const auto returns = returnsOf(replayed.run);
    const auto broken = brokenFrom(replayed.run, 0);
    if (!returns.empty())
        text += "\n\n" + returns;
    return text + "\n\n" + (broken.empty() ? "No step breaks anything." : broken);
}

/// Which of the runs that fail a page shows: of the first property that its facts call violated, else the first one.
const Violation* violationOf(const CheckResult& result, const Check& check)
{
    for (const auto& fact : check.facts)
        if (fact.subject == FactSubject::Property)
            if (const auto* violation = shortest(result, fact.name))
                return violation;
    return result.violations.empty() ? nullptr : &result.violations.front();
}

std::string outcomeOf(const CheckResult& result, const Selection& selection, const std::vector<std::string>& properties)
{
    std::string scope = fmt::format("{} in {}", selection.design, selection.scenario);
    if (result.verdict == Verdict::Bounded)
        return fmt::format("**Bounded.** {}: no verdict, the check met a bound ({}).", scope, result.bound);
    if (result.verdict == Verdict::NotApplicable)
        return fmt::format("**Not applicable.** {} has no words for this.", scope);
    std::string what;
    for (const auto& property : properties)
        what += (what.empty() ? "" : ", ") + property;
    if (result.violations.empty())
        return fmt::format("**Safe.** {}: {} in every interleaving ({} states).", scope,
                           what.empty() ? "every property holds" : what + (properties.size() == 1 ? " holds" : " hold"),
                           result.states);
    std::string text = fmt::format("**Fails.** {}, {} states:", scope, result.states);
    for (const auto& violation : result.violations)
        text += fmt::format("\n- {}{}, {}: {}", violation.property,
                            violation.failure.empty() ? "" : " (" + violation.failure + ")", stepCount(violation.steps.size()),
                            violation.message)
            + ".";
    return text;
}

} // namespace

std::string toJson(const LessonProgress& progress)
{
    nlohmann::ordered_json json{{"version", progressVersion},
                                {"page", progress.page},
                                {"acts", nlohmann::ordered_json::object()},
                                {"answers", progress.answers},
                                {"schedules", nlohmann::ordered_json::object()}};
    for (const auto& [key, state] : progress.acts)
        json["acts"][key] = toText(state);
    for (const auto& [id, steps] : progress.schedules) {
        auto list = nlohmann::ordered_json::array();
        for (const auto& step : steps)
            list.push_back({step.thread, step.choice});
        json["schedules"][id] = list;
    }
    return json.dump();
}

tl::expected<LessonProgress, std::string> progressFromJson(const std::string& text)
{
    try {
        const auto json = nlohmann::json::parse(text);
        if (const int version = json.at("version").get<int>(); version != progressVersion)
            return tl::unexpected(fmt::format("this progress has version {}, known is {}", version, progressVersion));
        LessonProgress progress;
        progress.page = json.at("page").get<int>();
        progress.answers = json.at("answers").get<std::map<std::string, int>>();
        for (const auto& [key, state] : json.at("acts").items())
            for (const auto known : {ActState::Done, ActState::NotSure, ActState::Skipped})
                if (state.get<std::string>() == toText(known))
                    progress.acts[key] = known;
        for (const auto& [id, steps] : json.at("schedules").items())
            for (const auto& step : steps)
                progress.schedules[id].push_back({step.at(0).get<std::uint8_t>(), step.at(1).get<std::uint8_t>()});
        return progress;
    } catch (const nlohmann::json::exception& error) {
        return tl::unexpected(std::string("this is no progress of a lesson: ") + error.what());
    }
}

Replayed replayElsewhere(const std::shared_ptr<const Model>& model, const std::vector<StepChoice>& schedule)
{
    Replayed replayed{Run(model), {}, 0};
    auto& run = replayed.run;
    int last = 0;   // the thread that moved last
    while (run.position() < mostReplaySteps) {
        const auto snapshot = look(run.model(), run.state());
        const auto step = std::size_t(run.position());
        const bool picked = step < schedule.size();
        const bool spoilt = std::any_of(snapshot.threads.begin(), snapshot.threads.end(),
                                        [](const ThreadView& thread) { return thread.status == ThreadStatus::Failed; });
        if (!picked && spoilt)
            break;   // memory is lost: going on from there would tell nothing
        std::optional<StepChoice> choice;
        if (picked && canTake(snapshot, schedule[step])) {
            choice = schedule[step];
        } else if (picked) {
            choice = nextReady(snapshot, schedule[step].thread);
            if (choice)
                replayed.departures.push_back(run.position());
        } else {
            choice = nextReady(snapshot, last);
        }
        if (!choice || run.step(*choice) != StepStatus::Done)
            break;
        last = choice->thread;
        replayed.picked += picked ? 1 : 0;
    }
    return replayed;
}

std::map<std::string, std::vector<StepChoice>> exampleSchedules(const Lesson& lesson, Results& results)
{
    std::map<std::string, std::vector<StepChoice>> schedules;
    for (const auto& page : lesson.pages) {
        Stage stage(lesson, results);
        bool good = stage.enter({}, 1).has_value();
        for (const auto& block : page.blocks) {   // what stands before it on its page leads to where a drive starts
            if (!good)
                break;   // the rest of this page cannot be reached; verify() says why
            if (const auto* play = std::get_if<Play>(&block)) {
                good = stage.enter(play->setting, play->line) && stage.play(play->run);
            } else if (const auto* watch = std::get_if<Watch>(&block)) {
                good = stage.enter(watch->setting, watch->line) && stage.play(watch->run);
            } else if (const auto* check = std::get_if<Check>(&block)) {
                good = stage.enter(check->setting, check->line).has_value();
            } else if (const auto* replay = std::get_if<Replay>(&block)) {
                good = stage.enter(replay->setting, replay->line).has_value();
                if (good)
                    stage.setRun(replayElsewhere(stage.run().sharedModel(), schedules[replay->schedule]).run);
            } else if (const auto* drive = std::get_if<Drive>(&block)) {
                good = stage.enter(drive->setting, drive->line) && stage.play(drive->example);
                if (good)
                    schedules[drive->id] = takenSteps(stage.run());
            }
        }
    }
    return schedules;
}

tl::expected<LessonSession, Diagnostics> LessonSession::open(const Lesson& lesson, const Library& library,
                                                             LessonProgress progress)
{
    LessonSession session(lesson, library, std::move(progress));
    Stage stage(session.m_lesson, *session.m_results);
    if (const auto entered = stage.enter({}, 1); !entered) {
        Diagnostic diagnostic;
        diagnostic.file = lesson.file;
        diagnostic.line = entered.error().line;
        diagnostic.column = 1;
        diagnostic.message = entered.error().model;
        return tl::unexpected(Diagnostics{diagnostic});
    }
    session.rebuild();
    return session;
}

LessonSession::LessonSession(const Lesson& lesson, const Library& library, LessonProgress progress)
    : m_lesson(lesson), m_results(std::make_shared<Results>(library)), m_progress(std::move(progress))
{
    m_progress.page = std::clamp(m_progress.page, 0, std::max(0, pageCount() - 1));
}

std::string LessonSession::key(int block) const { return fmt::format("{}.{}", m_progress.page, block); }

ActState LessonSession::stateOf(int page, int block) const
{
    const auto found = m_progress.acts.find(fmt::format("{}.{}", page, block));
    return found == m_progress.acts.end() ? ActState::Open : found->second;
}

bool LessonSession::pageDone(int page) const
{
    if (page < 0 || page >= pageCount())
        return false;
    const auto& blocks = m_lesson.pages[std::size_t(page)].blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (isAct(blocks[i]) && stateOf(page, int(i)) == ActState::Open)
            return false;
    return true;
}

void LessonSession::restart() { rebuild(); }

void LessonSession::openPage(int page)
{
    if (page < 0 || page >= pageCount() || page == m_progress.page)
        return;
    m_progress.page = page;
    rebuild();
}

/// Plays the page down to its first open act.
void LessonSession::rebuild()
{
    const auto before = m_run;
    m_openAct = -1;
    m_departures.clear();
    m_outcomes.clear();
    m_trouble.clear();
    Stage stage(m_lesson, *m_results);
    const auto& blocks = m_lesson.pages[std::size_t(m_progress.page)].blocks;
    const auto good = [&](const tl::expected<void, StageError>& result) {
        if (!result && m_trouble.empty())
            m_trouble =
                fmt::format("{}:{}: {}: {}", m_lesson.file, result.error().line, result.error().claim, result.error().model);
        return result.has_value();
    };
    good(stage.enter({}, 1));
    for (std::size_t i = 0; i < blocks.size() && stage.started() && m_openAct < 0; ++i) {
        const auto& block = blocks[i];
        const int index = int(i);
        const auto state = isAct(block) ? stateOf(m_progress.page, index) : ActState::Done;
        const bool isOpen = state == ActState::Open;
        if (isOpen)
            m_openAct = index;
        if (const auto* play = std::get_if<Play>(&block)) {
            if (good(stage.enter(play->setting, play->line)))
                good(stage.play(play->run));
        } else if (const auto* watch = std::get_if<Watch>(&block)) {
            if (!good(stage.enter(watch->setting, watch->line)))
                continue;
            const int from = stage.run().position();
            good(stage.play(watch->run));
            if (isOpen)
                stage.run().seek(from);
        } else if (const auto* drive = std::get_if<Drive>(&block)) {
            if (!good(stage.enter(drive->setting, drive->line)) || isOpen)
                continue;
            const auto steps = schedule(drive->id);
            if (auto replayed = bindlab::replay(stage.run().sharedModel(), steps))
                stage.setRun(std::move(*replayed));
            else if (m_trouble.empty())
                m_trouble = fmt::format("the kept schedule does not replay: {}", replayed.error());
            const auto count = stepCount(std::size_t(stage.run().position()));
            m_outcomes[index] = state == ActState::Done ? fmt::format("Reached in {}, by your own schedule.", count)
                                                        : fmt::format("One way takes {}.", count);
            if (const auto broken = brokenFrom(stage.run(), stage.run().position() - 1); !broken.empty())
                m_outcomes[index] += " " + broken;
        } else if (const auto* replay = std::get_if<Replay>(&block)) {
            if (!good(stage.enter(replay->setting, replay->line)) || state != ActState::Done)
                continue;
            auto replayed = replayElsewhere(stage.run().sharedModel(), schedule(replay->schedule));
            m_outcomes[index] = outcomeOf(replayed, stage.selection(), hasOwnSchedule(replay->schedule));
            m_departures = replayed.departures;
            stage.setRun(std::move(replayed.run));
        } else if (const auto* check = std::get_if<Check>(&block)) {
            if (!good(stage.enter(check->setting, check->line)) || state != ActState::Done)
                continue;
            const auto result = m_results->check(stage.selection(), check->properties);
            if (!result) {
                m_trouble = result.error();
                continue;
            }
            m_outcomes[index] = outcomeOf(**result, stage.selection(), check->properties);
            m_departures.clear();
            Run run(stage.run().sharedModel());
            if (const auto* shown = violationOf(**result, *check))   // the run that fails lies ready to be played
                for (const auto& step : shown->steps)
                    static_cast<void>(run.step(step));
            stage.setRun(std::move(run));
        }
    }
    m_selection = stage.selection();
    if (stage.started())
        m_run = stage.run();
    m_sharedSteps = 0;
    if (before && m_run && before->sharedModel() == m_run->sharedModel()) {
        const int most = std::min(before->position(), m_run->length());
        while (m_sharedSteps < most && before->record(m_sharedSteps).choice == m_run->record(m_sharedSteps).choice)
            ++m_sharedSteps;
    }
    ++m_revision;
}

void LessonSession::finish(int block, ActState state)
{
    m_progress.acts[key(block)] = state;
    rebuild();
}

std::string LessonSession::openDirective() const
{
    return m_openAct < 0
        ? std::string()
        : std::string(directiveName(m_lesson.pages[std::size_t(m_progress.page)].blocks[std::size_t(m_openAct)]));
}

bool LessonSession::futureHidden() const { return openDirective() == "predict"; }

std::vector<BlockView> LessonSession::blocks() const
{
    std::vector<BlockView> views;
    const auto& blocks = m_lesson.pages[std::size_t(m_progress.page)].blocks;
    const auto filled = [&](const std::string& markdown) { return m_results->fillIn(markdown, m_lesson.platform); };
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const int index = int(i);
        if (m_openAct >= 0 && index > m_openAct)
            break;
        const auto& block = blocks[i];
        BlockView view;
        view.index = index;
        view.directive = directiveName(block);
        view.act = isAct(block);
        view.state = view.act ? stateOf(m_progress.page, index) : ActState::Done;
        if (const auto outcome = m_outcomes.find(index); outcome != m_outcomes.end())
            view.outcome = outcome->second;
        if (std::holds_alternative<Play>(block) || (std::holds_alternative<Expect>(block) && !std::get<Expect>(block).shown))
            continue;
        if (const auto* prose = std::get_if<Prose>(&block)) {
            view.text = filled(prose->markdown);
        } else if (const auto* watch = std::get_if<Watch>(&block)) {
            view.text = filled(watch->task);
            view.button = watch->button.empty() ? "Watch it happen" : watch->button;
        } else if (const auto* expect = std::get_if<Expect>(&block)) {
            for (const auto& fact : expect->facts)
                view.facts.push_back(sentence(fact));
        } else if (const auto* predict = std::get_if<Predict>(&block)) {
            view.text = filled(predict->question);
            const auto answer = m_progress.answers.find(predict->id);
            const bool revealed = view.state != ActState::Open;
            for (std::size_t k = 0; k < predict->options.size(); ++k) {
                const auto& option = predict->options[k];
                const bool chosen = answer != m_progress.answers.end() && answer->second == int(k);
                view.options.push_back({filled(option.text), revealed ? filled(option.feedback) : std::string(), chosen,
                                        revealed && option.right});
            }
        } else if (const auto* drive = std::get_if<Drive>(&block)) {
            view.text = filled(drive->task);
            view.hint = filled(drive->hint);
        } else if (const auto* replay = std::get_if<Replay>(&block)) {
            view.text = filled(replay->task);
            view.button = replay->button.empty() ? fmt::format("Replay on {}", replay->setting.design) : replay->button;
        } else if (const auto* check = std::get_if<Check>(&block)) {
            view.text = filled(check->task);
            view.button = check->button.empty() ? "Check every interleaving" : check->button;
        }
        views.push_back(std::move(view));
    }
    return views;
}

bool LessonSession::observe(const Run& run)
{
    if (m_openAct < 0 || !m_run || run.trace().selection != m_selection)
        return false;
    const auto& block = m_lesson.pages[std::size_t(m_progress.page)].blocks[std::size_t(m_openAct)];
    if (const auto* drive = std::get_if<Drive>(&block)) {
        if (!Scene(run).hold(drive->goal))
            return false;
        m_progress.schedules[drive->id] = takenSteps(run);
        finish(m_openAct, ActState::Done);
        return true;
    }
    if (std::holds_alternative<Watch>(block)) {
        if (run.position() != m_run->length())
            return false;
        for (int step = 0; step < run.position(); ++step)
            if (!(run.record(step).choice == m_run->record(step).choice))
                return false;
        finish(m_openAct, ActState::Done);
        return true;
    }
    return false;
}

bool LessonSession::answer(int option)
{
    if (m_openAct < 0)
        return false;
    const auto* predict = std::get_if<Predict>(&m_lesson.pages[std::size_t(m_progress.page)].blocks[std::size_t(m_openAct)]);
    if (!predict || option < notSureAnswer || option >= int(predict->options.size()))
        return false;
    m_progress.answers[predict->id] = option;
    finish(m_openAct, option == notSureAnswer ? ActState::NotSure : ActState::Done);
    return true;
}

bool LessonSession::perform()
{
    if (m_openAct < 0)
        return false;
    const auto& block = m_lesson.pages[std::size_t(m_progress.page)].blocks[std::size_t(m_openAct)];
    if (std::holds_alternative<Predict>(block) || std::holds_alternative<Drive>(block))
        return false;
    finish(m_openAct, ActState::Done);
    return true;
}

bool LessonSession::skip()
{
    if (m_openAct < 0)
        return false;
    if (const auto* predict =
            std::get_if<Predict>(&m_lesson.pages[std::size_t(m_progress.page)].blocks[std::size_t(m_openAct)]))
        m_progress.answers[predict->id] = skippedAnswer;
    finish(m_openAct, ActState::Skipped);
    return true;
}

bool LessonSession::tryAgain(int block)
{
    const auto& blocks = m_lesson.pages[std::size_t(m_progress.page)].blocks;
    if (block < 0 || std::size_t(block) >= blocks.size() || !isAct(blocks[std::size_t(block)])
        || stateOf(m_progress.page, block) == ActState::Open)
        return false;
    for (std::size_t i = std::size_t(block); i < blocks.size(); ++i) {
        m_progress.acts.erase(key(int(i)));
        if (const auto* predict = std::get_if<Predict>(&blocks[i]))
            m_progress.answers.erase(predict->id);
    }
    rebuild();
    return true;
}

std::vector<StepChoice> LessonSession::schedule(const std::string& drive) const
{
    if (const auto own = m_progress.schedules.find(drive); own != m_progress.schedules.end())
        return own->second;
    if (!m_examples)
        m_examples = exampleSchedules(m_lesson, *m_results);
    const auto example = m_examples->find(drive);
    return example == m_examples->end() ? std::vector<StepChoice>() : example->second;
}

bool LessonSession::hasOwnSchedule(const std::string& drive) const { return m_progress.schedules.contains(drive); }

} // namespace bindlab
