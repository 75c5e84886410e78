#include "tiny_models.h"

#include "checker/graph_facts.h"
#include "checker/graph_groups.h"
#include "checker/reachable_states.h"

#include <algorithm>
#include <set>

using namespace bindlab;
using namespace bindlab::testing;

namespace {

const std::string abba = R"(
struct S { int n; mutex a; mutex b; }
global S s;
flow f() : k { lock(s.a); lock(s.b); unlock(s.b); unlock(s.a); }
flow g() : k { lock(s.b); lock(s.a); unlock(s.a); unlock(s.b); }
scenario T t "two locks in both orders" { thread T1 { f(); } thread T2 { g(); } }
)";

const std::string forEver = R"(
struct S { bool taken; int turn; }
global S s;
flow take() : k { s.taken = true; }
flow ask() : k { while (s.taken) { } }
scenario L loop "one asks for ever" { thread T1 "take" { take(); } thread T2 "ask" { ask(); } }
)";

struct Looked {
    std::shared_ptr<const Model> model;
    ReachableStates states;
    GraphFacts facts;

    explicit Looked(std::shared_ptr<const Model> from) : model(std::move(from)), states(*reachableStates(*model)), facts(states.graph) {}
};

std::vector<StepChoice> stepsOf(const Looked& looked, const std::vector<std::uint32_t>& edges)
{
    std::vector<StepChoice> steps;
    for (const std::uint32_t edge : edges)
        steps.push_back(looked.states.graph.edges[edge].choice);
    return steps;
}

std::uint32_t countOf(const Looked& looked, GraphFacts::Kind kind) { return std::uint32_t(std::ranges::count(looked.facts.kind, kind)); }

/// Whether some run from the node comes to a safe end; without the cleverness of the facts: depth first.
bool canHold(const Looked& looked, std::uint32_t node, std::set<std::uint32_t>& seen)
{
    const StateGraph& graph = looked.states.graph;
    if (!seen.insert(node).second)
        return false;
    if (graph.ended[node])
        return true;
    for (std::uint32_t edge = graph.first[node]; edge < graph.first[node + 1]; ++edge)
        if (graph.edges[edge].broken == 0 && graph.edges[edge].to != StateGraph::lost && canHold(looked, graph.edges[edge].to, seen))
            return true;
    return false;
}

} // namespace

TEST_CASE("two locks in both orders: one way to hang, one to end, and the steps that decide it", "[graph]")
{
    const Looked looked(compiled(abba));
    const GraphFacts& facts = looked.facts;
    CHECK(facts.endsFrom(looked.states.graph, 0) == GraphFacts::Ends{1, 1});
    CHECK(facts.deadEnds == 1);
    REQUIRE(facts.failures.size() == 1);
    CHECK(looked.states.graph.keys[0].property == "I10");
    CHECK(facts.failures[0].edges.size() == 2);
    CHECK(facts.failures[0].switches == 1);
    CHECK(facts.failures[0].noWayBackFrom == 2);
    CHECK(countOf(looked, GraphFacts::Kind::Safe) == 1);
}

TEST_CASE("a step that loses memory is an end of its own", "[graph]")
{
    const Looked looked(shipped("D3a", "S3"));
    const GraphFacts& facts = looked.facts;
    REQUIRE(facts.nodes() > looked.states.graph.size());
    for (std::uint32_t node = looked.states.graph.size(); node < facts.nodes(); ++node) {
        CHECK(facts.kind[node] != GraphFacts::Kind::Inner);
        CHECK(facts.isDoomed(node));
        CHECK(facts.endsFrom(looked.states.graph, node) == GraphFacts::Ends{0, 0});
        const auto run = replay(looked.model, stepsOf(looked, facts.shortestRun(node)));
        REQUIRE(run);
        CHECK_FALSE(run->record(run->length() - 1).findings.empty());
    }
}

TEST_CASE("what nobody can leave any more and where nobody ends are no safe ends", "[graph]")
{
    const Looked looked(compiled(forEver));
    const auto ends = looked.facts.endsFrom(looked.states.graph, 0);
    CHECK(ends.safe == 1);
    CHECK(ends.failing > 0);
    CHECK_FALSE(looked.facts.isDoomed(0));
}

TEST_CASE("a run to each node replays to its state, in as many steps as the node is deep", "[graph][invariant]")
{
    const Looked looked(shipped("D3a", "S3"));
    for (std::uint32_t node = 0; node < looked.states.graph.size(); node += 7) {
        const auto edges = looked.facts.shortestRun(node);
        CHECK(edges.size() == looked.facts.depth[node]);
        const auto run = replay(looked.model, stepsOf(looked, edges));
        REQUIRE(run);
        CHECK(run->stateAt(run->length()) == looked.states.stateOf(node));
    }
}

