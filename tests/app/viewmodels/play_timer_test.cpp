#include "viewmodels/shared/play_timer.h"

#include "catch.h"

#include <QSignalSpy>
#include <QTest>

using namespace bindlab;

namespace {

/// Three steps lie ahead, each shown for a hundredth of the usual time.
struct Counter {
    int position = 0;
    int length = 3;
    PlayTimer timer{[this] { return position < length; }, [this] { ++position; }};
    QSignalSpy told{&timer, &PlayTimer::playingChanged};

    Counter() { timer.setSpeed(100); }
    [[nodiscard]] bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return !timer.playing(); }, 5000);
    }
};

} // namespace

TEST_CASE_METHOD(Counter, "playing takes the steps that lie ahead and ends after the last", "[play]")
{
    timer.play();
    CHECK(timer.playing());
    CHECK(position == 0);
    REQUIRE(waitForEnd());
    CHECK(position == 3);
    CHECK(told.count() == 2);
}

TEST_CASE_METHOD(Counter, "where nothing lies ahead nothing plays", "[play]")
{
    length = 0;
    timer.toggle();
    CHECK_FALSE(timer.playing());
    CHECK(told.isEmpty());
}

TEST_CASE_METHOD(Counter, "a pause keeps what is ahead, and playing goes on from there", "[play]")
{
    timer.toggle();
    REQUIRE(QTest::qWaitFor([this] { return position == 1; }, 5000));
    timer.toggle();
    CHECK_FALSE(timer.playing());
    QTest::qWait(50);
    CHECK(position == 1);
    timer.toggle();
    REQUIRE(waitForEnd());
    CHECK(position == 3);
    CHECK(told.count() == 4);
}

TEST_CASE_METHOD(Counter, "who goes to the end by another way ends the playing there", "[play]")
{
    timer.play();
    timer.settle();
    CHECK(timer.playing());
    position = length;
    timer.settle();
    CHECK_FALSE(timer.playing());
}
