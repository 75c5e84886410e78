#include "program.h"

#include "catch.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using Json = nlohmann::json;

namespace {

std::vector<std::string> idsOf(const std::string& kind)
{
    std::vector<std::string> ids;
    for (const Json& item : Json::parse(bindlab({"list", kind, "--json"}).out))
        ids.push_back(item.at("id"));
    return ids;
}

Json matrixJson(std::vector<std::string> arguments, int status)
{
    arguments.insert(arguments.begin(), "matrix");
    arguments.emplace_back("--json");
    const Answer answer = bindlab(arguments);
    INFO(answer.err);
    REQUIRE(answer.status == status);
    CHECK(answer.err.empty());
    return Json::parse(answer.out);
}

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

/// Thirty scenarios with long ids: one breaks at once, one in its epilogue only, the others hold.
std::string manyScenarios()
{
    std::string text = "struct S { int n; }\nglobal S s;\nepilogue close { s.n = 9; }\n"
                       "property P \"never nine\" always { must s.n != 9 says \"it is nine\" fails F77; }\n"
                       "property Q \"never seven\" always { must s.n != 7 says \"it is seven\"; }\n";
    for (int i = 1; i <= 30; ++i) {
        const std::string id = "Scenario" + std::to_string(i);
        text += "scenario " + id + " name-" + std::to_string(i) + " \"sets a number\"" + (i == 2 ? " then close" : "") + " { thread T1 { s.n = "
            + (i == 1 ? "7" : "1") + "; } }\n";
    }
    return text;
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

/// The two that differ most, for what would take long with all.
std::vector<std::string> firstAndLast()
{
    const auto designs = idsOf("designs");
    return {designs.front(), designs.back()};
}

/// The first scenario that every shipped design can run on tdx.
std::string findCommonScenario()
{
    const Json cells = matrixJson({"--platform", "tdx"}, 0);
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

/// The first shipped design once more, with a patch that takes away a line that is not there.
std::string misfit()
{
    const Json design = Json::parse(bindlab({"list", "designs", "--json"}).out).front();
    std::string patches;
    for (const Json& patch : design.at("patches"))
        patches += patch.get<std::string>() + ", ";
    return "patch own-flow \"adds what nobody calls\" {\n    flow nobody_calls() : vfio {\n        return 0;\n    }\n}\n"
           "patch no-such-line \"takes away what is not there\" {\n    in flow nobody_calls {\n-       nothing = 7;\n    }\n}\n"
           "design misfit \"does not compile\" : " + design.at("base").get<std::string>() + " { " + patches + "own-flow, no-such-line }\n";
}

void checkWidth(const std::string& text, std::size_t columns)
{
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin)) {
        const std::string line = text.substr(begin, end - begin);
        CAPTURE(line);
        CHECK(std::size_t(std::ranges::count_if(line, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; })) <= columns);
        CHECK_FALSE(line.ends_with(' '));
    }
}

} // namespace

TEST_CASE("matrix --json lists every named design, scenario and platform as check has it, without steps", "[cli][matrix]") {
    const Json cells = matrixJson({}, 0);
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
    for (const Json& cell : withoutSeconds(matrixJson({"--design", design, "--platform", "tdx"}, 0))) {
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
        return withoutSeconds(matrixJson({all.begin() + 1, all.end()}, 0));
    };
    CHECK(cells("1") == cells("4"));
}

TEST_CASE("the matrix as text fits a terminal of 100 columns and explains its columns", "[cli][matrix]") {
    const Answer answer = bindlab({"matrix", "--platform", "tdx"});
    CHECK(answer.status == 0);
    CHECK(answer.err.empty());
    checkWidth(answer.out, 100);
    CHECK_THAT(answer.out, !Catch::Contains("\033"));
    for (const Json& scenario : Json::parse(bindlab({"list", "scenarios", "--json"}).out))
        CHECK_THAT(answer.out, Catch::Contains(scenario.at("id").get<std::string>() + " " + scenario.at("name").get<std::string>()));
    for (const std::string& design : idsOf("designs"))
        CHECK_THAT("\n" + answer.out, Catch::Contains("\n" + design + " "));
}

TEST_CASE("columns that do not fit go into a table of their own, none is lost", "[cli][matrix]") {
    const Folder folder;
    const Answer answer = bindlab({"matrix", "--model", folder.write("many.flow", manyScenarios())});
    CHECK(answer.status == 0);
    checkWidth(answer.out, 100);
    std::set<std::string> heads;
    int tables = 0;
    std::size_t begin = 0;
    for (std::size_t end = answer.out.find('\n'); end != std::string::npos; begin = end + 1, end = answer.out.find('\n', begin)) {
        const std::string line = answer.out.substr(begin, end - begin);
        if (!line.starts_with("  Scenario"))
            continue;
        ++tables;
        for (std::size_t at = line.find("Scenario"); at != std::string::npos; at = line.find("Scenario", at + 1))
            heads.insert(line.substr(at, line.find(' ', at) - at));
    }
    CHECK(heads.size() == 30);
    CHECK(tables > 1);
}

