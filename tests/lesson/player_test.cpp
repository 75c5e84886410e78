#include "catch.h"
#include "lesson/facts.h"
#include "lesson/player.h"
#include "lesson/replay_elsewhere.h"
#include "lesson/text_player.h"

#include <algorithm>
#include <optional>
#include <sstream>

using namespace bindlab;

namespace {

const Lesson& whoUnbinds()
{
    const auto* lesson = findLesson("who-unbinds");
    REQUIRE(lesson);
    return *lesson;
}

LessonSession openAt(const std::string& page, LessonProgress progress = {})
{
    const auto& pages = whoUnbinds().pages;
    const auto found = std::find_if(pages.begin(), pages.end(), [&](const Page& one) { return one.title == page; });
    REQUIRE(found != pages.end());
    progress.page = int(found - pages.begin());
    auto session = LessonSession::open(whoUnbinds(), Library::shipped(), std::move(progress));
    REQUIRE(session);
    return std::move(*session);
}

/// The first block of this directive that the session shows. A copy: what blocks() answers lives no longer than the line.
std::optional<BlockView> blockOf(const LessonSession& session, const std::string& directive)
{
    for (const auto& block : session.blocks())
        if (block.directive == directive)
            return block;
    return std::nullopt;
}

/// One step of a thread, with the first alternative that is open to it. Answers false when it cannot go.
bool stepThread(Run& run, const std::string& thread)
{
    for (const auto& one : look(run.model(), run.state()).threads)
        if (one.name == thread)
            for (const auto& next : one.next)
                if (next.enabled)
                    return run.step(next.choice) == StepStatus::Done;
    return false;
}

/// The race as a learner may drive it: T1 copies the pointer, T2 runs to its end, T1 uses its copy.
void driveTheRace(LessonSession& session)
{
    REQUIRE(session.openDirective() == "drive");
    Run run = session.run();
    run.seek(0);
    for (int i = 0; i < 4; ++i)
        REQUIRE(stepThread(run, "T1"));
    while (stepThread(run, "T2"))
        REQUIRE_FALSE(session.observe(run));
    REQUIRE(stepThread(run, "T1"));
    REQUIRE(session.observe(run));
}

} // namespace

TEST_CASE("a page shows what stands above its first open act, and the act", "[lesson][player]")
{
    auto asking = openAt("A second way to destroy");   // a watch follows its prediction
    CHECK(asking.blocks().back().directive == "predict");
    CHECK(asking.blocks().back().index == asking.openAct());
    CHECK_FALSE(blockOf(asking, "watch"));
    REQUIRE(asking.answer(1));
    CHECK(asking.blocks().back().directive == "watch");

    auto session = openAt("Predict the race");
    CHECK(session.blocks().back().options.size() == 3);
    CHECK_FALSE(session.pageDone(session.page()));
    CHECK(Scene(session.run()).hold({Fact{FactSubject::Thread, "T1", {{"waits_for", {"vdev->mutex"}, 0}}, 0}}));
}

TEST_CASE("facts are for the verifier, unless a lesson shows them", "[lesson][player]") {
    auto resting = openAt("A bound device at rest");
    CHECK_FALSE(blockOf(resting, "expect"));
    auto watched = openAt("A second way to destroy");
    REQUIRE(watched.answer(1));
    REQUIRE(watched.perform());
    const auto shown = blockOf(watched, "expect");
    REQUIRE(shown);
    CHECK(shown->facts == std::vector<std::string>{"vdevice is freed.", "idev.vdev is dangling."});
}

TEST_CASE("until a prediction is answered, nothing tells which option is right", "[lesson][player]")
{
    auto session = openAt("Predict the race");
    CHECK(session.futureHidden());
    CHECK(session.run().length() == session.run().position());
    const auto asked = blockOf(session, "predict");
    REQUIRE(asked);
    for (const auto& option : asked->options) {
        CHECK(option.feedback.empty());
        CHECK_FALSE(option.right);
        CHECK_FALSE(option.chosen);
    }
    REQUIRE(session.answer(0));
    CHECK_FALSE(session.futureHidden());
    const auto answered = blockOf(session, "predict")->options;
    CHECK(answered[0].chosen);
    CHECK_FALSE(answered[0].right);
    CHECK(answered[1].right);
    CHECK_FALSE(answered[0].feedback.empty());
    CHECK(session.pageDone(session.page()));
}

