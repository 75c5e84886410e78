#include "tiny_models.h"

#include "world/look.h"

#include <algorithm>
#include <atomic>
#include <chrono>

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;

namespace {
const char* const locks = "struct S { int n; mutex a; mutex b; }\nglobal S s;\n";
const std::string abba = std::string(locks) + R"(
flow f() : k { lock(s.a); lock(s.b); unlock(s.b); unlock(s.a); }
flow g() : k { lock(s.b); lock(s.a); unlock(s.a); unlock(s.b); }
scenario T t "two locks in both orders" { thread T1 { f(); } thread T2 { g(); } }
)";
} // namespace

TEST_CASE("two independent threads of n steps each have (n+1) squared states", "[checker]")
{
    const auto model = compiled(R"(
struct S { int x; }
global S s; global S t;
flow f() : k { s.x = 0; s.x = 0; s.x = 0; }
flow g() : k { t.x = 0; t.x = 0; t.x = 0; }
scenario T t "" { thread T1 { f(); } thread T2 { g(); } }
)");
    const CheckResult result = checked(model);
    CHECK(result.verdict == Verdict::Holds);
    CHECK(result.states == 16);
    CHECK(result.transitions == 24);
    CHECK(result.depth == 6);
}

TEST_CASE("two locks taken in both orders deadlock after two steps", "[checker]")
{
    const CheckResult result = checked(compiled(abba));
    const Violation* violation = find(result, "I10", "F5");
    REQUIRE(violation);
    CHECK(violation->steps.size() == 2);
    CHECK(violation->switches == 1);
    // By hand: of 5 x 5 places five would hold a lock twice, and both having released their second lock cannot be reached.
    CHECK(result.states == 19);
}

TEST_CASE("taken in one order they do not", "[checker]")
{
    std::string ordered = abba;
    ordered.replace(ordered.find("lock(s.b); lock(s.a); unlock(s.a); unlock(s.b);"), 48, "lock(s.a); lock(s.b); unlock(s.b); unlock(s.a); ");
    CHECK(checked(compiled(ordered)).verdict == Verdict::Holds);
}

TEST_CASE("a thread that wants its own lock again waits for itself", "[checker]")
{
    const CheckResult result = checked(compiled(std::string(locks) + "flow f() : k { lock(s.a); lock(s.a); }\nscenario T t \"\" { thread T1 { f(); } }\n"));
    const Violation* violation = find(result, "I10", "F6");
    REQUIRE(violation);
    CHECK(violation->steps.size() == 1);
}

TEST_CASE("two writers who wait for a reader do not wait for each other, but a reader who waits for a writer that waits for him does", "[checker]")
{
    const std::string head = "struct S { rwsem r; } global S s;\nflow read() : k { down_read(s.r); up_read(s.r); }\n"
                             "flow write() : k { down_write(s.r); up_write(s.r); }\n"
                             "flow again() : k { down_read(s.r); down_read(s.r); up_read(s.r); up_read(s.r); }\n";
    CHECK(check(compiled(head + "scenario U u \"\" { thread T1 { read(); } thread T2 { write(); } thread T3 { write(); } }")).verdict == Verdict::Holds);
    CHECK(check(compiled(head + "scenario U u \"\" { thread T1 { again(); } thread T2 { write(); } }")).verdict == Verdict::Violated);
}

TEST_CASE("a wait for what nobody will do is found", "[checker]")
{
    const CheckResult result = checked(compiled(std::string(locks) + "flow f() : k { s.n = 1; wait (s.n == 2); }\nscenario T t \"\" { thread T1 { f(); } }\n"));
    REQUIRE(find(result, "I10", "F5"));
    CHECK_THAT(find(result, "I10", "F5")->message, Contains("cannot come"));
}

