#include "machines/vm.h"

#include "catch.h"
#include "machines/driven.h"

#include <cerrno>

using namespace bindlab;
using namespace bindlab::test;
using enum VmEvent;

TEST_CASE("a VM's states and events are found under the values of their enums", "[vm]") {
    std::vector<std::string> states;
    for (const MachineState& state : vm().states())
        states.emplace_back(state.name);
    CHECK(states == std::vector<std::string>{"running", "pinned", "destroying", "reclaimed", "dead", "leaked"});
    std::vector<std::string> events;
    for (const MachineEvent& event : vm().events())
        events.emplace_back(event.name);
    CHECK(events == std::vector<std::string>{"CloseFds", "LastPut", "Reclaim", "ReclaimRefused", "Bug"});
}

SCENARIO("a VM outlives its fds until the last reference goes", "[vm]") {
    Driven machine(vm());
    CHECK(machine.state() == "running");
    CHECK(machine.status(LastPut) == -EBUSY);
    CHECK(machine.play(CloseFds));
    CHECK(machine.state() == "pinned");
    CHECK(machine.play(LastPut));
    CHECK(machine.state() == "destroying");
    CHECK(machine.play(Reclaim));
    CHECK(machine.state() == "reclaimed");
}

TEST_CASE("a VM whose reclaim the firmware refuses leaks for good", "[vm]") {
    Driven machine(vm());
    REQUIRE(machine.play(CloseFds, LastPut, ReclaimRefused));
    CHECK(machine.state() == "leaked");
    for (VmEvent event : {CloseFds, LastPut, Reclaim, ReclaimRefused, Bug})
        CHECK_FALSE(machine.fire(event).accepted);
}

TEST_CASE("reclaim waits for destroy", "[vm]") {
    const VmEvent event = GENERATE(Reclaim, ReclaimRefused);
    Driven machine(vm());
    CHECK(machine.status(event) == -EINVAL);
    REQUIRE(machine.play(CloseFds));
    CHECK(machine.status(event) == -EINVAL);
    REQUIRE(machine.play(LastPut));
    CHECK(machine.fire(event).accepted);
}

TEST_CASE("a KVM bug marks a VM dead once, and it is still destroyed by its last put", "[vm]") {
    Driven machine(vm());
    CHECK(machine.play(Bug));
    CHECK(machine.state() == "dead");
    CHECK(machine.play(Bug, CloseFds));
    CHECK(machine.state() == "dead");
    CHECK(machine.play(LastPut, Reclaim));
    CHECK(machine.state() == "reclaimed");
}

TEST_CASE("a KVM bug met by destroy does not bring the VM back", "[vm]") {
    Driven machine(vm());
    REQUIRE(machine.play(CloseFds, LastPut));
    CHECK(machine.play(Bug));
    CHECK(machine.state() == "destroying");
}

TEST_CASE("a VM is destroyed once", "[vm]") {
    Driven machine(vm());
    REQUIRE(machine.play(CloseFds, LastPut));
    CHECK(machine.status(LastPut) == -EINVAL);
    CHECK(machine.status(CloseFds) == -EBADF);
    REQUIRE(machine.play(Reclaim));
    CHECK(machine.status(LastPut) == -EINVAL);
}
