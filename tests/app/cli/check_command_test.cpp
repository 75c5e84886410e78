#include "answers.h"

#include "catch.h"
#include "golden.h"

#include <set>
#include <string>
#include <vector>

namespace {

std::set<std::string> propertiesIn(const Json& findings)
{
    std::set<std::string> ids;
    for (const Json& finding : findings)
        ids.insert(finding.at("property").get<std::string>());
    return ids;
}

std::set<std::string> broken(const Json& check)
{
    return propertiesIn(check.at("violations"));
}

std::set<std::string> resultsOf(const Json& check, const std::string& call)
{
    std::set<std::string> results;
    for (const Json& entry : check.at("calls"))
        if (entry.at("call").get<std::string>().find(call) != std::string::npos)
            for (const Json& result : entry.at("results"))
                results.insert(result.get<std::string>());
    return results;
}

int switchesOf(const Json& steps)
{
    int switches = 0;
    for (std::size_t step = 1; step < steps.size(); ++step)
        switches += steps[step].at("thread") != steps[step - 1].at("thread") ? 1 : 0;
    return switches;
}

/// Two threads that take two locks in opposite orders.
constexpr const char* abba = R"(
struct Pair { mutex left "left"; mutex right "right"; }
global Pair pair;
flow forwards() { lock(pair.left); lock(pair.right); unlock(pair.right); unlock(pair.left); }
flow backwards() { lock(pair.right); lock(pair.left); unlock(pair.left); unlock(pair.right); }
scenario abba opposite-orders "two threads take two locks in opposite orders" {
    thread T1 { forwards(); }
    thread T2 { backwards(); }
}
)";

} // namespace

TEST_CASE("check --json has every field of the contract, with its type", "[cli]") {
    const Json check = jsonOf("check", {"--design", "D3a", "--scenario", "S3"}, 1);
    CHECK(check.at("design") == "D3a");
    CHECK(check.at("scenario") == "S3");
    CHECK(check.at("platform") == "tdx");
    CHECK(check.at("verdict") == "violated");
    CHECK(check.at("states").is_number_unsigned());
    CHECK(check.at("transitions").get<long>() >= check.at("states").get<long>() - 1);
    CHECK(check.at("depth").get<int>() > 0);
    CHECK(check.at("seconds").get<double>() >= 0);
    CHECK(check.at("peak_memory_mib").get<double>() > 0);
    REQUIRE_FALSE(check.at("violations").empty());
    for (const Json& violation : check.at("violations")) {
        CHECK_FALSE(violation.at("property").get<std::string>().empty());
        CHECK(violation.at("failure").is_string());
        CHECK_FALSE(violation.at("message").get<std::string>().empty());
        CHECK(violation.at("length") == violation.at("steps").size());
        CHECK(violation.at("switches") == switchesOf(violation.at("steps")));
        for (const Json& step : violation.at("steps")) {
            CHECK_FALSE(step.at("thread").get<std::string>().empty());
            CHECK(step.at("flow").is_string());
            CHECK(step.at("line").is_number_integer());
            CHECK_FALSE(step.at("text").get<std::string>().empty());
        }
    }
}

TEST_CASE("unbind in destroy races: D3a and D3b break on S3, and the saved run replays to the same finding", "[cli]") {
    const std::string design = GENERATE("D3a", "D3b");
    CAPTURE(design);
    const Folder folder;
    const Json check = jsonOf("check", {"--design", design, "--scenario", "S3", "--trace", folder.path("run.json")}, 1);
    const Json& first = check.at("violations").front();
    const bool raced = broken(check).contains("I3") || broken(check).contains("I21");
    CHECK(raced);

    const Answer replayed = bindlab({"replay", folder.path("run.json"), "--json"});
    CHECK(replayed.status == 1);
    const Json run = Json::parse(replayed.out);
    CHECK(run.at("length") == first.at("length"));
    CHECK(propertiesIn(run.at("findings")).contains(first.at("property")));
    CHECK(propertiesIn(run.at("steps").back().at("findings")).contains(first.at("property")));
    for (std::size_t step = 0; step < first.at("steps").size(); ++step)
        CHECK(run.at("steps")[step].at("text") == first.at("steps")[step].at("text"));
    CHECK(bindlab({"replay", folder.path("run.json")}).status == 1);
}

