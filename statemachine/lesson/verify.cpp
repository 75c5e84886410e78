#include "lesson/verify.h"

#include "lesson/results.h"
#include "lesson/verifier.h"

#include <fmt/format.h>

namespace bindlab {

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
    const auto name = report.language.empty() ? report.id : report.id + " in " + report.language;
    return text
        + (report.good()
               ? fmt::format("{}: {} directives, {} claims, all of them so\n", name, report.directives, report.claims)
               : fmt::format("{}: {} of {} claims {} not so\n", name, count, report.claims, count == 1 ? "is" : "are"));
}

} // namespace bindlab
