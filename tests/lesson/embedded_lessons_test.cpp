#include "catch.h"
#include "files_on_disk.h"
#include "lesson/embedded_lessons.h"

TEST_CASE("every lesson file is in the program, byte for byte", "[lesson][embedded]") {
    const auto onDisk = filesOnDisk(BINDLAB_SOURCE_DIR "/lessons", ".md");
    REQUIRE_FALSE(onDisk.empty());
    CHECK(asMap(bindlab::embeddedLessons()) == onDisk);
}
