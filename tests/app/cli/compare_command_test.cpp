#include "answers.h"

#include "catch.h"

#include <algorithm>
#include <string>
#include <vector>

namespace {

/// Two shipped designs and a scenario that both can run.
struct Choice {
    std::string first;
    std::string second;
    std::string scenario;
};

Choice findTwo()
{
    const Json designs = jsonOf("list", {"designs"});
    const std::string first = designs.front().at("id");
    const std::string second = designs.back().at("id");
    for (const Json& scenario : jsonOf("list", {"scenarios"})) {
        const std::string id = scenario.at("id");
        const Json cells = Json::parse(bindlab({"matrix", "--design", first, second, "--scenario", id, "--platform", "tdx", "--json"}).out);
        if (std::ranges::none_of(cells, [](const Json& cell) { return cell.at("verdict") == "n/a"; }))
            return {first, second, id};
    }
    FAIL("no scenario that both can run");
    return {};
}

const Choice& anyTwo()
{
    static const Choice choice = findTwo();
    return choice;
}

/// The first shipped design once more, with a patch that adds a flow nobody calls.
std::string twin()
{
    const Json design = jsonOf("list", {"designs"}).front();
    std::string patches;
    for (const Json& patch : design.at("patches"))
        patches += patch.get<std::string>() + ", ";
    return "source OWN \"Re: a patch that changes nothing\" by \"A. Author\" on \"2026-01-02\";\n"
           "patch idle-flow \"adds what nobody calls\" @OWN {\n    flow nobody_calls() : vfio {\n        return 0;\n    }\n}\n"
           "design twin \"the same again\" : " + design.at("base").get<std::string>() + " { " + patches + "idle-flow }\n";
}

} // namespace

TEST_CASE("compare --json has both checks, the verdicts side by side, the patches that differ and the lock step", "[cli][compare]") {
    const Choice& choice = anyTwo();
    const Json comparison = jsonOf("compare", {choice.first, choice.second, "--scenario", choice.scenario});
    CHECK(comparison.at("scenario") == choice.scenario);
    CHECK(comparison.at("platform") == "tdx");
    for (const char* side : {"first", "second"}) {
        CHECK(comparison.at(side).at("states").get<long>() > 1);
        Json check = Json::parse(bindlab({"check", "--design", comparison.at(side).at("design"), "--scenario", choice.scenario, "--json"}).out);
        CHECK(comparison.at(side).at("states") == check.at("states"));
        CHECK(comparison.at(side).at("verdict") == check.at("verdict"));
        for (const Json& violation : check.at("violations")) {
            const auto& verdicts = comparison.at("verdicts");
            const auto entry = std::ranges::find_if(verdicts, [&](const Json& verdict) { return verdict.at("property") == violation.at("property"); });
            REQUIRE(entry != verdicts.end());
            const auto& failures = entry->at(side).at("failures");
            CHECK(std::ranges::any_of(failures, [&](const Json& failure) {
                return failure.at("failure") == violation.at("failure") && failure.at("length") == violation.at("length");
            }));
        }
    }
    const Json& patches = comparison.at("patches");
    CHECK(patches.at("only_first").size() + patches.at("only_second").size() > 0);
    for (const Json& patch : patches.at("only_second"))
        CHECK(patch.at("source").contains("date"));
    REQUIRE_FALSE(comparison.at("steps").empty());
    if (comparison.at("split").is_object()) {
        const auto split = comparison.at("split").at("step").get<std::size_t>();
        CHECK_FALSE(comparison.at("split").at("sentence").get<std::string>().empty());
        for (std::size_t step = 1; step < split; ++step)
            CHECK(comparison.at("steps")[step - 1].at("first").at("text") == comparison.at("steps")[step - 1].at("second").at("text"));
    }
    if (comparison.at("schedule") != "fair") {
        const std::string leader = comparison.at("schedule");
        CHECK(comparison.at("steps").size() == comparison.at("played").at("length").get<std::size_t>());
        for (const Json& step : comparison.at("steps"))
            CHECK(step.at(leader).at("forced") == "");
    }
}

TEST_CASE("compare prints the point where two designs part, in 100 columns", "[cli][compare]") {
    const Choice& choice = anyTwo();
    const Answer answer = bindlab({"compare", choice.first, choice.second, "--scenario", choice.scenario});
    CHECK(answer.status == 0);
    CHECK(answer.err.empty());
    checkWidth(answer.out, 100);
    CHECK_THAT(answer.out, Catch::Contains("They part at step") || Catch::Contains("They do the same in all"));
    CHECK_THAT(answer.out, Catch::Contains("states") && Catch::Contains("Only in "));
    CHECK(answer.out == bindlab({"compare", choice.first, choice.second, "--scenario", choice.scenario}).out);
}

