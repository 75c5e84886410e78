/// Two designs under one schedule: which thread moves, where they part, and why.
#include "adders.h"

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;

TEST_CASE("they part where they first do something different, told by both steps", "[compare]")
{
    // Both raise the flag first; then one reads and the other takes the lock.
    const Comparison comparison = compare(library(), pair("bare", "locked"));
    const Run& bare = *comparison.sides[0].run;
    const Run& locked = *comparison.sides[1].run;
    REQUIRE(comparison.split > 0);
    for (int step = 0; step < comparison.split; ++step)
        CHECK(bare.record(step).sentence == locked.record(step).sentence);
    CHECK(bare.record(comparison.split).text == "n = s.n;");
    CHECK(locked.record(comparison.split).text == "lock(s.lock);");
    CHECK_THAT(comparison.sentence,
               Contains("at step " + std::to_string(comparison.split + 1) + ": ") && Contains("in bare T1 reads s.n: 0")
                   && Contains("in locked T1 takes s->lock"));
}

TEST_CASE("where the picked thread has to wait the next ready one moves, and that is marked with the reason", "[compare]")
{
    const Comparison comparison = compare(library(), pair("bare", "locked"));
    const ComparedSide& bare = comparison.sides[0];
    const ComparedSide& locked = comparison.sides[1];
    REQUIRE(bare.forced.size() == std::size_t(bare.run->length()));
    REQUIRE(locked.forced.size() == std::size_t(locked.run->length()));
    bool waited = false;
    for (int step = 0; step < locked.run->length(); ++step) {
        CAPTURE(step);
        CHECK(bare.forced[std::size_t(step)].empty());
        const bool followed = locked.run->record(step).thread == bare.run->record(step).thread;
        CHECK(locked.forced[std::size_t(step)].empty() == followed);
        waited = waited || locked.forced[std::size_t(step)].find("waits for s->lock") != std::string::npos;
    }
    CHECK(waited);
}

TEST_CASE("where neither breaks more, each thread goes in turn until both sides have ended", "[compare]")
{
    const Comparison comparison = compare(library(), pair("lockedLow", "lockedLow"));
    CHECK(comparison.schedule == Schedule::Fair);
    CHECK(comparison.split == -1);
    CHECK_THAT(comparison.sentence, Contains("the same"));
    const Run& run = *comparison.sides[0].run;
    REQUIRE(run.length() > 2);
    CHECK(run.record(0).thread == "T1");
    CHECK(run.record(1).thread == "T2");
    CHECK(enabledSteps(run.model(), run.stateAt(run.length())).empty());
}

TEST_CASE("the same statement with another effect is a different step", "[compare]")
{
    Library made;
    made.add("readers.flow", R"(
base old "a kernel";
struct S { int n; int seen; }
global S s;
flow given() : kernel { s.n = 3; }
flow read() : kernel {
    s.seen = 1;
    n = s.n;
    s.seen = 2;
}
state start { given(); }
patch other-start "starts from another number" {
    in flow given {
-       s.n = 3;
+       s.n = 4;
    }
}
design three "starts from 3" : old { }
design four "starts from 4" : old { other-start }
scenario one one-thread "one thread reads" from start { thread T1 { read(); } }
)");
    const Comparison comparison = compare(made, {Selection{"three", {}, "one", ""}, Selection{"four", {}, "one", ""}});
    REQUIRE(comparison.schedule == Schedule::Fair);
    CHECK(comparison.split == 1);
    CHECK_THAT(comparison.sentence, Contains("in three T1 reads s.n: 3") && Contains("in four T1 reads s.n: 4"));
}

TEST_CASE("lines that are only counted differently part nothing", "[compare]")
{
    std::array<Selection, 2> selections = pair("bare", "bare", "twice");
    selections[1].patches = {"dead-lines"};
    const Comparison comparison = compare(library(), selections);
    CAPTURE(comparison.sentence);
    REQUIRE(comparison.schedule == Schedule::Fair);
    CHECK(comparison.sides[0].run->record(0).line != comparison.sides[1].run->record(0).line);
    CHECK(comparison.split == -1);
}

TEST_CASE("a side that ends earlier parts at its end at the latest", "[compare]")
{
    std::array<Selection, 2> selections = pair("lockedLow", "lockedLow", "twice");
    Library longer = library();
    longer.add("more.flow", "patch once-more \"says it twice\" {\n    in flow add {\n        unlock(s.lock);\n+       s.flag = false;\n    }\n}\n");
    selections[1].patches = {"once-more"};
    const Comparison comparison = compare(longer, selections);
    CHECK(comparison.schedule == Schedule::Fair);
    CHECK(comparison.split >= 0);
    CHECK(comparison.split <= comparison.sides[0].run->length());
    CHECK(comparison.sides[0].run->length() < comparison.sides[1].run->length());
    CHECK_THAT(comparison.sentence, Contains("in lockedLow T1") && Contains("in lockedLow +once-more T1"));
}

