#include "lesson/player.h"

#include "lesson/exercises.h"
#include "lesson/facts.h"
#include "lesson/page_playing.h"
#include "lesson/page_showing.h"
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
    Playing playing(*this);
    playing.page();
    m_selection = playing.stage().selection();
    if (playing.stage().started())
        m_run = playing.stage().run();
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
    for (int index = 0; index < int(blocks.size()) && (m_openAct < 0 || index <= m_openAct); ++index) {
        const auto& block = blocks[std::size_t(index)];
        if (std::holds_alternative<Play>(block) || (std::holds_alternative<Expect>(block) && !std::get<Expect>(block).shown))
            continue;
        views.push_back(Showing(*this, index).view());
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

bool LessonSession::observe(const Selection& checked, const CheckResult& result)
{
    if (m_openAct < 0 || checked != m_selection || !result.bound.empty())
        return false;
    const auto* check = std::get_if<Check>(&m_lesson.pages[std::size_t(m_progress.page)].blocks[std::size_t(m_openAct)]);
    const auto wasAsked = [&](const std::string& id) {
        return std::ranges::count(result.properties, id) > 0 || std::ranges::count(result.notApplicable, id) > 0;
    };
    if (!check || !std::ranges::all_of(check->properties, wasAsked))
        return false;
    finish(m_openAct, ActState::Done);
    return true;
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
