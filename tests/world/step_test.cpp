#include "tiny_models.h"

#include "world/look.h"
#include "world/snapshot.h"

#include <algorithm>

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;

namespace {
const char* const twoThreads = R"(
struct S { int a; bool b guarded by lock; mutex lock; rwsem sem; }
struct O { int x; O* next; counter users; }
global S s;
global O head;
pool 2 O o freed F1;
)";
std::string one(const std::string& body) { return std::string(twoThreads) + "flow f() : k {\n" + body + "\n}\nscenario T t \"\" { thread T1 { ret = f(); } }\n"; }
std::string two(const std::string& first, const std::string& second)
{
    return std::string(twoThreads) + "flow f() : k {\n" + first + "\n}\nflow g() : k {\n" + second
        + "\n}\nscenario T t \"\" { thread T1 { f(); } thread T2 { g(); } }\n";
}
/// Steps thread 0 until it cannot go on.
Run playedOut(const std::shared_ptr<const Model>& model)
{
    Run run(model);
    while (run.step({0, 0}) == StepStatus::Done && run.length() < 1000) {}
    return run;
}
std::string result(const std::string& body) { return playedOut(compiled(one(body))).record(playedOut(compiled(one(body))).length() - 1).effects.back().after; }
} // namespace

TEST_CASE("a step ends after each touch of shared state, and local work rides along", "[step]")
{
    const Run run = playedOut(compiled(one("    s.a = 1;\n    x = 1;\n    x = x + 1;\n    if (x == 2) goto out;\n    s.a = 9;\nout:\n    y = s.a;\n    return x + y;")));
    REQUIRE(run.length() == 2);
    CHECK(run.record(0).text == "s.a = 1;");
    CHECK(run.record(1).text == "y = s.a;");
    CHECK(run.record(1).effects.back().after == "3");
}

TEST_CASE("what stands in atomic, or between commas, is one step", "[step]")
{
    CHECK(playedOut(compiled(one("    atomic { s.a = 1; s.a = 2; if (s.a == 2) return -EBUSY; }\n    return 0;"))).length() == 1);
    CHECK(playedOut(compiled(one("    s.a = 1, s.a = 2;\n    return 0;"))).length() == 1);
}

TEST_CASE("an errno comes back by its name", "[step]") { CHECK(result("    s.a = 1;\n    return -EOPNOTSUPP;") == "-EOPNOTSUPP"); }

TEST_CASE("a blocked thread says what it waits for and who holds it, and its state is as before", "[step]")
{
    const auto model = compiled(two("    lock(s.lock);\n    s.a = 1;\n    unlock(s.lock);", "    lock(s.lock);\n    unlock(s.lock);"));
    Run run(model);
    REQUIRE(run.step({0, 0}) == StepStatus::Done);
    const State before = run.state();
    CHECK(run.step({1, 0}) == StepStatus::Blocked);
    CHECK(run.state() == before);
    const Snapshot snapshot = look(*model, run.state());
    CHECK(snapshot.threads[1].status == ThreadStatus::Blocked);
    CHECK(snapshot.threads[1].next.front().blocked == "waits for s->lock, held by T1");
    CHECK(snapshot.threads[1].waitsForThread == 0);
    CHECK(snapshot.locks[0].holder == 0);
    CHECK(snapshot.locks[0].waiters == std::vector<int>{1});
}

TEST_CASE("a writer that waits for an rwsem keeps new readers out", "[step]")
{
    const auto model = compiled(std::string(twoThreads) + R"(
flow reader() : k { down_read(s.sem); s.a = 1; up_read(s.sem); }
flow writer() : k { down_write(s.sem); up_write(s.sem); }
scenario T t "" { thread T1 { reader(); } thread T2 { writer(); } thread T3 { reader(); } }
)");
    Run run(model);
    REQUIRE(run.step({0, 0}) == StepStatus::Done);
    CHECK(enabledSteps(*model, run.state()) == std::vector<StepChoice>{{0, 0}, {1, 0}, {2, 0}});
    REQUIRE(run.step({1, 0}) == StepStatus::Done); // queues
    CHECK(run.record(1).effects.front().kind == EffectKind::Queued);
    CHECK(enabledSteps(*model, run.state()) == std::vector<StepChoice>{{0, 0}});
    REQUIRE(run.step({0, 0}) == StepStatus::Done);
    REQUIRE(run.step({0, 0}) == StepStatus::Done);
    CHECK(enabledSteps(*model, run.state()) == std::vector<StepChoice>{{1, 0}});
}

