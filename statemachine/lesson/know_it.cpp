#include "lesson/know_it.h"

#include "lesson/questions.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace bindlab {

namespace {

constexpr std::string_view testPrefix = "test:";

} // namespace

Lesson testOf(std::string_view unit, const std::vector<Lesson>& lessons, int round)
{
    Lesson test;
    test.id = fmt::format("{}{}", testPrefix, unit);
    test.unit = unit;
    std::vector<Question> questions;
    for (const auto& lesson : lessons)
        if (lesson.unit == unit) {
            test.unitTitle = lesson.unitTitle;
            std::ranges::move(questionsOf(lesson), std::back_inserter(questions));
        }
    test.title = fmt::format("What do you know of \"{}\"?", test.unitTitle);
    const auto count = std::min<std::size_t>(questions.size(), knowItQuestions);
    for (std::size_t i = 0; i < count; ++i)   // as far apart as they can be
        ask(test, questions[(std::size_t(round) + i * questions.size() / count) % questions.size()]);
    return test;
}

bool isTest(const Lesson& lesson) { return lesson.id.starts_with(testPrefix); }

LessonProgress knownAlready(const Lesson& lesson, LessonProgress progress)
{
    for (std::size_t page = 0; page < lesson.pages.size(); ++page)
        for (std::size_t block = 0; block < lesson.pages[page].blocks.size(); ++block)
            if (isAct(lesson.pages[page].blocks[block]))
                progress.acts.emplace(actKey(lesson, page, block), ActState::Skipped);
    return progress;
}

} // namespace bindlab
