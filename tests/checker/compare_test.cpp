#include "checker/compare.h"

#include "tiny_models.h"

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;

namespace {

/// Two threads add to one number: without a lock, with one taken late, with one taken first; or a flag is raised as well.
constexpr const char* adders = R"(
source LIST "Re: adding" by "A. Author" on "2025-06-04";
base old "a kernel";
struct S { int n; bool flag; mutex lock "s->lock"; }
global S s;
flow add() : kernel {
    s.flag = true;
    n = s.n;
    s.n = n + 1;
}
patch with-lock "both hold the lock" @LIST {
    in flow add {
        s.flag = true;
+       lock(s.lock);
        n = s.n;
        s.n = n + 1;
+       unlock(s.lock);
    }
}
patch low-flag "the flag is lowered" @LIST {
    in flow add {
-       s.flag = true;
+       s.flag = false;
    }
}
patch no-such-line "takes away what is not there" {
    in flow add {
-       s.n = 7;
    }
}
patch dead-lines "lines that are never run" {
    in flow add {
+       n = 0;
+       if (n)
+           s.n = 7;
        s.flag = true;
    }
}
design bare "no lock" : old { }
design locked "a lock" : old { with-lock }
design low "no lock, no flag" : old { low-flag }
design lockedLow "a lock, no flag" : old { with-lock, low-flag }
design broken "does not compile" : old { no-such-line }
property P "nothing is lost" end { must s.n == 2 says "an update was lost" fails F99; }
property Q "the flag stays low" always { must !s.flag says "the flag is up" fails F98; }
epilogue close { n = s.n; }
scenario both two-adders "two threads add" then close { thread T1 { add(); } thread T2 { add(); } }
scenario twice add-twice "one thread adds twice" then close { thread T1 { add(); add(); } }
)";

const Library& library()
{
    static const Library library = [] {
        Library made;
        made.add("adders.flow", adders);
        return made;
    }();
    REQUIRE(toText(library.problems()).empty());
    return library;
}

std::array<Selection, 2> pair(const std::string& first, const std::string& second, const std::string& scenario = "both")
{
    return {Selection{first, {}, scenario, ""}, Selection{second, {}, scenario, ""}};
}

const ComparedProperty& property(const std::vector<ComparedProperty>& properties, const std::string& id)
{
    const auto found = std::ranges::find(properties, id, &ComparedProperty::id);
    REQUIRE(found != properties.end());
    return *found;
}

} // namespace

TEST_CASE("two designs are compared on the run that breaks the first and not the second", "[compare]")
{
    const Comparison comparison = compare(library(), pair("bare", "locked"));
    REQUIRE(comparison.schedule == Schedule::FailureOfFirst);
    CHECK(comparison.played.property == "P");
    CHECK(comparison.sides[0].run->trace().steps == comparison.played.steps);
    CHECK(comparison.sides[0].run->position() == 0);
}

TEST_CASE("when only the second breaks something its run is played", "[compare]")
{
    const Comparison comparison = compare(library(), pair("locked", "bare"));
    CHECK(comparison.schedule == Schedule::FailureOfSecond);
    CHECK(comparison.sides[1].run->trace().steps == comparison.played.steps);
}

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

TEST_CASE("verdicts stand side by side for each property", "[compare]")
{
    const auto properties = comparedProperties(compare(library(), pair("bare", "locked")));
    const ComparedProperty& lost = property(properties, "P");
    CHECK(lost.differs());
    CHECK(lost.sides[0].verdict == Verdict::Violated);
    REQUIRE(lost.sides[0].violations.size() == 1);
    CHECK(lost.sides[0].violations.front().failure == "F99");
    CHECK(lost.sides[1].verdict == Verdict::Holds);
    CHECK_FALSE(property(properties, "Q").differs());
    CHECK(property(properties, "Q").sides[1].verdict == Verdict::Violated);
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

TEST_CASE("a design that does not compile leaves no lock step, and says why", "[compare]")
{
    const Comparison comparison = compare(library(), pair("bare", "broken"));
    CHECK(comparison.schedule == Schedule::None);
    CHECK(comparison.sides[1].model == nullptr);
    CHECK_THAT(comparison.sides[1].cell.error, Contains("adders.flow:"));
    CHECK_FALSE(comparison.sides[0].run);
    CHECK(comparison.sides[0].cell.result.verdict == Verdict::Violated);
    CHECK(comparison.sentence.empty());
    CHECK(property(comparedProperties(comparison), "P").sides[1].verdict == Verdict::NotApplicable);
}

TEST_CASE("a scenario that is about one of the two leaves no lock step, and says why", "[compare]")
{
    Library made = library();
    made.add("own.flow", "scenario own own-one \"about one design\" only lockedLow { thread T1 { add(); add(); } }\n");
    const Comparison comparison = compare(made, pair("lockedLow", "bare", "own"));
    CHECK(comparison.schedule == Schedule::None);
    CHECK(comparison.sides[0].cell.result.verdict == Verdict::Holds);
    CHECK(comparison.sides[1].cell.result.verdict == Verdict::NotApplicable);
    CHECK_THAT(comparison.sides[1].cell.whyNotApplicable, Contains("lockedLow"));
}

TEST_CASE("a comparison that is stopped has no verdict", "[compare]")
{
    const std::atomic<bool> stop = true;
    CompareOptions options;
    options.cancel = &stop;
    const Comparison comparison = compare(library(), pair("bare", "locked"), options);
    for (const ComparedSide& side : comparison.sides) {
        CHECK(side.cell.stopped);
        CHECK_FALSE(side.cell.hasVerdict());
    }
    CHECK(property(comparedProperties(comparison), "P").sides[0].verdict == Verdict::Bounded);
}

TEST_CASE("two cells say the same when they break the same in the same ways", "[compare]")
{
    const Matrix matrix = checkMatrix(library());
    const auto cell = [&](const std::string& design, std::size_t scenario) -> const MatrixCell& {
        return matrix.at(std::size_t(std::ranges::find(matrix.designs, design) - matrix.designs.begin()), scenario, 0);
    };
    CHECK(sameVerdict(cell("bare", 1), cell("locked", 1)));
    CHECK(cell("bare", 1).result.violations.front().steps == cell("locked", 1).result.violations.front().steps);
    CHECK_FALSE(sameVerdict(cell("bare", 0), cell("locked", 0)));
    CHECK_FALSE(sameVerdict(cell("locked", 1), cell("lockedLow", 1)));
    CHECK_FALSE(sameVerdict(cell("lockedLow", 1), cell("broken", 1)));
}

TEST_CASE("the patches that differ come with their mail", "[compare]")
{
    std::array<Selection, 2> selections = pair("locked", "low");
    auto only = differingPatches(library(), selections);
    REQUIRE(only[0].size() == 1);
    CHECK(only[0].front().id == "with-lock");
    CHECK(only[0].front().source.author == "A. Author");
    CHECK(only[0].front().source.date == "2025-06-04");
    REQUIRE(only[1].size() == 1);
    CHECK(only[1].front().title == "the flag is lowered");

    selections[0].patches = {"-with-lock", "low-flag"};
    only = differingPatches(library(), selections);
    CHECK(only[0].empty());
    CHECK(only[1].empty());
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
