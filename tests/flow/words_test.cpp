/// What a file declares: bases, parts, platforms, tables, patches, scenarios.
#include "small_world.h"

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

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