TEST_CASE("the environment chooses the same on both sides, by name, though one of them asks later", "[compare]")
{
    Library made;
    made.add("choosers.flow", R"(
base old "a kernel";
struct S { int n; bool ready; bool slow; }
global S s;
flow work() : kernel {
    s.n = 1;
    choose "left" { s.n = 2; } or "right" { s.n = 3; }
    s.ready = true;
    s.ready = false;
}
patch slower "one step more before the choice" {
    in flow work {
+       s.slow = true;
        s.n = 1;
    }
}
design quick "asks at once" : old { }
design slow "asks later" : old { slower }
property R "never right and ready at once" always { must s.n != 3 || !s.ready || s.slow fails F97; }
scenario one one-thread "one thread" { thread T1 { work(); } }
)");
    const Comparison comparison = compare(made, {Selection{"quick", {}, "one", ""}, Selection{"slow", {}, "one", ""}});
    REQUIRE(comparison.schedule == Schedule::FailureOfFirst);
    CHECK(comparison.split == 0);
    const Run& quick = *comparison.sides[0].run;
    const Run& slow = *comparison.sides[1].run;
    REQUIRE(quick.length() == 3);
    REQUIRE(slow.length() == 3);
    CHECK_THAT(quick.record(1).sentence, Contains("chooses: right"));
    CHECK_THAT(slow.record(2).sentence, Contains("chooses: right"));
    CHECK(comparison.sides[1].forced == std::vector<std::string>{"", "", ""});
}

TEST_CASE("neighbouring shipped designs can be compared in every scenario, and parts where the records first differ", "[compare][invariant][slow]")
{
    const Library& shippedLibrary = Library::shipped();
    const auto designs = shippedLibrary.designs();
    for (const ScenarioInfo& scenario : shippedLibrary.scenarios())
        for (std::size_t second = 1; second < designs.size(); ++second) {
            const std::array<Selection, 2> selections{Selection{designs[second - 1].id, {}, scenario.id, "tdx"}, Selection{designs[second].id, {}, scenario.id, "tdx"}};
            const Comparison comparison = compare(shippedLibrary, selections);
            CAPTURE(scenario.id, selections[0].design, selections[1].design, comparison.sentence);
            if (comparison.schedule == Schedule::None)
                continue;
            for (const ComparedSide& side : comparison.sides) {
                CHECK(side.forced.size() == std::size_t(side.run->length()));
                CHECK(replay(side.model, side.run->trace().steps));
            }
            CHECK(comparison.split <= std::min(comparison.sides[0].run->length(), comparison.sides[1].run->length()));
            CHECK_FALSE(comparison.sentence.empty());
        }
}

TEST_CASE("what the two steps look at and already differed before them is the reason told", "[compare]")
{
    Library made = library();
    made.add("more.flow", "patch twice-up \"adds two\" {\n    in flow add {\n        s.flag = true;\n+       s.n = 5;\n        n = s.n;\n        s.n = n + 1;\n    }\n}\n");
    std::array<Selection, 2> selections = pair("bare", "bare", "twice");
    selections[1].patches = {"twice-up"};
    Comparison comparison = compare(made, selections);
    CAPTURE(comparison.sentence);
    REQUIRE(comparison.split >= 0);
    CHECK(comparison.parting.patches[0].empty());
    CHECK(comparison.parting.patches[1] == "twice-up");
    CHECK_THAT(comparison.sentence, Contains("The line of bare +twice-up comes with twice-up"));
    // At the parting one side writes s.n and the other reads it; nothing differed before.
    CHECK(comparison.parting.because.empty());
    CHECK_THAT(comparison.parting.outcomes[0], Contains("breaks Q in step 1") || Contains("breaks nothing"));
}

TEST_CASE("a reason names the field with both of its values", "[compare]")
{
    Library made;
    made.add("pinned.flow", R"(
base old "a kernel";
struct S { counter users; int n; }
global S s;
flow given() : kernel { s.users++; }
flow destroy() : kernel {
    s.n = 1;
    if (s.users > 1)
        return -EBUSY;
    s.n = 2;
    return 0;
}
state start { given(); }
patch pin "one reference more" {
    in flow given {
        s.users++;
+       s.users++;
    }
}
design loose "no pin" : old { }
design pinned "a pin" : old { pin }
scenario one one-thread "one thread destroys" from start { thread T1 { destroy(); } }
)");
    REQUIRE(toText(made.problems()).empty());
    const Comparison comparison = compare(made, {Selection{"loose", {}, "one", ""}, Selection{"pinned", {}, "one", ""}});
    CAPTURE(comparison.sentence);
    REQUIRE(comparison.split == 1);
    REQUIRE(comparison.parting.because.size() == 1);
    CHECK(comparison.parting.because.front().name == "s.users");
    CHECK(comparison.parting.because.front().values == std::array<std::string, 2>{"1", "2"});
    CHECK_THAT(comparison.sentence, Contains("Before that step s.users is 1 in loose and 2 in pinned."));
}
