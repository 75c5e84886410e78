#include "answers.h"

#include "catch.h"

#include <set>
#include <string>
#include <vector>

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
    for (const Json& cell : jsonOf("matrix", {"--design", design}, 0)) {
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
