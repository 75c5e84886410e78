#include "program.h"

#include "catch.h"

#include <nlohmann/json.hpp>

using Json = nlohmann::json;

TEST_CASE("bench measures a file: as many states as check sees without reductions, and the same with all threads", "[cli]")
{
    const Folder folder;
    const std::string file = folder.write("twins.flow", R"(struct S { int n; } global S s;
flow f() : k { n = s.n; s.n = n + 1; }
scenario U u "" { thread T1 { f(); } thread T2 { f(); } }
)");
    const Json bench = Json::parse(bindlab({"bench", "--json", file}).out);
    const Json whole = Json::parse(bindlab({"check", "--json", "--no-reduction", file}).out);
    REQUIRE(bench.at("models").size() == 1);
    const Json& model = bench.at("models").at(0);
    CHECK(model.at("name") == "twins");
    for (const char* what : {"states", "transitions", "depth", "verdict"})
        CHECK(model.at(what) == whole.at(what));
    CHECK(model.at("agree") == true);
    CHECK(model.at("seconds").get<double>() > 0);
    CHECK_FALSE(bench.contains("matrix"));
}

TEST_CASE("a scaled model can be written, and checked like any other", "[cli]")
{
    const Folder folder;
    CHECK(bindlab({"bench", "--write", folder.path(""), "X2d2t1r"}).status == 0);
    const Json bench = Json::parse(bindlab({"bench", "--json", "X2d2t1r"}).out);
    const Answer check = bindlab({"check", "--design", "D6", "--scenario", "X2d2t1r", "--no-reduction", "--json", folder.path("X2d2t1r.flow")});
    CHECK(Json::parse(check.out).at("states") == bench.at("models").at(0).at("states"));
    CHECK(Json::parse(check.out).at("bound") == "");
}

TEST_CASE("what bench cannot measure is one line", "[cli]")
{
    CHECK(bindlab({"bench", "--write", "/nowhere"}).status == 2);
    const Answer answer = bindlab({"bench", "--write", "/tmp", "X9d2t1r"});
    CHECK(answer.status == 2);
    CHECK_THAT(answer.err, Catch::Contains("'X9d2t1r' is no scaled model; they are called like X2d4t1r"));
    CHECK_THAT(bindlab({"bench", "missing.flow"}).err, Catch::Contains("missing.flow"));
}
