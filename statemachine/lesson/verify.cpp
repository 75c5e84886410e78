#include "lesson/verify.h"

#include "lesson/exercises.h"
#include "lesson/facts.h"
#include "lesson/replay_elsewhere.h"
#include "lesson/results.h"
#include "lesson/stage.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace bindlab {

namespace {

class Verifier {
public:
    Verifier(const Lesson& lesson, Results& results) : m_lesson(lesson), m_results(results)
    {
        m_report.id = lesson.id;
    }

    LessonReport verify()
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
                if (!std::holds_alternative<Prose>(block))
                    ++m_report.directives;
                std::visit([&](const auto& one) { hold(stage, one); }, block);
            }
        }
        return std::move(m_report);
    }

private:
    std::string pageAt(int line) const
    {
        std::string title;
        for (const auto& page : m_lesson.pages)
            if (page.line <= line)
                title = page.title;
        return title;
    }

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
                const auto some = answersOf(ahead, scene, fact);
                all.insert(all.end(), some.begin(), some.end());
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
        hold(drive.better, drive.line);
        if (!held(stage.enter(drive.setting, drive.line)))
            return;
        ++m_report.claims;
        if (Scene(stage.run()).reach(drive.goals))
            fail(drive.line, "the goal is not reached at the start", "it is");
        for (const auto& goal : drive.goals)   // a name nobody knows would be a goal that nobody reaches
            for (const auto& fact : goal) {
                if (std::any_of(fact.attributes.begin(), fact.attributes.end(),
                                [](const FactAttribute& one) { return one.name.starts_with("locals."); }))
                    continue;   // a local is there only while its flow runs
                for (const auto& answer : Scene(stage.run()).answers(fact))
                    if (!answer.understood) {
                        fail(fact.line, answer.claim, answer.model);
                        return;
                    }
            }
        if (drive.par > 0)
            holdPar(stage, drive);
        if (!held(stage.play(drive.example)))
            return;
        const Scene scene(stage.run());
        m_schedules[drive.id] = takenSteps(stage.run());
        if (drive.goals.size() == 1) {
            for (const auto& fact : drive.goals.front())
                hold(scene.answers(fact), fact.line);
            return;
        }
        ++m_report.claims;
        if (!scene.reach(drive.goals))
            fail(drive.line, "the example reaches one of the goals", "it reaches none");
        for (const auto& goal : drive.goals) {   // each of them can be reached, so none is there by mistake
            ++m_report.claims;
            Stage anew = stage;
            if (!anew.enter({{}, {}, true}, drive.line))
                continue;
            if (const auto way = m_results.nearest(anew.run(), {goal}); !way)
                fail(goal.empty() ? drive.line : goal.front().line, "this goal can be reached", way.error());
        }
    }

    void holdPar(const Stage& stage, const Drive& drive)
    {
        ++m_report.claims;
        const auto way = m_results.nearest(stage.run(), drive.goals);
        const auto steps = way ? int(way->size()) + stage.run().position() : -1;
        if (steps != drive.par)
            fail(drive.line, fmt::format("the shortest way has {} steps", drive.par),
                 way ? fmt::format("it has {}", steps) : way.error());
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

    /// Of every order: the facts hold or not, and of how many they do. The order they are listed in is not legal.
    void hold(Stage& stage, const Order& order)
    {
        hold(order.task, order.line);
        hold(order.better, order.line);
        if (!held(stage.enter(order.setting, order.line)))
            return;
        int legal = 0;
        for (const auto& picks : ordersOf(order.items.size())) {
            const auto result = m_results.check(orderSelection(order, picks, stage.selection(), m_results), order.properties);
            if (!result) {
                fail(order.line, fmt::format("the order {} is a scenario", placesAsText(picks)), result.error());
                return;
            }
            understood(**result, order.facts);
            const bool holds = bindlab::hold(**result, order.facts);
            legal += holds ? 1 : 0;
            if (picks == order.example)
                solved(**result, order.facts, order.line);
            if (holds && std::is_sorted(picks.begin(), picks.end()))
                fail(order.line, "the order they are listed in is not legal", "it is");
        }
        ++m_report.claims;
        if (legal != order.legal)
            fail(order.line, fmt::format("{} orders are legal", order.legal), fmt::format("{} are", legal));
    }

    /// Of every item alone, of nothing, and of the example; no repair has fewer items.
    void hold(Stage& stage, const Repair& repair)
    {
        hold(repair.task, repair.line);
        hold(repair.better, repair.line);
        if (!held(stage.enter(repair.setting, repair.line)))
            return;
        for (const auto& picks : choicesOf(repair.items.size())) {
            if (picks.size() > 1 && picks.size() >= repair.example.size() && picks != repair.example)
                continue;
            const auto result = m_results.check(repairSelection(repair, picks, stage.selection()), repair.properties);
            if (picks.size() == 1) {
                const auto& item = repair.items[std::size_t(picks.front())];
                hold(item.text, item.line);
                hold(item.feedback, item.line);
                if (result)
                    for (const auto& fact : item.facts)
                        hold(answers(**result, fact), fact.line);
            }
            if (!result) {
                if (picks.size() < 2)
                    fail(picks.empty() ? repair.line : repair.items[std::size_t(picks.front())].line,
                         fmt::format("the design can be built with {}", picks.empty() ? "nothing attached" : "this attached"),
                         result.error());
                continue;
            }
            understood(**result, repair.facts);
            if (picks == repair.example) {
                solved(**result, repair.facts, repair.line);
            } else if (picks.size() < repair.example.size() && bindlab::hold(**result, repair.facts)) {
                fail(repair.line, fmt::format("it takes {} items", repair.example.size()),
                     picks.empty() ? "nothing need be attached" : fmt::format("{} will do", placesAsText(picks)));
            }
        }
    }

    void hold(Stage& stage, const Compare& compare)
    {
        hold(compare.task, compare.line);
        const auto selections = comparedBy(compare, stage.selection());
        if (!held(stage.enter({compare.designs[0], compare.scenario, false}, compare.line)))
            return;
        const auto comparison = m_results.compare(selections);
        for (std::size_t side = 0; side < 2; ++side) {
            const auto& cell = comparison->sides[side].cell;
            ++m_report.claims;
            if (!cell.error.empty() || !cell.whyNotApplicable.empty()) {
                fail(compare.line, fmt::format("{} can be compared", compare.designs[side]),
                     cell.error.empty() ? cell.whyNotApplicable : cell.error);
                return;
            }
            for (const auto& fact : compare.facts[side])
                hold(answers(cell.result, fact), fact.line);
        }
        ++m_report.claims;
        if (comparison->split + 1 != compare.partsAt)
            fail(compare.line, compare.partsAt == 0 ? "they never part" : fmt::format("they part at step {}", compare.partsAt),
                 comparison->split < 0 ? "they never part" : fmt::format("they part at step {}", comparison->split + 1));
    }

    void hold(Stage& stage, const Explain& explain)
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

    void hold(Stage&, const FlowText&) {}

    /// Of the run where it stands, or of a check of what it runs.
    std::vector<FactAnswer> answersOf(const Stage& stage, const Scene& scene, const Fact& fact)
    {
        if (!isOfCheck(fact))
            return scene.answers(fact);
        const auto result = m_results.check(stage.selection());
        return result ? answers(**result, fact) : std::vector<FactAnswer>{{false, false, sentence(fact), result.error()}};
    }

    void solved(const CheckResult& result, const std::vector<Fact>& facts, int line)
    {
        for (const auto& fact : facts)
            for (const auto& answer : answers(result, fact)) {
                ++m_report.claims;
                if (!answer.holds)
                    fail(line, "the example is right: " + answer.claim, answer.model);
            }
    }

    /// Facts by which others are judged: the model knows what they speak of.
    void understood(const CheckResult& result, const std::vector<Fact>& facts)
    {
        for (const auto& fact : facts)
            for (const auto& answer : answers(result, fact))
                if (!answer.understood && std::none_of(m_report.failures.begin(), m_report.failures.end(),
                                                       [&](const LessonFailure& one) { return one.line == fact.line; }))
                    fail(fact.line, answer.claim, answer.model);
    }

    const Lesson& m_lesson;
    Results& m_results;
    LessonReport m_report;
    const Page* m_page = nullptr;
    std::string m_directive;
    std::map<std::string, std::vector<StepChoice>> m_schedules;
};

} // namespace

LessonReport verify(const Lesson& lesson, const Library& library)
{
    Results results(library, lesson);
    return verify(lesson, results);
}

LessonReport verify(const Lesson& lesson, Results& results) { return Verifier(lesson, results).verify(); }

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
