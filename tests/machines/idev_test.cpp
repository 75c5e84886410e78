#include "machines/idev.h"

#include "catch.h"
#include "machines/driven.h"

#include <cerrno>

using namespace bindlab;
using namespace bindlab::test;
using enum IdevEvent;

TEST_CASE("an idev's states and events are found under the values of their enums", "[idev]") {
    std::vector<std::string> states;
    for (const MachineState& state : idev().states())
        states.emplace_back(state.name);
    CHECK(states == std::vector<std::string>{"none", "bound", "with vdevice", "unbinding", "removed", "leaked"});
    std::vector<std::string> events;
    for (const MachineEvent& event : idev().events())
        events.emplace_back(event.name);
    CHECK(events ==
          std::vector<std::string>{"Bind", "LinkVdevice", "UnlinkVdevice", "BeginUnbind", "Remove", "Free", "Leak"});
}

SCENARIO("an idev of the older base is bound, unbound and freed", "[idev]") {
    Driven device(idev());
    CHECK(device.play(Bind));
    CHECK(device.state() == "bound");
    CHECK(device.play(BeginUnbind));
    CHECK(device.state() == "unbinding");
    CHECK(device.play(Remove));
    CHECK(device.state() == "removed");
    CHECK(device.play(Free));
    CHECK(device.state() == "none");
}

SCENARIO("an idev's unbind takes its vdevice away first", "[idev]") {
    Driven device(idev());
    REQUIRE(device.play(Bind, LinkVdevice));
    CHECK(device.state() == "with vdevice");
    CHECK(device.play(BeginUnbind, UnlinkVdevice));
    CHECK(device.state() == "unbinding");
    CHECK(device.play(Remove, Free));
}

TEST_CASE("an idev has one vdevice at most, and can have another after it", "[idev]") {
    Driven device(idev());
    REQUIRE(device.play(Bind, LinkVdevice));
    CHECK(device.status(LinkVdevice) == -EEXIST);
    CHECK(device.play(UnlinkVdevice, LinkVdevice));
    CHECK(device.state() == "with vdevice");
}

TEST_CASE("no vdevice is linked to an idev that is going away", "[idev]") {
    Driven device(idev());
    CHECK(device.status(LinkVdevice) == -ENOENT);
    REQUIRE(device.play(Bind, BeginUnbind));
    CHECK(device.status(LinkVdevice) == -ENOENT);
    REQUIRE(device.play(Remove));
    CHECK(device.status(LinkVdevice) == -ENOENT);
}

TEST_CASE("a live idev is neither removed nor freed nor leaked without its unbind", "[idev]") {
    Driven device(idev());
    REQUIRE(device.play(Bind));
    CHECK(device.status(Remove) == -EBUSY);
    CHECK(device.status(Free) == -EBUSY);
    CHECK(device.status(Leak) == -EINVAL);
    CHECK(device.state() == "bound");
}

TEST_CASE("an idev with users left at unbind leaks and stays until the file goes", "[idev]") {
    Driven device(idev());
    REQUIRE(device.play(Bind, LinkVdevice, BeginUnbind, Leak));
    CHECK(device.state() == "leaked");
    CHECK(device.status(BeginUnbind) == -ENOENT);
    CHECK(device.status(Bind) == -EBUSY);
    CHECK(device.play(UnlinkVdevice));
    CHECK(device.state() == "leaked");
    CHECK(device.play(Free));
    CHECK(device.state() == "none");
}
