#include "adders.h"

using namespace bindlab;
using namespace bindlab::testing;
using Catch::Matchers::Contains;

namespace {

const ComparedProperty& property(const std::vector<ComparedProperty>& properties, const std::string& id)
{
    const auto found = std::ranges::find(properties, id, &ComparedProperty::id);
    REQUIRE(found != properties.end());
    return *found;
}

} // namespace

TEST_CASE("two designs are compared on the run that breaks the first and not the second", "[compare]")
{
    const Comparison comparison = compare(library(), pair("bare", "locked"));
    REQUIRE(comparison.schedule == Schedule::FailureOfFirst);
    CHECK(comparison.played.property == "P");
    CHECK(comparison.sides[0].run->trace().steps == comparison.played.steps);
    CHECK(comparison.sides[0].run->position() == 0);
}

TEST_CASE("when only the second breaks something its run is played", "[compare]")
{
    const Comparison comparison = compare(library(), pair("locked", "bare"));
    CHECK(comparison.schedule == Schedule::FailureOfSecond);
    CHECK(comparison.sides[1].run->trace().steps == comparison.played.steps);
}

TEST_CASE("verdicts stand side by side for each property", "[compare]")
{
    const auto properties = comparedProperties(compare(library(), pair("bare", "locked")));
    const ComparedProperty& lost = property(properties, "P");
    CHECK(lost.differs());
    CHECK(lost.sides[0].verdict == Verdict::Violated);
    REQUIRE(lost.sides[0].violations.size() == 1);
    CHECK(lost.sides[0].violations.front().failure == "F99");
    CHECK(lost.sides[1].verdict == Verdict::Holds);
    CHECK_FALSE(property(properties, "Q").differs());
    CHECK(property(properties, "Q").sides[1].verdict == Verdict::Violated);
}

TEST_CASE("a design that does not compile leaves no lock step, and says why", "[compare]")
{
    const Comparison comparison = compare(library(), pair("bare", "broken"));
    CHECK(comparison.schedule == Schedule::None);
    CHECK(comparison.sides[1].model == nullptr);
    CHECK_THAT(comparison.sides[1].cell.error, Contains("adders.flow:"));
    CHECK_FALSE(comparison.sides[0].run);
    CHECK(comparison.sides[0].cell.result.verdict == Verdict::Violated);
    CHECK(comparison.sentence.empty());
    CHECK(property(comparedProperties(comparison), "P").sides[1].verdict == Verdict::NotApplicable);
}

TEST_CASE("a scenario that is about one of the two leaves no lock step, and says why", "[compare]")
{
    Library made = library();
    made.add("own.flow", "scenario own own-one \"about one design\" only lockedLow { thread T1 { add(); add(); } }\n");
    const Comparison comparison = compare(made, pair("lockedLow", "bare", "own"));
    CHECK(comparison.schedule == Schedule::None);
    CHECK(comparison.sides[0].cell.result.verdict == Verdict::Holds);
    CHECK(comparison.sides[1].cell.result.verdict == Verdict::NotApplicable);
    CHECK_THAT(comparison.sides[1].cell.whyNotApplicable, Contains("lockedLow"));
}

TEST_CASE("a comparison that is stopped has no verdict", "[compare]")
{
    const std::atomic<bool> stop = true;
    CompareOptions options;
    options.cancel = &stop;
    const Comparison comparison = compare(library(), pair("bare", "locked"), options);
    for (const ComparedSide& side : comparison.sides) {
        CHECK(side.cell.stopped);
        CHECK_FALSE(side.cell.hasVerdict());
    }
    CHECK(property(comparedProperties(comparison), "P").sides[0].verdict == Verdict::Bounded);
}

