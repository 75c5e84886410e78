#include "answers.h"

#include "catch.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace {

Json withoutSeconds(Json cells)
{
    for (Json& cell : cells)
        cell.erase("seconds");
    return cells;
}

std::string idOf(const Json& cell)
{
    return cell.at("design").get<std::string>() + " " + cell.at("scenario").get<std::string>() + " " + cell.at("platform").get<std::string>();
}

/// Threads that never meet: far more states than a moment can visit.
std::string manyStates()
{
    std::string text = "struct Own { int value; }\n";
    std::string threads;
    for (int thread = 1; thread <= 8; ++thread) {
        const std::string own = "own" + std::to_string(thread);
        text += "global Own " + own + ";\n";
        threads += "thread T" + std::to_string(thread) + " {\n";
        for (int step = 1; step <= 9; ++step)
            threads += own + ".value = " + std::to_string(step) + ";\n";
        threads += "}\n";
    }
    return text + "scenario big counters \"threads that never meet\" {\n" + threads + "}\nscenario more counters-again \"the same\" {\n" + threads + "}\n";
}

/// The first scenario that every shipped design can run on tdx.
std::string findCommonScenario()
{
    const Json cells = jsonOf("matrix", {"--platform", "tdx"}, 0);
    for (const std::string& scenario : idsOf("scenarios"))
        if (std::ranges::none_of(cells, [&](const Json& cell) { return cell.at("scenario") == scenario && cell.at("verdict") == "n/a"; }))
            return scenario;
    FAIL("no scenario that every design can run");
    return {};
}

const std::string& commonScenario()
{
    static const std::string scenario = findCommonScenario();
    return scenario;
}

} // namespace

TEST_CASE("matrix --json lists every named design, scenario and platform as check has it, without steps", "[cli][matrix]") {
    const Json cells = jsonOf("matrix", {}, 0);
    std::vector<std::string> expected;
    for (const std::string& design : idsOf("designs"))
        for (const std::string& scenario : idsOf("scenarios"))
            for (const std::string& platform : idsOf("platforms"))
                expected.push_back(design + " " + scenario + " " + platform);
    std::vector<std::string> found;
    for (const Json& cell : cells) {
        found.push_back(idOf(cell));
        CAPTURE(found.back());
        CHECK(std::set<std::string>{"holds", "violated", "n/a"}.contains(cell.at("verdict").get<std::string>()));
        CHECK((cell.at("verdict") == "violated") == !cell.at("violations").empty());
        for (const char* number : {"states", "transitions", "depth", "seconds", "peak_memory_mib"})
            CHECK(cell.at(number).is_number());
        for (const Json& violation : cell.at("violations")) {
            for (const char* text : {"property", "failure", "message"})
                CHECK(violation.at(text).is_string());
            CHECK(violation.at("length").is_number_unsigned());
            CHECK(violation.at("switches").is_number());
            CHECK_FALSE(violation.contains("steps"));
        }
    }
    CHECK(found == expected);
}

TEST_CASE("a cell of the matrix is what check --json says, but for seconds and what is said of runs", "[cli][matrix]") {
    const std::string design = idsOf("designs").back();
    for (const Json& cell : withoutSeconds(jsonOf("matrix", {"--design", design, "--platform", "tdx"}, 0))) {
        if (cell.contains("why_not_applicable"))
            continue;
        CAPTURE(idOf(cell));
        Json check = Json::parse(bindlab({"check", "--design", design, "--scenario", cell.at("scenario"), "--json"}).out);
        for (const char* key : {"seconds", "passing", "runs_bound"})
            check.erase(key);
        for (Json& violation : check.at("violations")) {
            for (const char* key : {"steps", "essence", "others"})
                violation.erase(key);
        }
        CHECK(cell == check);
    }
}

TEST_CASE("one thread and four give the same matrix", "[cli][matrix]") {
    const auto designs = firstAndLast();
    const auto arguments = [&](const std::string& threads) {
        return std::vector<std::string>{"matrix", "--design", designs[0], designs[1], "--platform", "tdx", "--threads", threads};
    };
    CHECK(bindlab(arguments("1")).out == bindlab(arguments("4")).out);
    const auto cells = [&](const std::string& threads) {
        const auto all = arguments(threads);
        return withoutSeconds(jsonOf("matrix", {all.begin() + 1, all.end()}, 0));
    };
    CHECK(cells("1") == cells("4"));
}

