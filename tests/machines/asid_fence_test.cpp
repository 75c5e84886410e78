#include "machines/asid_fence.h"

#include "catch.h"
#include "machines/driven.h"

using namespace bindlab;
using namespace bindlab::test;
using enum AsidFenceEvent;

TEST_CASE("a fence's states and events are found under the values of their enums", "[sev]") {
    CHECK(stateNames(asidFence()) == Names{"clear", "raised"});
    CHECK(eventNames(asidFence()) == Names{"Raise", "Clear"});
}

TEST_CASE("a fence is raised and cleared, however often", "[sev]") {
    Driven fence(asidFence());
    CHECK(fence.play(Clear));
    CHECK(fence.state() == "clear");
    CHECK(fence.play(Raise, Raise));
    CHECK(fence.state() == "raised");
    CHECK(fence.play(Clear));
    CHECK(fence.state() == "clear");
}
