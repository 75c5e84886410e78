#include "machines/sev_tdi.h"

#include "catch.h"
#include "machines/driven.h"

using namespace bindlab;
using namespace bindlab::test;
using enum SevTdiEvent;

namespace {

Driven contextIn(SevTdiState state) {
    Driven context(sevTdi());
    if (state >= SevTdiState::Unlocked)
        REQUIRE(context.play(TdiCreate));
    if (state >= SevTdiState::Locked)
        REQUIRE(context.fire(BindLock, 1).accepted);
    if (state >= SevTdiState::Run)
        REQUIRE(context.fire(BindRun, 1).accepted);
    REQUIRE(context.saved[0] == std::uint8_t(state));
    return context;
}

const std::string wrongState = "SEV_TIO_INVALID_STATE";

} // namespace

TEST_CASE("a TDI context's states and events are found under the values of their enums", "[sev]") {
    CHECK(stateNames(sevTdi()) == Names{"none", "UNLOCKED", "LOCKED", "RUN"});
    CHECK(eventNames(sevTdi()) == Names{"TdiCreate", "BindLock", "BindRun", "Unbind", "Reclaim"});
}

SCENARIO("a TDI context is created, bound, run, unbound and reclaimed", "[sev]") {
    Driven context = contextIn(SevTdiState::Run);
    CHECK(context.play(Unbind));
    CHECK(context.state() == "UNLOCKED");
    CHECK(context.play(Reclaim));
    CHECK(context.state() == "none");
}

TEST_CASE("a device that does not answer leaves its context as it was", "[sev]") {
    Driven unlocked = contextIn(SevTdiState::Unlocked);
    CHECK(unlocked.refusal(BindLock, 0) == "SEV_TIO_DEVICE_ERROR");
    CHECK(unlocked.state() == "UNLOCKED");
    Driven locked = contextIn(SevTdiState::Locked);
    CHECK(locked.refusal(BindRun, 0) == "SEV_TIO_DEVICE_ERROR");
    CHECK(locked.state() == "LOCKED");
}

TEST_CASE("a context is bound in UNLOCKED and run in LOCKED", "[sev]") {
    for (SevTdiState state : {SevTdiState::None, SevTdiState::Locked, SevTdiState::Run})
        CHECK(contextIn(state).refusal(BindLock, 1) == wrongState);
    for (SevTdiState state : {SevTdiState::None, SevTdiState::Unlocked, SevTdiState::Run})
        CHECK(contextIn(state).refusal(BindRun, 1) == wrongState);
}

TEST_CASE("a bound context is not reclaimed before it is unbound", "[sev]") {
    Driven context = contextIn(GENERATE(SevTdiState::Locked, SevTdiState::Run));
    CHECK(context.refusal(Reclaim) == wrongState);
    CHECK(context.play(Unbind, Reclaim));
}

TEST_CASE("there is nothing to unbind in UNLOCKED, and nothing to reclaim or unbind without a context", "[sev]") {
    CHECK(contextIn(SevTdiState::Unlocked).refusal(Unbind) == wrongState);
    CHECK(contextIn(SevTdiState::None).refusal(Unbind) == wrongState);
    CHECK(contextIn(SevTdiState::None).refusal(Reclaim) == wrongState);
}

TEST_CASE("a TDI has one context", "[sev]") {
    CHECK(contextIn(GENERATE(SevTdiState::Unlocked, SevTdiState::Locked, SevTdiState::Run)).refusal(TdiCreate) ==
          wrongState);
}
