#include "tiny_models.h"

#include "world/snapshot.h"

#include <algorithm>

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

/// Two objects, and two failures to blame something on.
const char* const world = R"(enum Failure { none, F1, F2 }
struct S { int a; int b; }
struct Item { int x; }
global S s;
pool 2 Item item;
)";

std::string one(const std::string& body) { return std::string(world) + "flow f() : k {\n" + body + "\n}\nscenario T t \"\" { thread T1 { f(); } }\n"; }

/// Lets thread by thread go as far as it can, the first alternative of each choice.
Run playedOut(const std::shared_ptr<const Model>& model)
{
    Run run(model);
    for (bool moved = true; moved && run.length() < 1000;) {
        moved = false;
        for (std::uint8_t thread = 0; thread < std::uint8_t(look(*model, run.state()).threads.size()); ++thread)
            while (run.step({thread, 0}) == StepStatus::Done && run.length() < 1000)
                moved = true;
    }
    return run;
}

std::string value(const Run& run, const std::string& object, const std::string& field)
{
    const Snapshot snapshot = look(run.model(), run.state());
    for (const ObjectView& view : snapshot.objects)
        for (const ValueView& each : view.values)
            if (view.name == object && each.name == field)
                return each.text;
    return "no such field";
}

std::vector<std::string> results(const CheckResult& result, const std::string& call)
{
    for (const CallResults& each : result.calls)
        if (each.call == call)
            return each.results;
    return {};
}

std::vector<std::string> codeOf(const std::shared_ptr<const Model>& model, const std::string& flow)
{
    std::vector<std::string> lines;
    for (const FlowView& each : flows(*model))
        if (each.name == flow)
            for (const auto& line : each.lines)
                lines.push_back(line.text.substr(line.text.find_first_not_of(' ')));
    return lines;
}

} // namespace

TEST_CASE("base X from Y takes what Y has, and its own where it says the same name", "[words]")
{
    const std::string text = R"(base old "the old one";
struct S { int a; int b; }
global S s;
flow kept() : k { s.a = 1; }
flow changed() : k { s.b = 1; }
base young "the young one" from old;
flow changed() : k { s.b = 2; }
design Old "" : old { }
design Young "" : young { }
scenario T t "" { thread T1 { kept(); changed(); } }
)";
    CHECK(value(playedOut(compiled(text, {"Old", {}, "", ""})), "s", "b") == "1");
    const Run young = playedOut(compiled(text, {"Young", {}, "", ""}));
    CHECK(value(young, "s", "a") == "1");
    CHECK(value(young, "s", "b") == "2");
    CHECK_THAT(complaints("base young \"\" from ;\n"), StartsWith("tiny.flow:1:20: error: expected the base it is made from, found ';'"));
}

TEST_CASE("what stands behind platform is of that platform alone, and there goes before what all have", "[words]")
{
    const auto library = [](const std::string& platform) {
        Library both;
        both.add("all.flow", "struct S { int a; }\nglobal S s;\nflow f() : k { s.a = 1; }\nscenario T t \"\" { thread T1 { f(); } }\n");
        both.add("left.flow", "platform left \"one kind\";\nflow f() : k { s.a = 2; }\n");
        both.add("right.flow", "platform right \"another kind\";\n");
        const auto model = both.compile({"", {}, "", platform});
        REQUIRE(model);
        return *model;
    };
    CHECK(value(playedOut(library("left")), "s", "a") == "2");
    CHECK(value(playedOut(library("right")), "s", "a") == "1");
    CHECK_THAT(complaints("platform left;\n"), StartsWith("tiny.flow:1:14: error: expected what the platform says, in quotes, found ';'"));
}

