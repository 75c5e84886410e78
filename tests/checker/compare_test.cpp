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

TEST_CASE("both sides can be played anew under any failure that only one has, or in turns", "[compare]")
{
    Comparison comparison = compare(library(), pair("bare", "locked"));
    const std::vector<Lead> leads = leadsOf(comparison);
    REQUIRE(leads.size() >= 2);
    CHECK(leads.front().violation.steps == comparison.played.steps);
    CHECK(leads.back().schedule == Schedule::Fair);
    const std::uint64_t states = comparison.sides[0].cell.result.states;
    REQUIRE(play(comparison, leads.back()));
    CHECK(comparison.schedule == Schedule::Fair);
    CHECK(comparison.sides[0].cell.result.states == states);
    REQUIRE(play(comparison, leads.front()));
    CHECK(comparison.sides[0].run->trace().steps == leads.front().violation.steps);
}

TEST_CASE("a use after free leads before any other failure, whichever side has it", "[compare]")
{
    const Comparison comparison = compare(Library::shipped(), {Selection{"D1", {}, "S3", "tdx"}, Selection{"D3a", {}, "S3", "tdx"}});
    CHECK(comparison.schedule == Schedule::FailureOfSecond);
    CHECK(comparison.played.property == "I3");
    CHECK_THAT(comparison.sentence, Contains("returns from IOMMU_DESTROY with -EBUSY") && Contains("vdev.users is 2 in D1 and 1 in D3a"));
}

TEST_CASE("a state differs from itself in nothing, and from the next in what the step changed", "[compare]")
{
    const auto model = library().compile(Selection{"bare", {}, "both", ""});
    REQUIRE(model);
    Run run(*model);
    CHECK(differencesBetween(**model, run.state(), **model, run.state()).empty());
    const State before = run.state();
    REQUIRE(run.step({0, 0}) == StepStatus::Done);
    const auto differences = differencesBetween(**model, before, **model, run.state());
    const auto flag = std::ranges::find(differences, "s.flag", &StateDifference::name);
    REQUIRE(flag != differences.end());
    CHECK(flag->values == std::array<std::string, 2>{"false", "true"});
    CHECK(std::ranges::find(differences, "s.n", &StateDifference::name) == differences.end());
}

TEST_CASE("a design is named with its patches, and found by that name", "[compare]")
{
    const Selection selection{"D6", {"serialise-bind", "-shared-regions"}, "", "tdx"};
    CHECK(designName(selection) == "D6 +serialise-bind -shared-regions");
    CHECK(designNamed(designName(selection)) == selection);
    CHECK(designNamed("D6+serialise-bind+-shared-regions") == selection);
    CHECK(designNamed("+a").patches == std::vector<std::string>{"a"});
    CHECK(designNamed("+a").design.empty());
    CHECK(designName(designNamed("")).empty());
}