TEST_CASE("a design with patches of the reader's own is a row, and a long name is told below", "[cli][matrix]") {
    const std::string longName = "D6 +exclusive-at-open -shared-regions";
    const Answer answer = bindlab({"matrix", "--design", "D6+serialise-bind", longName, "--scenario", "S11", "S3", "--platform", "tdx"});
    INFO(answer.err);
    CHECK(answer.status == 0);
    CHECK_THAT(answer.out, Catch::Contains("\nD6+serialise-bind") && Catch::Contains("\nD6 [1]") && Catch::Contains("D6 [1]  " + longName));
    const Json cells = Json::parse(bindlab({"matrix", "--design", longName, "--scenario", "S11", "--platform", "tdx", "--json"}).out);
    CHECK(cells.front().at("states") == Json::parse(bindlab({"check", "--design", "D6", "--patch=exclusive-at-open", "--patch=-shared-regions", "--scenario", "S11", "--json"}).out).at("states"));
    const Answer unknown = bindlab({"matrix", "--design", "D6 +nothing"});
    CHECK(unknown.status == 2);
    CHECK_THAT(unknown.err, Catch::Contains("nothing"));
}

TEST_CASE("scenarios of one group stand in a table of their own below its name", "[cli][matrix]") {
    const Folder folder;
    const std::string file = folder.write("groups.flow", R"(
struct S { int n; }
global S s;
scenario A a "one" group "reads and writes" { thread T1 { s.n = 1; } }
scenario B b "two" group "reads and writes" { thread T1 { s.n = 1; } }
scenario C c "three" group "closing" { thread T1 { s.n = 1; } }
)");
    const Answer answer = bindlab({"matrix", "--model", file});
    CHECK(answer.status == 0);
    CHECK_THAT("\n" + answer.out, Catch::Contains("\nreads and writes\n  A   B\n  ok  ok\n\nclosing\n  C\n  ok\n"));
    for (const Json& scenario : Json::parse(bindlab({"list", "scenarios", file, "--json"}).out))
        CHECK(scenario.at("group").is_string());
}

TEST_CASE("what only the epilogue breaks stands in brackets and is listed apart", "[cli][matrix]") {
    const Folder folder;
    const std::string file = folder.write("many.flow", manyScenarios());
    const std::string text = bindlab({"matrix", "--model", file, "--scenario", "Scenario1,Scenario2"}).out;
    CHECK_THAT(text, Catch::Contains("Q 1") && Catch::Contains("(F77 2)"));
    const std::size_t apart = text.find("only while everything is being closed:");
    REQUIRE(apart != std::string::npos);
    CHECK(text.find("it is nine") > apart);
    CHECK(text.find("it is seven") < apart);
    const Json cells = matrixJson({"--model", file, "--scenario", "Scenario1,Scenario2"}, 0);
    CHECK(cells[0].at("violations").front().at("in_epilogue") == false);
    CHECK(cells[1].at("violations").front().at("in_epilogue") == true);
}

TEST_CASE("names may be given one by one, in a row, or with commas", "[cli][matrix]") {
    const auto designs = idsOf("designs");
    const std::string one = designs[1];
    const std::string two = designs[0];
    const std::string scenario = idsOf("scenarios").front();
    const auto cells = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--scenario", scenario, "--platform", "tdx"});
        std::vector<std::string> ids;
        for (const Json& cell : matrixJson(arguments, 0))
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
    const Json cell = matrixJson(small, 3).front();
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
    const Json cells = matrixJson({"--model", file, "--design", good, "misfit", "--scenario", scenario, "--platform", "tdx"}, 2);
    REQUIRE(cells.size() == 2);
    CHECK_FALSE(cells[0].contains("error"));
    CHECK(cells[1].at("verdict") == "error");
    CHECK_THAT(cells[1].at("error").get<std::string>(), Catch::Contains("no-such-line") && Catch::Contains("misfit.flow:"));
    const Answer text = bindlab({"matrix", "--model", file, "--design", good, "misfit", "--scenario", scenario, "--platform", "tdx"});
    CHECK(text.status == 2);
    CHECK_THAT(text.out, Catch::Contains("\nmisfit  error\n") && Catch::Contains("Could not be run") && Catch::Contains("misfit.flow:"));
}

TEST_CASE("report fits a mail, ends with a summary, and says each scenario once or more", "[cli][report]") {
    const std::string design = GENERATE(from_range(firstAndLast()));
    CAPTURE(design);
    const Answer answer = bindlab({"report", design});
    CHECK(answer.status == 0);
    CHECK(answer.err.empty());
    checkWidth(answer.out, 78);
    const std::size_t last = answer.out.rfind("\n\n");
    REQUIRE(last != std::string::npos);
    CHECK_THAT(answer.out.substr(last + 2), Catch::StartsWith(design + " survives "));
    for (const std::string& scenario : idsOf("scenarios"))
        CHECK_THAT(answer.out, Catch::Contains(scenario));
}