TEST_CASE("a prediction may be answered with not sure, or passed", "[lesson][player]")
{
    auto session = openAt("Predict the race");
    REQUIRE(session.answer(notSureAnswer));
    CHECK(blockOf(session, "predict")->state == ActState::NotSure);
    CHECK(session.progress().answers.at("after-the-wait") == notSureAnswer);
    REQUIRE(session.tryAgain(blockOf(session, "predict")->index));
    CHECK(session.futureHidden());
    REQUIRE(session.skip());
    CHECK(blockOf(session, "predict")->state == ActState::Skipped);
    CHECK(session.progress().answers.at("after-the-wait") == skippedAnswer);
}

TEST_CASE("an answer that is no option is refused", "[lesson][player]")
{
    auto session = openAt("Predict the race");
    CHECK_FALSE(session.answer(3));
    CHECK_FALSE(session.answer(-5));
    CHECK_FALSE(session.perform());
    REQUIRE(session.answer(1));
    CHECK_FALSE(session.answer(0));   // the guess is kept
    CHECK(session.progress().answers.at("after-the-wait") == 1);
}

TEST_CASE("a watch lies ahead as recorded steps and is done when they have been seen", "[lesson][player]")
{
    auto session = openAt("Watch it happen");
    REQUIRE(session.openDirective() == "watch");
    const int from = session.run().position();
    CHECK(session.run().length() > from);
    const int revision = session.revision();

    Run run = session.run();
    while (run.forward() && run.position() < run.length())
        CHECK_FALSE(session.observe(run));
    CHECK(session.observe(run));
    CHECK(session.revision() > revision);
    CHECK(session.pageDone(session.page()));
}

TEST_CASE("pressing the button of a watch goes to its last step", "[lesson][player]")
{
    auto session = openAt("Watch it happen");
    CHECK(session.run().position() < session.run().length());
    REQUIRE(session.perform());
    CHECK(session.pageDone(session.page()));
    CHECK(session.run().position() == session.run().length());   // and stays there to be looked at
}

TEST_CASE("any schedule that reaches the goal counts, and is kept as the reader's own", "[lesson][player]")
{
    auto session = openAt("Drive it yourself");
    CHECK(session.run().position() == 0);
    CHECK_FALSE(session.hasOwnSchedule("your-race"));
    const auto example = session.schedule("your-race");
    CHECK_FALSE(example.empty());
    driveTheRace(session);
    CHECK(session.pageDone(session.page()));
    CHECK(session.hasOwnSchedule("your-race"));
    CHECK(session.schedule("your-race") != example);
    CHECK(blockOf(session, "drive")->outcome.find("by your own schedule") != std::string::npos);
}

TEST_CASE("a run of another design reaches no goal, one that was compiled elsewhere does", "[lesson][player]")
{
    auto session = openAt("Drive it yourself");
    for (const std::string design : {"D3b", "D3a"}) {
        const auto model = Library::shipped().compile({design, {}, "S3", whoUnbinds().platform});
        REQUIRE(model);
        Run run(*model);
        for (int i = 0; i < 4; ++i)
            REQUIRE(stepThread(run, "T1"));
        while (stepThread(run, "T2")) {
        }
        REQUIRE(stepThread(run, "T1"));
        REQUIRE(Scene(run).hold({Fact{FactSubject::Finding, "I3", {}, 0}}));
        CHECK(session.observe(run) == (design == "D3a"));
    }
}

