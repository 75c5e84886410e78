#include "checker/expansion.h"
#include "tiny_models.h"
#include "world/look.h"

#include <algorithm>

using namespace bindlab;
using namespace bindlab::testing;

namespace {

/// Walks through all states and takes each step twice: learned, and as stepping by hand takes it.
void compareWithSteps(const Model& model, std::size_t atMost)
{
    StateTree tree(initialState(model));
    Expansion expansion(model, tree);
    Interpreter byHand(model);
    tree.states.insert(keyOfStart(tree, [&](std::uint64_t pair, bool) { return tree.inner.insert(pair); }));
    for (std::uint32_t number = 0; number < tree.size() && number < atMost; ++number) {
        std::vector<StepChoice> taken;
        std::vector<std::pair<StepChoice, State>> successors;
        expansion.of(number, [&](StepChoice choice) {
            const State before(expansion.source().cells().begin(), expansion.source().cells().end());
            State after = before;
            REQUIRE(takeStep(model, after, choice) == StepStatus::Done);
            REQUIRE(std::ranges::equal(expansion.successor(), after));
            byHand.load(before);
            byHand.step(choice.thread, choice.choice, true);
            REQUIRE(expansion.step().place == byHand.place());
            REQUIRE(expansion.told().findings.size() == byHand.findings().size());
            REQUIRE(expansion.told().wanted.size() == byHand.wantedLocks().size());
            REQUIRE(expansion.told().returned.size() == byHand.returned().size());
            taken.push_back(choice);
            expansion.store(tree);
        });
        expansion.source().load(number);
        REQUIRE(taken == enabledSteps(model, State(expansion.source().cells().begin(), expansion.source().cells().end())));
    }
}

} // namespace

TEST_CASE("a step that is known does what stepping by hand does, in every state of shipped models", "[learned_steps]")
{
    const std::string design = GENERATE("D0", "D3a", "D4V2", "D8", "D9");
    const std::string platform = GENERATE("tdx", "sev", "cca");
    const std::string scenario = GENERATE("S3", "S8", "S10a", "S18", "S31");
    if (!Library::shipped().whyNotApplicable({design, {}, scenario, platform}).empty())
        return;
    INFO(design << " " << scenario << " " << platform);
    const auto model = Library::shipped().compile({design, {}, scenario, platform});
    REQUIRE(model);
    compareWithSteps(**model, 400);
}

TEST_CASE("a slot that is freed is not given again while a thread still names it, whoever asks", "[learned_steps]")
{
    compareWithSteps(*compiled(R"(
struct Item { int n; }
struct S { Item* item; }
pool 2 Item item;
global S s;
flow make() : k { p = alloc(item); s.item = p; p.n = 1; free(p); p = NULL; }
flow look() : k { seen = s.item; s.item = NULL; seen = NULL; }
scenario U u "" { thread T1 { make(); make(); } thread T2 { look(); } thread T3 { make(); } }
)"), 100000);
}

TEST_CASE("choices beyond the second are learned as well", "[learned_steps]")
{
    compareWithSteps(*compiled(R"(
struct S { int n; }
global S s;
flow f() : k { choose "a" { s.n = 1; } or "b" { s.n = 2; } or "c" { s.n = 3; } or "d" { s.n = 4; } }
scenario U u "" { thread T1 { f(); f(); } thread T2 { f(); } }
)"), 100000);
}
