#pragma once

#include "lesson/facts.h"
#include "lesson/results.h"
#include "lesson/stage.h"
#include "lesson/verify.h"

#include <map>
#include <string>
#include <vector>

namespace bindlab {

/// Holds everything a lesson claims against the model, page by page and block by block.
class Verifier {
public:
    Verifier(const Lesson& lesson, Results& results) : m_lesson(lesson), m_results(results) 
    {
        m_report.id = lesson.id;
        m_report.language = lesson.language;
    }

    LessonReport verify();

private:
    [[nodiscard]] std::string pageAt(int line) const;
    void fail(int line, const std::string& claim, const std::string& model);
    bool held(const tl::expected<void, StageError>& result);
    void hold(const std::vector<FactAnswer>& answers, int line);
    /// Text in which figures are left to the checker.
    void hold(const std::string& text, int line);
    void hold(Stage&, const Prose& prose);
    void hold(Stage& stage, const Play& play);
    void hold(Stage& stage, const Watch& watch);
    void hold(Stage& stage, const Expect& expect);
    void hold(Stage& stage, const Predict& predict);
    /// The facts of the right option hold; those of a wrong one do not, but the model knows what they speak of.
    void hold(const Option& option, const std::vector<FactAnswer>& all);
    void hold(Stage& stage, const Drive& drive);
    void holdPar(const Stage& stage, const Drive& drive);
    void hold(Stage& stage, const Replay& replay);
    void hold(Stage& stage, const Check& check);
    /// Of every order: the facts hold or not, and of how many they do. The order they are listed in is not legal.
    void hold(Stage& stage, const Order& order);
    /// Of every item alone, of nothing, and of the example; no repair has fewer items.
    void hold(Stage& stage, const Repair& repair);
    void hold(Stage& stage, const Compare& compare);
    void hold(Stage& stage, const Explain& explain);
    void hold(Stage&, const FlowText&);
    /// Of the run where it stands, or of a check of what it runs.
    [[nodiscard]] std::vector<FactAnswer> answersOf(const Stage& stage, const Scene& scene, const Fact& fact);
    void solved(const CheckResult& result, const std::vector<Fact>& facts, int line);
    /// Facts by which others are judged: the model knows what they speak of.
    void understood(const CheckResult& result, const std::vector<Fact>& facts);

    const Lesson& m_lesson;
    Results& m_results;
    LessonReport m_report;
    const Page* m_page = nullptr;
    std::string m_directive;
    std::string m_platform;   ///< of what the page runs
    std::map<std::string, std::vector<StepChoice>> m_schedules;
};

} // namespace bindlab
