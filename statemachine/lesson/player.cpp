#include "lesson/player.h"

#include "lesson/exercises.h"
#include "lesson/facts.h"
#include "lesson/outcomes.h"
#include "lesson/replay_elsewhere.h"
#include "lesson/stage.h"

#include <fmt/format.h>

#include <algorithm>

namespace bindlab {

namespace {

ActState stateOf(const Lesson& lesson, const LessonProgress& progress, int page, int block)
{
    const auto found = progress.acts.find(actKey(lesson, std::size_t(page), std::size_t(block)));
    return found == progress.acts.end() ? ActState::Open : found->second;
}

bool pageDone(const Lesson& lesson, const LessonProgress& progress, int page)
{
    const auto& blocks = lesson.pages[std::size_t(page)].blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (isAct(blocks[i]) && stateOf(lesson, progress, page, int(i)) == ActState::Open)
            return false;
    return true;
}

} // namespace

int pagesDone(const Lesson& lesson, const LessonProgress& progress)
{
    int done = 0;
    for (std::size_t page = 0; page < lesson.pages.size(); ++page)
        done += pageDone(lesson, progress, int(page)) ? 1 : 0;
    return done;
}

tl::expected<LessonSession, Diagnostics> LessonSession::open(const Lesson& lesson, const Library& library,
                                                             LessonProgress progress, std::uint64_t work)
{
    LessonSession session(lesson, library, std::move(progress), work);
    if (const auto& problems = session.m_results->problems(); !problems.empty())
        return tl::unexpected(problems);
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

LessonSession::LessonSession(const Lesson& lesson, const Library& library, LessonProgress progress, std::uint64_t work)
    : m_lesson(lesson), m_results(std::make_shared<Results>(library, lesson, work)), m_progress(std::move(progress))
{
    m_progress.page = std::clamp(m_progress.page, 0, std::max(0, pageCount() - 1));
}

std::string LessonSession::key(int block) const { return actKey(m_lesson, std::size_t(m_progress.page), std::size_t(block)); }

ActState LessonSession::stateOf(int page, int block) const { return bindlab::stateOf(m_lesson, m_progress, page, block); }

bool LessonSession::pageDone(int page) const
{
    return page >= 0 && page < pageCount() && bindlab::pageDone(m_lesson, m_progress, page);
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
    m_good = false;
    Stage stage(m_lesson, *m_results);
    std::optional<Stage> aside;   // where the page stands while a check, an order, ... shows a run of its own
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
        if (aside && (isAct(block) || std::holds_alternative<Play>(block))) {
            stage = *aside;
            aside.reset();
        }
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
            m_outcomes[index] = outcomeOf(*drive, stage.run(), state == ActState::Done);
            if (!drive->better.empty())
                m_outcomes[index] += "\n\n" + m_results->fillIn(drive->better, m_lesson.platform);
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
            aside = stage;
            m_outcomes[index] = outcomeOf(**result, stage.selection(), check->properties);
            show(**result, check->facts, stage);
        } else if (const auto* order = std::get_if<Order>(&block)) {
            if (!good(stage.enter(order->setting, order->line)))
                continue;
            aside = stage;
            if (const auto picks = picksOf(*order, state); !picks.empty())
                m_good = tryOut(index, order->facts, order->properties, orderSelection(*order, picks, stage.selection(), *m_results),
                                "Legal.", "Not legal.", stage);
            if (state != ActState::Open && order->legal > 0)
                m_outcomes[index] += fmt::format("\n\nOf all orders of these {}, {} {} legal.", order->items.size(), order->legal,
                                                 order->legal == 1 ? "is" : "are");
            if (state != ActState::Open && !order->better.empty())
                m_outcomes[index] += "\n\n" + m_results->fillIn(order->better, m_lesson.platform);
        } else if (const auto* repair = std::get_if<Repair>(&block)) {
            if (!good(stage.enter(repair->setting, repair->line)))
                continue;
            aside = stage;
            if (const auto picks = picksOf(*repair, state); !picks.empty())
                m_good = tryOut(index, repair->facts, repair->properties, repairSelection(*repair, picks, stage.selection()),
                                "Repaired.", "Not repaired.", stage);
            if (const auto fewest = repair->example.size(); state == ActState::Done && picksOf(*repair, state).size() > fewest)
                m_outcomes[index] += fmt::format("\n\nIt can be done with {}.", fewest == 1 ? "one of them" : fmt::format("{} of them", fewest));
            if (state != ActState::Open && !repair->better.empty())
                m_outcomes[index] += "\n\n" + m_results->fillIn(repair->better, m_lesson.platform);
        } else if (const auto* compare = std::get_if<Compare>(&block)) {
            const auto selections = comparedBy(*compare, stage.selection());
            if (!good(stage.enter({compare->designs[0], compare->scenario, false}, compare->line)) || state != ActState::Done)
                continue;
            aside = stage;
            const auto comparison = m_results->compare(selections);
            m_outcomes[index] = outcomeOf(*comparison);
            if (const auto& run = comparison->sides[0].run) {
                auto played = *run;
                played.seek(std::max(0, comparison->split));
                stage.setRun(std::move(played));
            }
        } else if (const auto* explain = std::get_if<Explain>(&block)) {
            good(stage.enter(explain->setting, explain->line));
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

/// The run that fails lies ready to be played.
void LessonSession::show(const CheckResult& result, const std::vector<Fact>& facts, Stage& stage)
{
    m_departures.clear();
    Run run(stage.run().sharedModel());
    if (const auto* shown = violationOf(result, facts))
        for (const auto& step : shown->steps)
            static_cast<void>(run.step(step));
    stage.setRun(std::move(run));
}

bool LessonSession::tryOut(int block, const std::vector<Fact>& facts, const std::vector<std::string>& properties,
                           const Selection& selection, const std::string& good, const std::string& bad, Stage& stage)
{
    const auto result = m_results->check(selection, properties);
    const auto entered = stage.enter(selection);
    if (!result || !entered) {
        m_outcomes[block] = fmt::format("**{}** {}", bad, result ? entered.error().model : result.error());
        return false;
    }
    m_outcomes[block] = outcomeOf(**result, facts, good, bad);
    show(**result, facts, stage);
    return hold(**result, facts);
}

template <typename Exercise>
std::vector<int> LessonSession::picksOf(const Exercise& exercise, ActState state) const
{
    if (state == ActState::Skipped)
        return exercise.example;
    const auto found = m_progress.picks.find(exercise.id);
    if (found == m_progress.picks.end())
        return {};
    auto picks = found->second;   // they may be of an older form of the lesson
    std::erase_if(picks, [&](int pick) { return pick < 0 || std::size_t(pick) >= exercise.items.size(); });
    return picks;
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
            view.breaks = std::any_of(drive->goals.begin(), drive->goals.end(), [](const Goal& goal) {
                return std::any_of(goal.begin(), goal.end(), [](const Fact& fact) { return fact.subject == FactSubject::Finding && fact.name != "none"; });
            });
        } else if (const auto* replay = std::get_if<Replay>(&block)) {
            view.text = filled(replay->task);
            view.button = replay->button.empty() ? fmt::format("Replay on {}", replay->setting.design) : replay->button;
        } else if (const auto* check = std::get_if<Check>(&block)) {
            view.text = filled(check->task);
            view.button = check->button.empty() ? "Check every interleaving" : check->button;
        } else if (const auto* flow = std::get_if<FlowText>(&block)) {
            view.text = flow->text;
        } else if (const auto* order = std::get_if<Order>(&block)) {
            view.text = filled(order->task);
            view.hint = filled(order->hint);
            view.picks = picksOf(*order, view.state);
            for (const auto& item : order->items)
                view.options.push_back({filled(item.text), {}, false, false});
        } else if (const auto* repair = std::get_if<Repair>(&block)) {
            view.text = filled(repair->task);
            view.hint = filled(repair->hint);
            view.picks = picksOf(*repair, view.state);
            for (std::size_t k = 0; k < repair->items.size(); ++k) {
                const auto& item = repair->items[k];
                const bool chosen = std::find(view.picks.begin(), view.picks.end(), int(k)) != view.picks.end();
                // What an item does alone is told once it was tried alone.
                const bool told = view.state != ActState::Open || (chosen && view.picks.size() == 1);
                view.options.push_back({filled(item.text), told ? filled(item.feedback) : std::string(), chosen,
                                        view.state != ActState::Open && repair->example == std::vector{int(k)}});
            }
        } else if (const auto* compare = std::get_if<Compare>(&block)) {
            view.text = filled(compare->task);
            view.button = compare->button.empty() ? "Compare them" : compare->button;
        } else if (const auto* explain = std::get_if<Explain>(&block)) {
            view.text = filled(explain->question);
            if (const auto found = m_progress.texts.find(explain->id); found != m_progress.texts.end())
                view.words = found->second;
            if (view.state != ActState::Open)
                for (const auto& point : explain->points)
                    view.facts.push_back(filled(point.text));
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
        if (!Scene(run).reach(drive->goals))
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

bool LessonSession::submit(const std::vector<int>& picks)
{
    if (m_openAct < 0)
        return false;
    const auto& block = m_lesson.pages[std::size_t(m_progress.page)].blocks[std::size_t(m_openAct)];
    const auto* order = std::get_if<Order>(&block);
    const auto* repair = std::get_if<Repair>(&block);
    if (!order && !repair)
        return false;
    const auto items = order ? order->items.size() : repair->items.size();
    for (std::size_t i = 0; i < picks.size(); ++i)
        if (picks[i] < 0 || std::size_t(picks[i]) >= items || std::count(picks.begin(), picks.end(), picks[i]) != 1)
            return false;
    if (picks.empty() || (order && picks.size() != items))
        return false;
    m_progress.picks[idOf(block)] = picks;
    const int act = m_openAct;
    rebuild();
    if (m_openAct == act && m_good)
        finish(act, ActState::Done);
    return true;
}

bool LessonSession::explain(const std::string& words)
{
    if (m_openAct < 0)
        return false;
    const auto* explain = std::get_if<Explain>(&m_lesson.pages[std::size_t(m_progress.page)].blocks[std::size_t(m_openAct)]);
    if (!explain)
        return false;
    m_progress.texts[explain->id] = words.substr(0, mostWords);
    finish(m_openAct, words.empty() ? ActState::NotSure : ActState::Done);
    return true;
}

bool LessonSession::perform()
{
    const auto directive = openDirective();
    if (directive != "watch" && directive != "replay" && directive != "check" && directive != "compare")
        return false;
    finish(m_openAct, ActState::Done);
    return true;
}

std::optional<std::array<Selection, 2>> LessonSession::compared(int block) const
{
    const auto& blocks = m_lesson.pages[std::size_t(m_progress.page)].blocks;
    const auto* compare = block < 0 || std::size_t(block) >= blocks.size() ? nullptr : std::get_if<Compare>(&blocks[std::size_t(block)]);
    return compare ? std::optional(comparedBy(*compare, m_selection)) : std::nullopt;
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
        const auto id = idOf(blocks[i]);
        m_progress.answers.erase(id);
        m_progress.picks.erase(id);   // own words and own schedules stay: they can be used again
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
