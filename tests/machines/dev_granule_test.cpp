#include "machines/dev_granule.h"

#include "catch.h"
#include "machines/driven.h"

using namespace bindlab;
using namespace bindlab::test;
using enum DevGranuleEvent;

TEST_CASE("the states and events of granules are found under the values of their enums", "[cca]") {
    CHECK(stateNames(devGranule()) == Names{"undelegated", "assigned", "validated", "destroyed"});
    CHECK(eventNames(devGranule()) == Names{"Assign", "Validate", "Destroy", "Undelegate"});
}

SCENARIO("a realm validates device memory and the host takes it away", "[cca]") {
    Driven granules(devGranule());
    CHECK(granules.play(Assign));
    CHECK(granules.fire(Validate, 1).accepted);
    CHECK(granules.state() == "validated");
    CHECK(granules.play(Destroy));
    CHECK(granules.state() == "destroyed");
    CHECK(granules.play(Undelegate));
    CHECK(granules.state() == "undelegated");
}

TEST_CASE("device memory is validated only under a vdev that is locked or started", "[cca]") {
    Driven granules(devGranule());
    REQUIRE(granules.play(Assign));
    CHECK(granules.refusal(Validate, 0) == "RSI_ERROR_STATE");
    CHECK(granules.state() == "assigned");
}

TEST_CASE("a realm validates assigned granules only", "[cca]") {
    Driven granules(devGranule());
    CHECK(granules.refusal(Validate, 1) == "RSI_ERROR_STATE");
    REQUIRE(granules.play(Assign, Destroy));
    CHECK(granules.refusal(Validate, 1) == "RSI_ERROR_STATE");
    CHECK(granules.state() == "destroyed");
}

TEST_CASE("granules are assigned only when the host has them", "[cca]") {
    Driven granules(devGranule());
    REQUIRE(granules.play(Assign));
    CHECK(granules.refusal(Assign) == "RMI_ERROR_RTT");
    REQUIRE(granules.play(Destroy));
    CHECK(granules.refusal(Assign) == "RMI_ERROR_RTT");
    CHECK(granules.play(Undelegate, Assign));
}

TEST_CASE("the host may unmap device memory at any time, also when nothing is mapped", "[cca]") {
    Driven granules(devGranule());
    CHECK(granules.play(Destroy));
    CHECK(granules.state() == "undelegated");
    CHECK(granules.play(Assign, Destroy, Destroy));
    CHECK(granules.state() == "destroyed");
}