TEST_CASE("a writer that has queued begins its statement anew: it follows the pointer again, and takes one step", "[step]")
{
    const auto model = compiled(R"(
struct A { rwsem sem; int n; }
struct B { const A* a; }
global A first;
global A second;
global B b { a = second; }
flow reader() : k { down_read(second.sem); up_read(second.sem); }
flow writer() : k { down_write(b.a.sem); second.n = 1; up_write(b.a.sem); }
flow other() : k { x = first.n; }
scenario T t "" { thread T1 { reader(); } thread T2 { writer(); } thread T3 { other(); } }
)");
    Run run(model);
    REQUIRE(run.step({0, 0}) == StepStatus::Done);
    REQUIRE(run.step({1, 0}) == StepStatus::Done); // queues
    REQUIRE(run.step({2, 0}) == StepStatus::Done); // another pointer is followed meanwhile
    REQUIRE(run.step({0, 0}) == StepStatus::Done);
    REQUIRE(run.step({1, 0}) == StepStatus::Done);
    CHECK(run.record(4).effects.front().kind == EffectKind::Locked);
    CHECK(look(*model, run.state()).locks[1].holder == 1);
    CHECK(run.record(4).text == "down_write(b.a.sem);");
    REQUIRE(run.step({1, 0}) == StepStatus::Done);
    CHECK(run.record(5).text == "second.n = 1;");
}

TEST_CASE("a trylock that fails lets the thread go on", "[step]")
{
    const auto model = compiled(two("    lock(s.lock);\n    s.a = 1;\n    unlock(s.lock);", "    if (!trylock(s.lock)) return -EBUSY;\n    unlock(s.lock);\n    return 0;"));
    Run run(model);
    REQUIRE(run.step({0, 0}) == StepStatus::Done);
    REQUIRE(run.step({1, 0}) == StepStatus::Done);
    CHECK(look(*model, run.state()).threads[1].status == ThreadStatus::Done);
}

TEST_CASE("a use after free ends the run with I3 and the failure of what was freed", "[step]")
{
    Run run = playedOut(compiled(one("    p = alloc(o);\n    free(p);\n    p.x = 1;\n    s.a = 1;\n    return 0;")));
    REQUIRE(run.length() == 2);
    const auto& findings = run.record(1).findings;
    REQUIRE_FALSE(findings.empty());
    CHECK(findings[0].property == "I3");
    CHECK(findings[0].failure == "F1");
    CHECK_THAT(findings[0].message, Contains("T1 uses the o 1 after it was freed: p.x = 1 in f"));
    CHECK(enabledSteps(run.model(), run.state()).empty());
    CHECK(look(run.model(), run.state()).threads[0].status == ThreadStatus::Failed);
}

TEST_CASE("a second free and a NULL pointer are found too", "[step]")
{
    CHECK(playedOut(compiled(one("    p = alloc(o);\n    q = p;\n    free(p);\n    free(q);\n    return 0;"))).record(1).findings.front().property == "I3");
    CHECK_THAT(playedOut(compiled(one("    p = head.next;\n    p.x = 1;\n    return 0;"))).record(1).findings.front().message, Contains("NULL pointer"));
}

TEST_CASE("a freed slot is not used again while a pointer still names it", "[step]")
{
    const Run run = playedOut(compiled(one("    p = alloc(o);\n    head.next = p;\n    free(p);\n    q = alloc(o);\n    q.x = 5;\n    return 0;")));
    const Snapshot snapshot = look(run.model(), run.state());
    CHECK(snapshot.objects[2].status == ObjectStatus::Freed);
    CHECK(snapshot.objects[3].status == ObjectStatus::Private);
    CHECK(snapshot.pointers[0].dangling);
    const Run again = playedOut(compiled(one("    p = alloc(o);\n    free(p);\n    p = NULL;\n    q = alloc(o);\n    q.x = 5;\n    return 0;")));
    CHECK(look(again.model(), again.state()).objects[2].status == ObjectStatus::Private);
}