TEST_CASE("ops is a table of flows, and what nobody has filled in does nothing and answers 0", "[words]")
{
    const std::string text = std::string(world) + R"(ops table {
    filled = two;
    empty = NULL;
}
flow two() : k { return 2; }
flow f() : k {
    x = table.filled();
    s.a = x;
    y = table.empty();
    s.b = y;
}
scenario T t "" { thread T1 { f(); } }
)";
    const Run run = playedOut(compiled(text));
    CHECK(value(run, "s", "a") == "2");
    CHECK(value(run, "s", "b") == "0");
    CHECK_THAT(complaints(text + "flow g() : k { table.fille(); }\n"),
               StartsWith("tiny.flow:18:22: error: there is no operation of table 'fille'") && Contains("^~~~~\n") && Contains("did you mean 'filled'?"));
    CHECK_THAT(complaints(text + "flow g() : k { tabel.filled(); }\n"), Contains("there is no table of operations 'tabel'"));
    CHECK_THAT(complaints("ops t { a = ; }\n"), StartsWith("tiny.flow:1:13: error: expected a flow or NULL, found ';'"));
}

TEST_CASE("a part is there only in a scenario that is with it, and may enlarge a pool", "[words]")
{
    const std::string text = std::string(world) + R"(part more {
    global S extra;
    pool 5 Item item;
}
flow f() : k { s.a = 1; }
scenario T1 few "" { thread T1 { f(); } }
scenario T2 many "" with more { thread T1 { f(); } }
)";
    const auto objects = [&](const std::string& scenario) {
        std::vector<std::string> names;
        const auto model = compiled(text, {"", {}, scenario, ""});
        const Snapshot snapshot = look(*model, initialState(*model));
        for (const ObjectView& object : snapshot.objects)
            names.push_back(object.name);
        return names;
    };
    CHECK(objects("T1") == std::vector<std::string>{"s", "item 1", "item 2"});
    CHECK(objects("T2") == std::vector<std::string>{"s", "extra", "item 1", "item 2", "item 3", "item 4", "item 5"});
    CHECK_THAT(complaints(text + "scenario T3 none \"\" with mre { thread T1 { f(); } }\n", {"", {}, "T3", ""}),
               Contains("error: there is no group of objects 'mre'\n") && Contains("scenario T3 none \"\" with mre {") && Contains("                        ^"));
    CHECK_THAT(complaints("part p {\n    flow f() : k { }\n}\n"), StartsWith("tiny.flow:2:5: error: expected 'global' or 'pool', found 'flow'"));
}

TEST_CASE("what is given is done before the first step, behind the prologue", "[words]")
{
    const auto model = compiled(std::string(world) + R"(prologue P { first(); }
flow first() : k { s.a = 1; }
flow second() : k { s.b = 1; }
scenario T t "" from P {
    given {
        s.a = 2;
        second();
    }
    thread T1 { second(); }
}
)");
    const Run run(model);
    CHECK(value(run, "s", "a") == "2");
    CHECK(value(run, "s", "b") == "1");
    CHECK(run.length() == 0);
    CHECK_THAT(complaints(std::string(world) + "scenario T t \"\" {\n    give { }\n    thread T1 { }\n}\n"),
               StartsWith("tiny.flow:7:5: error: expected 'given', 'thread' or '}', found 'give'"));
}

TEST_CASE("a scenario that is only about one design is not for another", "[words]")
{
    Library library;
    library.add("tiny.flow", std::string("base old \"\";\n") + world
                    + "flow f() : k { s.a = 1; }\ndesign D1 \"\" : old { }\ndesign D2 \"\" : old { }\n"
                      "scenario T t \"\" group \"a group\" only D1 { thread T1 { f(); } }\n");
    CHECK(library.whyNotApplicable({"D1", {}, "T", ""}).empty());
    CHECK(library.whyNotApplicable({"D2", {}, "T", ""}) == "T is about D1 only");
    CHECK(library.compile({"D1", {}, "T", ""}));
    CHECK_FALSE(library.compile({"D2", {}, "T", ""}));
    CHECK(library.scenarios().front().group == "a group");
    CHECK_THAT(complaints("scenario T t \"\" only { }\n"), StartsWith("tiny.flow:1:22: error: expected a design, found '{'"));
}