TEST_CASE("with --property only those decide: D1 keeps I3 and I10 on S3", "[cli]") {
    const Json check = jsonOf("check", {"--design", "D1", "--scenario", "S3", "--property", "I3", "--property", "I10"}, 0);
    CHECK(check.at("verdict") == "holds");
    CHECK(check.at("states").get<long>() > 1);
    CHECK(check.at("violations").empty());
    CHECK(check.at("properties") == Json({"I3", "I10"}));

    const Answer text = bindlab({"check", "--design", "D1", "--scenario", "S3", "--property", "I3", "--property", "I10"});
    CHECK_THAT(text.out, Catch::Contains("holds in every interleaving (" + std::to_string(check.at("states").get<long>()) + " states"));
}

TEST_CASE("the unbind ioctl as posted leaks its lock when nothing is bound, the repaired one does not", "[cli]") {
    CHECK(broken(jsonOf("check", {"--design", "D1", "--scenario", "S15"}, 1)).contains("I10"));
    CHECK(jsonOf("check", {"--design", "D2", "--scenario", "S15", "--property", "I10"}, 0).at("verdict") == "holds");
}

TEST_CASE("destroying a bound vdevice is refused by D1 and succeeds on D3a", "[cli]") {
    const auto results = [](const std::string& design) {
        const Answer answer = bindlab({"check", "--design", design, "--scenario", "S2", "--json"});
        return resultsOf(Json::parse(answer.out), "IOMMU_DESTROY");
    };
    CHECK(results("D1") == std::set<std::string>{"-EBUSY"});
    CHECK(results("D3a") == std::set<std::string>{"0"});
}

TEST_CASE("the same check prints the same text", "[cli]") {
    const std::vector<std::string> arguments{"check", "--design", "D3a", "--scenario", "S3"};
    const Answer answer = bindlab(arguments);
    CHECK(answer.out == bindlab(arguments).out);
    CHECK_THAT(answer.out, Catch::Contains("I3") && Catch::Contains("switch") && Catch::Contains("bindlab replay"));
    CHECK_THAT(answer.out, !Catch::Contains("\033"));
}

TEST_CASE("a run that breaks two properties is printed once", "[cli]") {
    const Json check = jsonOf("check", {"--design", "D3a", "--scenario", "S3", "--property", "I2", "--property", "I14"}, 1);
    std::vector<Json> dangling;   // I2 is broken a little earlier as well, as F15: that is a run of its own
    for (const Json& violation : check.at("violations"))
        if (violation.at("failure") == "F1")
            dangling.push_back(violation);
    REQUIRE(dangling.size() == 2);
    REQUIRE(dangling[0].at("steps") == dangling[1].at("steps"));
    REQUIRE(check.at("violations").size() == 3);
    const std::string text = bindlab({"check", "--design", "D3a", "--scenario", "S3", "--property", "I2", "--property", "I14"}).out;
    CHECK_THAT(text, Catch::Contains("the same run as for I2"));
    std::size_t runs = 0;
    for (std::size_t at = text.find("\n     1  "); at != std::string::npos; at = text.find("\n     1  ", at + 1))
        ++runs;
    CHECK(runs == 2);   // of three violations
}

TEST_CASE("each violation says which steps alone force it, as a sentence and as numbers of its steps", "[cli]") {
    const Json check = jsonOf("check", {"--design", "D3a", "--scenario", "S3"}, 1);
    for (const Json& violation : check.at("violations")) {
        const Json& essence = violation.at("essence");
        CHECK_FALSE(essence.at("sentence").get<std::string>().empty());
        CHECK((essence.at("statement") == "events") == !essence.at("events").empty());
        if (violation.at("property") != "I3")
            continue;
        CHECK(essence.at("sentence") == "T2 IOMMU_DESTROY frees the vdevice before T1 UNBIND reads idev.vdev: vdevice.");
        REQUIRE(essence.at("events").size() == 2);
        const auto textOf = [&](int event) { return violation.at("steps").at(essence.at("events").at(std::size_t(event)).get<std::size_t>() - 1).at("text").get<std::string>(); };
        CHECK_THAT(textOf(0), Catch::Matchers::Contains("T2 frees the vdevice"));
        CHECK_THAT(textOf(1), Catch::Matchers::Contains("T1 reads idev.vdev"));
    }
}

