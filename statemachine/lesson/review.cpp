#include "lesson/review.h"

#include <algorithm>
#include <set>
#include <utility>

namespace bindlab {

namespace {

constexpr std::string_view reviewId = "review:";

/// Nothing for a question that was not answered yet.
std::optional<Recall> recallOf(const LessonProgress& progress, const std::string& question)
{
    if (const auto found = progress.recalls.find(question); found != progress.recalls.end())
        return found->second;
    const auto answer = progress.answers.find(question);
    const bool isAnswered = answer != progress.answers.end() && answer->second != skippedAnswer;
    return isAnswered ? std::optional(Recall()) : std::nullopt;
}

/// Every answered question that is still there, with the day on which it is due.
std::vector<std::pair<Day, Question>> answeredQuestions(const std::vector<const Lesson*>& lessons, const AllProgress& progress, Day today)
{
    std::vector<std::pair<Day, Question>> answered;
    for (const auto* lesson : lessons) {
        const auto of = progress.find(lesson->id);
        if (of == progress.end() || (of->second.answers.empty() && of->second.recalls.empty()))
            continue;
        for (auto& question : questionsOf(*lesson))
            if (const auto recall = recallOf(of->second, question.id))
                answered.emplace_back(dueOn(*recall, today), std::move(question));
    }
    return answered;
}

} // namespace

void enter(LessonProgress& progress, Day today)
{
    for (const auto& [question, answer] : progress.answers)
        if (answer != skippedAnswer)
            progress.recalls.try_emplace(question, Recall{0, today});
}

std::vector<Question> dueQuestions(const std::vector<const Lesson*>& lessons, const AllProgress& progress, Day today)
{
    auto answered = answeredQuestions(lessons, progress, today);
    std::erase_if(answered, [&](const auto& one) { return one.first > today; });
    std::ranges::stable_sort(answered, {}, &std::pair<Day, Question>::first);
    std::vector<Question> due;
    std::vector<Question> seconds;
    std::set<const Lesson*> asked;
    for (auto& [day, question] : answered)
        (asked.insert(question.lesson).second ? due : seconds).push_back(std::move(question));
    std::ranges::move(seconds, std::back_inserter(due));
    return due;
}

std::optional<Day> nextDue(const std::vector<const Lesson*>& lessons, const AllProgress& progress, Day today)
{
    std::optional<Day> next;
    for (const auto& [day, question] : answeredQuestions(lessons, progress, today))
        if (day > today && (!next || day < *next))
            next = day;
    return next;
}

Lesson reviewOf(const std::vector<Question>& questions)
{
    Lesson lesson;
    lesson.id = reviewId;
    lesson.title = "What do you remember?";
    for (std::size_t i = 0; i < std::min(questions.size(), mostReviewed); ++i)
        ask(lesson, questions[i]);
    return lesson;
}

bool isReview(const Lesson& lesson) { return lesson.id == reviewId; }

void review(LessonProgress& progress, const std::string& question, bool right, Day today)
{
    if (const auto recall = recallOf(progress, question))
        progress.recalls[question] = answeredOn(today, *recall, right);
}

} // namespace bindlab
