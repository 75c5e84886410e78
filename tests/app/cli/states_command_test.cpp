#include "answers.h"

#include "catch.h"

#include <string>
#include <vector>

using Catch::Matchers::Contains;

namespace {

constexpr const char* abba = R"(
struct S { int n; mutex a; mutex b; }
global S s;
flow f() : k { lock(s.a); lock(s.b); unlock(s.b); unlock(s.a); }
flow g() : k { lock(s.b); lock(s.a); unlock(s.a); unlock(s.b); }
scenario T t "two locks in both orders" { thread T1 { f(); } thread T2 { g(); } }
)";

} // namespace

TEST_CASE("states counts what check counts, and breaks what check breaks", "[states]")
{
    const Json states = jsonOf("states", {"--design", "D3a", "--scenario", "S3"}, 1);
    const Json check = Json::parse(bindlab({"check", "--design", "D3a", "--scenario", "S3", "--no-reduction", "--json"}).out);
    CHECK(states.at("states") == check.at("states"));
    CHECK(states.at("steps") == check.at("transitions"));
    CHECK(states.at("depth") == check.at("depth"));
    CHECK(states.at("failures").size() == check.at("violations").size());
    CHECK(states.at("failing_ends").get<int>() > 0);
    CHECK(states.at("safe_ends").get<int>() > 0);
    const Json& shortest = states.at("failures").front();
    CHECK(shortest.at("steps").size() == shortest.at("length").get<std::size_t>());
    CHECK(shortest.at("no_way_back_from").get<int>() <= shortest.at("length").get<int>());
}

TEST_CASE("states names the dead ends of a file of one's own", "[states]")
{
    const Folder folder;
    const std::string file = folder.write("abba.flow", abba);
    const Json states = jsonOf("states", {file}, 1);
    CHECK(states.at("dead_ends").size() == 1);
    CHECK(states.at("failing_ends") == 1);
    CHECK(states.at("safe_ends") == 1);
    const Answer text = bindlab({"states", file});
    CHECK_THAT(text.out, Contains("1 fails, 1 holds"));
    CHECK_THAT(text.out, Contains("it can be avoided until the last step"));
}

TEST_CASE("a graph that is too large is a bound, and says how to raise it", "[states]")
{
    const Answer answer = bindlab({"states", "--design", "D3a", "--scenario", "S3", "--max-states", "100"});
    CHECK(answer.status == 3);
    CHECK(answer.out.empty());
    CHECK(answer.err == "bindlab: there are more than 100 states; allow more with --max-states\n");
}

TEST_CASE("where nothing fails, states says so and ends with 0", "[states]")
{
    const Answer answer = bindlab({"states", "--design", "D3a", "--scenario", "S1"});
    CHECK(answer.status == 0);
    CHECK_THAT(answer.out, Contains("0 fail, "));
    CHECK_THAT(answer.out, Contains("Nothing is broken on any run."));
}
