#include "machines/rmp_pages.h"

#include "catch.h"
#include "machines/driven.h"

using namespace bindlab;
using namespace bindlab::test;
using enum RmpPagesEvent;

TEST_CASE("the states and events of RMP pages are found under the values of their enums", "[sev]") {
    CHECK(stateNames(rmpPages()) == Names{"shared", "validated"});
    CHECK(eventNames(rmpPages()) == Names{"Validate", "Share"});
}

TEST_CASE("a guest validates its MMIO only under a context that is locked or runs", "[sev]") {
    Driven pages(rmpPages());
    CHECK(pages.refusal(Validate, 0) == "SEV_TIO_INVALID_STATE");
    CHECK(pages.state() == "shared");
    CHECK(pages.fire(Validate, 1).accepted);
    CHECK(pages.state() == "validated");
    CHECK(pages.fire(Validate, 1).accepted);
}

TEST_CASE("the host takes BAR pages back at any time", "[sev]") {
    Driven pages(rmpPages());
    CHECK(pages.play(Share));
    REQUIRE(pages.fire(Validate, 1).accepted);
    CHECK(pages.play(Share));
    CHECK(pages.state() == "shared");
}
