#include "shipped_model.h"

#include "flow/program.h"

#include "catch.h"

#include <algorithm>

using namespace bindlab;
using namespace bindlab::testing;

namespace {

std::string textOf(const Finding& finding) { return finding.property + (finding.failure.empty() ? "" : " " + finding.failure); }

bool returned(const StepRecord& record, const std::string& call)
{
    return std::ranges::any_of(record.effects, [&](const Effect& effect) { return effect.kind == EffectKind::Returned && effect.name == call; });
}

/// What the happy path breaks on its way: the notes' deviations. D2 and D1 request the regions for BIND and give them back
/// to nobody (F9); D1 has no handlers that unmap MMIO inside unbind, so TDX refuses to take the TDI back (F11b), 13.3.
Broken deviations(const std::string& design, const std::string& platform)
{
    if (design == "D2")
        return {"I8 F9"};
    if (design == "D1" && platform == "tdx")
        return {"I6 F11b", "I7 F11b", "I8 F9", "I18 F3", "I20 F11b", "L-2 F11b"};
    if (design == "D1")
        return {"I8 F9"};
    return {};
}

/// Machines that stay in their first state although all goes well.
std::set<std::string> unused(const std::string& design, const std::string& platform)
{
    std::set<std::string> machines;
    if (platform == "sev")
        machines.insert("context.fence");       // raised only when something goes wrong
    if (platform == "tdx" && design == "D1")
        machines.insert("context.dmar");        // trusted DMA comes with the callbacks
    if (design != "D1" && design != "D2" && design != "D5" && design != "D9")
        machines.insert("vfio_pci.bars");       // shared regions are requested by who maps or reads a BAR
    return machines;
}

} // namespace

TEST_CASE("the happy path is played to its end by every design on every platform", "[model][path]")
{
    for (const std::string& design : designIds())
        for (const std::string& platform : platformIds) {
            CAPTURE(design, platform);
            const auto model = compiledFrom(Library::shipped(), {design, {}, "HP", platform});
            const Run run = played(model);
            CHECK(look(*model, run.state()).ended);
            Broken broken;
            std::set<std::string> calls;
            for (int step = 0; step < run.length(); ++step) {
                for (const Finding& finding : run.record(step).findings)
                    broken.insert(textOf(finding));
                for (const Effect& effect : run.record(step).effects)
                    if (effect.kind == EffectKind::Returned)
                        calls.insert(effect.name);
            }
            CHECK(broken == deviations(design, platform));
            for (const std::string call : {"connect_store", "IOMMU_VDEVICE_ALLOC", "BIND", "GUEST_START", "GUEST_ACCESS", "UNBIND", "disconnect_store"}) {
                CAPTURE(call);
                CHECK(calls.contains(call));
            }
        }
}

TEST_CASE("only D1 and D2 leave the happy path, in the ways the notes name", "[model][path]")
{
    for (const std::string& design : designIds())
        for (const std::string& platform : platformIds) {
            CAPTURE(design, platform);
            CHECK(brokenIn(checkedFrom(Library::shipped(), {design, {}, "HP", platform})) == deviations(design, platform));
        }
}

TEST_CASE("every machine of a platform moves on the happy path", "[model][path]")
{
    for (const std::string& design : designIds())
        for (const std::string& platform : platformIds) {
            CAPTURE(design, platform);
            const auto model = compiledFrom(Library::shipped(), {design, {}, "HP", platform});
            const Run run = played(model);
            std::set<std::string> still;
            std::set<std::string> moved;
            for (int step = 0; step <= run.length(); ++step) {
                const Snapshot snapshot = look(*model, run.stateAt(step));
                for (const MachineView& machine : snapshot.machines) {
                    std::vector<std::uint8_t> saved(machine.machine->bytes());
                    machine.machine->initial(saved);
                    const std::string name = snapshot.objects[std::size_t(machine.object)].name + "." + machine.field;
                    (machine.state == int(saved.front()) ? still : moved).insert(name);
                }
            }
            std::set<std::string> never;
            std::ranges::set_difference(still, moved, std::inserter(never, never.end()));
            CHECK(never == unused(design, platform));
        }
}

TEST_CASE("the prologue ends where the happy path is when START has returned", "[model][path]")
{
    for (const std::string& design : designIds())
        for (const std::string& platform : platformIds) {
            CAPTURE(design, platform);
            const auto model = compiledFrom(Library::shipped(), {design, {}, "HP", platform});
            const Run run = played(model, [](const StepRecord& record) { return returned(record, "GUEST_START"); });
            const Snapshot path = look(*model, run.state());
            const auto bound = compiledFrom(Library::shipped(), {design, {}, "S5", platform});
            const Snapshot prologue = look(*bound, initialState(*bound));
            CHECK(machineStates(*model, run.state()) == machineStates(*bound, initialState(*bound)));
            REQUIRE(path.objects.size() == prologue.objects.size());
            for (std::size_t object = 0; object < path.objects.size(); ++object) {
                CAPTURE(path.objects[object].name);
                CHECK(path.objects[object].name == prologue.objects[object].name);
                CHECK(path.objects[object].status == prologue.objects[object].status);
                REQUIRE(path.objects[object].values.size() == prologue.objects[object].values.size());
                for (std::size_t value = 0; value < path.objects[object].values.size(); ++value) {
                    CAPTURE(path.objects[object].values[value].name);
                    CHECK(path.objects[object].values[value].text == prologue.objects[object].values[value].text);
                }
            }
            REQUIRE(path.pointers.size() == prologue.pointers.size());
            for (std::size_t pointer = 0; pointer < path.pointers.size(); ++pointer) {
                CAPTURE(path.pointers[pointer].field);
                CHECK(path.pointers[pointer].to == prologue.pointers[pointer].to);
            }
        }
}
