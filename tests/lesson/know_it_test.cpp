#include "catch.h"
#include "lesson/know_it.h"
#include "lesson/player.h"
#include "lesson/questions.h"
#include "lesson/verify.h"

#include <set>

using namespace bindlab;

namespace {

std::set<std::string> units()
{
    std::set<std::string> all;
    for (const auto& lesson : lessons())
        all.insert(lesson.unit);
    return all;
}

} // namespace

TEST_CASE("each unit can be tested with three questions, whose answers are the model's", "[lesson][know]")
{
    REQUIRE(units().size() > 1);
    for (const auto& unit : units())
        for (int round = 0; round < 4; ++round) {
            const auto test = testOf(unit, lessons(), round);
            CHECK(test.pages.size() == std::size_t(knowItQuestions));
            CHECK(isTest(test));
            const auto report = verify(test, Library::shipped());
            INFO(unit << ", round " << round << "\n" << toText(report));
            CHECK(report.good());
        }
}

TEST_CASE("another round asks other questions, and no round the same one twice", "[lesson][know]")
{
    const auto first = testOf("Lifetimes", lessons(), 0);
    CHECK_FALSE(first.pages == testOf("Lifetimes", lessons(), 1).pages);
    std::set<std::string> ids;
    for (const auto& page : first.pages)
        ids.insert(idOf(page.blocks.back()));
    CHECK(ids.size() == first.pages.size());
}

TEST_CASE("right answers are counted, and what is known is passed without losing what was done", "[lesson][know]")
{
    const auto test = testOf("Lifetimes", lessons(), 0);
    auto session = LessonSession::open(test, Library::shipped());
    REQUIRE(session);
    for (int page = 0; page < session->pageCount(); ++page) {
        session->openPage(page);
        REQUIRE(session->openDirective() == "predict");
        const auto& options = std::get<Predict>(test.pages[std::size_t(page)].blocks.back()).options;
        const auto right = std::find_if(options.begin(), options.end(), [](const Option& one) { return one.right; }) - options.begin();
        CHECK(rightAnswers(test, session->progress()) == page);
        REQUIRE(session->answer(page == 2 ? int(right == 0) : int(right)));
    }
    CHECK(rightAnswers(test, session->progress()) == 2);

    LessonProgress progress;
    const auto& blocks = lessons().front().pages[0].blocks;
    const auto act = std::size_t(std::find_if(blocks.begin(), blocks.end(), isAct) - blocks.begin());
    const auto key = actKey(lessons().front(), 0, act);
    progress.acts[key] = ActState::Done;
    const auto known = knownAlready(lessons().front(), progress);
    CHECK(known.acts.at(key) == ActState::Done);
    CHECK(pagesDone(lessons().front(), known) == int(lessons().front().pages.size()));
}

TEST_CASE("a unit that nobody has written has no questions", "[lesson][know]")
{
    CHECK(testOf("No such unit", lessons(), 0).pages.empty());
}
