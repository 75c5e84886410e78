#include "machines/bar_regions.h"

#include "catch.h"
#include "machines/driven.h"

#include <cerrno>

using namespace bindlab;
using namespace bindlab::test;
using enum BarRegionsEvent;

TEST_CASE("the states and events of BAR regions are found under the values of their enums", "[vfio]") {
    CHECK(stateNames(barRegions()) == Names{"free", "vfio_pci", "exclusive", "vfio_pci_tsm", "other driver"});
    CHECK(eventNames(barRegions()) ==
          Names{"RequestLazy", "RequestForTsm", "RequestAtOpen", "Release", "RequestByOther", "ReleaseByOther"});
}

TEST_CASE("a TSM bind that wants the regions for itself is busy once a BAR was touched", "[vfio]") {
    Driven regions(barRegions());
    REQUIRE(regions.play(RequestLazy));
    CHECK(regions.status(RequestForTsm) == -EBUSY);
    CHECK(regions.state() == "vfio_pci");
    CHECK(regions.play(Release, RequestForTsm));
    CHECK(regions.state() == "vfio_pci_tsm");
    CHECK(regions.status(RequestForTsm) == -EBUSY);
}

TEST_CASE("once VFIO holds the regions by any name, an access asks for nothing", "[vfio]") {
    const BarRegionsEvent first = GENERATE(RequestLazy, RequestForTsm, RequestAtOpen);
    Driven regions(barRegions());
    REQUIRE(regions.play(first));
    const std::string owner = regions.state();
    CHECK(regions.play(RequestLazy));
    CHECK(regions.state() == owner);
    CHECK(regions.play(Release));
    CHECK(regions.state() == "free");
}

TEST_CASE("regions have one owner", "[vfio]") {
    const BarRegionsEvent first = GENERATE(RequestLazy, RequestForTsm, RequestAtOpen, RequestByOther);
    Driven regions(barRegions());
    REQUIRE(regions.play(first));
    CHECK(regions.status(RequestForTsm) == -EBUSY);
    CHECK(regions.status(RequestAtOpen) == -EBUSY);
    CHECK(regions.status(RequestByOther) == -EBUSY);
}

TEST_CASE("another driver's regions are its own to release", "[vfio]") {
    Driven regions(barRegions());
    CHECK(regions.status(ReleaseByOther) == -EINVAL);
    REQUIRE(regions.play(RequestByOther));
    CHECK(regions.status(RequestLazy) == -EBUSY);
    CHECK(regions.play(Release));
    CHECK(regions.state() == "other driver");
    CHECK(regions.play(ReleaseByOther));
    CHECK(regions.state() == "free");
    CHECK(regions.status(ReleaseByOther) == -EINVAL);
}

TEST_CASE("releasing free regions does nothing", "[vfio]") {
    Driven regions(barRegions());
    CHECK(regions.play(Release));
    CHECK(regions.state() == "free");
}
