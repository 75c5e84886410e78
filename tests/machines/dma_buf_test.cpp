#include "machines/dma_buf.h"

#include "catch.h"
#include "machines/driven.h"

#include <cerrno>

using namespace bindlab;
using namespace bindlab::test;
using enum DmaBufEvent;

namespace {

constexpr int memoryDisabled = 0;
constexpr int memoryEnabled = 1;

} // namespace

TEST_CASE("a dma-buf's states and events are found under the values of their enums", "[vfio]") {
    CHECK(stateNames(dmaBuf()) == Names{"none", "mapped", "revoked", "cleaned up"});
    CHECK(eventNames(dmaBuf()) == Names{"Export", "Revoke", "Restore", "CleanUp", "Put", "Import"});
}

TEST_CASE("an export starts revoked when memory is disabled", "[vfio]") {
    Driven enabled(dmaBuf());
    CHECK(enabled.fire(Export, memoryEnabled).accepted);
    CHECK(enabled.state() == "mapped");
    Driven disabled(dmaBuf());
    CHECK(disabled.fire(Export, memoryDisabled).accepted);
    CHECK(disabled.state() == "revoked");
}

TEST_CASE("an importer maps only what is not revoked", "[vfio]") {
    Driven buffer(dmaBuf());
    CHECK(buffer.status(Import) == -ENODEV);
    REQUIRE(buffer.fire(Export, memoryEnabled).accepted);
    CHECK(buffer.play(Import));
    REQUIRE(buffer.play(Revoke));
    CHECK(buffer.status(Import) == -ENODEV);
    CHECK(buffer.play(Restore, Import));
    REQUIRE(buffer.play(CleanUp));
    CHECK(buffer.status(Import) == -ENODEV);
}

TEST_CASE("a move that finds nothing to do is accepted", "[vfio]") {
    Driven buffer(dmaBuf());
    CHECK(buffer.play(Revoke, Restore, CleanUp));
    CHECK(buffer.state() == "none");
    REQUIRE(buffer.fire(Export, memoryEnabled).accepted);
    CHECK(buffer.play(Restore));
    CHECK(buffer.state() == "mapped");
    CHECK(buffer.play(Revoke, Revoke));
    CHECK(buffer.state() == "revoked");
}

TEST_CASE("after the clean-up no move brings an export back", "[vfio]") {
    Driven buffer(dmaBuf());
    REQUIRE(buffer.fire(Export, GENERATE(memoryDisabled, memoryEnabled)).accepted);
    REQUIRE(buffer.play(CleanUp));
    CHECK(buffer.play(Revoke, Restore, CleanUp));
    CHECK(buffer.state() == "cleaned up");
    CHECK(buffer.play(Put));
    CHECK(buffer.state() == "none");
}

TEST_CASE("the BARs are exported once at a time", "[vfio]") {
    const int memory = GENERATE(memoryDisabled, memoryEnabled);
    Driven buffer(dmaBuf());
    REQUIRE(buffer.fire(Export, memory).accepted);
    CHECK(buffer.status(Export, memory) == -EBUSY);
    REQUIRE(buffer.play(CleanUp));
    CHECK(buffer.status(Export, memory) == -EBUSY);
    CHECK(buffer.play(Put));
    CHECK(buffer.fire(Export, memory).accepted);
}
