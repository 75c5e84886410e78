#include "machines/dmar_entry.h"

#include "catch.h"
#include "machines/driven.h"

using namespace bindlab;
using namespace bindlab::test;
using enum DmarEntryEvent;

namespace {

/// Payload 1 of every event that has one, led there in the firmware's order.
Driven entryIn(DmarEntryState state) {
    Driven entry(dmarEntry());
    if (state >= DmarEntryState::Pending)
        REQUIRE(entry.fire(Add, 1).accepted);
    if (state >= DmarEntryState::Present)
        REQUIRE(entry.fire(Accept, 1).accepted);
    if (state >= DmarEntryState::Blocked)
        REQUIRE(entry.fire(Block, 1).accepted);
    if (state >= DmarEntryState::Invalidated)
        REQUIRE(entry.play(Invalidate));
    REQUIRE(entry.saved[0] == std::uint8_t(state));
    return entry;
}

const std::string mapping = "TDX_DMAR_INVALID_MAPPING_STATE";

} // namespace

TEST_CASE("a DMA entry's states and events are found under the values of their enums", "[dmar]") {
    CHECK(stateNames(dmarEntry()) == Names{"FREE", "PENDING", "PRESENT", "BLOCKED", "INVALIDATED"});
    CHECK(eventNames(dmarEntry()) == Names{"Add", "Accept", "Block", "Invalidate", "Remove"});
}

SCENARIO("trusted DMA is added, accepted, blocked, invalidated and removed", "[dmar]") {
    Driven entry = entryIn(DmarEntryState::Invalidated);
    CHECK(entry.fire(Remove, 1).accepted);
    CHECK(entry.state() == "FREE");
}

TEST_CASE("a guest accepts DMA only while the record is locked or runs, and may accept again", "[dmar]") {
    Driven entry = entryIn(GENERATE(DmarEntryState::Pending, DmarEntryState::Present));
    const std::string before = entry.state();
    CHECK(entry.refusal(Accept, 0) == "TDX_DEVIF_TDISP_INVALID_STATE");
    CHECK(entry.state() == before);
    CHECK(entry.fire(Accept, 1).accepted);
    CHECK(entry.state() == "PRESENT");
}

TEST_CASE("an entry that was never accepted is blocked as well", "[dmar]") {
    Driven entry = entryIn(DmarEntryState::Pending);
    CHECK(entry.fire(Block, 1).accepted);
    CHECK(entry.state() == "BLOCKED");
}

TEST_CASE("a blocked entry is removed only after its invalidation", "[dmar]") {
    Driven entry = entryIn(DmarEntryState::Blocked);
    CHECK(entry.refusal(Remove, 1) == "TDX_DMAR_INVALID_INV_STATE");
    CHECK(entry.play(Invalidate));
    CHECK(entry.fire(Remove, 1).accepted);
}

TEST_CASE("an entry in use is not removed or invalidated unless it is blocked first", "[dmar]") {
    Driven entry = entryIn(GENERATE(DmarEntryState::Free, DmarEntryState::Pending, DmarEntryState::Present));
    CHECK(entry.refusal(Remove, 1) == mapping);
    CHECK(entry.refusal(Invalidate) == mapping);
}

TEST_CASE("adding, blocking and removing need the DEVIF", "[dmar]") {
    CHECK(entryIn(DmarEntryState::Free).refusal(Add, 0) == mapping);
    CHECK(entryIn(DmarEntryState::Present).refusal(Block, 0) == mapping);
    CHECK(entryIn(DmarEntryState::Invalidated).refusal(Remove, 0) == mapping);
}

TEST_CASE("an entry is added once, and nothing is accepted or blocked before", "[dmar]") {
    const DmarEntryState inUse = GENERATE(DmarEntryState::Pending, DmarEntryState::Present, DmarEntryState::Blocked,
                                          DmarEntryState::Invalidated);
    CHECK(entryIn(inUse).refusal(Add, 1) == mapping);
    const DmarEntryState notInUse =
        GENERATE(DmarEntryState::Free, DmarEntryState::Blocked, DmarEntryState::Invalidated);
    CHECK(entryIn(notInUse).refusal(Accept, 1) == mapping);
    CHECK(entryIn(notInUse).refusal(Block, 1) == mapping);
}
