#include "machines/tdi.h"

#include "catch.h"
#include "machines/driven.h"

using namespace bindlab;
using namespace bindlab::test;
using enum TdiEvent;

namespace {

/// A TDI in `state`, led there by messages and resets.
Driven tdiIn(TdiState state) {
    Driven device(tdi());
    if (state != TdiState::ConfigUnlocked)
        REQUIRE(device.fire(LockInterfaceRequest, 5).accepted);
    if (state == TdiState::Run)
        REQUIRE(device.fire(StartInterfaceRequest, 5).accepted);
    if (state == TdiState::Error)
        REQUIRE(device.fire(FunctionLevelReset).accepted);
    REQUIRE(device.saved[0] == std::uint8_t(state));
    return device;
}

const std::vector<TdiState> allStates{TdiState::ConfigUnlocked, TdiState::ConfigLocked, TdiState::Run, TdiState::Error};

} // namespace

TEST_CASE("a TDI's states have the values that GET_DEVICE_INTERFACE_STATE reports", "[tdi]") {
    std::vector<std::string> names;
    for (TdiState state : allStates)
        names.push_back(tdiIn(state).state());
    CHECK(names == std::vector<std::string>{"CONFIG_UNLOCKED", "CONFIG_LOCKED", "RUN", "ERROR"});
}

TEST_CASE("a TDI's events are found under the values of their enum", "[tdi]") {
    std::vector<std::string> names;
    for (const MachineEvent& event : tdi().events())
        names.emplace_back(event.name);
    CHECK(names == std::vector<std::string>{"LockInterfaceRequest", "StartInterfaceRequest", "StopInterfaceRequest",
                                            "GetDeviceInterfaceReport", "GetDeviceInterfaceState", "TrackedConfigChange",
                                            "FunctionLevelReset", "ConventionalReset", "StreamInsecure", "SessionEnd",
                                            "UnrecoverableError", "TrustedRequest"});
    CHECK(names.size() == std::size_t(TrustedRequest) + 1);
}

SCENARIO("a TDI is locked, started and stopped", "[tdi]") {
    Driven device(tdi());
    CHECK(device.fire(LockInterfaceRequest, 3).accepted);
    CHECK(device.state() == "CONFIG_LOCKED");
    CHECK(device.fire(GetDeviceInterfaceReport).accepted);
    CHECK(device.fire(StartInterfaceRequest, 3).accepted);
    CHECK(device.state() == "RUN");
    CHECK(device.fire(StopInterfaceRequest).accepted);
    CHECK(device.state() == "CONFIG_UNLOCKED");
}

TEST_CASE("LOCK is legal only in CONFIG_UNLOCKED", "[tdi]") {
    const TdiState state = GENERATE(TdiState::ConfigLocked, TdiState::Run, TdiState::Error);
    Driven device = tdiIn(state);
    CHECK(device.refusal(LockInterfaceRequest, 6) == "INVALID_INTERFACE_STATE");
    CHECK(device.saved[0] == std::uint8_t(state));
}

TEST_CASE("a second LOCK does not replace the nonce of the first", "[tdi]") {
    Driven device = tdiIn(TdiState::ConfigLocked);
    CHECK(device.refusal(LockInterfaceRequest, 6) == "INVALID_INTERFACE_STATE");
    CHECK(device.refusal(StartInterfaceRequest, 6) == "INVALID_NONCE");
    CHECK(device.fire(StartInterfaceRequest, 5).accepted);
}

TEST_CASE("LOCK without its preconditions is an invalid request and leaves the TDI unlocked", "[tdi]") {
    Driven device(tdi());
    CHECK(device.refusal(LockInterfaceRequest, 0) == "INVALID_REQUEST");
    CHECK(device.state() == "CONFIG_UNLOCKED");
}

TEST_CASE("START with a wrong nonce leaves the TDI locked, and the right one still starts it", "[tdi]") {
    Driven device = tdiIn(TdiState::ConfigLocked);
    const int wrong = GENERATE(0, 1, 2, 3, 4, 6, 7);
    CHECK(device.refusal(StartInterfaceRequest, wrong) == "INVALID_NONCE");
    CHECK(device.state() == "CONFIG_LOCKED");
    CHECK(device.fire(StartInterfaceRequest, 5).accepted);
}

