#include "lesson/page_playing.h"

#include "lesson/exercises.h"
#include "lesson/facts.h"
#include "lesson/outcomes.h"
#include "lesson/replay_elsewhere.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

namespace bindlab {

void LessonSession::Playing::page()
{
    const auto& blocks = m_session.m_lesson.pages[std::size_t(m_session.m_progress.page)].blocks;
    good(m_stage.enter({}, 1));
    for (std::size_t i = 0; i < blocks.size() && m_stage.started() && m_session.m_openAct < 0; ++i) {
        const auto& block = blocks[i];
        m_index = int(i);
        if (m_aside && (isAct(block) || std::holds_alternative<Play>(block))) {
            m_stage = *m_aside;
            m_aside.reset();
        }
        m_state = isAct(block) ? m_session.stateOf(m_session.m_progress.page, m_index) : ActState::Done;
        if (m_state == ActState::Open)
            m_session.m_openAct = m_index;
        std::visit(*this, block);
    }
}

bool LessonSession::Playing::good(const tl::expected<void, StageError>& result)
{
    if (!result && m_session.m_trouble.empty())
        m_session.m_trouble = fmt::format("{}:{}: {}: {}", m_session.m_lesson.file, result.error().line, result.error().claim, result.error().model);
    return result.has_value();
}

void LessonSession::Playing::operator()(const Play& play)
{
    if (good(m_stage.enter(play.setting, play.line)))
        good(m_stage.play(play.run));
}

void LessonSession::Playing::operator()(const Watch& watch)
{
    if (!good(m_stage.enter(watch.setting, watch.line)))
        return;
    const int from = m_stage.run().position();
    good(m_stage.play(watch.run));
    if (m_state == ActState::Open)
        m_stage.run().seek(from);
}

void LessonSession::Playing::operator()(const Drive& drive)
{
    if (!good(m_stage.enter(drive.setting, drive.line)) || m_state == ActState::Open)
        return;
    const auto steps = m_session.schedule(drive.id);
    if (auto replayed = bindlab::replay(m_stage.run().sharedModel(), steps))
        m_stage.setRun(std::move(*replayed));
    else if (m_session.m_trouble.empty())
        m_session.m_trouble = fmt::format("the kept schedule does not replay: {}", replayed.error());
    m_session.m_outcomes[m_index] = outcomeOf(drive, m_stage.run(), m_state == ActState::Done);
    if (!drive.better.empty())
        m_session.m_outcomes[m_index] += "\n\n" + m_session.m_results->fillIn(drive.better, m_session.m_lesson.platform);
}

void LessonSession::Playing::operator()(const Replay& replay)
{
    if (!good(m_stage.enter(replay.setting, replay.line)) || m_state != ActState::Done)
        return;
    auto replayed = replayElsewhere(m_stage.run().sharedModel(), m_session.schedule(replay.schedule));
    m_session.m_outcomes[m_index] = outcomeOf(replayed, m_stage.selection(), m_session.hasOwnSchedule(replay.schedule));
    m_session.m_departures = replayed.departures;
    m_stage.setRun(std::move(replayed.run));
}

void LessonSession::Playing::operator()(const Check& check)
{
    if (!good(m_stage.enter(check.setting, check.line)) || m_state != ActState::Done)
        return;
    const auto result = m_session.m_results->check(m_stage.selection(), check.properties);
    if (!result) {
        m_session.m_trouble = result.error();
        return;
    }
    m_aside = m_stage;
    m_session.m_outcomes[m_index] = outcomeOf(**result, m_stage.selection(), check.properties);
    show(**result, check.facts);
}

void LessonSession::Playing::operator()(const Order& order)
{
    if (!good(m_stage.enter(order.setting, order.line)))
        return;
    m_aside = m_stage;
    if (const auto picks = m_session.picksOf(order, m_state); !picks.empty())
        m_session.m_good = tryOut(order.facts, order.properties, orderSelection(order, picks, m_stage.selection(), *m_session.m_results),
                        "Legal.", "Not legal.");
    if (m_state != ActState::Open && order.legal > 0)
        m_session.m_outcomes[m_index] += fmt::format("\n\nOf all orders of these {}, {} {} legal.", order.items.size(), order.legal,
                                         order.legal == 1 ? "is" : "are");
    if (m_state != ActState::Open && !order.better.empty())
        m_session.m_outcomes[m_index] += "\n\n" + m_session.m_results->fillIn(order.better, m_session.m_lesson.platform);
}

void LessonSession::Playing::operator()(const Repair& repair)
{
    if (!good(m_stage.enter(repair.setting, repair.line)))
        return;
    m_aside = m_stage;
    if (const auto picks = m_session.picksOf(repair, m_state); !picks.empty())
        m_session.m_good = tryOut(repair.facts, repair.properties, repairSelection(repair, picks, m_stage.selection()),
                        "Repaired.", "Not repaired.");
    if (const auto fewest = repair.example.size(); m_state == ActState::Done && m_session.picksOf(repair, m_state).size() > fewest)
        m_session.m_outcomes[m_index] += fmt::format("\n\nIt can be done with {}.", fewest == 1 ? "one of them" : fmt::format("{} of them", fewest));
    if (m_state != ActState::Open && !repair.better.empty())
        m_session.m_outcomes[m_index] += "\n\n" + m_session.m_results->fillIn(repair.better, m_session.m_lesson.platform);
}

void LessonSession::Playing::operator()(const Compare& compare)
{
    const auto selections = comparedBy(compare, m_stage.selection());
    if (!good(m_stage.enter({compare.designs[0], compare.scenario, false}, compare.line)) || m_state != ActState::Done)
        return;
    m_aside = m_stage;
    const auto comparison = m_session.m_results->compare(selections);
    m_session.m_outcomes[m_index] = outcomeOf(*comparison);
    if (const auto& run = comparison->sides[0].run) {
        auto played = *run;
        played.seek(std::max(0, comparison->split));
        m_stage.setRun(std::move(played));
    }
}

void LessonSession::Playing::operator()(const Explain& explain) { good(m_stage.enter(explain.setting, explain.line)); }

void LessonSession::Playing::show(const CheckResult& result, const std::vector<Fact>& facts)
{
    m_session.m_departures.clear();
    Run run(m_stage.run().sharedModel());
    if (const auto* shown = violationOf(result, facts))
        for (const auto& step : shown->steps)
            static_cast<void>(run.step(step));
    m_stage.setRun(std::move(run));
}

bool LessonSession::Playing::tryOut(const std::vector<Fact>& facts, const std::vector<std::string>& properties,
                           const Selection& selection, const std::string& good, const std::string& bad)
{
    const auto result = m_session.m_results->check(selection, properties);
    const auto entered = m_stage.enter(selection);
    if (!result || !entered) {
        m_session.m_outcomes[m_index] = fmt::format("**{}** {}", bad, result ? entered.error().model : result.error());
        return false;
    }
    m_session.m_outcomes[m_index] = outcomeOf(**result, facts, good, bad);
    show(**result, facts);
    return hold(**result, facts);
}

} // namespace bindlab
