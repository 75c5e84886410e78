#include "draft/design_text.h"
#include "draft/lines.h"
#include "draft/outline.h"
#include "draft/scenario_text.h"
#include "draft/templates.h"
#include "flow/embedded.h"
#include "flow/program.h"

#include "catch.h"

using namespace bindlab;

TEST_CASE("the outline of a text has its declarations, and the hunks and threads inside them, with their lines")
{
    const auto outline = outlineOf("// a word\nstruct A { int x; }\nglobal A a;\n\npatch my-lines \"x\" {\n    in flow close {\n+       f();\n    }\n}\n"
                                   "scenario S one \"t\" {\n    thread T1 { f(); }\n}\n");
    REQUIRE(outline.size() == 6);
    CHECK((outline[0].word == "struct" && outline[0].name == "A" && outline[0].firstLine == 2 && outline[0].lastLine == 2));
    CHECK((outline[1].word == "global" && outline[1].name == "a"));
    CHECK((outline[2].name == "my-lines" && outline[2].firstLine == 5 && outline[2].lastLine == 9));
    CHECK((outline[3].word == "in" && outline[3].name == "close" && outline[3].depth == 1 && outline[3].firstLine == 6 && outline[3].lastLine == 8));
    CHECK((outline[5].word == "thread" && outline[5].name == "T1"));
    CHECK(declarationAt(outline, 7)->word == "in");
    CHECK(declarationAt(outline, 4) == nullptr);
}

TEST_CASE("a declaration that is not closed ends where the next one begins at the margin")
{
    const auto outline = outlineOf("flow a() : k {\n    if (x) {\nflow b() : k {\n}\n");
    REQUIRE(outline.size() == 2);
    CHECK(outline[0].lastLine == 2);
    CHECK((outline[1].name == "b" && outline[1].lastLine == 4));
}

TEST_CASE("every shipped file has in its outline what its library has")
{
    std::size_t designs = 0;
    std::size_t patches = 0;
    std::size_t scenarios = 0;
    for (const EmbeddedFile& file : embeddedFlows())
        for (const Declaration& declaration : outlineOf(file.text)) {
            designs += declaration.word == "design";
            patches += declaration.word == "patch" || declaration.word == "mutation";
            scenarios += declaration.word == "scenario";
        }
    CHECK(designs == Library::shipped().designs().size());
    CHECK(patches == Library::shipped().patches().size());
    CHECK(scenarios == Library::shipped().scenarios().size());
}

TEST_CASE("a patch is picked and taken away again in the text of a design")
{
    const std::string text = "// head\ndesign mine \"m\" : v6_17 { vdevice-ioctl,\n    shared-regions // why\n}\n// tail\n";
    const std::string with = withPatch(text, "mine", "serialise-bind", true);
    CHECK(pickedIn(with, "mine") == std::vector<std::string>{"vdevice-ioctl", "shared-regions", "serialise-bind"});
    CHECK(with.starts_with("// head\ndesign mine \"m\" : v6_17 {\n    vdevice-ioctl, shared-regions, serialise-bind\n}"));
    CHECK(with.ends_with("}\n// tail\n"));
    CHECK(pickedIn(withPatch(with, "mine", "vdevice-ioctl", false), "mine") == std::vector<std::string>{"shared-regions", "serialise-bind"});
    CHECK(withPatch(text, "mine", "shared-regions", true) == text);
    CHECK(withPatch(text, "other", "serialise-bind", true) == text);
}

TEST_CASE("every template compiles: what a design's template says is that design")
{
    const Library& shipped = Library::shipped();
    for (const DraftTemplate& one : draftTemplates(shipped)) {
        INFO(one.id);
        const std::string text = draftFrom(shipped, one.id, "mine");
        if (one.kind == DraftTemplate::Kind::Empty)
            CHECK(text.empty());
        if (one.kind == DraftTemplate::Kind::Model) {
            Library library;
            library.add("model.flow", text);
            CHECK(library.compile({}).has_value());
        }
        if (one.kind == DraftTemplate::Kind::Design) {
            Library library = shipped;
            library.add("mine.flow", text);
            const auto mine = library.compile({"mine", {}, "S4", "tdx"});
            const auto theirs = shipped.compile({one.id, {}, "S4", "tdx"});
            REQUIRE(mine.has_value() == theirs.has_value());
            if (mine) {
                CHECK((*mine)->code.size() == (*theirs)->code.size());
                CHECK((*mine)->stateBytes == (*theirs)->stateBytes);
            }
        }
    }
}

TEST_CASE("a scenario that is read and written again compiles to the same, for every shipped one")
{
    const Library& shipped = Library::shipped();
    for (const ScenarioInfo& info : shipped.scenarios()) {
        INFO(info.id);
        auto draft = scenarioDraft(shipped, info.id);
        REQUIRE(draft);
        draft->id = "again";
        Library library = shipped;
        library.add("own.flow", withScenario("", *draft));
        CHECK(library.problems().empty());
        CHECK(scenarioDraft(library, "again") == draft);
        const auto first = shipped.compile({"D6", {}, info.id, "tdx"});
        const auto second = library.compile({"D6", {}, "again", "tdx"});
        if (first) {
            REQUIRE(second.has_value());
            CHECK((*first)->code.size() == (*second)->code.size());
        }
    }
}

TEST_CASE("a scenario of a text is replaced where it stands, and what is around it stays")
{
    const std::string text = "// before\nscenario A one \"x\" {\n    thread T1 { f(); }\n}\n// behind\n";
    const std::string changed = withScenario(text, {"A", "one", "y", "", "", {}, {}, {}, {{"T1", "", "", {"g();"}}, {"T2", "u", "guest", {"f();"}}}});
    CHECK(changed == "// before\nscenario A one \"y\" {\n    thread T1 {\n        g();\n    }\n    thread T2 \"u\" by guest {\n        f();\n    }\n}\n// behind\n");
}

TEST_CASE("the calls that can be added are those the scenarios make, with who makes them")
{
    const auto calls = callChoices(Library::shipped());
    const auto find = [&](const std::string& text) { return std::ranges::find(calls, text, &CallChoice::text); };
    REQUIRE(find("UNBIND(dev);") != calls.end());
    CHECK(find("UNBIND(dev);") < find("GUEST_REPORT(dev);"));
    REQUIRE(find("GUEST_ACCESS(dev);") != calls.end());
    CHECK(find("sysfs_bus_reset(dev);")->actor == "host_admin");
    Library alone;
    alone.add("a.flow", "struct S { int x; } global S s; flow f() : k { s.x = 1; }");
    CHECK(callChoices(alone).front().text == "f();");
}

TEST_CASE("lines are put in, replaced and taken out by their numbers")
{
    CHECK(withLines("a\nb\nc", 2, 2, {"x", "y"}) == "a\nx\ny\nc");
    CHECK(withLines("a\nb", 2, 1, {"x"}) == "a\nx\nb");
    CHECK(withLines("a\nb", 3, 9, {"x"}) == "a\nb\nx");
    CHECK(wordsOfLine("  if (a->b)   // why") == "if ( a -> b )");
    CHECK(wordsOfLine("   // only words").empty());
}
