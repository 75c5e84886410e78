#include "machines/rmm_vdev.h"

#include "catch.h"
#include "machines/driven.h"

using namespace bindlab;
using namespace bindlab::test;
using enum RmmVdevEvent;

namespace {

Driven vdevIn(RmmVdevState state) {
    Driven vdev(rmmVdev());
    if (state >= RmmVdevState::New)
        REQUIRE(vdev.play(Create));
    if (state >= RmmVdevState::Unlocked)
        REQUIRE(vdev.play(Communicate));
    if (state >= RmmVdevState::Locked)
        REQUIRE(vdev.fire(Lock, 1).accepted);
    if (state == RmmVdevState::Started)
        REQUIRE(vdev.fire(Start, 1).accepted);
    if (state == RmmVdevState::Error)
        REQUIRE(vdev.play(Fault));
    REQUIRE(vdev.saved[0] == std::uint8_t(state));
    return vdev;
}

} // namespace

TEST_CASE("a vdev's states and events are found under the values of their enums", "[cca]") {
    CHECK(stateNames(rmmVdev()) == Names{"none", "NEW", "UNLOCKED", "LOCKED", "STARTED", "ERROR"});
    CHECK(eventNames(rmmVdev()) == Names{"Create", "Communicate", "Lock", "Start", "Fault", "Unlock", "Destroy"});
}

SCENARIO("a vdev is locked, started, unlocked and destroyed", "[cca]") {
    Driven vdev = vdevIn(RmmVdevState::Started);
    CHECK(vdev.play(Unlock));
    CHECK(vdev.state() == "UNLOCKED");
    CHECK(vdev.play(Destroy));
    CHECK(vdev.state() == "none");
}

TEST_CASE("a device that does not answer leaves its vdev as it was", "[cca]") {
    Driven unlocked = vdevIn(RmmVdevState::Unlocked);
    CHECK(unlocked.refusal(Lock, 0) == "RMI_ERROR_DEVICE");
    CHECK(unlocked.state() == "UNLOCKED");
    Driven locked = vdevIn(RmmVdevState::Locked);
    CHECK(locked.refusal(Start, 0) == "RMI_ERROR_DEVICE");
    CHECK(locked.state() == "LOCKED");
}

TEST_CASE("a vdev is locked only in UNLOCKED and started only in LOCKED", "[cca]") {
    for (RmmVdevState state : {RmmVdevState::New, RmmVdevState::Locked, RmmVdevState::Started, RmmVdevState::Error})
        CHECK(vdevIn(state).refusal(Lock, 1) == "RMI_ERROR_DEVICE");
    for (RmmVdevState state : {RmmVdevState::New, RmmVdevState::Unlocked, RmmVdevState::Started, RmmVdevState::Error})
        CHECK(vdevIn(state).refusal(Start, 1) == "RMI_ERROR_DEVICE");
}

TEST_CASE("a locked vdev is not destroyed, and unlocking leads there", "[cca]") {
    Driven vdev = vdevIn(GENERATE(RmmVdevState::Locked, RmmVdevState::Started, RmmVdevState::Error));
    CHECK(vdev.refusal(Destroy) == "RMI_ERROR_DEVICE");
    CHECK(vdev.play(Unlock, Destroy));
    CHECK(vdev.state() == "none");
}

TEST_CASE("a vdev that was never spoken to is destroyed as well, but not unlocked", "[cca]") {
    CHECK(vdevIn(RmmVdevState::New).play(Destroy));
    CHECK(vdevIn(RmmVdevState::New).refusal(Unlock) == "RMI_ERROR_DEVICE");
    CHECK(vdevIn(RmmVdevState::Unlocked).refusal(Unlock) == "RMI_ERROR_DEVICE");
}

TEST_CASE("a fault puts a locked or started vdev into ERROR and no other", "[cca]") {
    for (RmmVdevState state : {RmmVdevState::Locked, RmmVdevState::Started}) {
        Driven vdev = vdevIn(state);
        CHECK(vdev.play(Fault));
        CHECK(vdev.state() == "ERROR");
    }
    for (RmmVdevState state : {RmmVdevState::None, RmmVdevState::New, RmmVdevState::Unlocked, RmmVdevState::Error}) {
        Driven vdev = vdevIn(state);
        CHECK(vdev.play(Fault));
        CHECK(vdev.saved[0] == std::uint8_t(state));
    }
}

TEST_CASE("a command that names no vdev, and a second vdev, are bad input", "[cca]") {
    const RmmVdevEvent command = GENERATE(Communicate, Lock, Start, Unlock, Destroy);
    CHECK(vdevIn(RmmVdevState::None).refusal(command) == "RMI_ERROR_INPUT");
    CHECK(vdevIn(RmmVdevState::New).refusal(Create) == "RMI_ERROR_INPUT");
}

TEST_CASE("a vdev is spoken to once", "[cca]") {
    CHECK(vdevIn(RmmVdevState::Unlocked).refusal(Communicate) == "RMI_ERROR_DEVICE");
}