TEST_CASE("the reader's own schedule is replayed on the other design", "[lesson][player]")
{
    auto driven = openAt("Drive it yourself");
    driveTheRace(driven);

    auto session = openAt("Pin the vdevice", driven.progress());
    REQUIRE(session.answer(0));
    REQUIRE(session.openDirective() == "replay");
    CHECK(session.selection().design == "D1");
    REQUIRE(session.perform());
    CHECK(blockOf(session, "replay")->outcome.find("Your schedule on D1") == 0);
    const auto& run = session.run();
    const auto own = session.schedule("your-race");
    REQUIRE(run.length() > 5);
    for (int step = 0; step < 5; ++step)   // T1 copies the pointer, T2 asks: as far as both designs go together
        CHECK(run.record(step).choice == own[std::size_t(step)]);
    CHECK(Scene(run).hold({Fact{FactSubject::Call, "IOMMU_DESTROY", {{"returned", {"-EBUSY"}, 0}}, 0}}));
    CHECK(Scene(run).hold({Fact{FactSubject::Finding, "none", {{"of", {"I3", "I10", "I21"}, 0}}, 0}}));
    REQUIRE_FALSE(session.departures().empty());
    CHECK(session.departures().front() == 5);   // T2 has its answer and is done: here T1 has to move instead
    CHECK(run.record(5).thread == "T1");
}

TEST_CASE("a reader who drove nothing gets the example replayed, and is told so", "[lesson][player]")
{
    auto session = openAt("Pin the vdevice");
    REQUIRE(session.skip());
    REQUIRE(session.perform());
    CHECK(blockOf(session, "replay")->outcome.find("The example schedule on D1") == 0);
}

TEST_CASE("a schedule replayed on its own design follows every pick", "[lesson][player]")
{
    auto session = openAt("Watch it happen");
    REQUIRE(session.perform());
    const auto schedule = session.schedule("your-race");
    const auto replayed = replayElsewhere(session.run().sharedModel(), schedule);
    CHECK(replayed.departures.empty());
    CHECK(replayed.picked == int(schedule.size()));
    CHECK(replayed.run.trace().steps == schedule);
}

TEST_CASE("an empty schedule lets the threads go on, first to last", "[lesson][player]")
{
    const auto model = Library::shipped().compile({"D1", {}, "S3"});
    REQUIRE(model);
    const auto replayed = replayElsewhere(*model, {});
    CHECK(replayed.picked == 0);
    CHECK(replayed.departures.empty());
    REQUIRE(replayed.run.length() > 0);
    CHECK(replayed.run.record(0).thread == "T1");
    CHECK(replayed.run.record(replayed.run.length() - 1).thread == "T2");
    const auto snapshot = look(**model, replayed.run.state());
    for (const auto& thread : snapshot.threads)
        CHECK((thread.epilogue || thread.status == ThreadStatus::Done));
}

TEST_CASE("a check shows its verdict and leaves the run that fails ready to be played", "[lesson][player]")
{
    auto session = openAt("Check every interleaving");
    REQUIRE(session.openDirective() == "check");
    CHECK(blockOf(session, "check")->outcome.empty());
    REQUIRE(session.perform());
    CHECK(blockOf(session, "check")->outcome.find("**Fails.** D3a in S3") == 0);
    CHECK(session.openDirective() == "predict");
    const auto blocks = session.blocks();
    for (const auto& block : blocks)
        CHECK(block.text.find("{check.") == std::string::npos);
}

TEST_CASE("every page can be opened at any time, and passed act by act", "[lesson][player]")
{
    auto session = openAt("A bound device at rest");
    for (int page = session.pageCount() - 1; page >= 0; --page) {
        session.openPage(page);
        REQUIRE(session.page() == page);
        int acts = 0;
        while (session.openAct() >= 0) {
            REQUIRE(session.skip());
            ++acts;
        }
        CHECK(acts > 0);
        CHECK(session.pageDone(page));
        CHECK(session.trouble().empty());
        const auto& blocks = whoUnbinds().pages[std::size_t(page)].blocks;
        int last = int(blocks.size()) - 1;
        while (std::holds_alternative<Expect>(blocks[std::size_t(last)]))   // facts for the verifier are not shown
            --last;
        CHECK(session.blocks().back().index == last);
    }
    session.openPage(99);
    CHECK(session.page() == 0);
}

TEST_CASE("opening an act again opens what comes after it on the page", "[lesson][player]")
{
    auto session = openAt("Check every interleaving");
    const int first = session.openAct();
    while (session.openAct() >= 0)
        session.skip();
    REQUIRE(session.tryAgain(first));
    CHECK(session.openAct() == first);
    CHECK_FALSE(session.progress().answers.contains("clear-the-pointer"));
    CHECK_FALSE(session.tryAgain(first));   // it is open
    CHECK_FALSE(session.tryAgain(0));   // prose
    CHECK_FALSE(session.tryAgain(99));
}

