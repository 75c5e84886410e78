#include "checker/symmetry.h"

#include "tiny_models.h"

#include <algorithm>
#include <map>

using namespace bindlab;
using namespace bindlab::testing;

namespace {

/// What a check says that must not depend on how many states were taken as one.
struct Said {
    std::string verdict;
    int depth = 0;
    int deadEnd = 0;
    std::map<std::pair<std::string, std::string>, std::pair<std::size_t, int>> shortest;   ///< length and switches
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> calls;
    std::vector<std::string> warnings;
    bool operator==(const Said&) const = default;
};

Said said(const CheckResult& result)
{
    Said said{toText(result.verdict), result.depth, result.deadEnd, {}, {}, result.warnings};
    for (const Violation& violation : result.violations)
        said.shortest[{violation.property, violation.failure}] = {violation.steps.size(), violation.switches};
    for (const CallResults& call : result.calls)
        said.calls[{call.thread, call.call}] = call.results;
    return said;
}

/// Checks with and without; answers how many states there are with.
std::uint64_t compareReduced(const std::shared_ptr<const Model>& model, int threads = 1)
{
    CheckOptions options;
    options.threads = threads;
    const CheckResult reduced = check(model, options);
    options.reduce = false;
    const CheckResult whole = check(model, options);
    REQUIRE(reduced.bound == whole.bound);
    REQUIRE(whole.reductions.empty());
    REQUIRE(said(reduced) == said(whole));
    REQUIRE(reduced.states <= whole.states);
    REQUIRE((reduced.states < whole.states) == !reduced.reductions.empty());
    return reduced.states;
}

std::vector<std::vector<int>> groups(const std::string& text) { return Symmetry(*compiled(text)).groups(); }

} // namespace

TEST_CASE("equal threads that are taken as one change no verdict, no length and no answer of a call, in any shipped model", "[symmetry]")
{
    const Library& library = Library::shipped();
    int reduced = 0;
    for (const DesignInfo& design : library.designs())
        for (const ScenarioInfo& scenario : library.scenarios())
            for (const PlatformInfo& platform : library.platforms()) {
                const Selection selection{design.id, {}, scenario.id, platform.id};
                if (!library.whyNotApplicable(selection).empty())
                    continue;
                INFO(design.id << " " << scenario.id << " " << platform.id);
                const auto model = library.compile(selection);
                REQUIRE(model);
                if (!Symmetry(**model).any())
                    continue; // then both searches are the same one
                ++reduced;
                compareReduced(*model);
            }
    CHECK(reduced >= int(library.designs().size()));
}

TEST_CASE("the same holds when three threads of a VMM do the same and another resets the device", "[symmetry]")
{
    Library library = Library::shipped();
    library.add("three.flow", R"(
scenario THREE three "three threads bind or unbind, one resets" group "scaled" from P then E @NOTES "10.4" {
    thread T1 "a" { UNBIND(dev); BIND(dev); }
    thread T2 "b" { UNBIND(dev); BIND(dev); }
    thread T3 "c" { VFIO_DEVICE_RESET(dev); }
}
scenario CLOSE three-closers "three threads close, each what is still open" group "scaled" from P then E @NOTES "10.4" {
    thread T1 "a" { close_vm_fd(vm_fd); }
    thread T2 "b" { close_kvm_vfio_fd(); }
    thread T3 "c" { close_kvm_vfio_fd(); }
}
)");
    const std::string design = GENERATE("D0", "D1", "D2", "D3a", "D4V2", "D5", "D6", "D8", "D9");
    const std::string platform = GENERATE("tdx", "sev", "cca");
    const std::string scenario = GENERATE("THREE", "CLOSE");
    const Selection selection{design, {}, scenario, platform};
    if (!library.whyNotApplicable(selection).empty())
        return;
    INFO(design << " " << platform << " " << scenario);
    const auto model = library.compile(selection);
    REQUIRE(model);
    REQUIRE(Symmetry(**model).any());
    compareReduced(*model, 2);
}

TEST_CASE("locks, readers, waiters, files and choices follow the threads that are exchanged", "[symmetry]")
{
    const std::string text = R"(
struct File released by release { counter refs; bool open; }
struct S { int n; int m; mutex l; rwsem r; File* file; }
global S s;
global File file;
prologue P { open(); }
flow open() : k { file.refs = 3, file.open = true; }
flow release(File* f) : k { f.open = false; }
flow use() : k {
    choose "read" { down_read(s.r); seen = s.n; up_read(s.r); s.m = seen; }
    or "write" { down_write(s.r); s.n++; up_write(s.r); }
    if (trylock(s.l)) { s.m = 1; unlock(s.l); }
}
flow put() : k { use(); fput(file); }
property P "closed early" always { must file.open || s.n < 2 fails F1; }
scenario U u "" from P { thread T1 { put(); } thread T2 { put(); } thread T3 { put(); } }
)";
    CHECK(groups(text) == std::vector<std::vector<int>>{{0, 1, 2}});
    const auto model = compiled(text);
    const std::uint64_t states = compareReduced(model);
    CheckOptions whole;
    whole.reduce = false;
    CHECK(states * 5 < check(model, whole).states);
}

TEST_CASE("a loop that only comes back to a state like the first is no loop, and the run that is shown is one", "[symmetry]")
{
    const auto model = compiled(R"(
struct S { int turn; bool stop; }
global S s;
flow spin() : k { while (!s.stop) { seen = s.turn; s.turn = 1 - seen; } }
scenario U u "" { thread T1 { spin(); } thread T2 { spin(); } }
)");
    REQUIRE(Symmetry(*model).any());
    const CheckResult result = check(model);
    const auto endless = std::ranges::find(result.violations, "L-0", &Violation::property);
    REQUIRE(endless != result.violations.end());
    const auto run = replay(model, endless->steps);
    REQUIRE(run);
    CHECK(run->stateAt(endless->loopsTo) == run->state());
}

TEST_CASE("threads that differ, or that somebody names, are not exchanged", "[symmetry]")
{
    const std::string head = "struct S { int n; }\nglobal S s;\nflow f(int by) : k { s.n = by; }\n";
    CHECK(groups(head + "scenario U u \"\" { thread T1 { f(1); } thread T2 { f(1); } }").size() == 1);
    CHECK(groups(head + "scenario U u \"\" { thread T1 { f(1); } thread T2 { f(2); } }").empty());
    CHECK(groups(head + "scenario U u \"\" { thread T1 { f(1); } thread T2 { f(1); f(1); } }").empty());
    CHECK(groups(head + "scenario U u \"\" { thread T1 { f(1); } thread T2 { f(1); } thread X { kill T1; } }").empty());
    CHECK(groups(head + "scenario U u \"\" { thread T1 { f(1); } thread T2 { f(1); } thread X { wait (exited(T2)); f(1); } }").empty());
    CHECK(groups(head + "scenario U u \"\" { thread T1 { f(1); } thread T2 { f(2); } thread T3 { f(1); } thread T4 { f(2); } }")
          == std::vector<std::vector<int>>{{0, 2}, {1, 3}});
}
