#include "machines/vdevice.h"

#include "catch.h"
#include "machines/driven.h"

#include <cerrno>

using namespace bindlab;
using namespace bindlab::test;
using enum VdeviceEvent;

TEST_CASE("a vdevice's states and events are found under the values of their enums", "[vdevice]") {
    std::vector<std::string> states;
    for (const MachineState& state : vdevice().states())
        states.emplace_back(state.name);
    CHECK(states == std::vector<std::string>{"none", "live", "TSM bound", "destroying", "tombstoned"});
    std::vector<std::string> events;
    for (const MachineEvent& event : vdevice().events())
        events.emplace_back(event.name);
    CHECK(events == std::vector<std::string>{"Alloc", "TsmBind", "TsmUnbind", "Unlink", "Tombstone", "Free"});
}

SCENARIO("a vdevice is bound, unbound and destroyed", "[vdevice]") {
    Driven object(vdevice());
    CHECK(object.play(Alloc));
    CHECK(object.state() == "live");
    CHECK(object.play(TsmBind));
    CHECK(object.state() == "TSM bound");
    CHECK(object.play(TsmUnbind));
    CHECK(object.state() == "live");
    CHECK(object.play(Unlink));
    CHECK(object.state() == "destroying");
    CHECK(object.play(Free));
    CHECK(object.state() == "none");
}

TEST_CASE("a bound vdevice is not bound again", "[vdevice]") {
    Driven object(vdevice());
    REQUIRE(object.play(Alloc, TsmBind));
    CHECK(object.status(TsmBind) == -EEXIST);
    CHECK(object.state() == "TSM bound");
}

TEST_CASE("unbinding a vdevice that is not bound does nothing", "[vdevice]") {
    Driven object(vdevice());
    REQUIRE(object.play(Alloc));
    CHECK(object.play(TsmUnbind, TsmUnbind));
    CHECK(object.state() == "live");
}

TEST_CASE("a vdevice that is being destroyed may still be unbound, and stays where it is", "[vdevice]") {
    const VdeviceEvent out = GENERATE(Unlink, Tombstone);
    Driven object(vdevice());
    REQUIRE(object.play(Alloc, TsmBind, out));
    const std::string state = object.state();
    CHECK(object.play(TsmUnbind));
    CHECK(object.state() == state);
    CHECK(object.play(Free));
}

TEST_CASE("a vdevice out of the table is not found by bind, destroy or tombstone", "[vdevice]") {
    const VdeviceEvent out = GENERATE(Unlink, Tombstone);
    Driven object(vdevice());
    REQUIRE(object.play(Alloc, out));
    CHECK(object.status(TsmBind) == -ENOENT);
    CHECK(object.status(Unlink) == -ENOENT);
    CHECK(object.status(Tombstone) == -ENOENT);
    CHECK(object.status(Alloc) == -EEXIST);
}

TEST_CASE("a vdevice in the table is not freed", "[vdevice]") {
    Driven object(vdevice());
    CHECK(object.status(Free) == -ENOENT);
    REQUIRE(object.play(Alloc));
    CHECK(object.status(Free) == -EBUSY);
    REQUIRE(object.play(TsmBind));
    CHECK(object.status(Free) == -EBUSY);
}
