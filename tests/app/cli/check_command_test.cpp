#include "program.h"

#include "catch.h"
#include "golden.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using Json = nlohmann::json;

namespace {

Json checkJson(std::vector<std::string> arguments, int status)
{
    arguments.insert(arguments.begin(), "check");
    arguments.emplace_back("--json");
    const Answer answer = bindlab(arguments);
    INFO(answer.err);
    REQUIRE(answer.status == status);
    CHECK(answer.err.empty());
    return Json::parse(answer.out);
}

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

/// Threads that each change their own field so many times: (steps + 1) to the power of threads states at least.
std::string counters(int threads, int steps)
{
    std::string text = "struct Own { int value; }\n";
    std::string scenario = "scenario s counters \"threads that never meet\" {\n";
    for (int thread = 1; thread <= threads; ++thread) {
        const std::string own = "own" + std::to_string(thread);
        text += "global Own " + own + ";\n";
        scenario += "thread T" + std::to_string(thread) + " {\n";
        for (int step = 1; step <= steps; ++step)
            scenario += own + ".value = " + std::to_string(step) + ";\n";
        scenario += "}\n";
    }
    return text + scenario + "}\n";
}

} // namespace

TEST_CASE("check --json has every field of the contract, with its type", "[cli]") {
    const Json check = checkJson({"--design", "D3a", "--scenario", "S3"}, 1);
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

TEST_CASE("a replayed run says where the assignment stands, step by step", "[cli][journey]") {
    const Folder folder;
    bindlab({"check", "--design", "D6", "--scenario", "S5", "--trace", folder.path("run.json")});
    const Json run = Json::parse(bindlab({"replay", folder.path("run.json"), "--json"}).out);
    REQUIRE(run["journey"].size() == run["steps"].size() + 1);
    CHECK(run["journey"].front()["state"] == "running");
    CHECK(run["journey"].front()["path"] == Json({"in use", "bound", "running"}));
    CHECK(run["journey"].back()["state"] == "VM dead");
    CHECK_THAT(bindlab({"replay", folder.path("run.json")}).out,
               Catch::Contains("Where the assignment stands") && Catch::Contains("VM dead"));
}

TEST_CASE("unbind in destroy races: D3a and D3b break on S3, and the saved run replays to the same finding", "[cli]") {
    const std::string design = GENERATE("D3a", "D3b");
    CAPTURE(design);
    const Folder folder;
    const Json check = checkJson({"--design", design, "--scenario", "S3", "--trace", folder.path("run.json")}, 1);
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
    const Json check = checkJson({"--design", "D1", "--scenario", "S3", "--property", "I3", "--property", "I10"}, 0);
    CHECK(check.at("verdict") == "holds");
    CHECK(check.at("states").get<long>() > 1);
    CHECK(check.at("violations").empty());
    CHECK(check.at("properties") == Json({"I3", "I10"}));

    const Answer text = bindlab({"check", "--design", "D1", "--scenario", "S3", "--property", "I3", "--property", "I10"});
    CHECK_THAT(text.out, Catch::Contains("holds in every interleaving (" + std::to_string(check.at("states").get<long>()) + " states"));
}

TEST_CASE("the unbind ioctl as posted leaks its lock when nothing is bound, the repaired one does not", "[cli]") {
    CHECK(broken(checkJson({"--design", "D1", "--scenario", "S15"}, 1)).contains("I10"));
    CHECK(checkJson({"--design", "D2", "--scenario", "S15", "--property", "I10"}, 0).at("verdict") == "holds");
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

TEST_CASE("the number of threads and reductions change nothing in what is found", "[cli]") {
    const std::vector<std::string> arguments{"check", "--design", "D3a", "--scenario", "S3"};
    std::vector<std::string> more = arguments;
    more.insert(more.end(), {"--threads", "2", "--no-reduction"});
    CHECK(bindlab(arguments).out == bindlab(more).out);
    CHECK(bindlab({"check", "--design", "D3a", "--scenario", "S3", "--threads", "0"}).status == 2);
}

TEST_CASE("that equal threads were taken as one is said, and can be switched off", "[cli]") {
    const std::vector<std::string> arguments{"--design", "D2", "--scenario", "S32b"};
    std::vector<std::string> every = arguments;
    every.push_back("--no-reduction");
    const Json reduced = checkJson(arguments, 1);
    const Json whole = checkJson(every, 1);
    REQUIRE(reduced.at("reductions").size() == 1);
    CHECK_THAT(reduced.at("reductions").at(0).get<std::string>(), Catch::StartsWith("T1 and T2 do the same"));
    CHECK(whole.at("reductions").empty());
    CHECK(reduced.at("states").get<long>() < whole.at("states").get<long>());
    REQUIRE(reduced.at("violations").size() == whole.at("violations").size());
    for (std::size_t i = 0; i < whole.at("violations").size(); ++i)
        for (const char* what : {"property", "failure", "length", "switches"})
            CHECK(reduced.at("violations").at(i).at(what) == whole.at("violations").at(i).at(what));
}

TEST_CASE("a check that meets a bound says which and ends with 3", "[cli]") {
    const Folder folder;
    const std::string file = folder.write("counters.flow", counters(4, 8));
    const Json all = checkJson({file}, 0);
    CHECK(all.at("states").get<long>() > 4000);

    const Json bounded = checkJson({file, "--max-states", "2000"}, 3);
    CHECK(bounded.at("verdict") == "bounded");
    CHECK_THAT(bounded.at("bound").get<std::string>(), Catch::Contains("2000 states"));
    CHECK(bounded.at("states").get<long>() < all.at("states").get<long>());

    const Json small = checkJson({"--design", "D1", "--scenario", "S3", "--property", "I3", "--max-states", "10"}, 3);
    CHECK(small.at("states").get<long>() < 20);

    const Answer text = bindlab({"check", file, "--max-states", "2000"});
    CHECK(text.status == 3);
    CHECK_THAT(text.out, Catch::Contains("no verdict") && Catch::Contains("2000 states") && !Catch::Contains("holds"));
}

TEST_CASE("an interrupt ends a long search at once, without a verdict", "[cli]") {
    const Folder folder;
    Start start;
    start.arguments = {"check", folder.write("counters.flow", counters(8, 9))};
    start.through = {"timeout", "--preserve-status", "--signal=INT", "--kill-after=10", "1"};
    const Answer answer = run(start);
    CHECK(answer.status == 3);
    CHECK(answer.err.empty());
    CHECK_THAT(answer.out, Catch::Contains("no verdict: stopped on request"));
}

TEST_CASE("a check that stops at the first violation says no more than it saw", "[cli]") {
    const Json all = checkJson({"--design", "D3a", "--scenario", "S3"}, 1);
    const Json first = checkJson({"--design", "D3a", "--scenario", "S3", "--first"}, 1);
    std::size_t shortest = std::string::npos;
    for (const Json& violation : all.at("violations"))
        shortest = std::min(shortest, violation.at("length").get<std::size_t>());
    for (const Json& violation : first.at("violations"))
        CHECK(violation.at("length") == shortest);
    CHECK(first.at("violations").size() < all.at("violations").size());
    CHECK(first.at("states").get<long>() < all.at("states").get<long>());
}

TEST_CASE("a run that breaks two properties is printed once", "[cli]") {
    const Json check = checkJson({"--design", "D3a", "--scenario", "S3", "--property", "I2", "--property", "I14"}, 1);
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
    const Json check = checkJson({"--design", "D3a", "--scenario", "S3"}, 1);
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
    const Json check = checkJson({file, "--trace", folder.path("run.json")}, 1);
    CHECK(check.at("design") == "");
    CHECK(check.at("scenario") == "abba");
    CHECK(check.at("platform") == "");
    CHECK(broken(check) == std::set<std::string>{"I10"});
    CHECK(check.at("violations").front().at("length") == 2);
    CHECK(check.at("violations").front().at("switches") == 1);

    CHECK(bindlab({"replay", folder.path("run.json"), file}).status == 1);
    CHECK(checkJson({file, "--property", "I3"}, 0).at("verdict") == "holds");
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

TEST_CASE("a trace that is not written because nothing is violated leaves the status alone", "[cli]") {
    const Folder folder;
    const Answer answer = bindlab({"check", "--design", "D1", "--scenario", "S3", "--property", "I3", "--trace", folder.path("run.json")});
    CHECK(answer.status == 0);
    CHECK(linesOf(answer.err) == 1);
    CHECK(folder.read("run.json").empty());

    const Answer full = bindlab({"check", "--design", "D3a", "--scenario", "S3", "--trace", "/dev/full"});
    CHECK(full.status == 2);
    CHECK(linesOf(full.err) == 1);
}

TEST_CASE("a trace that is damaged, newer or cannot be followed is one line", "[cli]") {
    const Folder folder;
    REQUIRE(bindlab({"check", "--design", "D3a", "--scenario", "S3", "--trace", folder.path("run.json")}).status == 1);
    const std::string good = folder.read("run.json");
    Json newer = Json::parse(good);
    newer["version"] = 999;
    Json elsewhere = Json::parse(good);
    std::string text = elsewhere.dump();
    text.replace(text.find("\"D3a\""), 5, "\"D9z\"");

    const std::vector<std::string> damaged{"", "{}", "[]", "null", "{\"version\":1}", good.substr(0, good.size() / 2), newer.dump(), text,
                                           std::string("\0\1\2\xff binary", 11), std::string(100'000, '['),
                                           "{\"version\": 1e300}", good + "x"};
    for (const std::string& content : damaged) {
        CAPTURE(content.substr(0, 200));
        const Answer answer = bindlab({"replay", folder.write("damaged.json", content)});
        CHECK(answer.status == 2);
        CHECK(answer.out.empty());
        CHECK(linesOf(answer.err) == 1);
    }
}

TEST_CASE("runs that pass, and more that fail, are shown on request only", "[cli]") {
    const Json plain = checkJson({"--design", "D3a", "--scenario", "S3"}, 1);
    CHECK(plain.at("passing").empty());
    CHECK(plain.at("violations").front().at("others").empty());
    const Json asked = checkJson({"--design", "D3a", "--scenario", "S3", "--passing", "--another", "2"}, 1);
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
    CHECK(checkJson({file}, 1).at("violations").front().at("loops_to").is_number());
}

TEST_CASE("a saved run is shared as one line that replays the same, with a flow file of one's own too", "[cli][share]") {
    const Folder folder;
    REQUIRE(bindlab({"check", "--design", "D3a", "--scenario", "S3", "--trace", folder.path("run.json")}).status == 1);
    const Answer shared = bindlab({"share", folder.path("run.json")});
    CHECK(shared.status == 0);
    REQUIRE(shared.out.find('\n') == shared.out.size() - 1);
    const std::string code = shared.out.substr(0, shared.out.size() - 1);
    CHECK(bindlab({"replay", code}).out == bindlab({"replay", folder.path("run.json")}).out);
    CHECK(bindlab({"replay", folder.write("code.txt", shared.out)}).out == bindlab({"replay", code}).out);
    CHECK(bindlab({"share", code, "--json"}).out == bindlab({"share", folder.path("run.json"), "--json"}).out);
    const Answer damaged = bindlab({"replay", code.substr(0, code.size() - 4)});
    CHECK(damaged.status == 2);
    CHECK_THAT(damaged.err, Catch::Contains("damaged or cut off"));

    const std::string file = folder.write("mine.flow", "struct S { bool up; }\nglobal S s;\nscenario X one \"\" { thread T1 \"raise\" { s.up = true; } }\n");
    const std::string trace = folder.write("mine.json", R"({"bindlab":"trace","version":1,"design":"","scenario":"X","platform":"","steps":[[0,0]]})");
    const Answer whole = bindlab({"share", trace, file});
    REQUIRE(whole.status == 0);
    CHECK(bindlab({"replay", whole.out.substr(0, whole.out.size() - 1)}).status == 0);
    CHECK(bindlab({"share", trace}).status == 2);   // without the file nobody could play it
}

TEST_CASE("of a saved run, --why says which steps set a field, and a wrong name gets the one that was meant", "[cli][why]") {
    const Folder folder;
    REQUIRE(bindlab({"check", "--design", "D3a", "--scenario", "S3", "--property", "I2", "--trace", folder.path("run.json")}).status == 1);
    const Answer text = bindlab({"replay", folder.path("run.json"), "--why", "vdev.wait_cnt"});
    CHECK(text.status == 0);
    CHECK_THAT(text.out, Catch::Contains("step ") && Catch::Contains("vdev.wait_cnt  1 -> 0"));
    const Json steps = Json::parse(bindlab({"replay", folder.path("run.json"), "--why", "vdev.wait_cnt", "--json"}).out);
    REQUIRE(steps.size() == std::size_t(linesOf(text.out)));
    CHECK(steps.front().at("after") == "0");
    CHECK_THAT(bindlab({"replay", folder.path("run.json"), "--why", "idev.kvm"}).out, Catch::Contains("is the same in the whole run"));

    const Answer wrong = bindlab({"replay", folder.path("run.json"), "--why", "vdev.wait_cn"});
    CHECK(wrong.status == 2);
    CHECK(linesOf(wrong.err) == 1);
    CHECK_THAT(wrong.err, Catch::Contains("vdev.wait_cnt"));
}
