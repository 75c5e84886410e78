#include "tiny_models.h"

#include "world/snapshot.h"

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;

namespace {
std::string withPatch(const std::string& hunk)
{
    return R"(base old "a kernel";
struct S {
    int a;
    mutex lock;
}
global S s;
flow f() : kernel {
    lock(s.lock);
    s.a = 1;
    unlock(s.lock);
}
patch p "a patch" {
)" + hunk + R"(
}
design D "with it" : old { p }
design Without "without it" : old { }
scenario T tiny "one thread" { thread T1 { f(); } }
)";
}
} // namespace

TEST_CASE("a hunk adds its lines where its context stands", "[patch]")
{
    const auto model = compiled(withPatch("in flow f {\n    s.a = 1;\n+   s.a = 2;\n}"), {"D", {}, "", ""});
    const auto lines = flows(*model).front().lines;
    REQUIRE(lines.size() == 4);
    CHECK(lines[2].text == "s.a = 2;");
    CHECK(lines[2].patch == "p");
    CHECK(lines[1].patch.empty());
    CHECK(flows(*compiled(withPatch("in flow f {\n    s.a = 1;\n+   s.a = 2;\n}"), {"Without", {}, "", ""})).front().lines.size() == 3);
}

TEST_CASE("added lines line up with the block, however the patch is indented", "[patch]")
{
    const auto model = compiled(withPatch("        in flow f {\n            s.a = 1;\n+           if (s.a)\n+               s.a = 2;\n        }"), {"D", {}, "", ""});
    const auto lines = flows(*model).front().lines;
    REQUIRE(lines.size() == 5);
    CHECK(lines[1].text == "s.a = 1;");
    CHECK(lines[2].text == "if (s.a)");
    CHECK(lines[3].text == "    s.a = 2;");
}

TEST_CASE("a hunk takes lines away, whatever the space and comments in them", "[patch]")
{
    const auto model = compiled(withPatch("in flow f {\n-   s.a   =  1;  // not this\n+   s.a = 3;\n}"), {"D", {}, "", ""});
    REQUIRE(flows(*model).front().lines.size() == 3);
    CHECK(flows(*model).front().lines[1].text == "s.a = 3;");
}

TEST_CASE("a hunk whose context is not there, or there twice, is refused with its line", "[patch]")
{
    CHECK_THAT(complaints(withPatch("in flow f {\n    s.a = 9;\n+   s.a = 2;\n}"), {"D", {}, "", ""}),
               Contains("tiny.flow:14:5: error: patch p does not apply: f has no line 's.a = 9;'"));
    CHECK_THAT(complaints(withPatch("in flow g {\n    s.a = 1;\n}"), {"D", {}, "", ""}), Contains("changes flow 'g', which is not there"));
    CHECK_THAT(complaints(withPatch("in flow f {\n+   s.a = 2;\n}"), {"D", {}, "", ""}), Contains("has no line to hold on to"));
}

TEST_CASE("a rename reaches code, fields and what is shown", "[patch]")
{
    const auto model = compiled(withPatch("rename a -> value;"), {"D", {}, "", ""});
    CHECK(flows(*model).front().lines[1].text == "s.value = 1;");
}

TEST_CASE("the order in which patches are named does not matter", "[patch]")
{
    const auto one = shipped("D1", "S3", {"unbind-before-zap-z8", "unbind-before-zap-z2", "fixed-unbind", "-leaky-unbind", "unbind-before-zap-z7", "unbind-before-zap-z1",
                                          "firmware-callbacks", "unbind-before-zap-z5", "unbind-before-zap-z3", "unbind-before-zap-z4"});
    const auto two = shipped("D2", "S3");
    CHECK(one->code.size() == two->code.size());
    CHECK(checked(one).states == checked(two).states);
}

TEST_CASE("patches that answer the same question, or miss the one they need, are refused", "[patch]")
{
    const auto say = [](std::vector<std::string> patches) {
        const auto model = Library::shipped().compile({"D1", std::move(patches), "S3", "tdx"});
        return model ? std::string() : toText(model.error());
    };
    CHECK_THAT(say({"fixed-unbind"}), Contains("fixed-unbind and leaky-unbind answer the same question"));
    CHECK_THAT(say({"back-pointers"}), Contains("patch back-pointers needs patch unbind-in-vdevice-destroy"));
}

TEST_CASE("every shipped design runs every shipped scenario", "[patch][slow]")
{
    for (const DesignInfo& design : Library::shipped().designs())
        for (const ScenarioInfo& scenario : Library::shipped().scenarios()) {
            INFO(design.id << " " << scenario.id);
            if (!Library::shipped().whyNotApplicable({design.id, {}, scenario.id, "tdx"}).empty())
                continue;
            const auto model = shipped(design.id, scenario.id);
            CHECK(startProblem(*model).empty());
        }
}

TEST_CASE("every shipped flow, patch, property, design and scenario names its source", "[sources]")
{
    const Library& library = Library::shipped();
    for (const DesignInfo& design : library.designs())
        CHECK_FALSE(design.source.title.empty());
    for (const PatchInfo& patch : library.patches()) {
        INFO(patch.id);
        CHECK_FALSE(patch.source.title.empty());
    }
    for (const PropertyInfo& property : library.properties())
        CHECK_FALSE(property.source.title.empty());
    for (const ScenarioInfo& scenario : library.scenarios())
        CHECK_FALSE(scenario.source.title.empty());
    for (const DesignInfo& design : library.designs()) {
        const auto model = shipped(design.id, "S3");
        for (const FlowView& flow : flows(*model)) {
            INFO(flow.name);
            CHECK_FALSE(flow.source.empty());
        }
    }
}
