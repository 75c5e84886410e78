#pragma once

#include "lesson/lesson.h"
#include "lesson/progress.h"

#include <optional>
#include <string>
#include <vector>

namespace bindlab {

/// A question cut out of its lesson: a page without what leads up to it, asked where its lesson asks it.
struct Question {
    const Lesson* lesson = nullptr;   ///< must outlive it
    std::string id;                   ///< in that lesson
    Page page;
};

/// Those whose place in the run does not hang on what the reader did before, in the lesson's order.
[[nodiscard]] std::vector<Question> questionsOf(const Lesson& lesson);

/// Makes it the next page of a lesson that has nothing else. The first one says where that lesson starts.
void ask(Lesson& lesson, const Question& question);
/// Whether such a page was answered right; nothing while it is open, and when it was passed.
[[nodiscard]] std::optional<bool> answeredRight(const Page& question, const LessonProgress& progress);
/// How many pages of such a lesson were.
[[nodiscard]] int rightAnswers(const Lesson& lesson, const LessonProgress& progress);

} // namespace bindlab