TEST_CASE("report --json says the same as the matrix, by property", "[cli][report]") {
    const std::string design = GENERATE(from_range(firstAndLast()));
    CAPTURE(design);
    const Answer answer = bindlab({"report", design, "--json"});
    REQUIRE(answer.status == 0);
    const Json report = Json::parse(answer.out);
    CHECK(report.at("design") == design);
    for (const char* key : {"title", "base", "summary"})
        CHECK_FALSE(report.at(key).get<std::string>().empty());
    for (const Json& patch : report.at("patches")) {
        CHECK_FALSE(patch.at("title").get<std::string>().empty());
        CHECK(patch.at("source").contains("author"));
    }
    std::multiset<std::string> expected;
    std::multiset<std::string> survived;
    for (const Json& cell : matrixJson({"--design", design}, 0)) {
        if (cell.at("verdict") == "holds")
            survived.insert(cell.at("platform").get<std::string>() + cell.at("scenario").get<std::string>());
        for (const Json& violation : cell.at("violations"))
            expected.insert(cell.at("platform").get<std::string>() + " " + violation.at("property").get<std::string>() + " "
                            + violation.at("failure").get<std::string>() + " " + cell.at("scenario").get<std::string>() + " "
                            + violation.at("length").dump() + " " + violation.at("in_epilogue").dump());
    }
    std::multiset<std::string> found;
    std::multiset<std::string> said;
    for (const Json& platform : report.at("platforms")) {
        const std::string id = platform.at("platform");
        for (const Json& scenario : platform.at("survived"))
            said.insert(id + scenario.get<std::string>());
        for (const bool inEpilogue : {false, true}) {
            long before = 0;
            for (const Json& entry : platform.at(inEpilogue ? "only_in_epilogue" : "broken")) {
                const std::string head = id + " " + entry.at("property").get<std::string>() + " " + entry.at("failure").get<std::string>() + " ";
                found.insert(head + entry.at("scenario").get<std::string>() + " " + entry.at("length").dump() + (inEpilogue ? " true" : " false"));
                CHECK(entry.at("length").get<long>() >= before);
                before = entry.at("length");
                for (const Json& also : entry.at("also")) {
                    CHECK(also.at("length").get<long>() >= before);
                    found.insert(head + also.at("scenario").get<std::string>() + " " + also.at("length").dump() + (inEpilogue ? " true" : " false"));
                }
            }
        }
    }
    CHECK(found == expected);
    CHECK(said == survived);
}

TEST_CASE("report begins with what breaks soonest, found in the scenario that shows it soonest", "[cli][report]") {
    const Folder folder;
    const std::string file = folder.write("own.flow", R"(
struct Own { int n; }
global Own own;
property Z1 "never one" always { must own.n != 1 says "it is one"; }
property Z2 "never two" always { must own.n != 2 says "it is two"; }
scenario ZA two-one "two, then one" { thread T1 { own.n = 3; own.n = 2; own.n = 1; } }
scenario ZB two "two at once" { thread T1 { own.n = 2; } }
)");
    const Json report = Json::parse(bindlab({"report", idsOf("designs").front(), "--platform", "tdx", "--model", file, "--json"}).out);
    std::vector<std::string> own;
    for (const Json& entry : report.at("platforms").front().at("broken"))
        if (entry.at("property").get<std::string>().starts_with('Z'))
            own.push_back(entry.at("property").get<std::string>() + " " + entry.at("scenario").get<std::string>() + " " + entry.at("length").dump() + " "
                          + entry.at("also").dump());
    CHECK(own == std::vector<std::string>{R"(Z2 ZB 1 [{"length":2,"scenario":"ZA"}])", "Z1 ZA 3 []"});
    const Json& first = report.at("platforms").front().at("broken").front();
    CHECK_THAT(report.at("summary").get<std::string>(), Catch::Contains("first broken: " + first.at("property").get<std::string>() + " in "));
}

TEST_CASE("report takes one platform alone, and ends with 3 at a bound and with 2 where nothing can be run", "[cli][report]") {
    const std::string design = idsOf("designs").front();
    const Json report = Json::parse(bindlab({"report", design, "--platform", "tdx", "--json"}).out);
    REQUIRE(report.at("platforms").size() == 1);
    CHECK(report.at("platforms").front().at("platform") == "tdx");
    const Answer bounded = bindlab({"report", design, "--platform", "tdx", "--max-states", "5"});
    CHECK(bounded.status == 3);
    CHECK_THAT(bounded.out, Catch::Contains("Without a verdict") && Catch::Contains("not all have a verdict"));
    const Folder folder;
    const Answer misfitted = bindlab({"report", "misfit", "--model", folder.write("misfit.flow", misfit())});
    CHECK(misfitted.status == 2);
    CHECK_THAT(misfitted.out, Catch::Contains("Could not be run"));
}
