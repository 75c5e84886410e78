#include "lesson/verifier.h"

#include <fmt/format.h>

#include <algorithm>

namespace bindlab {

LessonReport Verifier::verify()
{
    for (const auto& problem : m_results.problems())
        m_report.failures.push_back({problem.file, problem.line, pageAt(problem.line), "flow", "it is in the flow language",
                                     problem.hint.empty() ? problem.message : problem.message + "; " + problem.hint});
    if (!m_report.failures.empty())
        return std::move(m_report);
    for (const auto& page : m_lesson.pages) {
        m_page = &page;
        Stage stage(m_lesson, m_results);
        m_directive = "front matter";
        if (!held(stage.enter({}, 1)))
            continue;
        for (const auto& block : page.blocks) {
            m_directive = directiveName(block);
            m_platform = stage.selection().platform;
            if (!std::holds_alternative<Prose>(block))
                ++m_report.directives;
            std::visit([&](const auto& one) { hold(stage, one); }, block);
        }
    }
    return std::move(m_report);
}

std::string Verifier::pageAt(int line) const
{
    std::string title;
    for (const auto& page : m_lesson.pages)
        if (page.line <= line)
            title = page.title;
    return title;
}

void Verifier::fail(int line, const std::string& claim, const std::string& model)
{
    m_report.failures.push_back({m_lesson.file, line, m_page->title, m_directive, claim, model});
}

bool Verifier::held(const tl::expected<void, StageError>& result)
{
    ++m_report.claims;
    if (!result)
        fail(result.error().line, result.error().claim, result.error().model);
    return result.has_value();
}

void Verifier::hold(const std::vector<FactAnswer>& answers, int line)
{
    for (const auto& answer : answers) {
        ++m_report.claims;
        if (!answer.holds)
            fail(line, answer.claim, answer.model);
    }
}

void Verifier::hold(const std::string& text, int line)
{
    std::vector<std::string> errors;
    static_cast<void>(m_results.fillIn(text, m_platform, &errors));
    for (const auto& error : errors)
        fail(line, "a figure of the checker stands here", error);
}

void Verifier::hold(Stage&, const Prose& prose) { hold(prose.markdown, prose.line); }

void Verifier::hold(Stage& stage, const Play& play)
{
    if (held(stage.enter(play.setting, play.line)))
        held(stage.play(play.run));
}

void Verifier::hold(Stage& stage, const Watch& watch)
{
    hold(watch.task, watch.line);
    if (!held(stage.enter(watch.setting, watch.line)))
        return;
    const int before = stage.run().position();
    if (held(stage.play(watch.run)) && stage.run().position() == before)
        fail(watch.line, "there is something to watch", "the moves take no step");
}

void Verifier::hold(Stage& stage, const Expect& expect)
{
    const Scene scene(stage.run());
    for (const auto& fact : expect.facts)
        hold(scene.answers(fact), fact.line);
}

void Verifier::hold(Stage& stage, const Predict& predict)
{
    hold(predict.question, predict.line);
    Stage ahead = stage;   // looks ahead; the page goes on from where the question is asked
    if (!held(ahead.enter(predict.setting, predict.line)) || !held(ahead.play(predict.run)))
        return;
    const Scene scene(ahead.run());
    for (const auto& option : predict.options) {
        hold(option.text, option.line);
        hold(option.feedback, option.line);
        std::vector<FactAnswer> all;
        for (const auto& fact : option.facts) {
            const auto some = answersOf(ahead, scene, fact);
            all.insert(all.end(), some.begin(), some.end());
        }
        hold(option, all);
    }
}

void Verifier::hold(const Option& option, const std::vector<FactAnswer>& all)
{
    ++m_report.claims;
    bool holds = true;
    for (const auto& answer : all) {
        holds = holds && answer.holds;
        if (!answer.understood || (option.right && !answer.holds))
            fail(option.line, fmt::format("'{}': {}", option.text, answer.claim), answer.model);
    }
    if (!option.right && holds)
        fail(option.line, fmt::format("'{}' is wrong", option.text), "all of its facts hold");
}

void Verifier::hold(Stage& stage, const Explain& explain)
{
    hold(explain.question, explain.line);
    if (!held(stage.enter(explain.setting, explain.line)))
        return;
    const Scene scene(stage.run());
    for (const auto& point : explain.points) {
        hold(point.text, point.line);
        for (const auto& fact : point.facts)
            hold(answersOf(stage, scene, fact), fact.line);
    }
}

void Verifier::hold(Stage&, const FlowText&) {}

std::vector<FactAnswer> Verifier::answersOf(const Stage& stage, const Scene& scene, const Fact& fact)
{
    if (!isOfCheck(fact))
        return scene.answers(fact);
    const auto result = m_results.check(stage.selection());
    return result ? answers(**result, fact) : std::vector<FactAnswer>{{false, false, sentence(fact), result.error()}};
}

} // namespace bindlab
