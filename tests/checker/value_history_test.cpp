#include "checker/value_history.h"

#include "tiny_models.h"

#include <algorithm>

using namespace bindlab;
using namespace bindlab::testing;

namespace {

const char* const counter = R"(struct Box { int users; int idle; mutex lock; }
global Box box;
flow f() : kernel {
    lock(box.lock);
    box.users = 1;
    box.users = 1;
    box.users = 2;
    unlock(box.lock);
}
scenario s counts "one thread counts" { thread T1 { f(); } }
)";

Run playedThrough(const char* flow)
{
    Run run(compiled(flow));
    while (run.step({0, 0}) == StepStatus::Done) {
    }
    return run;
}

std::vector<std::pair<int, std::string>> said(const std::vector<ValueChange>& changes)
{
    std::vector<std::pair<int, std::string>> all;
    for (const ValueChange& change : changes)
        all.emplace_back(change.step, change.difference.values[0] + " -> " + change.difference.values[1]);
    return all;
}

} // namespace

TEST_CASE("the steps that set a field are those after which it is another, writing what is there sets nothing", "[why]")
{
    const Run run = playedThrough(counter);
    REQUIRE(run.length() == 5);
    CHECK(said(changesOf(run, "box.users")) == std::vector<std::pair<int, std::string>>{{1, "0 -> 1"}, {3, "1 -> 2"}});
    CHECK(changesOf(run, "box.idle").empty());
    CHECK(changesOf(run, "box.users").front().sentence == "box.users went from 0 to 1 at step 2: T1 in f, line 2.");
}

TEST_CASE("a lock is set by who takes it and by who drops it, and may be written with a point or an arrow", "[why]")
{
    const Run run = playedThrough(counter);
    const auto changes = changesOf(run, "box->lock");
    CHECK(said(changes) == std::vector<std::pair<int, std::string>>{{0, "free -> held by T1"}, {4, "held by T1 -> free"}});
    CHECK(changesOf(run, "box.lock") == changes);
}

TEST_CASE("asked at a place, the last change before it answers, and asked again before that one, the change before", "[why]")
{
    const Run run = playedThrough(counter);
    const auto last = lastChange(run, "box.users", 5);
    REQUIRE(last);
    CHECK(last->step == 3);
    CHECK(lastChange(run, "box.users", 4) == last);   // the step just taken counts
    const auto before = lastChange(run, "box.users", last->step);
    REQUIRE(before);
    CHECK(before->step == 1);
    CHECK_FALSE(lastChange(run, "box.users", before->step));
}

TEST_CASE("of an object every field counts, and its fields go with it when it is freed", "[why]")
{
    const auto model = shipped("D3a", "S3");
    const CheckResult result = checked(model, {"I2"});
    const Run run = *replay(model, result.violations.front().steps);
    const auto last = lastChange(run, "vdevice", run.length());
    REQUIRE(last);
    CHECK(last->difference.object == "vdevice");
    CHECK(changesOf(run, "vdevice").size() > changesOf(run, "vdev.wait_cnt").size());
    const auto users = changesOf(run, "vdev.users");
    REQUIRE_FALSE(users.empty());
    CHECK(users.front().difference.values[1] == "0");
}

TEST_CASE("names are those of what the run holds, threads have none", "[why]")
{
    const Run run = playedThrough(counter);
    const auto names = valueNames(run);
    for (const char* name : {"box", "box.users", "box->lock"})
        CHECK(std::ranges::count(names, name) == 1);
    CHECK(std::ranges::count(names, "T1") == 0);
    CHECK(hasValue(run, "box.idle"));
    CHECK_FALSE(hasValue(run, "box.user"));
    CHECK_FALSE(hasValue(run, "T1"));
}