TEST_CASE("the shortest failing runs are those that the check reports", "[graph][invariant]")
{
    const auto [design, scenario] = GENERATE(std::pair("D3a", "S3"), std::pair("D3a", "S8"), std::pair("D1", "S3"), std::pair("D3a", "S31"));
    const Looked looked(shipped(design, scenario));
    const CheckResult result = checked(looked.model);
    CHECK(looked.facts.failures.size() == result.violations.size());
    for (const GraphFacts::Failure& failure : looked.facts.failures) {
        const StateGraph::Key& key = looked.states.graph.keys[std::size_t(failure.key)];
        CAPTURE(design, scenario, key.property, key.failure);
        const Violation* violation = find(result, key.property, key.failure);
        REQUIRE(violation);
        if (violation->loopsTo >= 0)
            continue;
        CHECK(failure.edges.size() == violation->steps.size());
        CHECK(failure.switches == violation->switches);
    }
}

TEST_CASE("no way back is said of exactly those from which no run holds", "[graph][invariant]")
{
    const Looked looked(shipped("D3a", "S31"));
    for (std::uint32_t node = 0; node < looked.states.graph.size(); node += 3) {
        std::set<std::uint32_t> seen;
        CHECK(looked.facts.isDoomed(node) == !canHold(looked, node, seen));
    }
    const GraphFacts::Failure& failure = looked.facts.failures.front();
    REQUIRE(failure.noWayBackFrom > 0);
    CHECK(looked.facts.isDoomed(looked.facts.to[failure.edges[std::size_t(failure.noWayBackFrom) - 1]]));
    CHECK_FALSE(looked.facts.isDoomed(looked.facts.from[failure.edges[std::size_t(failure.noWayBackFrom) - 1]]));
}

TEST_CASE("the ends behind the steps of a node are those of the node", "[graph][invariant]")
{
    const Looked looked(shipped("D3a", "S3"));
    const StateGraph& graph = looked.states.graph;
    for (std::uint32_t node = 0; node < graph.size(); node += 11) {
        if (graph.isLast(node))
            continue;
        const auto all = looked.facts.endsFrom(graph, node);
        std::uint32_t most = 0;
        std::uint32_t sum = 0;
        for (std::uint32_t edge = graph.first[node]; edge < graph.first[node + 1]; ++edge) {
            const auto ends = looked.facts.endsBehind(graph, edge);
            most = std::max(most, ends.failing + ends.safe);
            sum += ends.failing + ends.safe;
        }
        CHECK(all.failing + all.safe >= most);
        CHECK(all.failing + all.safe <= sum);
    }
}

TEST_CASE("nodes are taken together only as far as it needs, and never unlike ones", "[graph]")
{
    const Looked looked(shipped("D3a", "S3"));
    const auto columns = columnsByDepth(looked.facts);
    const GroupedGraph all = grouped(*looked.model, looked.states, looked.facts, columns, 10'000);
    CHECK(all.grouping == Grouping::None);
    CHECK(all.nodes.size() == looked.facts.nodes());
    CHECK(all.edges.size() <= looked.states.graph.edges.size());
    Grouping before = Grouping::None;
    for (const std::uint32_t most : {1500u, 600u, 300u, 10u}) {
        const GroupedGraph groups = grouped(*looked.model, looked.states, looked.facts, columns, most);
        CHECK(groups.grouping > Grouping::None);
        CHECK(groups.grouping >= before);
        CHECK((groups.nodes.size() <= most || groups.grouping == Grouping::Outcome));
        before = groups.grouping;
        std::uint32_t members = 0;
        for (const GroupedGraph::Node& node : groups.nodes)
            members += node.count;
        CHECK(members == looked.facts.nodes());
        for (std::uint32_t node = 0; node < looked.facts.nodes(); ++node) {
            const GroupedGraph::Node& group = groups.nodes[groups.groupOf[node]];
            CHECK(looked.facts.kind[node] == looked.facts.kind[group.first]);
            CHECK(looked.facts.outcome[node] == looked.facts.outcome[group.first]);
            CHECK(columns[node] == group.column);
        }
    }
}

TEST_CASE("by progress a step leads to the next column, or skips what is not done", "[graph]")
{
    const Looked looked(compiled(abba));
    const auto columns = columnsByProgress(looked.states, looked.facts);
    CHECK(columns[0] == 0);
    for (std::uint32_t edge = 0; edge < std::uint32_t(looked.facts.to.size()); ++edge)
        CHECK(columns[looked.facts.to[edge]] > columns[looked.facts.from[edge]]);
}

TEST_CASE("there is no graph of more states than are allowed, nor of a search that was stopped", "[graph]")
{
    const auto model = shipped("D3a", "S3");
    ReachOptions options;
    options.maxStates = 100;
    CHECK_FALSE(reachableStates(*model, options));
    const std::atomic<bool> stopped = true;
    options = {};
    options.cancel = &stopped;
    CHECK_FALSE(reachableStates(*model, options));
}
