#include "flow/library.h"
#include "flow/program.h"

#include "catch.h"

using namespace bindlab;
using Catch::Matchers::Contains;

namespace {

/// A file with its own structure, which the shipped flows have under that name too.
const std::string alone = R"(struct Vdevice {
    int users;
    mutex lock;
}
global Vdevice vdev;
flow f() : kernel {
    lock(vdev.lock);
    vdev.users = 1;
    unlock(vdev.lock);
}
scenario Mine mine "one thread" { thread T1 { f(); } }
)";

const std::string ownDesign = "design Own \"as D6, under a name of mine\" : merged { }\n";

bool has(const Library& library, const std::string& design)
{
    for (const DesignInfo& info : library.designs())
        if (info.id == design)
            return true;
    return false;
}

} // namespace

TEST_CASE("a file that needs no design stands alone, though it has names that the shipped flows have", "[library]")
{
    const auto library = libraryWith("mine.flow", alone);
    REQUIRE(library);
    CHECK(library->designs().empty());
    CHECK(library->compile(onlyNamesIn("mine.flow", alone)));
}

TEST_CASE("a file with a design of its own, or one that is to run on a design, comes with the shipped flows", "[library]")
{
    const auto library = libraryWith("own.flow", ownDesign);
    REQUIRE(library);
    CHECK(has(*library, "Own"));
    CHECK(has(*library, "D6"));
    const auto asked = libraryWith("mine.flow", alone, "D6");
    REQUIRE(asked);
    CHECK(has(*asked, "D6"));
    const auto clash = asked->compile({"D6", {}, "Mine", "tdx"});
    REQUIRE_FALSE(clash);
    CHECK_THAT(toText(clash.error()), Contains("Vdevice"));
}

TEST_CASE("what is wrong with a file is told with that of its names and types", "[library]")
{
    const auto library = libraryWith("bad.flow", alone + "flow g() : kernel { vdev.user = 1; }\nflow h() : kernel { vdev.users = ; }\n");
    REQUIRE_FALSE(library);
    CHECK_THAT(toText(library.error()), Contains("bad.flow:12:") && Contains("bad.flow:13:"));
}

TEST_CASE("what a file holds exactly one of need not be named", "[library]")
{
    CHECK(onlyNamesIn("mine.flow", alone) == Selection{"", {}, "Mine", "tdx"});
    CHECK(onlyNamesIn("own.flow", ownDesign).design == "Own");
    CHECK(onlyNamesIn("two.flow", alone + "scenario Other other \"the same\" { thread T1 { f(); } }\n").scenario.empty());
    CHECK(onlyNamesIn("", "") == Selection{});
}