TEST_CASE("where the reader left off comes back from text", "[lesson][player]")
{
    auto session = openAt("Drive it yourself");
    driveTheRace(session);
    session.openPage(3);
    REQUIRE(session.answer(2));
    const auto back = progressFromJson(toJson(session.progress()));
    REQUIRE(back);
    CHECK(*back == session.progress());

    auto again = LessonSession::open(whoUnbinds(), Library::shipped(), *back);
    REQUIRE(again);
    CHECK(again->page() == 3);
    CHECK(blockOf(*again, "predict")->options[2].chosen);
    CHECK(again->hasOwnSchedule("your-race"));
}

TEST_CASE("damaged progress is one line, not a crash", "[lesson][player]")
{
    for (const std::string text : {"", "{", "[]", "{\"version\": 2}", "{\"version\": 1, \"page\": \"x\"}", "null",
                                   "{\"version\":1,\"page\":0,\"acts\":{},\"answers\":{},\"schedules\":{\"d\":[[1]]}}"}) {
        const auto progress = progressFromJson(text);
        INFO(text);
        REQUIRE_FALSE(progress);
        CHECK(progress.error().find('\n') == std::string::npos);
    }
    LessonProgress far;
    far.page = 1000;
    far.schedules["your-race"] = {{9, 9}, {0, 200}};
    far.acts["4.3"] = ActState::Done;
    auto session = LessonSession::open(whoUnbinds(), Library::shipped(), far);
    REQUIRE(session);
    for (int page = 0; page < session->pageCount(); ++page)
        session->openPage(page);
}

TEST_CASE("a session of a design that the library does not have is refused", "[lesson][player]")
{
    auto lesson = whoUnbinds();
    lesson.design = "D99";
    const auto session = LessonSession::open(lesson, Library::shipped());
    REQUIRE_FALSE(session);
    CHECK(session.error().front().message.find("D99") != std::string::npos);
}

TEST_CASE("without answers a lesson plays as text to its end", "[lesson][text]")
{
    std::ostringstream out;
    REQUIRE(playAsText(whoUnbinds(), Library::shipped(), out));
    const auto text = out.str();
    for (const auto& page : whoUnbinds().pages)
        CHECK(text.find(page.title) != std::string::npos);
    CHECK(text.find("{check.") == std::string::npos);
    Results results(Library::shipped());
    const auto checked = results.check({"D3a", {}, "S3", whoUnbinds().platform});
    REQUIRE(checked);
    const auto length = std::to_string(shortest(**checked, "I3")->steps.size());
    CHECK(text.find("One way takes " + length + " steps. Step " + length + " breaks I3") != std::string::npos);
    CHECK(text.find("Repaired. In every interleaving") != std::string::npos);
    CHECK(text.find("Aneesh Kumar K.V, 2025-06-04") != std::string::npos);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        INFO(line);
        CHECK(line.size() <= 80);   // in bytes, of a text of 78 columns
    }
}

TEST_CASE("with answers a lesson asks, and takes the reader's steps", "[lesson][text]")
{
    std::istringstream answers("7\nx\n1\n3\n1\n1\n"   // the first page: no such thread, twice; T1, no such way; T1, UNBIND
                               "b\n1\n1\n1\n1\n1\n"   // the second one: back, then forward to the copy
                               "9\n1\n");   // the third one: no such option, then a wrong answer; then nobody is there
    std::ostringstream out;
    TextPlayerOptions options;
    options.answers = &answers;
    REQUIRE(playAsText(whoUnbinds(), Library::shipped(), out, options));
    const auto text = out.str();
    CHECK(text.find("there is no such thread") != std::string::npos);
    CHECK(text.find("2) close\n") != std::string::npos);
    CHECK(text.find("Reached in 1 step, by your own schedule.") != std::string::npos);
    CHECK(text.find("Reached in 4 steps, by your own schedule.") != std::string::npos);
    CHECK(text.find("1) Being bound does not count here.") != std::string::npos);
    CHECK(text.find("2) Right.") != std::string::npos);
    CHECK(text.find("Repaired. In every interleaving") != std::string::npos);
}
