#include "tiny_models.h"

#include "checker/state_graph.h"

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;

namespace {

const std::string abba = R"(
struct S { int n; mutex a; mutex b; }
global S s;
flow f() : k { lock(s.a); lock(s.b); unlock(s.b); unlock(s.a); }
flow g() : k { lock(s.b); lock(s.a); unlock(s.a); unlock(s.b); }
scenario T t "two locks in both orders" { thread T1 { f(); } thread T2 { g(); } }
)";

CheckResult withEssence(const std::shared_ptr<const Model>& model)
{
    CheckOptions options;
    options.essence = true;
    return check(model, options);
}

/// Whether some run that goes on to its end has these steps of the reported run in order and does not fail so.
/// Written without the cleverness of the essence: depth first over (state, how many came).
bool canPass(const std::shared_ptr<const Model>& model, const Violation& violation, const std::vector<int>& steps)
{
    const auto graph = exploreAll(*model, 100'000, nullptr);
    REQUIRE(graph);
    const std::uint64_t failure = graph->bitOf(violation.property, violation.failure);
    REQUIRE(failure != 0);
    std::vector<std::uint32_t> wanted;
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < violation.steps.size() && at != StateGraph::lost; ++i) {
        const auto* edge = graph->edge(at, violation.steps[i]);
        REQUIRE(edge);
        if (std::find(steps.begin(), steps.end(), int(i)) != steps.end())
            wanted.push_back(edge->event);
        at = edge->to;
    }
    REQUIRE(wanted.size() == steps.size());
    std::vector<std::vector<bool>> seen(wanted.size() + 1, std::vector<bool>(graph->size(), false));
    std::vector<std::pair<std::uint32_t, std::size_t>> work{{0, 0}};
    while (!work.empty()) {
        const auto [state, came] = work.back();
        work.pop_back();
        if ((graph->broken[state] & failure) != 0 || seen[came][state])
            continue;
        seen[came][state] = true;
        if (graph->isLast(state) && came == wanted.size())
            return true;
        for (std::uint32_t e = graph->first[state]; e < graph->first[state + 1]; ++e) {
            const auto& edge = graph->edges[e];
            const auto rank = std::size_t(std::find(wanted.begin(), wanted.end(), edge.event) - wanted.begin());
            if ((edge.broken & failure) != 0 || (rank < wanted.size() && rank > came))
                continue;
            const std::size_t next = rank == came && rank < wanted.size() ? came + 1 : came;
            if (edge.to != StateGraph::lost)
                work.emplace_back(edge.to, next);
            else if (next == wanted.size())
                return true;
        }
    }
    return false;
}

/// Proved again by the plain search, and minimal: with any one event taken away some run passes.
void requireProvedAndMinimal(const std::shared_ptr<const Model>& model, const Violation& violation)
{
    REQUIRE(violation.essence);
    REQUIRE(violation.essence->kind == Essence::Kind::Events);
    const std::vector<int>& steps = violation.essence->steps;
    INFO(violation.property << " " << violation.essence->sentence);
    CHECK_FALSE(canPass(model, violation, steps));
    for (std::size_t i = 0; i < steps.size(); ++i) {
        std::vector<int> fewer = steps;
        fewer.erase(fewer.begin() + std::ptrdiff_t(i));
        CHECK(canPass(model, violation, fewer));
    }
}

} // namespace

TEST_CASE("what alone forces the failure is not asked for unasked", "[essence]")
{
    CHECK_FALSE(checked(compiled(abba)).violations.front().essence);
}

