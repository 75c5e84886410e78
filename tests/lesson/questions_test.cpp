#include "catch.h"
#include "lesson/player.h"
#include "lesson/questions.h"
#include "lesson/verify.h"

#include <set>

using namespace bindlab;

TEST_CASE("questions of all lessons stand in one, each on its lesson's platform, with the model's answers", "[lesson][questions]")
{
    Lesson all;
    std::set<std::string> platforms;
    for (const auto& lesson : lessons())
        for (const auto& question : questionsOf(lesson)) {
            ask(all, question);
            platforms.insert(lesson.platform);
        }
    REQUIRE(platforms.size() > 1);
    const auto report = verify(all, Library::shipped());
    INFO(toText(report));
    CHECK(report.good());

    auto session = LessonSession::open(all, Library::shipped());
    REQUIRE(session);
    for (int page = 0; page < session->pageCount(); ++page) {
        session->openPage(page);
        const auto& asked = all.pages[std::size_t(page)];
        INFO(asked.title);
        CHECK(session->openDirective() == "predict");
        CHECK(session->trouble().empty());
        const auto id = idOf(asked.blocks.back());
        const auto* from = findLesson(id.substr(0, id.find('/')));
        REQUIRE(from != nullptr);
        CHECK(session->selection().platform == from->platform);
        // The mails are those of its own lesson, though others may call theirs the same.
        CHECK_FALSE(asked.sources.empty());
        for (const auto& source : asked.sources) {
            CHECK(all.source(source) != nullptr);
            CHECK(source.starts_with(from->id + "/"));
        }
    }
}

TEST_CASE("a question is answered right, wrong, or not at all", "[lesson][questions]")
{
    const auto questions = questionsOf(lessons().front());
    REQUIRE_FALSE(questions.empty());
    Lesson one;
    ask(one, questions.front());
    const auto& predict = std::get<Predict>(one.pages[0].blocks.back());
    LessonProgress progress;
    const auto right = [&](int answer) {
        progress.answers[predict.id] = answer;
        return answeredRight(one.pages[0], progress);
    };
    CHECK_FALSE(answeredRight(one.pages[0], progress).has_value());
    CHECK_FALSE(right(skippedAnswer).has_value());
    CHECK(right(notSureAnswer) == false);
    CHECK(right(int(predict.options.size())) == false);   // of an older form of the lesson
    for (std::size_t option = 0; option < predict.options.size(); ++option)
        CHECK(right(int(option)) == predict.options[option].right);
}
