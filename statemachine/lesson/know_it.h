#pragma once

#include "lesson/lesson.h"
#include "lesson/progress.h"

#include <string>
#include <string_view>
#include <vector>

namespace bindlab {

/// How many questions show that somebody knows a unit.
constexpr int knowItQuestions = 3;

/// "I know this, test me": questions of the unit's lessons, a page each; see questions.h. Another round asks others, as far as there
/// are any. Fewer pages than knowItQuestions when the unit has fewer questions.
[[nodiscard]] Lesson testOf(std::string_view unit, const std::vector<Lesson>& lessons, int round);
/// Whether it was made by testOf().
[[nodiscard]] bool isTest(const Lesson& lesson);

/// The progress of a lesson whose every open act is passed, because its unit is known.
[[nodiscard]] LessonProgress knownAlready(const Lesson& lesson, LessonProgress progress);

} // namespace bindlab