TEST_CASE("a thread that fails alone fails in every run", "[essence]")
{
    const CheckResult result = withEssence(compiled(R"(
struct S { mutex a; }
global S s;
flow f() : k { lock(s.a); lock(s.a); }
scenario T t "" { thread T1 { f(); } }
)"));
    const Violation* violation = find(result, "I10", "F6");
    REQUIRE(violation);
    CHECK(violation->essence->kind == Essence::Kind::EveryRun);
    CHECK(violation->essence->steps.empty());
    CHECK(withEssence(shipped("D6", "S5")).violations.front().essence->kind == Essence::Kind::EveryRun);
    CHECK(withEssence(shipped("D1", "S1")).violations.front().essence->kind == Essence::Kind::EveryRun);
}

TEST_CASE("two locks in both orders: no order of first occurrences forces it, since the first thread may finish between", "[essence]")
{
    const auto model = compiled(abba);
    const CheckResult result = withEssence(model);
    const Violation* violation = find(result, "I10", "F5");
    REQUIRE(violation);
    REQUIRE(violation->essence);
    CHECK(violation->essence->kind == Essence::Kind::NoneOfAtMostFour);
    CHECK(canPass(model, *violation, {0, 1}));
}

TEST_CASE("a use after free is forced by the free that comes before the use", "[essence]")
{
    const auto model = compiled(R"(
struct S { int n; }
struct P { S *s; }
pool 1 S s;
global P p;
flow f() : k { x = alloc(s); x.n = 1; p.s = x; free(x); }
flow g() : k { y = p.s; if (y) { y.n = 2; } }
scenario T t "" { thread T1 { f(); } thread T2 { g(); } }
)");
    const CheckResult result = withEssence(model);
    REQUIRE_FALSE(result.violations.empty());
    requireProvedAndMinimal(model, result.violations.front());
    CHECK_THAT(result.violations.front().essence->sentence, Contains("frees the s") && Contains(" before T2 "));
}

TEST_CASE("what shows only while everything is closed is laid to what came before, where that alone forces it", "[essence]")
{
    const auto model = compiled(R"(
struct S { bool bound; bool open; bool lost; }
global S s;
prologue P { start(); }
flow start() : k { s.open = true; }
flow close() : k { s.open = false; }
flow bind() : k { s.bound = true; }
flow cleanup() : k { left = s.bound; s.lost = left; }
property L "nothing is left" end { must !s.lost fails F12; }
epilogue E { cleanup(); }
scenario T t "" from P then E { thread T1 { close(); } thread T2 { if (s.open) { bind(); } } }
)");
    const CheckResult result = withEssence(model);
    REQUIRE(result.violations.size() == 1);
    requireProvedAndMinimal(model, result.violations.front());
    CHECK_THAT(result.violations.front().essence->sentence, Contains("T2") && !Contains("E cleanup"));
}

TEST_CASE("the one event that forces a failure is the one that tells most of it, not the first that has to come before it", "[essence]")
{
    const auto model = compiled(R"(
struct S { mutex a; int n; }
global S s;
flow f() : k { choose "yes" { lock(s.a); s.n = 7; unlock(s.a); } or "no" { } }
property P "never 7" always { must s.n != 7 fails F9; }
scenario T t "" { thread T1 { f(); } }
)");
    const CheckResult result = withEssence(model);
    REQUIRE(result.violations.size() == 1);
    requireProvedAndMinimal(model, result.violations.front());
    CHECK_THAT(result.violations.front().essence->sentence, Contains("Whenever T1 f sets s.n to 7"));
}

TEST_CASE("what is claimed of shipped designs is proved, minimal, and the same the second time", "[essence]")
{
    const auto [design, scenario, property, failure] = GENERATE(table<std::string, std::string, std::string, std::string>(
        {{"D3a", "S3", "I3", "F1"}, {"D3a", "S23", "I10", "F5"}}));
    const auto model = shipped(design, scenario);
    const CheckResult result = withEssence(model);
    const Violation* violation = find(result, property, failure);
    REQUIRE(violation);
    requireProvedAndMinimal(model, *violation);
    const CheckResult again = withEssence(model);
    REQUIRE(find(again, property, failure));
    CHECK(find(again, property, failure)->essence == violation->essence);
}

TEST_CASE("a check that was stopped claims no essence", "[essence]")
{
    CheckOptions options;
    options.essence = true;
    options.maxStates = 1500;
    const CheckResult result = check(shipped("D3a", "S3"), options);
    REQUIRE_FALSE(result.bound.empty());
    REQUIRE_FALSE(result.violations.empty());
    for (const Violation& violation : result.violations)
        CHECK(violation.essence->kind == Essence::Kind::NotSettled);
}