TEST_CASE("two cells say the same when they break the same in the same ways", "[compare]")
{
    const Matrix matrix = checkMatrix(library());
    const auto cell = [&](const std::string& design, std::size_t scenario) -> const MatrixCell& {
        return matrix.at(std::size_t(std::ranges::find(matrix.designs, design) - matrix.designs.begin()), scenario, 0);
    };
    CHECK(sameVerdict(cell("bare", 1), cell("locked", 1)));
    CHECK(cell("bare", 1).result.violations.front().steps == cell("locked", 1).result.violations.front().steps);
    CHECK_FALSE(sameVerdict(cell("bare", 0), cell("locked", 0)));
    CHECK_FALSE(sameVerdict(cell("locked", 1), cell("lockedLow", 1)));
    CHECK_FALSE(sameVerdict(cell("lockedLow", 1), cell("broken", 1)));
}

TEST_CASE("the patches that differ come with their mail", "[compare]")
{
    std::array<Selection, 2> selections = pair("locked", "low");
    auto only = differingPatches(library(), selections);
    REQUIRE(only[0].size() == 1);
    CHECK(only[0].front().id == "with-lock");
    CHECK(only[0].front().source.author == "A. Author");
    CHECK(only[0].front().source.date == "2025-06-04");
    REQUIRE(only[1].size() == 1);
    CHECK(only[1].front().title == "the flag is lowered");

    selections[0].patches = {"-with-lock", "low-flag"};
    only = differingPatches(library(), selections);
    CHECK(only[0].empty());
    CHECK(only[1].empty());
}

TEST_CASE("both sides can be played anew under any failure that only one has, or in turns", "[compare]")
{
    Comparison comparison = compare(library(), pair("bare", "locked"));
    const std::vector<Lead> leads = leadsOf(comparison);
    REQUIRE(leads.size() >= 2);
    CHECK(leads.front().violation.steps == comparison.played.steps);
    CHECK(leads.back().schedule == Schedule::Fair);
    const std::uint64_t states = comparison.sides[0].cell.result.states;
    REQUIRE(play(comparison, leads.back()));
    CHECK(comparison.schedule == Schedule::Fair);
    CHECK(comparison.sides[0].cell.result.states == states);
    REQUIRE(play(comparison, leads.front()));
    CHECK(comparison.sides[0].run->trace().steps == leads.front().violation.steps);
}

TEST_CASE("a use after free leads before any other failure, whichever side has it", "[compare]")
{
    const Comparison comparison = compare(Library::shipped(), {Selection{"D1", {}, "S3", "tdx"}, Selection{"D3a", {}, "S3", "tdx"}});
    CHECK(comparison.schedule == Schedule::FailureOfSecond);
    CHECK(comparison.played.property == "I3");
    CHECK_THAT(comparison.sentence, Contains("returns from IOMMU_DESTROY with -EBUSY") && Contains("vdev.users is 2 in D1 and 1 in D3a"));
}

TEST_CASE("a state differs from itself in nothing, and from the next in what the step changed", "[compare]")
{
    const auto model = library().compile(Selection{"bare", {}, "both", ""});
    REQUIRE(model);
    Run run(*model);
    CHECK(differencesBetween(**model, run.state(), **model, run.state()).empty());
    const State before = run.state();
    REQUIRE(run.step({0, 0}) == StepStatus::Done);
    const auto differences = differencesBetween(**model, before, **model, run.state());
    const auto flag = std::ranges::find(differences, "s.flag", &StateDifference::name);
    REQUIRE(flag != differences.end());
    CHECK(flag->values == std::array<std::string, 2>{"false", "true"});
    CHECK(std::ranges::find(differences, "s.n", &StateDifference::name) == differences.end());
}

TEST_CASE("a design is named with its patches, and found by that name", "[compare]")
{
    const Selection selection{"D6", {"serialise-bind", "-shared-regions"}, "", "tdx"};
    CHECK(designName(selection) == "D6 +serialise-bind -shared-regions");
    CHECK(designNamed(designName(selection)) == selection);
    CHECK(designNamed("D6+serialise-bind+-shared-regions") == selection);
    CHECK(designNamed("+a").patches == std::vector<std::string>{"a"});
    CHECK(designNamed("+a").design.empty());
    CHECK(designName(designNamed("")).empty());
}
