#include "machines/guest_driver.h"

#include "catch.h"
#include "machines/driven.h"

#include <cerrno>

using namespace bindlab;
using namespace bindlab::test;
using enum GuestDriverEvent;

namespace {

Driven driverIn(GuestDriverState state) {
    Driven driver(guestDriver());
    if (state != GuestDriverState::Untrusted)
        REQUIRE(driver.play(Bound));
    if (state == GuestDriverState::Lost)
        REQUIRE(driver.play(GuestDriverEvent::Lost));
    else {
        if (state >= GuestDriverState::Attested)
            REQUIRE(driver.play(ReportRead));
        if (state >= GuestDriverState::Accepted)
            REQUIRE(driver.play(GuestDriverEvent::Accepted));
        if (state >= GuestDriverState::Running)
            REQUIRE(driver.play(Started));
    }
    REQUIRE(driver.saved[0] == std::uint8_t(state));
    return driver;
}

const std::vector<GuestDriverState> withTdi{GuestDriverState::Locked, GuestDriverState::Attested,
                                            GuestDriverState::Accepted, GuestDriverState::Running};

} // namespace

TEST_CASE("a guest driver's states and events are found under the values of their enums", "[guest]") {
    CHECK(stateNames(guestDriver()) == Names{"untrusted", "locked", "attested", "accepted", "running", "lost"});
    CHECK(eventNames(guestDriver()) == Names{"Bound", "ReportRead", "Accepted", "Started", "Stopped", "Lost"});
}

SCENARIO("a guest binds, attests, accepts, starts and stops its device", "[guest]") {
    Driven driver = driverIn(GuestDriverState::Running);
    CHECK(driver.play(Stopped));
    CHECK(driver.state() == "untrusted");
    CHECK(driver.play(Bound));
}

TEST_CASE("a guest neither accepts nor starts what it has not attested", "[guest]") {
    Driven driver = driverIn(GuestDriverState::Locked);
    CHECK(driver.status(GuestDriverEvent::Accepted) == -EPERM);
    CHECK(driver.status(Started) == -EPERM);
    CHECK(driver.state() == "locked");
}

TEST_CASE("a guest may start before it accepts, and accept while it runs", "[guest]") {
    Driven driver = driverIn(GuestDriverState::Attested);
    CHECK(driver.play(Started));
    CHECK(driver.state() == "running");
    CHECK(driver.play(GuestDriverEvent::Accepted));
    CHECK(driver.state() == "running");
    CHECK(driver.status(Started) == -EBUSY);
}

TEST_CASE("a guest may read the report again, and accept again", "[guest]") {
    Driven driver = driverIn(GuestDriverState::Accepted);
    CHECK(driver.play(ReportRead, GuestDriverEvent::Accepted));
    CHECK(driver.state() == "accepted");
}

TEST_CASE("a guest without a bound device has nothing to read, accept or start", "[guest]") {
    Driven driver = driverIn(GENERATE(GuestDriverState::Untrusted, GuestDriverState::Lost));
    CHECK(driver.status(ReportRead) == -ENXIO);
    CHECK(driver.status(GuestDriverEvent::Accepted) == -ENXIO);
    CHECK(driver.status(Started) == -ENXIO);
}

TEST_CASE("whatever a guest had of its device it loses with it, and binding again starts over", "[guest]") {
    Driven driver = driverIn(GENERATE(from_range(withTdi)));
    CHECK(driver.play(GuestDriverEvent::Lost, GuestDriverEvent::Lost));
    CHECK(driver.state() == "lost");
    CHECK(driver.play(Bound));
    CHECK(driver.state() == "locked");
}

TEST_CASE("a guest that trusts nothing loses nothing", "[guest]") {
    Driven driver = driverIn(GuestDriverState::Untrusted);
    CHECK(driver.play(GuestDriverEvent::Lost));
    CHECK(driver.state() == "untrusted");
}

TEST_CASE("a stopped driver trusts nothing, wherever it was", "[guest]") {
    Driven driver = driverIn(GENERATE(GuestDriverState::Untrusted, GuestDriverState::Locked, GuestDriverState::Attested,
                                      GuestDriverState::Accepted, GuestDriverState::Running, GuestDriverState::Lost));
    CHECK(driver.play(Stopped));
    CHECK(driver.state() == "untrusted");
}

TEST_CASE("a guest binds once", "[guest]") {
    CHECK(driverIn(GENERATE(from_range(withTdi))).status(Bound) == -EBUSY);
}