TEST_CASE("START is legal only in CONFIG_LOCKED, and the refusal says where the TDI is", "[tdi]") {
    Driven device = tdiIn(TdiState::Run);
    const Outcome outcome = device.fire(StartInterfaceRequest, 5);
    CHECK_FALSE(outcome.accepted);
    CHECK(outcome.status == std::int8_t(TdispError::InvalidInterfaceState));
    CHECK(outcome.reason == "START_INTERFACE is legal only in CONFIG_LOCKED; the TDI is in RUN.");
    CHECK(tdiIn(TdiState::ConfigUnlocked).refusal(StartInterfaceRequest, 5) == "INVALID_INTERFACE_STATE");
    CHECK(tdiIn(TdiState::Error).refusal(StartInterfaceRequest, 5) == "INVALID_INTERFACE_STATE");
}

TEST_CASE("a nonce is good for one START", "[tdi]") {
    Driven device = tdiIn(TdiState::Run);
    REQUIRE(device.fire(StopInterfaceRequest).accepted);
    REQUIRE(device.fire(LockInterfaceRequest, 6).accepted);
    CHECK(device.refusal(StartInterfaceRequest, 5) == "INVALID_NONCE");
}

TEST_CASE("a TDI has a nonce in CONFIG_LOCKED and nowhere else", "[tdi][invariant]") {
    const std::set<Saved> all = reachable(tdi());
    CHECK(all.size() == 7 + 3);   // seven nonces while locked, and the three other states
    for (const Saved& saved : all)
        CHECK((saved[1] != 0) == (TdiState(saved[0]) == TdiState::ConfigLocked));
}

TEST_CASE("STOP succeeds in all four states and leads to CONFIG_UNLOCKED", "[tdi]") {
    Driven device = tdiIn(GENERATE(from_range(allStates)));
    CHECK(device.fire(StopInterfaceRequest).accepted);
    CHECK(device.state() == "CONFIG_UNLOCKED");
}

TEST_CASE("the state can be asked for in all four states", "[tdi]") {
    const TdiState state = GENERATE(from_range(allStates));
    Driven device = tdiIn(state);
    CHECK(device.fire(GetDeviceInterfaceState).accepted);
    CHECK(device.saved[0] == std::uint8_t(state));
}

TEST_CASE("the report can be read while locked and while running, not otherwise", "[tdi]") {
    CHECK(tdiIn(TdiState::ConfigLocked).refusal(GetDeviceInterfaceReport) == "");
    CHECK(tdiIn(TdiState::Run).refusal(GetDeviceInterfaceReport) == "");
    CHECK(tdiIn(TdiState::ConfigUnlocked).refusal(GetDeviceInterfaceReport) == "INVALID_INTERFACE_STATE");
    CHECK(tdiIn(TdiState::Error).refusal(GetDeviceInterfaceReport) == "INVALID_INTERFACE_STATE");
}

TEST_CASE("what befalls a locked TDI puts it into ERROR", "[tdi]") {
    const TdiEvent event = GENERATE(TrackedConfigChange, FunctionLevelReset, StreamInsecure, SessionEnd,
                                    UnrecoverableError);
    Driven device = tdiIn(GENERATE(TdiState::ConfigLocked, TdiState::Run));
    CHECK(device.fire(event).accepted);
    CHECK(device.state() == "ERROR");
}

TEST_CASE("what befalls a TDI that is not locked leaves its state alone", "[tdi]") {
    const TdiEvent event = GENERATE(TrackedConfigChange, FunctionLevelReset, StreamInsecure, SessionEnd,
                                    UnrecoverableError);
    const TdiState state = GENERATE(TdiState::ConfigUnlocked, TdiState::Error);
    Driven device = tdiIn(state);
    CHECK(device.fire(event).accepted);
    CHECK(device.saved[0] == std::uint8_t(state));
}

TEST_CASE("a conventional reset leads to CONFIG_UNLOCKED from everywhere", "[tdi]") {
    Driven device = tdiIn(GENERATE(from_range(allStates)));
    CHECK(device.fire(ConventionalReset).accepted);
    CHECK(device.state() == "CONFIG_UNLOCKED");
}

TEST_CASE("a T=1 access is taken only in RUN", "[tdi]") {
    Driven machine(tdi());
    CHECK_FALSE(machine.fire(TrustedRequest).accepted);
    REQUIRE(machine.fire(LockInterfaceRequest, 1).accepted);
    CHECK_FALSE(machine.fire(TrustedRequest).accepted);
    REQUIRE(machine.fire(StartInterfaceRequest, 1).accepted);
    CHECK(machine.fire(TrustedRequest).accepted);
    CHECK(machine.state() == "RUN");
    REQUIRE(machine.fire(FunctionLevelReset).accepted);
    CHECK_FALSE(machine.fire(TrustedRequest).accepted);
}
