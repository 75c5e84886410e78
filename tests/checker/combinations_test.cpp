#include "checker/combinations.h"

#include "checker/matrix.h"
#include "catch.h"

#include <algorithm>

using namespace bindlab;

TEST_CASE("every combination of the flipped choices is there once, the design itself is not", "[combinations]")
{
    const Library& shipped = Library::shipped();
    CHECK(combinationsOf(shipped, "D6", {}).empty());
    CHECK(combinationsOf(shipped, "D6", {"serialise-bind"}) == std::vector<std::string>{"D6 +serialise-bind"});
    CHECK(combinationsOf(shipped, "D6", {"serialise-bind", "disconnect-refuses"})
          == std::vector<std::string>{"D6 +serialise-bind", "D6 +disconnect-refuses", "D6 +serialise-bind +disconnect-refuses"});
    CHECK(combinationsOf(shipped, "nobody's", {"serialise-bind"}).empty());
    CHECK(combinationsOf(shipped, "D6", {"nothing"}).empty());
}

TEST_CASE("a choice that the design has made is taken away", "[combinations]")
{
    CHECK(combinationsOf(Library::shipped(), "D8", {"disconnect-refuses"}) == std::vector<std::string>{"D8 -disconnect-refuses"});
}

TEST_CASE("another answer to the same question takes the place of the design's own", "[combinations]")
{
    CHECK(combinationsOf(Library::shipped(), "D6", {"exclusive-at-open"}) == std::vector<std::string>{"D6 +exclusive-at-open -shared-regions"});
}

TEST_CASE("what lacks a patch that it needs is left out", "[combinations]")
{
    // bme-is-a-zap needs hold-dev-set-over-zap.
    CHECK(combinationsOf(Library::shipped(), "D6", {"bme-is-a-zap"}).empty());
    CHECK(combinationsOf(Library::shipped(), "D6", {"bme-is-a-zap", "hold-dev-set-over-zap"}).size() == 2);
}

TEST_CASE("the sites of one patch are one switch, and no known mistake is a choice", "[combinations]")
{
    const auto switches = switchesOf(Library::shipped());
    const auto zap = std::ranges::find(switches, "unbind-before-zap", &DesignSwitch::id);
    REQUIRE(zap != switches.end());
    CHECK(zap->patches.size() == 8);
    for (const PatchInfo& patch : Library::shipped().patches()) {
        CAPTURE(patch.id);
        const auto count = std::ranges::count_if(switches, [&](const DesignSwitch& each) { return std::ranges::count(each.patches, patch.id) > 0; });
        CHECK(count == (patch.mutation ? 0 : 1));
    }
    // D8 has seven of the eight sites: it has them, and flipped it has none.
    const auto without = combinationsOf(Library::shipped(), "D8", {"unbind-before-zap"});
    REQUIRE(without.size() == 1);
    CHECK(designNamed(without.front()).patches.size() == 7);
}

TEST_CASE("what cannot be applied to the design's kernel is no combination, the rest compiles", "[combinations][invariant]")
{
    CHECK(combinationsOf(Library::shipped(), "D6", {"mutual-pins"}).empty());
    std::vector<std::string> broken;
    for (const DesignInfo& design : Library::shipped().designs())
        for (const DesignSwitch& each : switchesOf(Library::shipped()))
            for (const std::string& name : combinationsOf(Library::shipped(), design.id, {each.id})) {
                Selection selection = designNamed(name);
                selection.scenario = "S1";
                if (!Library::shipped().compile(selection))
                    broken.push_back(name);
            }
    CAPTURE(broken);
    CHECK(broken.empty());
}
