#include "tiny_models.h"

#include <algorithm>
#include <atomic>

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;

namespace {

/// T1 knocks until the door is open. T2 opens it unless T3 has put the bar up first.
const char* const knocking = R"(
struct Door { bool open; bool barred; int knocks; }
global Door d;
flow knock() : k { while (!d.open) { d.knocks = 0; } }
flow open() : k { if (!d.barred) d.open = true; }
flow bar() : k { d.barred = true; }
scenario T t "one knocks until somebody opens" { thread T1 { knock(); } thread T2 { open(); } thread T3 { bar(); } }
)";

CheckResult lookedAt(const std::shared_ptr<const Model>& model, bool passing, int another, std::vector<std::string> properties = {})
{
    CheckOptions options;
    options.passing = passing;
    options.another = another;
    options.properties = std::move(properties);
    return check(model, options);
}

State stateAfter(const std::shared_ptr<const Model>& model, const Violation& violation, int steps)
{
    const auto run = replay(model, {violation.steps.begin(), violation.steps.begin() + steps});
    REQUIRE(run);
    return run->state();
}

} // namespace

TEST_CASE("a run that can come to no end any more is found, and its last steps are a round that leads back", "[checker][endless]")
{
    const auto model = compiled(knocking);
    const CheckResult result = checked(model);
    REQUIRE(result.violations.size() == 1);
    const Violation& violation = result.violations.front();
    CHECK(violation.property == "L-0");
    CHECK_THAT(violation.message, Contains("no run comes to an end"));
    // T3 bars the door, T1 begins to knock, T2 finds the door barred and goes; then T1 knocks for ever.
    CHECK(violation.loopsTo == 3);
    CHECK(stateAfter(model, violation, 3) == stateAfter(model, violation, int(violation.steps.size())));
    CHECK(std::all_of(violation.steps.begin() + 3, violation.steps.end(), [](StepChoice step) { return step.thread == 0; }));
}

TEST_CASE("a loop that somebody can still end is no livelock", "[checker][endless]")
{
    std::string friendly = knocking;
    friendly.replace(friendly.find("if (!d.barred) d.open"), 21, "d.open");
    CHECK(checked(compiled(friendly)).verdict == Verdict::Holds);
}

TEST_CASE("from an endless state no step leads to one that is not, whatever the number of threads of the search", "[checker][endless]")
{
    CheckOptions options;
    const auto model = compiled(knocking);
    const CheckResult one = check(model, options);
    options.threads = 2;
    const CheckResult two = check(model, options);
    REQUIRE(two.violations.size() == one.violations.size());
    CHECK(two.violations.front().steps == one.violations.front().steps);
    CHECK(two.violations.front().loopsTo == one.violations.front().loopsTo);
}