TEST_CASE("a scenario may pick patches of its own, and take one away", "[words]")
{
    const std::string text = std::string("base old \"\";\n") + world + R"(flow f() : k {
    s.a = 1;
}
patch first "adds a line" { in flow f { s.a = 1;
+   s.a = 2; }
}
patch second "adds another" { in flow f { s.a = 1;
+   s.b = 2; }
}
design D "" : old { first }
scenario T1 plain "" { thread T1 { f(); } }
scenario T2 other "" plus second, -first { thread T1 { f(); } }
scenario T3 wrong "" plus -second { thread T1 { f(); } }
)";
    CHECK(codeOf(compiled(text, {"D", {}, "T1", ""}), "f") == std::vector<std::string>{"s.a = 1;", "s.a = 2;"});
    CHECK(codeOf(compiled(text, {"D", {}, "T2", ""}), "f") == std::vector<std::string>{"s.a = 1;", "s.b = 2;"});
    CHECK_THAT(complaints(text, {"D", {}, "T3", ""}), Contains("there is no patch to take away 'second'"));
}

TEST_CASE("patches that exclude each other are refused with the reason, and a mutation is a patch", "[words]")
{
    const std::string text = std::string("base old \"\";\n") + world + R"(flow f() : k {
    s.a = 1;
}
patch first "adds a line" excludes second "one of them is enough" { in flow f { s.a = 1;
+   s.a = 2; }
}
mutation second "adds a mistake" { in flow f { s.a = 1;
+   s.b = 2; }
}
design D "" : old { first }
scenario T t "" { thread T1 { f(); } }
)";
    CHECK(complaints(text, {"D", {"second"}, "T", ""}) == "error: patches first and second contradict each other: one of them is enough\n");
    CHECK(codeOf(compiled(text, {"D", {"second", "-first"}, "T", ""}), "f") == std::vector<std::string>{"s.a = 1;", "s.b = 2;"});
    CHECK_THAT(complaints("patch p \"\" excludes q { }\n"), StartsWith("tiny.flow:1:23: error: expected why, in quotes, found '{'"));
}

TEST_CASE("a patch for one base, and a hunk for one base, leave the others as they are", "[words]")
{
    const std::string text = std::string(world) + R"(base old "";
flow f() : k {
    s.a = 1;
}
base young "" from old;
flow f() : k {
    s.a = 2;
}
patch both "a line for each" {
    in flow f for old { s.a = 1;
+       s.b = 1; }
    in flow f for young { s.a = 2;
+       s.b = 2; }
}
patch late "for the young one" for young { in flow f { s.a = 2;
+   s.b = 3; }
}
design Old "" : old { both }
design Young "" : young { both }
scenario T t "" { thread T1 { f(); } }
)";
    CHECK_THAT(complaints(text, {"Young", {}, "T", ""}), Contains("patch both does not apply: f has no line 's.a = 1;'")); // old is a base of young too
    CHECK(codeOf(compiled(text, {"Young", {"-both", "late"}, "T", ""}), "f") == std::vector<std::string>{"s.a = 2;", "s.b = 3;"});
    CHECK_THAT(complaints(text, {"Old", {"-both", "late"}, "T", ""}), Contains("patch late is for the base young, not for old"));
}

TEST_CASE("a ghost is no step, is seen by properties alone, and may change nothing else", "[words]")
{
    const std::string text = R"(struct S { int a; ghost int seen; }
global S s;
property P "never seen" always { must s.seen == 0 says "somebody has seen it"; }
flow f() : k {
    s.a = 1;
    ghost {
        if (s.a == 1)
            s.seen = 1;
    }
}
scenario T t "" { thread T1 { f(); } }
)";
    const auto model = compiled(text);
    const Run run = playedOut(model);
    CHECK(run.length() == 1);
    REQUIRE_FALSE(run.record(0).findings.empty());
    CHECK(run.record(0).findings.front().message == "somebody has seen it");
    CHECK(std::none_of(run.record(0).effects.begin(), run.record(0).effects.end(), [](const Effect& effect) { return effect.name == "seen"; }));
    CHECK_THAT(complaints(one("    ghost {\n        s.a = 1;\n    }")),
               StartsWith("tiny.flow:8:11: error: a ghost changes ghost fields only\n") && Contains("            s.a = 1;\n              ^\n"));
}