TEST_CASE("without a scenario compare lists exactly those in which the verdicts differ", "[cli][compare]") {
    const Choice& choice = anyTwo();
    const Json answer = jsonOf("compare", {choice.first, choice.second});
    const auto broken = [](const Json& cell) {
        std::string keys = cell.at("verdict").get<std::string>();
        for (const Json& violation : cell.at("violations"))
            keys += " " + violation.at("property").get<std::string>() + violation.at("failure").get<std::string>();
        return keys;
    };
    std::vector<std::string> expected;
    const Json cells = Json::parse(bindlab({"matrix", "--design", choice.first, choice.second, "--platform", "tdx", "--json"}).out);
    const std::size_t scenarios = cells.size() / 2;
    for (std::size_t scenario = 0; scenario < scenarios; ++scenario)
        if (broken(cells[scenario]) != broken(cells[scenarios + scenario]))
            expected.push_back(cells[scenario].at("scenario"));
    std::vector<std::string> found;
    for (const Json& item : answer.at("differences"))
        found.push_back(item.at("scenario"));
    CHECK(found == expected);
    CHECK(answer.at("comparison").at("steps").is_array());
    const Answer text = bindlab({"compare", choice.first, choice.second});
    CHECK(text.status == 0);
    checkWidth(text.out, 100);
    for (const std::string& scenario : expected)
        CHECK_THAT(text.out, Catch::Contains("\n" + scenario + " "));
}

TEST_CASE("two designs of which one has a patch more that changes nothing never part", "[cli][compare]") {
    const Folder folder;
    const std::string file = folder.write("twin.flow", twin());
    const Choice& choice = anyTwo();
    const Json comparison = jsonOf("compare", {choice.first, "twin", "--scenario", choice.scenario, "--model", file});
    CHECK(comparison.at("split").is_null());
    CHECK(comparison.at("schedule") == "fair");
    CHECK(comparison.at("played").is_null());
    CHECK(comparison.at("patches").at("only_first").empty());
    REQUIRE(comparison.at("patches").at("only_second").size() == 1);
    const Json& patch = comparison.at("patches").at("only_second").front();
    CHECK(patch.at("id") == "idle-flow");
    CHECK(patch.at("source").at("author") == "A. Author");
    const Answer text = bindlab({"compare", choice.first, "twin", "--model", file});
    CHECK(text.status == 0);
    CHECK_THAT(text.out, Catch::Contains("the same verdict in all") && Catch::Contains("They do the same in all")
                             && Catch::Contains("A. Author, 2026-01-02: Re: a patch that changes nothing"));
}

TEST_CASE("compare ends with 3 where a side has no verdict", "[cli][compare]") {
    const Choice& choice = anyTwo();
    const Json comparison = jsonOf("compare", {choice.first, choice.second, "--scenario", choice.scenario, "--max-states", "5"}, 3);
    CHECK(comparison.at("first").at("verdict") == "bounded");
    const Answer all = bindlab({"compare", choice.first, choice.second, "--max-states", "5"});
    CHECK(all.status == 3);
    CHECK_THAT(all.out, Catch::Contains("checked only in part"));
}

TEST_CASE("compare plays the run it is asked for, and says which there are", "[cli][compare]") {
    const Json best = jsonOf("compare", {"D1", "D3a", "--scenario", "S3"});
    CHECK(best.at("played").at("property") == "I3");
    CHECK(best.at("schedules").back().at("schedule") == "fair");
    const Json asked = jsonOf("compare", {"D1", "D3a", "--scenario", "S3", "--follow", "F21"});
    CHECK(asked.at("played").at("failure") == "F21");
    CHECK(asked.at("schedule") == "first");
    CHECK(jsonOf("compare", {"D1", "D3a", "--scenario", "S3", "--follow", "turns"}).at("schedule") == "fair");
    const Answer unknown = bindlab({"compare", "D1", "D3a", "--scenario", "S3", "--follow", "I16"});
    CHECK(unknown.status == 2);
    CHECK_THAT(unknown.err, Catch::Contains("'I16'") && Catch::Contains("I3, I22") && Catch::Contains("turns"));
}

TEST_CASE("a design is compared with patches of the reader's own choice", "[cli][compare]") {
    const Json comparison = jsonOf("compare", {"D6", "D6 +serialise-bind", "--scenario", "S11"});
    CHECK(comparison.at("patches").at("only_first").empty());
    REQUIRE(comparison.at("patches").at("only_second").size() == 1);
    CHECK(comparison.at("patches").at("only_second").front().at("id") == "serialise-bind");
    REQUIRE_FALSE(comparison.at("diff").empty());
    for (const Json& line : comparison.at("diff").front().at("lines"))
        CHECK((line.at("change") != "+" || line.at("patch") == "serialise-bind"));
    const Answer unknown = bindlab({"compare", "D6", "D6 +serialise-bint", "--scenario", "S11"});
    CHECK(unknown.status == 2);
    CHECK_THAT(unknown.err, Catch::Contains("serialise-bind"));
}

TEST_CASE("compare --diff prints every line of the flows that differs", "[cli][compare]") {
    const Answer shortened = bindlab({"compare", "D2", "D6", "--scenario", "S8"});
    CHECK_THAT(shortened.out, Catch::Contains("--diff prints them"));
    const Answer whole = bindlab({"compare", "D2", "D6", "--scenario", "S8", "--diff"});
    CHECK_THAT(whole.out, Catch::Contains("\n@@ ") && !Catch::Contains("--diff prints them"));
}
