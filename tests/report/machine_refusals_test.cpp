#include "report/machine_refusals.h"
#include "report/text.h"

#include "catch.h"
#include "door.h"

#include <algorithm>

using namespace bindlab;

namespace {

std::vector<MachineRefusal> refusalsOf(const Machine& machine, const std::string& event)
{
    std::vector<MachineRefusal> all = refusalsOf(machine);
    std::erase_if(all, [&](const MachineRefusal& each) { return each.event != event; });
    return all;
}

} // namespace

TEST_CASE("what a machine refuses is told by event, state and answer, guards too", "[report][machines]")
{
    const auto start = refusalsOf(*findMachine("Tdi"), "StartInterfaceRequest");
    REQUIRE(start.size() == 4);
    CHECK(start[0].states == std::vector<std::string>{"CONFIG_UNLOCKED"});
    CHECK(start[0].answer == "INVALID_INTERFACE_STATE");
    CHECK(start[1].states == std::vector<std::string>{"CONFIG_LOCKED"});
    CHECK(start[1].answer == "INVALID_NONCE");
}

TEST_CASE("an errno stands under its name, and states that refuse alike stand together", "[report][machines]")
{
    bool named = false;
    bool together = false;
    for (const Machine* machine : machines())
        for (const MachineRefusal& refusal : refusalsOf(*machine)) {
            CAPTURE(machine->name(), refusal.event);
            CHECK_FALSE(refusal.reason.empty());
            CHECK(refusal.answer != "OK");
            named = named || refusal.answer == "-EBUSY";
            together = together || refusal.states.size() > 1;
        }
    CHECK(named);
    CHECK(together);
}

TEST_CASE("an event that no row takes in a state is refused there", "[report][machines]")
{
    for (const Machine* machine : machines())
        for (const MachineEvent& event : machine->events())
            for (const MachineState& state : machine->states()) {
                const bool taken = std::ranges::any_of(machine->chart(), [&](const ChartRow& row) { return row.event == event.name && row.from == state.name; });
                const auto refusals = refusalsOf(*machine, std::string(event.name));
                const bool refused = std::ranges::any_of(refusals, [&](const MachineRefusal& each) { return std::ranges::count(each.states, state.name) > 0; });
                CAPTURE(machine->name(), event.name, state.name);
                CHECK((taken || refused));
            }
}

TEST_CASE("a machine as text ends with what it refuses, and a machine that refuses nothing has no such part", "[report]")
{
    const std::string text = machineAsText(*findMachine("Tdi"));
    CHECK_THAT(text, Catch::Contains("\nRefusals\n") && Catch::Contains("INVALID_NONCE in CONFIG_LOCKED"));
    CHECK_THAT(machineAsText(testing::Door()), !Catch::Contains("Refusals"));
}