TEST_CASE("a property that steps look at is broken where a flow says so, with failure and sentence", "[words]")
{
    const std::string property = "property P \"it does not happen\" step;\n";
    const auto result = checked(compiled(property + one("    s.a = 1;\n    why = F2;\n    broken(P, why, \"it has happened\");")));
    const Violation* violation = find(result, "P", "F2");
    REQUIRE(violation);
    CHECK_THAT(violation->message, StartsWith("it has happened"));
    CHECK(violation->steps.size() == 1); // it rides with the statement before
    CHECK(checked(compiled(property + one("    s.a = 1;\n    if (s.a == 2)\n        broken(P, F2, \"no\");"))).verdict == Verdict::Holds);
    CHECK_THAT(complaints(property + one("    broken(Q, \"x\");")),
               StartsWith("tiny.flow:8:5: error: there is no property that steps look at 'Q'"));
    CHECK_THAT(complaints(property + one("    broken(P, 7);")), StartsWith("tiny.flow:8:15: error: expected a failure, as a value of an enum, or a sentence in quotes"));
    CHECK_THAT(complaints("property P \"x\" step { }\n"), StartsWith("tiny.flow:1:21: error: expected ';' at the end of a property that steps look at, found '{'"));
}

TEST_CASE("a clause is not asked unless its patch is absent, and needs the fields it names", "[words]")
{
    const std::string text = std::string("base old \"\";\n") + world + R"(flow f() : k {
    s.a = 1;
}
patch waiver "allows it" { in flow f { s.a = 1;
+   s.b = 1; }
}
property P "a stays 0" always { unless waiver must s.a == 0 says "a is set"; }
design D "" : old { }
scenario T t "" { thread T1 { f(); } }
)";
    CHECK(find(checked(compiled(text, {"D", {}, "T", ""})), "P", ""));
    CHECK(checked(compiled(text, {"D", {"waiver"}, "T", ""}), {"P"}).verdict == Verdict::NotApplicable);
    CHECK_THAT(complaints(one("") + "property P \"x\" always { needs S.c must s.a == 0; }\n"), Contains("error: no struct S of any design has a field 'c'"));
}

TEST_CASE("some and forall ask the objects that there are", "[words]")
{
    const auto answer = [](const std::string& question) {
        return value(playedOut(compiled(one("    p = alloc(item);\n    p.x = 1;\n    q = alloc(item);\n    q.x = 7;\n    atomic {\n        s.a = 0;\n        if ("
                                            + question + ")\n            s.a = 1;\n    }"))),
                     "s", "a");
    };
    CHECK(answer("some Item i : i.x == 7") == "1");
    CHECK(answer("some Item i : i.x == 8") == "0");
    CHECK(answer("forall Item i : i.x == 1") == "0");
    CHECK(answer("forall Item i : i.x > 0") == "1");
    CHECK(answer("some Item i, Item j : i.x == 7 && j.x == 1") == "1");
    CHECK_THAT(complaints(one("    if (some Itm i : i.x == 7)\n        s.a = 1;")),
               StartsWith("tiny.flow:7:14: error: there is no struct 'Itm'") && Contains("did you mean 'Item'?"));
}

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

