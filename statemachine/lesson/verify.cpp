#include "lesson/verify.h"

#include "lesson/facts.h"
#include "lesson/player.h"
#include "lesson/results.h"
#include "lesson/stage.h"

#include <fmt/format.h>

#include <map>

namespace bindlab {

namespace {

class Verifier {
public:
    Verifier(const Lesson& lesson, const Library& library) : m_lesson(lesson), m_results(library)
    {
        m_report.id = lesson.id;
    }

    LessonReport verify()
    {
        for (const auto& page : m_lesson.pages) {
            m_page = &page;
            Stage stage(m_lesson, m_results);
            m_directive = "front matter";
            if (!held(stage.enter({}, 1)))
                continue;
            for (const auto& block : page.blocks) {
                m_directive = directiveName(block);
                if (!std::holds_alternative<Prose>(block))
                    ++m_report.directives;
                std::visit([&](const auto& one) { hold(stage, one); }, block);
            }
        }
        return std::move(m_report);
    }

private:
    void fail(int line, const std::string& claim, const std::string& model)
    {
        m_report.failures.push_back({m_lesson.file, line, m_page->title, m_directive, claim, model});
    }

    bool held(const tl::expected<void, StageError>& result)
    {
        ++m_report.claims;
        if (!result)
            fail(result.error().line, result.error().claim, result.error().model);
        return result.has_value();
    }

    void hold(const std::vector<FactAnswer>& answers, int line)
    {
        for (const auto& answer : answers) {
            ++m_report.claims;
            if (!answer.holds)
                fail(line, answer.claim, answer.model);
        }
    }

    /// Text in which figures are left to the checker.
    void hold(const std::string& text, int line)
    {
        std::vector<std::string> errors;
        static_cast<void>(m_results.fillIn(text, m_lesson.platform, &errors));
        for (const auto& error : errors)
            fail(line, "a figure of the checker stands here", error);
    }

    void hold(Stage&, const Prose& prose) { hold(prose.markdown, prose.line); }

    void hold(Stage& stage, const Play& play)
    {
        if (held(stage.enter(play.setting, play.line)))
            held(stage.play(play.run));
    }

    void hold(Stage& stage, const Watch& watch)
    {
        hold(watch.task, watch.line);
        if (!held(stage.enter(watch.setting, watch.line)))
            return;
        const int before = stage.run().position();
        if (held(stage.play(watch.run)) && stage.run().position() == before)
            fail(watch.line, "there is something to watch", "the moves take no step");
    }

    void hold(Stage& stage, const Expect& expect)
    {
        const Scene scene(stage.run());
        for (const auto& fact : expect.facts)
            hold(scene.answers(fact), fact.line);
    }

    void hold(Stage& stage, const Predict& predict)
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
                if (!isOfCheck(fact)) {
                    const auto some = scene.answers(fact);
                    all.insert(all.end(), some.begin(), some.end());
                } else if (const auto result = m_results.check(ahead.selection())) {
                    const auto some = answers(**result, fact);
                    all.insert(all.end(), some.begin(), some.end());
                } else {
                    all.push_back({false, false, sentence(fact), result.error()});
                }
            }
            hold(option, all);
        }
    }

    /// The facts of the right option hold; those of a wrong one do not, but the model knows what they speak of.
    void hold(const Option& option, const std::vector<FactAnswer>& all)
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

    void hold(Stage& stage, const Drive& drive)
    {
        hold(drive.task, drive.line);
        if (!held(stage.enter(drive.setting, drive.line)))
            return;
        ++m_report.claims;
        if (Scene(stage.run()).hold(drive.goal))
            fail(drive.line, "the goal is not reached at the start", "it is");
        if (!held(stage.play(drive.example)))
            return;
        const Scene scene(stage.run());
        for (const auto& fact : drive.goal)
            hold(scene.answers(fact), fact.line);
        m_schedules[drive.id] = takenSteps(stage.run());
    }

    void hold(Stage& stage, const Replay& replay)
    {
        hold(replay.task, replay.line);
        if (!held(stage.enter(replay.setting, replay.line)))
            return;
        const auto schedule = m_schedules.find(replay.schedule);
        if (schedule == m_schedules.end()) {
            fail(replay.line, fmt::format("there is a schedule '{}'", replay.schedule), "its act did not get that far");
            return;
        }
        stage.setRun(replayElsewhere(stage.run().sharedModel(), schedule->second).run);
        const Scene scene(stage.run());
        for (const auto& fact : replay.facts)
            hold(scene.answers(fact), fact.line);
    }

    void hold(Stage& stage, const Check& check)
    {
        hold(check.task, check.line);
        if (!held(stage.enter(check.setting, check.line)))
            return;
        const auto result = m_results.check(stage.selection(), check.properties);
        if (!result) {
            fail(check.line, "the check answers", result.error());
            return;
        }
        for (const auto& fact : check.facts)
            hold(answers(**result, fact), fact.line);
    }

    const Lesson& m_lesson;
    Results m_results;
    LessonReport m_report;
    const Page* m_page = nullptr;
    std::string m_directive;
    std::map<std::string, std::vector<StepChoice>> m_schedules;
};

} // namespace

LessonReport verify(const Lesson& lesson, const Library& library) { return Verifier(lesson, library).verify(); }

std::string toText(const LessonReport& report)
{
    std::string text;
    for (const auto& failure : report.failures)
        text += fmt::format("{}:{}: {} on page '{}': claimed: {}; the model: {}\n", failure.file, failure.line,
                            failure.directive, failure.page, failure.claim, failure.model);
    const auto count = report.failures.size();
    return text
        + (report.good()
               ? fmt::format("{}: {} directives, {} claims, all of them so\n", report.id, report.directives, report.claims)
               : fmt::format("{}: {} of {} claims {} not so\n", report.id, count, report.claims, count == 1 ? "is" : "are"));
}

} // namespace bindlab
