/// What the acts of a lesson claim that are driven, checked or put together.
#include "lesson/verifier.h"

#include "lesson/exercises.h"
#include "lesson/replay_elsewhere.h"

#include <fmt/format.h>

#include <algorithm>

namespace bindlab {

void Verifier::hold(Stage& stage, const Drive& drive)
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

void Verifier::holdPar(const Stage& stage, const Drive& drive)
{
    ++m_report.claims;
    const auto way = m_results.nearest(stage.run(), drive.goals);
    const auto steps = way ? int(way->size()) + stage.run().position() : -1;
    if (steps != drive.par)
        fail(drive.line, fmt::format("the shortest way has {} steps", drive.par),
             way ? fmt::format("it has {}", steps) : way.error());
}

void Verifier::hold(Stage& stage, const Replay& replay)
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

void Verifier::hold(Stage& stage, const Check& check)
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

void Verifier::hold(Stage& stage, const Order& order)
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

void Verifier::hold(Stage& stage, const Repair& repair)
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

void Verifier::hold(Stage& stage, const Compare& compare)
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

void Verifier::solved(const CheckResult& result, const std::vector<Fact>& facts, int line)
{
    for (const auto& fact : facts)
        for (const auto& answer : answers(result, fact)) {
            ++m_report.claims;
            if (!answer.holds)
                fail(line, "the example is right: " + answer.claim, answer.model);
        }
}

void Verifier::understood(const CheckResult& result, const std::vector<Fact>& facts)
{
    for (const auto& fact : facts)
        for (const auto& answer : answers(result, fact))
            if (!answer.understood && std::none_of(m_report.failures.begin(), m_report.failures.end(),
                                                   [&](const LessonFailure& one) { return one.line == fact.line; }))
                fail(fact.line, answer.claim, answer.model);
}

} // namespace bindlab
