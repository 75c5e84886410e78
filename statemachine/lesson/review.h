#pragma once

#include "lesson/lesson.h"
#include "lesson/progress.h"
#include "lesson/questions.h"
#include "lesson/recall.h"

#include <optional>
#include <string>
#include <vector>

/// Questions of lessons that were done, asked again when they are about to be forgotten.
namespace bindlab {

/// How many are asked at a time.
constexpr std::size_t mostReviewed = 3;

/// Every answered question that has no day yet was answered today: it is due the day after.
void enter(LessonProgress& progress, Day today);

/// Those due today, in the order in which they are asked: the longest overdue first, but one of each lesson before a second of any.
/// A question that its lesson has no longer, or a lesson that is gone, is left out. One of a file without days is long overdue.
[[nodiscard]] std::vector<Question> dueQuestions(const std::vector<const Lesson*>& lessons, const AllProgress& progress, Day today);
/// The next day after today on which one will be due; nothing when none was ever answered.
[[nodiscard]] std::optional<Day> nextDue(const std::vector<const Lesson*>& lessons, const AllProgress& progress, Day today);

/// A lesson of the first mostReviewed of them.
[[nodiscard]] Lesson reviewOf(const std::vector<Question>& questions);
/// Whether it was made by reviewOf().
[[nodiscard]] bool isReview(const Lesson& lesson);

/// What becomes of a question that is answered again today.
void review(LessonProgress& progress, const std::string& question, bool right, Day today);

} // namespace bindlab
