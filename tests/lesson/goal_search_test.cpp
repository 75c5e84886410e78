#include "lesson/goal_search.h"

#include "catch.h"
#include "lesson/facts.h"
#include "tiny_models.h"

#include <algorithm>
#include <tuple>

using namespace bindlab;

TEST_CASE("the nearest way to a goal is as short as the checker's run", "[lesson][goals]")
{
    for (const auto& [design, scenario, property] : {std::tuple{"D3a", "S3", "I3"}, {"D3a", "S23", "I10"}, {"D6", "S5", "I5"}}) {
        const auto model = testing::shipped(design, scenario);
        const auto result = testing::checked(model, {property});
        REQUIRE_FALSE(result.violations.empty());
        const auto shortestOf = std::ranges::min_element(result.violations, {}, [](const Violation& one) { return one.steps.size(); });
        const auto way = nearest(Run(model), {{Fact{FactSubject::Finding, property, {}, 0}}});
        REQUIRE(way);
        CHECK(way->size() == shortestOf->steps.size());
    }
}

TEST_CASE("a goal of several facts is reached only where all of them hold", "[lesson][goals]")
{
    const Goal goal{Fact{FactSubject::Object, "vdevice", {{"is", {"freed"}, 0}}, 0},
                    Fact{FactSubject::Call, "IOMMU_DESTROY", {{"returned", {"0"}, 0}}, 0}};
    const Run start(testing::shipped("D6", "S3"));
    const auto way = nearest(start, {goal});
    REQUIRE(way);
    const auto run = replay(start.sharedModel(), *way);
    REQUIRE(run);
    CHECK(Scene(*run).reach({goal}));
    const auto both = nearest(start, {{Fact{FactSubject::Object, "vdevice", {{"is", {"absent"}, 0}}, 0}}});
    REQUIRE_FALSE(both);
    INFO(both.error());
    CHECK(both.error().find("no run reaches it") != std::string::npos);
    CHECK(nearest(*run, {goal})->empty());
}

TEST_CASE("going round for ever is a goal too", "[lesson][goals]")
{
    const auto model = testing::compiled(R"(
global Flag flag;
struct Flag { bool up; }
scenario S one "" {
    thread T1 "raises it" { while (true) { flag.up = true; flag.up = false; } }
}
)");
    const auto way = nearest(Run(model), {{Fact{FactSubject::Loop, "", {{"is", {"loops"}, 0}}, 0}}});
    REQUIRE(way);
    const auto run = replay(model, *way);
    REQUIRE(run);
    CHECK(run->loopsTo() >= 0);
}