TEST_CASE("names may be given one by one, in a row, or with commas", "[cli][matrix]") {
    const auto designs = idsOf("designs");
    const std::string one = designs[1];
    const std::string two = designs[0];
    const std::string scenario = idsOf("scenarios").front();
    const auto cells = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--scenario", scenario, "--platform", "tdx"});
        std::vector<std::string> ids;
        for (const Json& cell : jsonOf("matrix", arguments, 0))
            ids.push_back(cell.at("design"));
        return ids;
    };
    const std::vector<std::string> expected{one, two};
    CHECK(cells({"--design", one, "--design", two}) == expected);
    CHECK(cells({"--design", one, two}) == expected);
    CHECK(cells({"--design", one + "," + two}) == expected);
}

TEST_CASE("a cell that meets its bound has no verdict, and the matrix ends with 3", "[cli][matrix]") {
    const std::vector<std::string> small{"--design", idsOf("designs").front(), "--scenario", commonScenario(), "--platform", "tdx", "--max-states", "5"};
    const Json cell = jsonOf("matrix", small, 3).front();
    CHECK(cell.at("verdict") == "bounded");
    CHECK_THAT(cell.at("bound").get<std::string>(), Catch::Contains("5 states"));
    std::vector<std::string> arguments = small;
    arguments.insert(arguments.begin(), "matrix");
    const Answer text = bindlab(arguments);
    CHECK(text.status == 3);
    CHECK_THAT("\n" + text.out, Catch::Contains("\n" + small[1] + "  ?\n") && Catch::Contains("5 states") && Catch::Contains("1 without a verdict"));
    CHECK_THAT(text.out, !Catch::Contains("holds"));
}

TEST_CASE("an interrupt ends the matrix at once and says what was done", "[cli][matrix]") {
    const Folder folder;
    const bool json = GENERATE(false, true);
    Start start;
    start.arguments = {"matrix", "--model", folder.write("big.flow", manyStates()), "--threads", "1"};
    if (json)
        start.arguments.emplace_back("--json");
    start.through = {"timeout", "--preserve-status", "--signal=INT", "--kill-after=10", "1"};
    const Answer answer = run(start);
    CHECK(answer.status == 3);
    CHECK(answer.err.empty());
    if (json) {
        const Json cells = Json::parse(answer.out);
        REQUIRE(cells.size() == 2);
        CHECK(cells[0].at("states").get<long>() > 0);
        for (const Json& cell : cells) {
            CHECK(cell.at("verdict") == "bounded");
            CHECK(cell.at("bound") == "stopped on request");
        }
    } else {
        CHECK_THAT(answer.out, Catch::Contains("stopped on request, 0 done"));
    }
}

TEST_CASE("a design that cannot be run is told, the others are checked, and the matrix ends with 2", "[cli][matrix]") {
    const Folder folder;
    const std::string file = folder.write("misfit.flow", misfit());
    const std::string good = idsOf("designs").front();
    const std::string scenario = commonScenario();
    const Json cells = jsonOf("matrix", {"--model", file, "--design", good, "misfit", "--scenario", scenario, "--platform", "tdx"}, 2);
    REQUIRE(cells.size() == 2);
    CHECK_FALSE(cells[0].contains("error"));
    CHECK(cells[1].at("verdict") == "error");
    CHECK_THAT(cells[1].at("error").get<std::string>(), Catch::Contains("no-such-line") && Catch::Contains("misfit.flow:"));
    const Answer text = bindlab({"matrix", "--model", file, "--design", good, "misfit", "--scenario", scenario, "--platform", "tdx"});
    CHECK(text.status == 2);
    CHECK_THAT(text.out, Catch::Contains("\nmisfit  error\n") && Catch::Contains("Could not be run") && Catch::Contains("misfit.flow:"));
}