TEST_CASE("a guarded field is free to touch only with the guard, before publication, or once unlinked", "[step]")
{
    CHECK(playedOut(compiled(one("    s.b = true;\n    return 0;"))).record(0).findings.front().property == "I21");
    CHECK(playedOut(compiled(one("    lock(s.lock);\n    s.b = true;\n    unlock(s.lock);\n    return 0;"))).record(1).findings.empty());
    const std::string guarded = R"(
struct P { int v guarded by m; mutex m; }
pool 1 P p;
flow f() : k {
    x = alloc(p);
    x.v = 1;
    publish(x);
    lock(x.m);
    x.v = 2;
    unlock(x.m);
    unlink(x);
    x.v = 3;
}
scenario T t "" { thread T1 { f(); } }
)";
    const Run run = playedOut(compiled(guarded));
    for (int i = 0; i < run.length(); ++i)
        CHECK(run.record(i).findings.empty());
}

TEST_CASE("returning to user space with a lock is found at once", "[step]")
{
    const Run run = playedOut(compiled(one("    lock(s.lock);\n    s.a = 1;\n    return 0;")));
    REQUIRE(run.record(1).findings.size() == 1);
    CHECK(run.record(1).findings[0].property == "I10");
    CHECK(run.record(1).findings[0].failure == "F4");
}

TEST_CASE("releasing a lock that is not held is found", "[step]") { CHECK(playedOut(compiled(one("    unlock(s.lock);\n    return 0;"))).record(0).findings.front().property == "I10"); }

TEST_CASE("a time-out is taken only when nothing else can move", "[step]")
{
    const auto model = compiled(two("    wait (s.a == 1) timeout { warn(\"gave up\"); }", "    s.a = 0;\n    s.a = 0;"));
    Run run(model);
    CHECK(enabledSteps(*model, run.state()) == std::vector<StepChoice>{{1, 0}});
    REQUIRE(run.step({1, 0}) == StepStatus::Done);
    CHECK(run.step({0, 1}) == StepStatus::NoSuchStep);
    REQUIRE(run.step({1, 0}) == StepStatus::Done);
    CHECK(enabledSteps(*model, run.state()) == std::vector<StepChoice>{{0, 1}});
    CHECK(run.step({0, 1}) == StepStatus::Done);
}

TEST_CASE("what the environment chooses is part of the step that follows", "[step]")
{
    const auto model = compiled(one("    choose \"good\" { s.a = 1; } or \"bad\" { s.a = 2; }\n    return 0;"));
    Run run(model);
    CHECK(enabledSteps(*model, run.state()) == std::vector<StepChoice>{{0, 0}, {0, 1}});
    REQUIRE(run.step({0, 1}) == StepStatus::Done);
    CHECK(run.record(0).text == "s.a = 2;");
    const Snapshot start = look(*model, run.stateAt(0));
    CHECK(start.threads[0].next[0].label == "good");
    CHECK(start.threads[0].next[1].label == "bad");
}

TEST_CASE("a loop that touches nothing shared does not hang", "[step]")
{
    const auto model = compiled(one("    x = 1;\n    while (x) x = 1;\n    s.a = 1;\n    return 0;"));
    CHECK(enabledSteps(*model, initialState(*model)).empty());
    CHECK(checked(model).verdict == Verdict::Violated);
}

TEST_CASE("looking never changes a state, and the same state looks the same", "[step]")
{
    const auto model = shipped("D3a", "S3");
    Run run(model);
    while (!enabledSteps(*model, run.state()).empty()) {
        const State before = run.state();
        const Snapshot first = look(*model, run.state());
        const Snapshot second = look(*model, run.state());
        CHECK(run.state() == before);
        CHECK(first.threads.size() == second.threads.size());
        REQUIRE(run.step(enabledSteps(*model, run.state()).back()) == StepStatus::Done);
    }
}
