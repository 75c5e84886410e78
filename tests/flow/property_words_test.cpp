/// What properties and clauses may ask.
#include "small_world.h"

#include <algorithm>

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

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
