#include "catch.h"
#include "files_on_disk.h"
#include "flow/embedded.h"

TEST_CASE("every flow file is in the program, byte for byte", "[flow][embedded]") {
    const auto onDisk = filesOnDisk(BINDLAB_SOURCE_DIR "/statemachine/flows", ".flow");
    REQUIRE_FALSE(onDisk.empty());
    CHECK(asMap(bindlab::embeddedFlows()) == onDisk);
}