TEST_CASE("of the shortest runs the one with the fewest switches is reported", "[checker]")
{
    // Broken once both have taken two steps, in any order: the fewest switches are one.
    const CheckResult result = checked(compiled(R"(
struct S { int x; }
global S s; global S t;
flow f() : k { s.x = 1; s.x = 2; }
flow g() : k { t.x = 1; t.x = 2; }
property P "not both at two" always { must s.x != 2 || t.x != 2 fails F99; }
scenario T t "" { thread T1 { f(); } thread T2 { g(); } }
)"));
    const Violation* violation = find(result, "P", "F99");
    REQUIRE(violation);
    CHECK(violation->steps.size() == 4);
    CHECK(violation->switches == 1);
}

TEST_CASE("a stopped or bounded check never says that something holds", "[checker]")
{
    const auto model = shipped("D1", "S3");
    CheckOptions options;
    options.properties = {"I3"};
    options.maxStates = 10;
    CHECK(check(model, options).verdict == Verdict::Bounded);
    CHECK_THAT(check(model, options).bound, Contains("10 states"));
    const std::atomic<bool> stop{true};
    options.maxStates = 1000000;
    options.cancel = &stop;
    CHECK(check(model, options).verdict == Verdict::Bounded);
}

namespace {
/// Philosophers who eat, each with two forks and the lower one first: many states, few bytes.
std::string philosophers(int count, int meals, const std::string& more)
{
    std::string text = "struct Fork { mutex fork; int meals; }\n";
    std::string threads;
    for (int i = 0; i < count; ++i)
        text += "global Fork f" + std::to_string(i) + ";\n";
    for (int i = 0; i < count; ++i) {
        const std::string low = "f" + std::to_string(std::min(i, (i + 1) % count));
        const std::string high = "f" + std::to_string(std::max(i, (i + 1) % count));
        const std::string name = "eat" + std::to_string(i);
        text += "flow " + name + "() : k { lock(" + low + ".fork); lock(" + high + ".fork); " + low + ".meals++; unlock(" + high + ".fork); unlock("
            + low + ".fork); }\n";
        threads += " thread P" + std::to_string(i) + " {";
        for (int meal = 0; meal < meals; ++meal)
            threads += " " + name + "();";
        threads += " }";
    }
    return text + more + "scenario T t \"\" {" + threads + " }\n";
}
} // namespace

TEST_CASE("counts and runs are the same, byte for byte, at any number of threads", "[checker]")
{
    const auto model = compiled(philosophers(5, 3, "property P \"\" always { must f0.meals < 5 || f3.meals < 2 fails F99; }\n"));
    CheckOptions options;
    options.threads = 1;
    const CheckResult one = check(model, options);
    REQUIRE(one.verdict == Verdict::Violated);
    REQUIRE(one.states > 50000); // wide enough to be shared out
    for (const int threads : {2, 3}) {
        options.threads = threads;
        const CheckResult many = check(model, options);
        CHECK(many.states == one.states);
        CHECK(many.transitions == one.transitions);
        CHECK(many.depth == one.depth);
        REQUIRE(many.violations.size() == one.violations.size());
        for (std::size_t i = 0; i < one.violations.size(); ++i) {
            CHECK(many.violations[i].steps == one.violations[i].steps);
            CHECK(many.violations[i].message == one.violations[i].message);
        }
    }
}

TEST_CASE("a search that meets its limit of memory stops, says so, and does not say that anything holds", "[checker]")
{
    const auto model = compiled(philosophers(5, 3, {}));
    CheckOptions options;
    options.maxMemoryMib = 1;
    options.threads = GENERATE(1, 2);
    const CheckResult result = check(model, options);
    CHECK(result.verdict == Verdict::Bounded);
    CHECK_THAT(result.bound, Contains("1 MiB"));
    CHECK(result.states > 1000);
    CHECK(result.depth > 0);
}

TEST_CASE("a search that is told to stop in the middle stops within a tenth of a second", "[checker]")
{
    const auto model = compiled(philosophers(6, 3, {}));
    std::atomic<bool> stop{false};
    std::chrono::steady_clock::time_point asked;
    CheckOptions options;
    options.threads = GENERATE(1, 2);
    options.cancel = &stop;
    options.progress = [&](const CheckProgress& progress) {
        if (progress.states > 200000 && !stop) {
            asked = std::chrono::steady_clock::now();
            stop = true;
        }
    };
    CHECK(check(model, options).verdict == Verdict::Bounded);
    REQUIRE(stop);
    CHECK(std::chrono::steady_clock::now() - asked < std::chrono::milliseconds(100));
}

TEST_CASE("kinds of lock that are taken in both orders are warned of even where no run deadlocks", "[checker]")
{
    const std::string gate = "struct G { mutex g; }\nglobal G gate;\n" + std::string(locks);
    const CheckResult both = checked(compiled(gate + R"(
flow f() : k { lock(gate.g); lock(s.a); lock(s.b); unlock(s.b); unlock(s.a); unlock(gate.g); }
flow g() : k { lock(gate.g); lock(s.b); lock(s.a); unlock(s.a); unlock(s.b); unlock(gate.g); }
scenario T t "" { thread T1 { f(); } thread T2 { g(); } }
)"));
    CHECK(both.verdict == Verdict::Holds);
    REQUIRE(both.warnings.size() == 1);
    CHECK(both.warnings.front() == "S.a and S.b are taken in both orders: S.b inside S.a in f, the other way round in g");

    const CheckResult tried = checked(compiled(std::string(locks) + R"(
flow f() : k { lock(s.a); lock(s.b); unlock(s.b); unlock(s.a); }
flow g() : k { lock(s.b); if (trylock(s.a)) unlock(s.a); unlock(s.b); }
scenario T t "" { thread T1 { f(); } thread T2 { g(); } }
)"));
    CHECK(tried.warnings.empty());
}

TEST_CASE("a state in which memory is lost is counted and not explored further", "[checker]")
{
    const auto model = compiled(R"(
struct S { int x; }
global S s;
struct Box { S* p; }
global Box box;
flow f() : k { p = box.p; p.x = 1; p.x = 2; }
scenario T t "" { thread T1 { f(); } }
)");
    const CheckResult result = checked(model);
    CHECK(find(result, "I3", ""));
    CHECK(result.states == 3); // before, the pointer read, lost
}

TEST_CASE("a second check gives the same counts and the same runs", "[checker]")
{
    const auto model = shipped("D3b", "S3");
    const CheckResult one = checked(model);
    const CheckResult two = checked(model);
    CHECK(one.states == two.states);
    REQUIRE(one.violations.size() == two.violations.size());
    for (std::size_t i = 0; i < one.violations.size(); ++i)
        CHECK(one.violations[i].steps == two.violations[i].steps);
}

TEST_CASE("a property about what this design does not have does not apply", "[checker]")
{
    CHECK(checked(shipped("D1", "S3"), {"I2"}).verdict == Verdict::NotApplicable);
    CHECK(checked(shipped("D3a", "S3"), {"I2"}).verdict == Verdict::Violated);
}

SCENARIO("who unbinds when the vdevice dies: the designs of RFC 17/30", "[designs]")
{
    GIVEN("the vdevice unbinds itself and leaves idev->vdev as it is (D3a)")
    {
        const auto model = shipped("D3a", "S3");
        THEN("the vdevice is used after it was freed, in a run that replays and that no shorter run does")
        {
            const CheckResult result = checked(model, {"I3"});
            const Violation* violation = find(result, "I3", "F1");
            REQUIRE(violation);
            const auto run = replay(model, violation->steps);
            REQUIRE(run);
            CHECK(run->record(run->length() - 1).findings.front().property == "I3");
        }
        THEN("destroying it while the cdev is open answers 0 and leaves a dangling pointer")
        {
            const CheckResult result = checked(shipped("D3a", "S2"));
            REQUIRE(result.calls.size() >= 1);
            CHECK(result.calls[0].call == "IOMMU_DESTROY");
            CHECK(result.calls[0].results == std::vector<std::string>{"0"});
            CHECK(find(result, "I14", "F1"));
        }
    }
    GIVEN("it clears the pointer, but without igroup->lock (D3b)")
    {
        const CheckResult result = checked(shipped("D3b", "S3"));
        THEN("the pointer is touched unguarded, and the use after free is still there")
        {
            CHECK(find(result, "I21", ""));
            CHECK(find(result, "I3", "F1"));
        }
    }
    GIVEN("a reference pins the vdevice while it is bound (D1)")
    {
        THEN("no interleaving uses it after free or blocks for ever")
        {
            CHECK(checked(shipped("D1", "S3"), {"I3", "I10"}).verdict == Verdict::Holds);
        }
        THEN("destroying it while bound answers -EBUSY")
        {
            const CheckResult result = checked(shipped("D1", "S2"));
            CHECK(result.calls[0].results == std::vector<std::string>{"-EBUSY"});
        }
    }
}

SCENARIO("a second UNBIND", "[designs]")
{
    THEN("as posted it returns to user space with dev_set->lock")
    {
        const CheckResult result = checked(shipped("D1", "S15"), {"I10"});
        const Violation* violation = find(result, "I10", "F4");
        REQUIRE(violation);
        CHECK_THAT(violation->message, Contains("dev_set->lock"));
    }
    THEN("repaired it does not") { CHECK(checked(shipped("D2", "S15"), {"I10"}).verdict == Verdict::Holds); }
}

SCENARIO("a second BIND", "[designs]")
{
    THEN("the regions refuse it in D1, idev->vdev in D3")
    {
        CHECK(checked(shipped("D1", "S14")).calls[1].results == std::vector<std::string>{"-EBUSY"});
        CHECK(checked(shipped("D3a", "S14")).calls[1].results == std::vector<std::string>{"-EEXIST"});
    }
}

TEST_CASE("a reference that is forgotten is lost at the end", "[designs]")
{
    // On SEV-TIO: what D1 leaves mapped in a TDX module is warned about as well.
    const auto on = [](std::vector<std::string> patches) {
        const auto model = Library::shipped().compile({"D1", std::move(patches), "S2", "sev"});
        REQUIRE(model);
        return checked(*model, {"I18"});
    };
    CHECK(find(on({"missing-decrement"}), "I18", "F3"));
    CHECK(on({}).verdict == Verdict::Holds);
}

TEST_CASE("is the second reference of RFC 17/30 needed? no shipped scenario tells", "[designs]")
{
    for (const ScenarioInfo& scenario : Library::shipped().scenarios()) {
        if (!Library::shipped().whyNotApplicable({"D1", {}, scenario.id, "tdx"}).empty())
            continue;
        const CheckResult with = checked(shipped("D1", scenario.id));
        const CheckResult without = checked(shipped("D1", scenario.id, {"-pin-idev"}));
        INFO(scenario.id);
        REQUIRE(with.violations.size() == without.violations.size());
        for (std::size_t i = 0; i < with.violations.size(); ++i)
            CHECK(with.violations[i].property == without.violations[i].property);
    }
}