TEST_CASE("what check prints", "[cli][golden]") {
    const Answer answer = bindlab({"check", BINDLAB_GOLDEN_DIR "/two_closers.flow", "--trace", "/dev/null"});
    CHECK(answer.status == 1);
    std::string text = answer.out;
    const std::string folder = BINDLAB_GOLDEN_DIR "/";
    REQUIRE(text.find(folder) != std::string::npos);
    checkGolden("two_closers.check.txt", text.replace(text.find(folder), folder.size(), ""));
}

TEST_CASE("a stand-alone flow file is checked without the shipped flows", "[cli]") {
    const Folder folder;
    const std::string file = folder.write("abba.flow", abba);
    const Json check = jsonOf("check", {file, "--trace", folder.path("run.json")}, 1);
    CHECK(check.at("design") == "");
    CHECK(check.at("scenario") == "abba");
    CHECK(check.at("platform") == "");
    CHECK(broken(check) == std::set<std::string>{"I10"});
    CHECK(check.at("violations").front().at("length") == 2);
    CHECK(check.at("violations").front().at("switches") == 1);

    CHECK(bindlab({"replay", folder.path("run.json"), file}).status == 1);
    CHECK(jsonOf("check", {file, "--property", "I3"}, 0).at("verdict") == "holds");
}

TEST_CASE("mistakes in a flow file are shown where they are, all of them, with status 2", "[cli]") {
    const Folder folder;
    const std::string file = folder.write("wrong.flow",
                                          "struct Pair { mutex left; mutex right; }\n"
                                          "global Pair pair;\n"
                                          "flow forwards() {\n"
                                          "    lock(pair.left)\n"
                                          "    unlock(pair.left);\n"
                                          "}\n"
                                          "flow backwards() {\n"
                                          "    lock(pair.lefd);\n"
                                          "    unlock(par.left);\n"
                                          "}\n"
                                          "scenario s short \"a title\" { thread T1 { forwards(); } thread T2 { backwards(); } }\n");
    const Answer answer = bindlab({"check", file});
    CHECK(answer.status == 2);
    CHECK(answer.out.empty());
    CHECK_THAT(answer.err, Catch::Contains(file + ":4:20: error: expected ';'"));
    CHECK_THAT(answer.err, Catch::Contains(file + ":8:15: error: "));
    CHECK_THAT(answer.err, Catch::Contains(file + ":9:12: error: "));
    CHECK_THAT(answer.err, Catch::Contains("did you mean 'left'?") && Catch::Contains("did you mean 'pair'?"));
}

TEST_CASE("runs that pass, and more that fail, are shown on request only", "[cli]") {
    const Json plain = jsonOf("check", {"--design", "D3a", "--scenario", "S3"}, 1);
    CHECK(plain.at("passing").empty());
    CHECK(plain.at("violations").front().at("others").empty());
    const Json asked = jsonOf("check", {"--design", "D3a", "--scenario", "S3", "--passing", "--another", "2"}, 1);
    REQUIRE(asked.at("passing").size() == 3);
    CHECK(asked.at("passing").front().at("steps").size() == asked.at("passing").front().at("length"));
    CHECK(asked.at("violations").front().at("others").size() == 2);
    const std::string text = bindlab({"check", "--design", "D3a", "--scenario", "S3", "--passing", "--another", "2"}).out;
    CHECK_THAT(text, Catch::Matchers::Contains("A run in which nothing breaks") && Catch::Matchers::Contains("Another run 2") && Catch::Matchers::Contains("of its steps are in the runs before it"));
    CHECK_THAT(bindlab({"check", "--design", "D1", "--scenario", "S1", "--passing"}).out, Catch::Matchers::Contains("No run comes to its end without something breaking"));
}

TEST_CASE("a run that goes round for ever says from where, as text and as a loop of the sequence diagram", "[cli]") {
    const Folder folder;
    const std::string file = folder.write("knock.flow", "struct Door { bool open; int knocks; }\nglobal Door d;\nflow knock() : k { while (!d.open) { d.knocks = 0; } }\n"
                                                        "scenario door d \"nobody opens\" { thread T1 { knock(); } }\n");
    const Answer answer = bindlab({"check", file, "--trace", folder.path("run.json")});
    CHECK(answer.status == 1);
    CHECK_THAT(answer.out, Catch::Matchers::Contains("L-0") && Catch::Matchers::Contains("it can go round for ever"));
    CHECK_THAT(bindlab({"export", "mermaid", folder.path("run.json"), "--model", file}).out, Catch::Matchers::Contains("loop for ever"));
    CHECK(jsonOf("check", {file}, 1).at("violations").front().at("loops_to").is_number());
}
