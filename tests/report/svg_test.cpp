#include "report/svg.h"

#include "report/chart_layout.h"
#include "report/svg_document.h"

#include "catch.h"
#include "door.h"
#include "golden.h"
#include "tiny_models.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <thread>

using namespace bindlab;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;

namespace {

int times(const std::string& text, const std::string& part)
{
    int count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

std::string lanesOf(const Run& run) { return lanesAsSvg(run, Library()); }

Run shortestFailure(const std::string& flow)
{
    const auto model = testing::compiled(flow);
    const CheckResult result = testing::checked(model);
    REQUIRE_FALSE(result.violations.empty());
    return *replay(model, result.violations.front().steps);
}

std::string twoClosers()
{
    std::ifstream stream(BINDLAB_GOLDEN_DIR "/two_closers.flow");
    return {std::istreambuf_iterator<char>(stream), {}};
}

const std::string abba = R"(struct Two { mutex a; mutex b; }
global Two two;
flow f() : kernel { lock(two.a); lock(two.b); unlock(two.b); unlock(two.a); }
flow g() : kernel { lock(two.b); lock(two.a); unlock(two.a); unlock(two.b); }
scenario s abba "crosswise" { thread T1 { f(); } thread T2 { g(); } }
)";

} // namespace

TEST_CASE("a machine's chart as an SVG", "[report][svg][golden]") { checkGolden("door.svg", chartAsSvg(testing::Door())); }

TEST_CASE("a run's lanes as an SVG", "[report][svg][golden]") { checkGolden("two_closers.svg", lanesOf(shortestFailure(twoClosers()))); }

TEST_CASE("every machine's chart has all its states and an arrow for each way from state to state", "[report][svg]")
{
    for (const Machine* machine : machines()) {
        INFO(machine->name());
        std::vector<std::pair<std::string_view, std::string_view>> ways;
        for (const ChartRow& row : machine->chart())
            if (std::ranges::find(ways, std::pair(row.from, row.to)) == ways.end())
                ways.emplace_back(row.from, row.to);
        const std::string svg = chartAsSvg(*machine);
        CHECK_THAT(svg, Contains(" role=\"img\"") && Contains("<title>Chart of " + std::string(machine->name()) + ", ") && EndsWith("</svg>\n"));
        for (const MachineState& state : machine->states())
            CHECK_THAT(svg, Contains(">" + std::string(state.name) + "</text>"));
        CHECK(times(svg, "<path ") == int(ways.size()) + 1);      // and the one to the initial state
        CHECK(times(svg, "<polygon ") == int(ways.size()) + 1);   // each has a head
    }
}

TEST_CASE("charts are the same from several threads at once", "[report][svg]")
{
    const std::string alone = chartAsSvg(*findMachine("Tdi"));
    std::array<std::string, 4> drawn;
    std::vector<std::thread> threads;
    for (std::string& each : drawn)
        threads.emplace_back([&each] { each = chartAsSvg(*findMachine("Tdi")); });
    for (std::thread& thread : threads)
        thread.join();
    for (const std::string& each : drawn)
        CHECK(each == alone);
}

TEST_CASE("states of a chart stand apart, each within the drawing", "[report][svg]")
{
    ChartGraph graph;
    graph.nodes = {{80, 34}, {120, 34}, {60, 34}};
    graph.edges = {{0, 1, 6, 2}, {0, 2, 0, 0}, {1, 0, 4, 1}, {2, 2, 3, 1}};
    const PlacedChart placed = layOutChart(graph);
    REQUIRE(placed.nodes.size() == 3);
    REQUIRE(placed.edges.size() == 4);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(placed.nodes[i].x - graph.nodes[i].width / 2 >= -0.5);
        CHECK(placed.nodes[i].x + graph.nodes[i].width / 2 <= placed.width + 0.5);
        for (std::size_t other = 0; other < i; ++other)
            CHECK((std::abs(placed.nodes[i].x - placed.nodes[other].x) >= (graph.nodes[i].width + graph.nodes[other].width) / 2
                   || std::abs(placed.nodes[i].y - placed.nodes[other].y) >= 34));
    }
    for (const PlacedChart::Edge& edge : placed.edges)
        CHECK(edge.curve.size() % 3 == 1);
}

TEST_CASE("lanes have every step in its thread's lane, what each call returns, and what breaks", "[report][svg]")
{
    const Run run = shortestFailure(twoClosers());
    const std::string svg = lanesOf(run);
    for (int step = 0; step < run.length(); ++step)
        CHECK_THAT(svg, Contains("<title>Step " + std::to_string(step + 1) + ": " + run.record(step).sentence.substr(0, 4)));
    CHECK_THAT(svg, Contains("breaks I3") && Contains("returns"));
    CHECK(lanesOf(run) == svg);
}

TEST_CASE("where threads wait for each other, their lanes end with what each waits for, beside the locks that are held", "[report][svg]")
{
    const Run run = shortestFailure(abba);
    const std::string svg = lanesOf(run);
    CHECK_THAT(svg, Contains("waits for two-&gt;b, held by T2") && Contains("waits for two-&gt;a, held by T1"));
    CHECK_THAT(svg, Contains("<title>two-&gt;a is held by T1</title>") && Contains("<title>two-&gt;b is held by T2</title>"));
}

TEST_CASE("letters that would be markup, or are none, do not break a drawing", "[svg]")
{
    SvgDocument svg(10, 10, "a<b & \"c\"");
    svg.words({0, 0}, "x\x01" "y\xff" "z \xe2\x80\xa6 </text>", {.ink = "#000000", .fonts = {}});
    const std::string text = svg.finish();
    CHECK_THAT(text, StartsWith("<?xml ") && Contains("<title>a&lt;b &amp; &quot;c&quot;</title>"));
    CHECK_THAT(text, Contains(">x y\xef\xbf\xbdz \xe2\x80\xa6 &lt;/text&gt;</text>"));
}

TEST_CASE("a run without steps has its lanes", "[report][svg]")
{
    CHECK_THAT(lanesOf(Run(testing::compiled(abba))), Contains("Run of 0 steps") && Contains("nothing is broken"));
}
