/// How far a check looks: threads, reductions, bounds, an interrupt.
#include "answers.h"

#include "catch.h"

#include <algorithm>
#include <string>
#include <vector>

namespace {

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
    const Json reduced = jsonOf("check", arguments, 1);
    const Json whole = jsonOf("check", every, 1);
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
    const Json all = jsonOf("check", {file}, 0);
    CHECK(all.at("states").get<long>() > 4000);

    const Json bounded = jsonOf("check", {file, "--max-states", "2000"}, 3);
    CHECK(bounded.at("verdict") == "bounded");
    CHECK_THAT(bounded.at("bound").get<std::string>(), Catch::Contains("2000 states"));
    CHECK(bounded.at("states").get<long>() < all.at("states").get<long>());

    const Json small = jsonOf("check", {"--design", "D1", "--scenario", "S3", "--property", "I3", "--max-states", "10"}, 3);
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
    const Json all = jsonOf("check", {"--design", "D3a", "--scenario", "S3"}, 1);
    const Json first = jsonOf("check", {"--design", "D3a", "--scenario", "S3", "--first"}, 1);
    std::size_t shortest = std::string::npos;
    for (const Json& violation : all.at("violations"))
        shortest = std::min(shortest, violation.at("length").get<std::size_t>());
    for (const Json& violation : first.at("violations"))
        CHECK(violation.at("length") == shortest);
    CHECK(first.at("violations").size() < all.at("violations").size());
    CHECK(first.at("states").get<long>() < all.at("states").get<long>());
}
