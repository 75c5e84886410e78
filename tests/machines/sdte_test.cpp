#include "machines/sdte.h"

#include "catch.h"
#include "machines/driven.h"

using namespace bindlab;
using namespace bindlab::test;
using enum SdteEvent;

TEST_CASE("the states and events of an sDTE are found under the values of their enums", "[sev]") {
    CHECK(stateNames(sdte()) == Names{"off", "on"});
    CHECK(eventNames(sdte()) == Names{"Enable", "Disable"});
}

TEST_CASE("a guest accepts DMA only under a context that is locked or runs", "[sev]") {
    Driven dma(sdte());
    CHECK(dma.refusal(Enable, 0) == "SEV_TIO_INVALID_STATE");
    CHECK(dma.state() == "off");
    CHECK(dma.fire(Enable, 1).accepted);
    CHECK(dma.state() == "on");
}

TEST_CASE("disabling trusted DMA is never refused", "[sev]") {
    Driven dma(sdte());
    CHECK(dma.play(Disable));
    REQUIRE(dma.fire(Enable, 1).accepted);
    CHECK(dma.play(Disable));
    CHECK(dma.state() == "off");
}
