#include "lesson/page_showing.h"

#include "lesson/facts.h"
#include "lesson/results.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

namespace bindlab {

BlockView LessonSession::Showing::view()
{
    const int page = m_session.m_progress.page;
    const auto& block = m_session.m_lesson.pages[std::size_t(page)].blocks[std::size_t(m_view.index)];
    m_view.directive = directiveName(block);
    m_view.act = isAct(block);
    m_view.state = m_view.act ? m_session.stateOf(page, m_view.index) : ActState::Done;
    if (const auto outcome = m_session.m_outcomes.find(m_view.index); outcome != m_session.m_outcomes.end())
        m_view.outcome = outcome->second;
    std::visit(*this, block);
    return std::move(m_view);
}

std::string LessonSession::Showing::filled(const std::string& markdown) const { return m_session.m_results->fillIn(markdown, m_session.m_selection.platform); }

void LessonSession::Showing::operator()(const Prose& prose)
{
    m_view.text = filled(prose.markdown);
}

void LessonSession::Showing::operator()(const Watch& watch)
{
    m_view.text = filled(watch.task);
    m_view.button = watch.button.empty() ? "Watch it happen" : watch.button;
}

void LessonSession::Showing::operator()(const Expect& expect)
{
    for (const auto& fact : expect.facts)
        m_view.facts.push_back(sentence(fact));
}

void LessonSession::Showing::operator()(const Predict& predict)
{
    m_view.text = filled(predict.question);
    const auto answer = m_session.m_progress.answers.find(predict.id);
    const bool revealed = m_view.state != ActState::Open;
    for (std::size_t k = 0; k < predict.options.size(); ++k) {
        const auto& option = predict.options[k];
        const bool chosen = answer != m_session.m_progress.answers.end() && answer->second == int(k);
        m_view.options.push_back({filled(option.text), revealed ? filled(option.feedback) : std::string(), chosen,
                                revealed && option.right});
    }
}

void LessonSession::Showing::operator()(const Drive& drive)
{
    m_view.text = filled(drive.task);
    m_view.hint = filled(drive.hint);
    m_view.breaks = std::any_of(drive.goals.begin(), drive.goals.end(), [](const Goal& goal) {
        return std::any_of(goal.begin(), goal.end(), [](const Fact& fact) { return fact.subject == FactSubject::Finding && fact.name != "none"; });
    });
}

void LessonSession::Showing::operator()(const Replay& replay)
{
    m_view.text = filled(replay.task);
    m_view.button = replay.button.empty() ? fmt::format("Replay on {}", replay.setting.design) : replay.button;
}

void LessonSession::Showing::operator()(const Check& check)
{
    m_view.text = filled(check.task);
    m_view.button = check.button.empty() ? "Check every interleaving" : check.button;
}

void LessonSession::Showing::operator()(const FlowText& flow)
{
    m_view.text = flow.text;
}

void LessonSession::Showing::operator()(const Order& order)
{
    m_view.text = filled(order.task);
    m_view.hint = filled(order.hint);
    m_view.picks = m_session.picksOf(order, m_view.state);
    for (const auto& item : order.items)
        m_view.options.push_back({filled(item.text), {}, false, false});
}

void LessonSession::Showing::operator()(const Repair& repair)
{
    m_view.text = filled(repair.task);
    m_view.hint = filled(repair.hint);
    m_view.picks = m_session.picksOf(repair, m_view.state);
    for (std::size_t k = 0; k < repair.items.size(); ++k) {
        const auto& item = repair.items[k];
        const bool chosen = std::find(m_view.picks.begin(), m_view.picks.end(), int(k)) != m_view.picks.end();
        // What an item does alone is told once it was tried alone.
        const bool told = m_view.state != ActState::Open || (chosen && m_view.picks.size() == 1);
        m_view.options.push_back({filled(item.text), told ? filled(item.feedback) : std::string(), chosen,
                                m_view.state != ActState::Open && repair.example == std::vector{int(k)}});
    }
}

void LessonSession::Showing::operator()(const Compare& compare)
{
    m_view.text = filled(compare.task);
    m_view.button = compare.button.empty() ? "Compare them" : compare.button;
}

void LessonSession::Showing::operator()(const Explain& explain)
{
    m_view.text = filled(explain.question);
    if (const auto found = m_session.m_progress.texts.find(explain.id); found != m_session.m_progress.texts.end())
        m_view.words = found->second;
    if (m_view.state != ActState::Open)
        for (const auto& point : explain.points)
            m_view.facts.push_back(filled(point.text));
}

} // namespace bindlab
