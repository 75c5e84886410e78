/// Calls and threads: the file a call holds, kills, any order, waiting for an exit.
#include "small_world.h"

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

/// A file whose last put takes down what it holds; `threads` call on it.
std::string fileOf(const std::string& threads)
{
    return R"(struct File released by release { counter refs; bool open; }
struct S { int a; int released; mutex lock; }
global File fd;
global S s;
prologue P { open(); }
flow open() : k { fd.refs = 1, fd.open = true; }
flow release(File* file) : k { s.released++; }
flow close() : k on fd { fd.open = false, fput(fd); }
flow call() : k on fd may return -EBUSY {
    s.a = 1;
    s.a = 2;
    return 0;
}
scenario T t "" from P { )" + threads + " }\n";
}

} // namespace

TEST_CASE("a call on a file holds it, and the last put runs its release, on the way back to user space", "[words]")
{
    const auto model = compiled(fileOf("thread T1 { ret = call(); } thread T2 { close(); }"));
    Run run(model);
    REQUIRE(run.step({0, 0}) == StepStatus::Done); // T1 is inside its call
    while (run.step({1, 0}) == StepStatus::Done) {}
    CHECK(value(run, "s", "released") == "0"); // T2 has closed, T1 still holds the file
    while (run.step({0, 0}) == StepStatus::Done) {}
    CHECK(value(run, "s", "released") == "1");

    const auto again = checked(compiled(fileOf("thread T1 { close(); ret = call(); }")));
    CHECK(results(again, "call") == std::vector<std::string>{"-EBADF"});
    CHECK(look(*model, run.state()).threads[0].name == "T1");
    CHECK_THAT(complaints(one("    fput(s);")), StartsWith("tiny.flow:7:10: error: fput takes a file: a struct that says 'released by' and has 'counter refs'"));
    CHECK_THAT(complaints(one("") + "flow g() : k on s { }\nscenario U u \"\" { thread T1 { g(); } }\n", {"", {}, "U", ""}),
               Contains(":10:17: error: a call is made on a file: a struct with 'bool open' and 'counter refs'"));
    CHECK_THAT(complaints("struct File released { counter refs; }\n"), StartsWith("tiny.flow:1:22: error: expected 'by' after 'released', found '{'"));
}

TEST_CASE("a thread that is killed leaves a killable wait, and takes no new call", "[words]")
{
    const std::string text = R"(struct S { int a; mutex lock; }
global S s;
flow hold() : k { lock(s.lock); s.a = 1; unlock(s.lock); }
flow patient() : k {
    s.a = 2;
    ret = lock_killable(s.lock);
    if (ret)
        return ret;
    unlock(s.lock);
    return 0;
}
flow murder() : k { kill T2; }
scenario T t "" {
    thread T1 { hold(); }
    thread T2 { ret = patient(); hold(); }
    thread T3 { murder(); }
}
)";
    const auto model = compiled(text);
    Run run(model);
    REQUIRE(run.step({0, 0}) == StepStatus::Done);
    REQUIRE(run.step({1, 0}) == StepStatus::Done);
    CHECK(run.step({1, 0}) == StepStatus::Blocked);
    REQUIRE(run.step({2, 0}) == StepStatus::Done);
    REQUIRE(run.step({1, 0}) == StepStatus::Done);
    CHECK(run.record(3).effects.back().after == "-EINTR");
    while (run.step({1, 0}) == StepStatus::Done) {}
    CHECK(look(*model, run.state()).threads[1].status == ThreadStatus::Done); // without holding the lock that T1 has
    CHECK(look(*model, run.state()).locks[0].holder == 0);
    CHECK(results(checked(model), "patient") == std::vector<std::string>{"-EINTR", "0"});
    CHECK_THAT(complaints(one("    kill T9;")), StartsWith("tiny.flow:7:5: error: there is no thread 'T9'"));
}

TEST_CASE("any order runs each statement once, in every order", "[words]")
{
    const auto model = compiled(one("    any order {\n        first();\n        second();\n        third();\n    }")
                                + "flow first() : k { s.a = 1; }\nflow second() : k { s.a = 2; }\nflow third() : k { s.b = 1; }\n"
                                  "property One \"the second is last of those two\" end { must s.a == 2 says \"the first was last\"; }\n");
    const auto result = checked(model);
    REQUIRE(find(result, "One", ""));
    CHECK(find(result, "One", "")->steps.size() == 3);
    Run run(model);
    const auto next = look(*model, run.state()).threads.front().next;
    REQUIRE(next.size() == 3);
    CHECK(next[1].text == "s.a = 2;");
    REQUIRE(run.step({0, 1}) == StepStatus::Done);
    std::vector<std::string> left;
    const Snapshot after = look(*model, run.state());
    for (const NextView& each : after.threads.front().next)
        left.push_back(each.text);
    CHECK(left == std::vector<std::string>{"s.a = 1;", "s.b = 1;"});
    CHECK_THAT(complaints(one("    any order {\n        s.a = 1;\n    }")), StartsWith("tiny.flow:7:5: error: any order takes two statements or more"));
    CHECK_THAT(complaints(one("    atomic {\n        any order { s.a = 1; s.b = 1; }\n    }")), StartsWith("tiny.flow:8:9: error: any order cannot stand inside atomic"));
}

TEST_CASE("exited waits for the end of another thread", "[words]")
{
    const std::string text = std::string(world) + R"(flow work() : k { s.a = 1; s.a = 2; }
flow after() : k {
    wait (exited(T1));
    x = s.a;
    s.b = x;
}
scenario T t "" { thread T1 { work(); } thread T2 { after(); } }
)";
    const auto model = compiled(text);
    Run run(model);
    CHECK(run.step({1, 0}) == StepStatus::Blocked);
    while (run.step({0, 0}) == StepStatus::Done) {}
    while (run.step({1, 0}) == StepStatus::Done) {}
    CHECK(value(run, "s", "b") == "2");
    CHECK_THAT(complaints(one("    wait (exited(7));")), StartsWith("tiny.flow:7:18: error: exited takes the name of a thread"));
}
