#include "report/flow_diff.h"

#include "world/snapshot.h"

#include "catch.h"

#include <algorithm>

using namespace bindlab;
using Catch::Matchers::Contains;

namespace {

FlowView flow(const std::string& name, const std::vector<std::string>& lines, const std::string& patched = {})
{
    FlowView view;
    view.name = name;
    view.signature = name + "()";
    int number = 0;
    for (const std::string& line : lines)
        view.lines.push_back({++number, line, line == patched ? "a-patch" : "", "", "f.flow", number});
    return view;
}

} // namespace

TEST_CASE("flows that are alike are no difference", "[diff]")
{
    CHECK(flowDiffs({flow("f", {"a;", "b;"})}, {flow("f", {"a;", "b;"})}).empty());
    CHECK(diffsAsText({}).empty());
}

TEST_CASE("a line that was added has its number and its patch", "[diff]")
{
    const auto diffs = flowDiffs({flow("f", {"a;", "b;"})}, {flow("f", {"a;", "new;", "b;"}, "new;")});
    REQUIRE(diffs.size() == 1);
    CHECK(diffs.front().added() == 1);
    CHECK(diffs.front().removed() == 0);
    const DiffLine& added = diffs.front().lines[1];
    CHECK(added.kind == DiffLine::Kind::Added);
    CHECK(added.first == 0);
    CHECK(added.second == 2);
    CHECK(added.patch == "a-patch");
    CHECK(diffsAsText(diffs) == "@@ f() @@\n a;\n+new;\n b;\n");
}

TEST_CASE("what is far from every difference is left out", "[diff]")
{
    std::vector<std::string> lines;
    for (int i = 0; i < 20; ++i)
        lines.push_back("line" + std::to_string(i) + ";");
    std::vector<std::string> other = lines;
    other[2] = "x;";
    other[17] = "y;";
    const auto diffs = flowDiffs({flow("f", lines)}, {flow("f", other)});
    REQUIRE(diffs.size() == 1);
    CHECK(std::ranges::count(diffs.front().lines, DiffLine::Kind::Gap, &DiffLine::kind) == 1);
    CHECK_THAT(diffsAsText(diffs), Contains("-line2;\n+x;\n line3;\n line4;\n line5;\n...\n line14;"));
}

TEST_CASE("a flow that only one side has is all added or all taken away", "[diff]")
{
    const auto diffs = flowDiffs({flow("old", {"a;"})}, {flow("young", {"b;"})});
    REQUIRE(diffs.size() == 2);
    CHECK(diffsAsText(diffs) == "@@ old() @@\n-a;\n\n@@ young() @@\n+b;\n");
}

TEST_CASE("every line of the diff of two shipped designs stands at its number in their flows", "[diff][invariant]")
{
    for (const auto& [first, second] : {std::pair("D1", "D3a"), std::pair("D2", "D6"), std::pair("D6", "D8")}) {
        CAPTURE(first, second);
        const auto one = Library::shipped().compile({first, {}, "S3", "tdx"});
        const auto other = Library::shipped().compile({second, {}, "S3", "tdx"});
        REQUIRE((one && other));
        const auto& before = flows(**one);
        const auto& after = flows(**other);
        for (const FlowDiff& diff : flowDiffs(before, after)) {
            CAPTURE(diff.name);
            for (const DiffLine& line : diff.lines) {
                const auto textOf = [&](const std::vector<FlowView>& all, int number) {
                    const auto found = std::ranges::find(all, diff.name, &FlowView::name);
                    REQUIRE(found != all.end());
                    return std::ranges::find(found->lines, number, &CodeLineView::number)->text;
                };
                CHECK((line.kind == DiffLine::Kind::Gap || line.first > 0 || line.second > 0));
                if (line.first > 0)
                    CHECK(textOf(before, line.first) == line.text);
                if (line.second > 0)
                    CHECK(textOf(after, line.second) == line.text);
            }
        }
    }
}
