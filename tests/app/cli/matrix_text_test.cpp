#include "answers.h"

#include "catch.h"

#include <set>
#include <string>

namespace {

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

} // namespace

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
    const Json cells = jsonOf("matrix", {"--model", file, "--scenario", "Scenario1,Scenario2"}, 0);
    CHECK(cells[0].at("violations").front().at("in_epilogue") == false);
    CHECK(cells[1].at("violations").front().at("in_epilogue") == true);
}
