#include "shipped_model.h"

#include "catch.h"

#include <algorithm>

using namespace bindlab;
using namespace bindlab::testing;

namespace {

/// One known mistake and what it plants. `sound` is the design it is planted in: without the mistake nothing of the kind.
struct Mistake {
    std::string mutation;
    std::string design;
    std::vector<std::string> sound;     ///< patches, besides the design's
    std::vector<std::string> planted;   ///< the same with the mistake
    std::string scenario;
    std::string property;
    std::string failure;
};

const std::vector<Mistake> mistakes{
    // 9.9 D8x (a): BIND holds memory_lock for reading and wants pf0; an UNBIND holds pf0, and its handler wants memory_lock.
    {"serialise-bind-x-a", "D8", {}, {"-serialise-bind", "serialise-bind-x-a"}, "S34", "I10", "F5"},
    // 9.9 D8x (b): BIND holds a vdevice reference and wants dev_set->lock; close holds that and waits for the reference. The
    // wait has a time-out, so that the circle ends in a warning and a leak instead of standing still.
    {"serialise-bind-x-b", "D8", {}, {"-serialise-bind", "serialise-bind-x-b"}, "S30", "I18", "F25"},
    // 9.9 D8x (c): an IOMMU_DESTROY is under way, and close disables the device before it has unbound.
    {"tombstone-without-wait", "D8", {}, {"tombstone-without-wait"}, "S3", "I5", "F8"},
    // 10.4 S23: destroy takes vdev->mutex, then igroup->lock; BIND takes them the other way round.
    {"clear-with-igroup-lock", "D3a", {}, {"-keep-dangling", "clear-with-igroup-lock"}, "naive", "I10", "F5"},
    // 10.4 S24, 8.3 rule 1.
    {"hook-after-zap", "D2", {}, {"hook-after-zap"}, "S5", "I10", "F6"},
    // 10.4 S25.
    {"missing-decrement", "D2", {}, {"missing-decrement"}, "S15", "I18", "F3"},
    // 8.3 rule 6. D1 and D2 never get there: their BIND is refused for the regions before it looks at idev->vdev.
    {"lock-not-released", "D3a", {}, {"lock-not-released"}, "S14", "I10", "F4"},
    // 11.9. Whoever else holds the VM hides it: the viommu in D1 to D8, the bind in D0.
    {"kvm-ref-dropped-early", "D2", {"-viommu-holds-vm", "vfio-holds-vm"}, {"-viommu-holds-vm", "vfio-holds-vm", "kvm-ref-dropped-early"}, "S9", "I1", "F11a"},
    // 13.21: who gets the vdevice behind close's back keeps close waiting for 60 s.
    {"get-ignores-wait-cnt", "D6", {}, {"get-ignores-wait-cnt"}, "S30", "I18", "F25"},
    // The same where close does not wait a second time: the vdevice is freed under BIND's hands.
    {"get-ignores-wait-cnt", "D4V2", {}, {"get-ignores-wait-cnt"}, "S30", "I3", "F1"},
    // 8.4 L3/W1: here the waiter destroys the vdevice itself, so that it waits for its own lock.
    {"pre-destroy-keeps-lock", "D6", {}, {"pre-destroy-keeps-lock"}, "HP", "I10", "F6"},
};

const char* const naiveRepair = R"(
scenario naive naive-repair "one thread destroys, another binds or unbinds" from P then E @NOTES "10.4 S23" {
    thread T1 "IOMMU_DESTROY" {
        ret = IOMMU_DESTROY(dev);
    }
    thread T2 "BIND or UNBIND" {
        choose "BIND" {
            ret = BIND(dev);
        } or "UNBIND" {
            ret = UNBIND(dev);
        }
    }
}
)";

const Library& library()
{
    static const Library all = shippedAnd(naiveRepair);
    return all;
}

} // namespace

TEST_CASE("every known mistake plants its finding, and nothing else does", "[model][mutations]")
{
    for (const Mistake& mistake : mistakes) {
        const std::string finding = mistake.property + " " + mistake.failure;
        CAPTURE(mistake.mutation, mistake.design, mistake.scenario, finding);
        CHECK_FALSE(brokenIn(checkedFrom(library(), {mistake.design, mistake.sound, mistake.scenario, "tdx"})).contains(finding));
        CHECK(brokenIn(checkedFrom(library(), {mistake.design, mistake.planted, mistake.scenario, "tdx"})).contains(finding));
    }
}

TEST_CASE("no mutation of the library is without a test of what it plants", "[model][mutations]")
{
    for (const PatchInfo& patch : Library::shipped().patches())
        if (patch.mutation) {
            CAPTURE(patch.id);
            CHECK(std::ranges::find(mistakes, patch.id, &Mistake::mutation) != mistakes.end());
        }
}

TEST_CASE("the scenarios that carry their mutation find what it plants", "[model][mutations]")
{
    const auto [scenario, design, finding] = GENERATE(table<std::string, std::string, std::string>(
        {{"S23", "D3a", "I10 F5"}, {"S24", "D2", "I10 F6"}, {"S25", "D1", "I18 F3"}}));
    CAPTURE(scenario);
    CHECK(brokenIn(checkedFrom(Library::shipped(), {design, {}, scenario, "tdx"})).contains(finding));
}

TEST_CASE("the circle of BIND and UNBIND is memory_lock and pf0", "[model][mutations]")
{
    const Selection selection{"D8", {"-serialise-bind", "serialise-bind-x-a"}, "S34", "tdx"};
    const auto model = compiledFrom(library(), selection);
    const Run run = runOf(model, check(model), "I10", "F5");
    const Snapshot snapshot = look(*model, run.state());
    std::set<std::string> wanted;
    for (const ThreadView& thread : snapshot.threads)
        if (thread.waitsForLock >= 0)
            wanted.insert(thread.name + " " + snapshot.locks[std::size_t(thread.waitsForLock)].name);
    CHECK(wanted == std::set<std::string>{"T1 pci_tsm_pf0.lock", "T2 memory_lock"});
}
