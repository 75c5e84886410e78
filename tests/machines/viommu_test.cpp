#include "machines/viommu.h"

#include "catch.h"
#include "machines/driven.h"

#include <cerrno>

using namespace bindlab;
using namespace bindlab::test;
using enum ViommuEvent;

TEST_CASE("a viommu's states and events are found under the values of their enums", "[viommu]") {
    CHECK(stateNames(viommu()) == Names{"none", "live", "removed"});
    CHECK(eventNames(viommu()) == Names{"Alloc", "Remove", "Free"});
}

SCENARIO("a viommu is allocated, removed and freed", "[viommu]") {
    Driven object(viommu());
    CHECK(object.play(Alloc));
    CHECK(object.state() == "live");
    CHECK(object.play(Remove));
    CHECK(object.state() == "removed");
    CHECK(object.play(Free));
    CHECK(object.state() == "none");
}

TEST_CASE("a viommu is freed only once it has left the table", "[viommu]") {
    Driven object(viommu());
    CHECK(object.status(Free) == -ENOENT);
    REQUIRE(object.play(Alloc));
    CHECK(object.status(Free) == -EBUSY);
    CHECK(object.state() == "live");
}

TEST_CASE("a viommu is removed from the table once, and allocated once", "[viommu]") {
    Driven object(viommu());
    CHECK(object.status(Remove) == -ENOENT);
    REQUIRE(object.play(Alloc));
    CHECK(object.status(Alloc) == -EEXIST);
    REQUIRE(object.play(Remove));
    CHECK(object.status(Remove) == -ENOENT);
    CHECK(object.status(Alloc) == -EEXIST);
}