TEST_CASE("threads that are written to go on for ever are no livelock", "[checker][endless]")
{
    const CheckResult result = checked(compiled(R"(
struct S { int n; }
global S s;
flow f() : k { again: s.n = 0; goto again; }
scenario T t "" { thread T1 { f(); } }
)"));
    CHECK(result.verdict == Verdict::Holds);
    CHECK(result.notApplicable == std::vector<std::string>{"L-0"});
}

TEST_CASE("who asks for other properties is not told of a livelock", "[checker][endless]")
{
    CheckOptions options;
    options.properties = {"I3"};
    CHECK(check(compiled(knocking), options).verdict == Verdict::Holds);
}

TEST_CASE("the essence of a livelock is what leads into it", "[checker][endless][essence]")
{
    CheckOptions options;
    options.essence = true;
    const CheckResult result = check(compiled(knocking), options);
    const Essence& essence = *result.violations.front().essence;
    CHECK(essence.kind == Essence::Kind::Events);
    CHECK_THAT(essence.sentence, Contains("T3 bar sets d.barred to true before T2 open reads d.barred"));
    CHECK(essence.unavoidableFrom == 1); // T2 may not have looked yet, but will
}

TEST_CASE("no shipped design can run for ever in any scenario of two threads", "[checker][endless]")
{
    for (const char* design : {"D0", "D3a", "D6", "D8"})
        for (const char* scenario : {"S3", "S5", "S8", "S34"})
            CHECK_FALSE(find(checked(shipped(design, scenario)), "L-0", ""));
}

TEST_CASE("a passing run comes to its end and breaks nothing", "[checker][passing]")
{
    const auto model = shipped("D6", "S3");
    const CheckResult aside = lookedAt(model, true, 2, {"I3", "I9"});
    REQUIRE(aside.passing.size() == 3);
    CHECK(aside.passing.front().sharedSteps == 0);
    for (const OtherRun& other : aside.passing) {
        const auto run = replay(model, other.steps);
        REQUIRE(run);
        CHECK(enabledSteps(*model, run->state()).empty());
        for (int step = 0; step < run->length(); ++step)
            for (const Finding& finding : run->record(step).findings)
                CHECK((finding.property != "I3" && finding.property != "I9"));
    }
    CHECK(aside.passing[0].steps != aside.passing[1].steps);
    CHECK(aside.passing[1].steps != aside.passing[2].steps);
}

TEST_CASE("of the runs that pass the first is one whose calls are not refused", "[checker][passing]")
{
    const auto model = compiled(R"(
struct Door { bool open; }
global Door d;
flow enter() : k { if (!d.open) return -EBUSY; return 0; }
flow open() : k { d.open = true; }
scenario T t "" { thread T1 { enter(); } thread T2 { open(); } }
)");
    const CheckResult result = lookedAt(model, true, 1);
    REQUIRE(result.passing.size() == 2);
    CHECK(result.passing[0].steps.front().thread == 1); // open first: enter need not be refused
    CHECK(result.passing[1].steps.front().thread == 0);
}

TEST_CASE("where something breaks in every run none passes", "[checker][passing]")
{
    const CheckResult result = lookedAt(shipped("D1", "S1"), true, 1);
    CHECK(result.passing.empty());
    CHECK(result.runsBound.empty());
}

TEST_CASE("another run to the same violation breaks it with its last step, and not before", "[checker][another]")
{
    const auto model = shipped("D3a", "S3");
    const CheckResult result = lookedAt(model, false, 3);
    REQUIRE(find(result, "I3", "F1"));
    for (const Violation& violation : result.violations) {
        std::vector<std::vector<StepChoice>> shown{violation.steps};
        for (const OtherRun& other : violation.others) {
            INFO(violation.property << " " << violation.failure);
            CHECK(std::find(shown.begin(), shown.end(), other.steps) == shown.end());
            shown.push_back(other.steps);
            CHECK(other.steps.size() >= violation.steps.size());
            const auto run = replay(model, other.steps);
            REQUIRE(run);
            for (int step = 0; step < run->length(); ++step) {
                const auto& findings = run->record(step).findings;
                const bool breaks = std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.property == violation.property && f.failure == violation.failure; });
                CHECK(breaks == (step + 1 == run->length()));
            }
        }
    }
}

TEST_CASE("no more runs are shown than there are", "[checker][another]")
{
    const auto model = compiled(R"(
struct S { mutex a; }
global S s;
flow f() : k { lock(s.a); lock(s.a); }
scenario T t "" { thread T1 { f(); } }
)");
    const CheckResult result = lookedAt(model, true, 5);
    REQUIRE(result.violations.size() == 1);
    CHECK(result.violations.front().others.empty());
    CHECK(result.passing.empty());
}

TEST_CASE("after a check that was cut short no other runs are looked for, and it is said", "[checker][another]")
{
    CheckOptions options;
    options.maxStates = 10;
    options.passing = true;
    const CheckResult result = check(shipped("D3a", "S3"), options);
    CHECK(result.passing.empty());
    CHECK_FALSE(result.runsBound.empty());
}
