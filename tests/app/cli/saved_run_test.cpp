/// A run that was saved: replayed, shared, asked for what set a field.
#include "answers.h"

#include "catch.h"

#include <string>
#include <vector>

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
