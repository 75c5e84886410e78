#pragma once

#include "checker/checker.h"
#include "flow/library.h"
#include "lesson/lesson.h"

#include <tl/expected.hpp>

#include <map>
#include <memory>
#include <string>

namespace bindlab {

/// Models compiled and checks run for one lesson, each once.
class Results {
public:
    explicit Results(const Library& library) : m_library(library) {}

    using ModelOrError = tl::expected<std::shared_ptr<const Model>, std::string>;   ///< the error is one line
    using CheckOrError = tl::expected<std::shared_ptr<const CheckResult>, std::string>;

    [[nodiscard]] const Library& library() const { return m_library; }
    [[nodiscard]] ModelOrError model(const Selection& selection);
    [[nodiscard]] CheckOrError check(const Selection& selection, const std::vector<std::string>& properties = {});

    /// Fills in what prose leaves to the checker: {check.DESIGN.SCENARIO.states}, .transitions, .depth, .verdict,
    /// {check.DESIGN.SCENARIO.PROPERTY.length}, .switches, .failure, .message. `errors` gets one line for each that cannot be.
    [[nodiscard]] std::string fillIn(const std::string& markdown, const std::string& platform,
                                     std::vector<std::string>* errors = nullptr);

private:
    const Library& m_library;
    std::map<std::string, ModelOrError> m_models;
    std::map<std::string, CheckOrError> m_checks;
};

/// The shortest of the runs that break the property; null when none does.
[[nodiscard]] const Violation* shortest(const CheckResult& result, const std::string& property);

} // namespace bindlab
