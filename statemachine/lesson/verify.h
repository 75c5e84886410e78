#pragma once

#include "flow/library.h"
#include "lesson/lesson.h"
#include "lesson/results.h"

#include <string>
#include <vector>

namespace bindlab {

/// A claim of a lesson that the model contradicts, or that it cannot answer.
struct LessonFailure {
    std::string file;
    int line = 0;
    std::string page;        ///< its title
    std::string directive;   ///< "expect"
    std::string claim;       ///< "thread T1 is blocked"
    std::string model;       ///< what the model says: "T1 is ready"
    bool operator==(const LessonFailure&) const = default;
};

struct LessonReport {
    std::string id;
    std::string language;    ///< of a translation, else empty
    int directives = 0;
    int claims = 0;          ///< how many were held against the model
    std::vector<LessonFailure> failures;

    [[nodiscard]] bool good() const { return failures.empty(); }
};

/// Plays every directive against the model and holds every claim against it. Never stops at the first failure.
[[nodiscard]] LessonReport verify(const Lesson& lesson, const Library& library);
/// The same, with what has been checked before for another form of the lesson that has the same flow texts.
[[nodiscard]] LessonReport verify(const Lesson& lesson, Results& results);

/// One line a failure, file:line: directive: claim: what the model says; then one line that sums up.
[[nodiscard]] std::string toText(const LessonReport& report);

} // namespace bindlab
