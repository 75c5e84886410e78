#pragma once

#include "checker/checker.h"
#include "checker/compare.h"
#include "flow/library.h"
#include "lesson/lesson.h"
#include "world/run.h"

#include <tl/expected.hpp>

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace bindlab {

/// Models compiled and checks run for one lesson, each once. All of them together may cost so much `work` and no more: a state that
/// is looked at costs 1, a step of a move and a compiled model what they take as long as. When it is used up the answers are errors.
class Results {
public:
    /// The library must outlive it.
    explicit Results(const Library& library, std::uint64_t work = LessonLimits::work)
        : m_library(&library, [](const Library*) {}), m_workLeft(work) {}
    /// The same with what the lesson declares itself; see problems().
    Results(const Library& library, const Lesson& lesson, std::uint64_t work = LessonLimits::work);

    using ModelOrError = tl::expected<std::shared_ptr<const Model>, std::string>;   ///< the error is one line
    using CheckOrError = tl::expected<std::shared_ptr<const CheckResult>, std::string>;

    [[nodiscard]] const std::shared_ptr<const Library>& flows() const { return m_library; }
    /// What is wrong with the flow texts of the lesson.
    [[nodiscard]] const Diagnostics& problems() const { return m_problems; }
    /// All texts that were added to the library it was made with.
    [[nodiscard]] const std::string& ownText() const { return m_ownText; }
    /// Adds a text in the flow language that is made here; it is made and added once under this name.
    void declare(const std::string& name, const std::function<std::string()>& text);
    /// Takes so much of what is left; the error says that it is used up.
    [[nodiscard]] tl::expected<void, std::string> spend(std::uint64_t work);
    /// As bindlab::nearest().
    [[nodiscard]] tl::expected<std::vector<StepChoice>, std::string> nearest(const Run& run, const std::vector<Goal>& goals);
    [[nodiscard]] ModelOrError model(const Selection& selection);
    [[nodiscard]] CheckOrError check(const Selection& selection, const std::vector<std::string>& properties = {});

    /// Both checked and in lock step. Never null.
    [[nodiscard]] std::shared_ptr<const Comparison> compare(const std::array<Selection, 2>& selections);

    /// Fills in what prose leaves to the checker: {check.DESIGN.SCENARIO.states}, .transitions, .depth, .verdict,
    /// {check.DESIGN.SCENARIO.PROPERTY.length}, .switches, .failure, .message. `errors` gets one line for each that cannot be.
    [[nodiscard]] std::string fillIn(const std::string& markdown, const std::string& platform,
                                     std::vector<std::string>* errors = nullptr);

private:
    [[nodiscard]] std::uint64_t statesLeft() const;

    std::shared_ptr<const Library> m_library;
    std::uint64_t m_workLeft;
    bool m_tooMuchText = false;
    Diagnostics m_problems;
    std::set<std::string> m_declared;
    std::string m_ownText;
    std::map<std::string, ModelOrError> m_models;
    std::map<std::string, CheckOrError> m_checks;
    std::map<std::string, std::shared_ptr<const Comparison>> m_comparisons;
};

/// The shortest of the runs that break the property; null when none does.
[[nodiscard]] const Violation* shortest(const CheckResult& result, const std::string& property);

} // namespace bindlab
