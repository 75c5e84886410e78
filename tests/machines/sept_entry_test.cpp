#include "machines/sept_entry.h"

#include "catch.h"
#include "machines/driven.h"

using namespace bindlab;
using namespace bindlab::test;
using enum SeptEntryEvent;

namespace {

Driven entryIn(SeptEntryState state) {
    Driven entry(septEntry());
    if (state >= SeptEntryState::MmioPending)
        REQUIRE(entry.fire(Map, 1).accepted);
    if (state >= SeptEntryState::MmioMapped)
        REQUIRE(entry.fire(Accept, 1).accepted);
    if (state >= SeptEntryState::Blocked)
        REQUIRE(entry.play(Block));
    if (state >= SeptEntryState::Tracked)
        REQUIRE(entry.play(Track));
    REQUIRE(entry.saved[0] == std::uint8_t(state));
    return entry;
}

const std::string wrongState = "TDX_EPT_ENTRY_STATE_INCORRECT";

} // namespace

TEST_CASE("an S-EPT entry's states and events are found under the values of their enums", "[sept]") {
    CHECK(stateNames(septEntry()) == Names{"FREE", "MMIO_PENDING", "MMIO_MAPPED", "BLOCKED", "TRACKED"});
    CHECK(eventNames(septEntry()) == Names{"Map", "Accept", "Block", "Track", "Unmap"});
}

SCENARIO("private MMIO is mapped, accepted, blocked, tracked and unmapped", "[sept]") {
    Driven entry = entryIn(SeptEntryState::Tracked);
    CHECK(entry.fire(Unmap, 1).accepted);
    CHECK(entry.state() == "FREE");
    CHECK(entry.fire(Map, 1).accepted);
}

TEST_CASE("a page is mapped only with its metadata in order, and only where nothing is", "[sept]") {
    Driven entry = entryIn(SeptEntryState::Free);
    CHECK(entry.refusal(Map, 0) == "TDX_MMIO_INVALID_PAGE_METADATA");
    CHECK(entry.state() == "FREE");
    CHECK(entryIn(GENERATE(SeptEntryState::MmioPending, SeptEntryState::MmioMapped, SeptEntryState::Blocked,
                           SeptEntryState::Tracked)).refusal(Map, 1) == wrongState);
}

TEST_CASE("a guest accepts pending MMIO only while the record is locked or runs", "[sept]") {
    Driven entry = entryIn(SeptEntryState::MmioPending);
    CHECK(entry.refusal(Accept, 0) == "TDX_DEVIF_TDISP_INVALID_STATE");
    CHECK(entry.state() == "MMIO_PENDING");
    CHECK(entry.fire(Accept, 1).accepted);
    CHECK(entry.refusal(Accept, 1) == wrongState);
    CHECK(entryIn(SeptEntryState::Free).refusal(Accept, 1) == wrongState);
}

TEST_CASE("MMIO of a locked TDI stays mapped, and the unmap is repeated without blocking again", "[sept]") {
    Driven entry = entryIn(SeptEntryState::Tracked);
    CHECK(entry.refusal(Unmap, 0) == "TDX_DEVIF_TDISP_INVALID_STATE");
    CHECK(entry.state() == "TRACKED");
    CHECK(entry.fire(Unmap, 1).accepted);
}

TEST_CASE("an unmap comes after block and track", "[sept]") {
    CHECK(entryIn(SeptEntryState::Blocked).refusal(Unmap, 1) == "TDX_TLB_TRACKING_NOT_DONE");
    CHECK(entryIn(SeptEntryState::MmioPending).refusal(Unmap, 1) == "TDX_GPA_RANGE_NOT_BLOCKED");
    CHECK(entryIn(SeptEntryState::MmioMapped).refusal(Unmap, 1) == "TDX_GPA_RANGE_NOT_BLOCKED");
    CHECK(entryIn(SeptEntryState::Free).refusal(Unmap, 1) == wrongState);
}

TEST_CASE("a pending entry is blocked as a mapped one is, others are not", "[sept]") {
    Driven entry = entryIn(GENERATE(SeptEntryState::MmioPending, SeptEntryState::MmioMapped));
    CHECK(entry.play(Block));
    CHECK(entry.state() == "BLOCKED");
    CHECK(entryIn(GENERATE(SeptEntryState::Free, SeptEntryState::Blocked, SeptEntryState::Tracked)).refusal(Block) ==
          wrongState);
}

TEST_CASE("tracking never fails, and counts only for a blocked entry", "[sept]") {
    const SeptEntryState state = GENERATE(SeptEntryState::Free, SeptEntryState::MmioPending, SeptEntryState::MmioMapped,
                                          SeptEntryState::Tracked);
    Driven entry = entryIn(state);
    CHECK(entry.play(Track));
    CHECK(entry.saved[0] == std::uint8_t(state));
}
