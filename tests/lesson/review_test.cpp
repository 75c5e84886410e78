#include "catch.h"
#include "lesson/player.h"
#include "lesson/review.h"
#include "lesson/verify.h"

using namespace bindlab;

namespace {

constexpr Day day(int number) { return Day(std::chrono::days(20'000 + number)); }

/// A lesson with a page for each question; option 0 is right.
Lesson lessonOf(const std::string& id, const std::vector<std::string>& questions)
{
    Lesson lesson;
    lesson.id = id;
    lesson.title = "Lesson " + id;
    lesson.design = "D6";
    lesson.scenario = "S2";
    lesson.platform = "sev";
    for (const auto& question : questions)
        lesson.pages.push_back({question, {Predict{question, "Which?", {}, {}, {{"this", "", true, {}, 0}, {"that", "", false, {}, 0}}, 0}}, {}, 0});
    return lesson;
}

const Lesson a = lessonOf("a", {"one", "two"});
const Lesson b = lessonOf("b", {"three"});
const Lesson c = lessonOf("c", {"four"});
const std::vector<const Lesson*> shelf{&a, &b, &c};

LessonProgress with(const std::map<std::string, Recall>& recalls)
{
    LessonProgress progress;
    progress.recalls = recalls;
    return progress;
}

LessonProgress answered(const std::map<std::string, int>& answers)
{
    LessonProgress progress;
    progress.answers = answers;
    return progress;
}

std::string names(const std::vector<Question>& questions)
{
    std::string all;
    for (const auto& question : questions)
        all += (all.empty() ? "" : " ") + question.lesson->id + "/" + question.id;
    return all;
}

/// The days on which a question is asked that is due since its first day.
std::vector<int> askedOn(const std::vector<bool>& answers)
{
    LessonProgress progress = answered({{"three", 0}});
    enter(progress, day(0));
    std::vector<int> days;
    for (const bool right : answers) {
        int today = days.empty() ? 0 : days.back();
        while (dueQuestions(shelf, {{"b", progress}}, day(today)).empty())
            ++today;
        days.push_back(today);
        review(progress, "three", right, day(today));
    }
    return days;
}

} // namespace

TEST_CASE("a question is due a day after its first answer, and later after each right one", "[lesson][review]")
{
    CHECK(askedOn({true, true, true, true, true, true}) == std::vector{1, 4, 11, 32, 92, 152});
}

TEST_CASE("an answer that is wrong or not sure brings a question back the next day", "[lesson][review]")
{
    CHECK(askedOn({true, true, false, true, true}) == std::vector{1, 4, 11, 12, 15});
    const auto made = reviewOf(dueQuestions(shelf, {{"b", answered({{"three", 0}})}}, day(0)));
    REQUIRE(made.pages.size() == 1);
    CHECK(answeredRight(made.pages[0], answered({{"b/three", notSureAnswer}})) == false);
}

TEST_CASE("what is answered again in its lesson, or before it is due, changes nothing", "[lesson][review]")
{
    LessonProgress progress = with({{"one", {2, day(0)}}});
    progress.answers = {{"one", 1}};
    enter(progress, day(3));
    review(progress, "one", true, day(3));
    CHECK(progress.recalls == with({{"one", {2, day(0)}}}).recalls);
    // A wrong one shows that it was forgotten already.
    review(progress, "one", false, day(3));
    CHECK(progress.recalls.at("one") == Recall{0, day(3)});
}

TEST_CASE("what was passed without an answer, or never asked, is not asked again", "[lesson][review]")
{
    LessonProgress progress = answered({{"one", skippedAnswer}, {"two", notSureAnswer}});
    enter(progress, day(0));
    review(progress, "one", true, day(1));
    review(progress, "three", true, day(1));
    CHECK(progress.recalls == with({{"two", {0, day(0)}}}).recalls);
    CHECK(dueQuestions(shelf, {}, day(9)).empty());
    CHECK_FALSE(nextDue(shelf, {}, day(9)).has_value());
}

TEST_CASE("the longest overdue comes first, and one of each lesson before a second of any", "[lesson][review]")
{
    const AllProgress progress{{"a", with({{"one", {0, day(2)}}, {"two", {0, day(1)}}})}, {"b", with({{"three", {1, day(1)}}})}, {"c", with({{"four", {1, day(2)}}})}};
    // Due on days: a/two 2, a/one 3, b/three 4, c/four 5.
    CHECK(names(dueQuestions(shelf, progress, day(1))).empty());
    CHECK(names(dueQuestions(shelf, progress, day(3))) == "a/two a/one");
    CHECK(names(dueQuestions(shelf, progress, day(4))) == "a/two b/three a/one");
    CHECK(names(dueQuestions(shelf, progress, day(5))) == "a/two b/three c/four a/one");
    CHECK(nextDue(shelf, progress, day(1)) == day(2));
    CHECK(nextDue(shelf, progress, day(4)) == day(5));
    CHECK_FALSE(nextDue(shelf, progress, day(5)).has_value());

    const auto review = reviewOf(dueQuestions(shelf, progress, day(5)));
    CHECK(isReview(review));
    CHECK_FALSE(isReview(a));
    CHECK(review.pages.size() == mostReviewed);
    CHECK(review.pages[1].title == "Lesson b, three");
}

TEST_CASE("a lesson that is gone, and a question it no longer has, are left out", "[lesson][review]")
{
    const AllProgress progress{{"a", with({{"renamed", {0, day(0)}}, {"two", {0, day(0)}}})}, {"removed", with({{"five", {0, day(0)}}})}};
    CHECK(names(dueQuestions(shelf, progress, day(1))) == "a/two");
    CHECK(nextDue(shelf, {{"removed", with({{"five", {0, day(0)}}})}}, day(0)) == std::nullopt);
    CHECK(reviewOf(dueQuestions({}, progress, day(1))).pages.empty());
}

TEST_CASE("a clock that is set back, or was ahead, keeps no question away for longer than it rests", "[lesson][review]")
{
    const Recall ahead{4, day(5000)};
    CHECK(dueOn(ahead, day(10)) == day(10));
    CHECK(answeredOn(day(10), ahead, false) == Recall{0, day(10)});
    CHECK(dueOn({1, day(-3000)}, day(10)) == day(-2997));
    // A traveller may come to where it is still yesterday: no question is asked again on its day.
    CHECK(dueOn({0, day(11)}, day(10)) == day(12));
}

TEST_CASE("answers of a file from before there were days are due at once", "[lesson][review]")
{
    const auto old = allProgressFromJson(R"({"version":1,"lessons":{"b":{"version":1,"page":0,"acts":{},"answers":{"three":1},"schedules":{}}}})");
    REQUIRE(old);
    CHECK(names(dueQuestions(shelf, *old, day(0))) == "b/three");
    LessonProgress progress = old->at("b");
    review(progress, "three", true, day(0));
    CHECK(progress.recalls.at("three") == Recall{1, day(0)});
}

TEST_CASE("recalls are kept and read back, damaged ones alone are lost", "[lesson][review]")
{
    const LessonProgress progress = with({{"one", {4, day(3)}}, {"two", {0, day(0)}}});
    CHECK(progressFromJson(toJson(progress)) == progress);
    const auto damaged = progressFromJson(R"({"version":1,"page":2,"acts":{},"answers":{"x":1},"schedules":{},"recalls":{
        "one":[4,20003],"a":[5,20003],"b":[-1,20003],"c":[0,-1],"d":[0,99999999999],"e":[0.5,20003],"f":["0",20003],"g":[0],"h":7,"i":null,"j":{}}})");
    REQUIRE(damaged);
    CHECK(damaged->recalls == with({{"one", {4, day(3)}}}).recalls);
    CHECK(damaged->answers == std::map<std::string, int>{{"x", 1}});
    for (const char* recalls : {"7", "[]", "null", "\"x\"", "[[0,1]]"})
        CHECK(progressFromJson(std::string(R"({"version":1,"page":2,"acts":{},"answers":{},"schedules":{},"recalls":)") + recalls + "}"));
}

TEST_CASE("of two windows that ask, each keeps what was answered in it", "[lesson][review]")
{
    const LessonProgress base = with({{"one", {0, day(0)}}, {"two", {0, day(0)}}});
    LessonProgress theirs = base;
    LessonProgress mine = base;
    review(theirs, "one", true, day(1));
    review(mine, "two", false, day(1));
    CHECK(merged(theirs, base, mine).recalls == with({{"one", {1, day(1)}}, {"two", {0, day(1)}}}).recalls);
    // Forgotten there, and not asked here: it stays forgotten.
    CHECK(merged({}, base, base).recalls.empty());
}

TEST_CASE("a review of shipped lessons asks what their lessons ask, with the model's answers", "[lesson][review]")
{
    std::vector<const Lesson*> all;
    AllProgress progress;
    for (const auto& lesson : lessons()) {
        all.push_back(&lesson);
        for (const auto& question : questionsOf(lesson))
            progress[lesson.id].answers[question.id] = 0;
    }
    const auto made = reviewOf(dueQuestions(all, progress, day(0)));
    REQUIRE(made.pages.size() == mostReviewed);
    const auto report = verify(made, Library::shipped());
    INFO(toText(report));
    CHECK(report.good());
    CHECK(LessonSession::open(made, Library::shipped()));
}