TEST_CASE("an errno that a call does not document is found", "[words]")
{
    const std::string property = "property I13 \"documented\" step;\n";
    const auto result = [&](const std::string& errnos) {
        return checked(compiled(property + world + "flow f() : k may return " + errnos + " {\n    s.a = 1;\n    return -EBUSY;\n}\nscenario T t \"\" { thread T1 { ret = f(); } }\n"), {"I13"});
    };
    CHECK(result("-EBUSY, -EIO").verdict == Verdict::Holds);
    CHECK(result("-EIO").verdict == Verdict::Violated);
    CHECK(result("0").verdict == Verdict::Violated);
    CHECK_THAT(complaints(one("") + "flow g() : k may return EBUSY { }\n"), Contains("error: expected '-' before the name of an errno, found 'EBUSY'"));
    CHECK_THAT(complaints(std::string(world) + "flow f() : k may return -EBUSSY { s.a = 1; }\nscenario T t \"\" { thread T1 { f(); } }\n"), Contains("'-EBUSSY' is no errno"));
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

TEST_CASE("inside asks who has called", "[words]")
{
    const Run run = playedOut(compiled(one("    inner();\n    outer();") + "flow outer() : k { inner(); }\n"
                                                                          "flow inner() : k {\n    if (inside(outer))\n        s.a = 1;\n    else\n        s.b = 1;\n}\n"));
    CHECK(run.record(0).text == "s.b = 1;");
    CHECK(run.record(1).text == "s.a = 1;");
    CHECK_THAT(complaints(one("    if (inside(\"f\"))\n        s.a = 1;")), StartsWith("tiny.flow:7:16: error: inside takes the name of a flow"));
}

TEST_CASE("picked asks for a patch of the design", "[words]")
{
    const std::string text = std::string("base old \"\";\n") + world + R"(flow f() : k {
    if (picked("extra"))
        s.a = 1;
    s.b = 1;
}
patch extra "nothing of its own" { }
design D "" : old { }
scenario T t "" { thread T1 { f(); } }
)";
    CHECK(value(playedOut(compiled(text, {"D", {}, "", ""})), "s", "a") == "0");
    CHECK(value(playedOut(compiled(text, {"D", {"extra"}, "", ""})), "s", "a") == "1");
    CHECK_THAT(complaints(one("    if (picked(\"extra\"))\n        s.a = 1;")), StartsWith("tiny.flow:7:16: error: there is no patch 'extra'"));
    CHECK_THAT(complaints(one("    if (picked(f))\n        s.a = 1;")), StartsWith("tiny.flow:7:16: error: picked takes the name of a patch in quotes"));
}

TEST_CASE("overlapped says whether another call ran meanwhile", "[words]")
{
    const std::string text = R"(struct S { int a; ghost int alone; }
global S s;
flow f() : k {
    s.a = 1;
    s.a = 2;
    ghost {
        if (!overlapped)
            s.alone = 1;
    }
}
flow g() : k { s.a = 3; s.a = 4; }
property P "never alone" always { must s.alone == 0 says "it was alone"; }
scenario T t "" { thread T1 { f(); } thread T2 { g(); } }
)";
    const auto model = compiled(text);
    const auto alone = [&](const std::vector<std::uint8_t>& threads) {
        Run run(model);
        bool found = false;
        for (const std::uint8_t thread : threads) {
            REQUIRE(run.step({thread, 0}) == StepStatus::Done);
            found = found || !run.record(run.position() - 1).findings.empty();
        }
        return found;
    };
    CHECK(alone({0, 0, 1, 1}));
    CHECK(alone({1, 1, 0, 0}));
    CHECK_FALSE(alone({0, 1, 0, 1}));
    CHECK_FALSE(alone({1, 0, 0, 1}));
}

TEST_CASE("a field may be guarded for writes alone", "[words]")
{
    const auto check = [](const std::string& body) {
        return checked(compiled("struct S { mutex lock; int a guarded by lock for writes; }\nglobal S s;\nflow f() : k {\n" + body
                                + "\n}\nscenario T t \"\" { thread T1 { f(); } }\n"));
    };
    CHECK(check("    x = s.a;").verdict == Verdict::Holds);
    CHECK(find(check("    s.a = 1;"), "I21", ""));
    CHECK(check("    lock(s.lock);\n    s.a = 1;\n    unlock(s.lock);").verdict == Verdict::Holds);
    CHECK_THAT(complaints("struct S { mutex lock; int a guarded by lock for reads; }\n"), StartsWith("tiny.flow:1:50: error: expected 'writes' after for, found 'reads'"));
}
