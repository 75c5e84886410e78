#include "viewmodels/window/app_view_model.h"

#include "catch.h"

using namespace bindlab;

namespace {

std::vector<StepChoice> stepsOf(const WorkbenchViewModel& workbench)
{
    return workbench.run()->trace().steps;
}

} // namespace

TEST_CASE("another choice at an earlier step keeps the run that was there", "[workbench][kept]")
{
    WorkbenchViewModel workbench;
    REQUIRE(workbench.load("D1", "S3", "tdx"));
    for (const int thread : {0, 0, 1, 0})
        REQUIRE(workbench.stepThread(thread));
    const auto old = stepsOf(workbench);
    workbench.seek(1);
    CHECK(workbench.kept().runs().empty());
    REQUIRE(workbench.stepThread(0));   // the recorded way
    CHECK(workbench.kept().runs().empty());
    workbench.seek(1);
    REQUIRE(workbench.stepThread(1));
    REQUIRE(workbench.kept().runs().size() == 1);
    const auto other = stepsOf(workbench);

    workbench.openRecent(0);
    CHECK(stepsOf(workbench) == old);
    CHECK(workbench.position() == 1);
    REQUIRE(workbench.kept().runs().size() == 1);   // they have changed places
    workbench.openRecent(0);
    CHECK(stepsOf(workbench) == other);
    workbench.openRecent(7);
    workbench.openRecent(-1);
    CHECK(stepsOf(workbench) == other);

    REQUIRE(workbench.load("D6", "S3", "tdx"));
    CHECK(workbench.kept().runs().empty());
}

TEST_CASE("ten runs are kept, each once", "[workbench][kept]")
{
    WorkbenchViewModel workbench;
    REQUIRE(workbench.load("D1", "S3", "tdx"));
    for (int step = 0; step < 14; ++step)
        REQUIRE(workbench.stepThread(0));
    for (int at = 13; at > 0; --at) {
        workbench.seek(at);
        REQUIRE(workbench.stepThread(1));
    }
    CHECK(workbench.kept().runs().size() == RunKeeper::mostRuns);
}

TEST_CASE("marked steps are come back to, round and round, and go with what is cut off", "[workbench][kept]")
{
    WorkbenchViewModel workbench;
    REQUIRE(workbench.load("D1", "S3", "tdx"));
    for (int step = 0; step < 6; ++step)
        REQUIRE(workbench.stepThread(0));
    for (const int at : {2, 5}) {
        workbench.seek(at);
        workbench.toggleBookmark();
    }
    CHECK(workbench.bookmarks() == QList<int>{2, 5});
    workbench.nextBookmark();
    CHECK(workbench.position() == 2);
    workbench.nextBookmark();
    CHECK(workbench.position() == 5);
    workbench.seek(3);
    REQUIRE(workbench.stepThread(1));
    CHECK(workbench.bookmarks() == QList<int>{2});
    workbench.seek(2);
    workbench.toggleBookmark();
    CHECK(workbench.bookmarks().isEmpty());
    workbench.nextBookmark();
    CHECK(workbench.position() == 2);
}

TEST_CASE("a number in the search goes to that step, a recent run is offered at once", "[workbench][kept]")
{
    AppViewModel app(Library::shipped(), {});
    app.openLesson("who-unbinds");
    WorkbenchViewModel& workbench = *app.lesson()->workbench();
    REQUIRE(workbench.stepThread(0));
    REQUIRE(workbench.stepThread(0));
    workbench.seek(1);
    REQUIRE(workbench.stepThread(1));
    app.palette()->refresh();
    app.palette()->setFilter("");
    QStringList ids;
    for (int row = 0; row < app.palette()->count(); ++row)
        ids.append(app.palette()->idAt(row));
    CHECK(ids.contains("recent:0"));
    app.palette()->setFilter("1");
    REQUIRE(app.palette()->count() == 1);
    app.trigger(app.palette()->idAt(0));
    CHECK(workbench.position() == 1);
    app.palette()->setFilter("999");
    CHECK_FALSE(app.palette()->idAt(0).startsWith("position:999"));
}
