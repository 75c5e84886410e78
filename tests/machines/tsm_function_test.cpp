#include "machines/tsm_function.h"

#include "catch.h"
#include "machines/driven.h"

#include <cerrno>

using namespace bindlab;
using namespace bindlab::test;
using enum TsmFunctionEvent;

namespace {

constexpr int sameVm = 0;
constexpr int otherVm = 1;

Driven functionIn(TsmFunctionState state) {
    Driven function(tsmFunction());
    if (state != TsmFunctionState::NoTsm)
        REQUIRE(function.play(Connect));
    if (state == TsmFunctionState::Bound)
        REQUIRE(function.play(Bind));
    REQUIRE(function.saved[0] == std::uint8_t(state));
    return function;
}

} // namespace

TEST_CASE("a function's events are found under the values of their enum", "[pci_tsm]") {
    std::vector<std::string> names;
    for (const MachineEvent& event : tsmFunction().events())
        names.emplace_back(event.name);
    CHECK(names == std::vector<std::string>{"Connect", "Disconnect", "Bind", "Unbind", "GuestRequest", "Remove"});
}

SCENARIO("a function is connected, bound, unbound and disconnected", "[pci_tsm]") {
    Driven function(tsmFunction());
    CHECK(function.state() == "no TSM");
    CHECK(function.play(Connect));
    CHECK(function.state() == "connected");
    CHECK(function.play(Bind, GuestRequest));
    CHECK(function.state() == "bound");
    CHECK(function.play(Unbind));
    CHECK(function.state() == "connected");
    CHECK(function.play(Disconnect));
    CHECK(function.state() == "no TSM");
}

TEST_CASE("a second bind succeeds for the same VM and is busy for another", "[pci_tsm]") {
    Driven function = functionIn(TsmFunctionState::Bound);
    CHECK(function.fire(Bind, sameVm).accepted);
    CHECK(function.status(Bind, otherVm) == -EBUSY);
    CHECK(function.state() == "bound");
}

TEST_CASE("a connected function can be bound for any VM", "[pci_tsm]") {
    Driven function = functionIn(TsmFunctionState::Connected);
    CHECK(function.fire(Bind, GENERATE(sameVm, otherVm)).accepted);
    CHECK(function.state() == "bound");
}

TEST_CASE("a function without TSM cannot be bound, disconnected or asked", "[pci_tsm]") {
    Driven function(tsmFunction());
    CHECK(function.status(Bind, GENERATE(sameVm, otherVm)) == -EINVAL);
    CHECK(function.status(Disconnect) == -ENXIO);
    CHECK(function.status(GuestRequest) == -ENXIO);
}

TEST_CASE("guest requests need a bound function", "[pci_tsm]") {
    CHECK(functionIn(TsmFunctionState::Connected).status(GuestRequest) == -ENXIO);
    CHECK(functionIn(TsmFunctionState::Bound).fire(GuestRequest).accepted);
}

TEST_CASE("connect finds a connected or bound function busy", "[pci_tsm]") {
    CHECK(functionIn(TsmFunctionState::Connected).status(Connect) == -EBUSY);
    CHECK(functionIn(TsmFunctionState::Bound).status(Connect) == -EBUSY);
}

TEST_CASE("unbind is never refused, and a second one does nothing", "[pci_tsm]") {
    Driven function = functionIn(TsmFunctionState::Bound);
    CHECK(function.play(Unbind, Unbind));
    CHECK(function.state() == "connected");
    CHECK(functionIn(TsmFunctionState::NoTsm).play(Unbind));
}

TEST_CASE("disconnect and removal unbind a bound function behind everybody's back", "[pci_tsm]") {
    const TsmFunctionEvent event = GENERATE(Disconnect, Remove);
    Driven function = functionIn(TsmFunctionState::Bound);
    CHECK(function.fire(event).accepted);
    CHECK(function.state() == "no TSM");
}
