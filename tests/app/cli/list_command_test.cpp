#include "program.h"

#include "catch.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using Json = nlohmann::json;

TEST_CASE("every kind lists the same names as text and as JSON", "[cli]") {
    const std::string kind = GENERATE("designs", "patches", "scenarios", "platforms", "properties", "machines", "lessons");
    CAPTURE(kind);
    const Answer text = bindlab({"list", kind});
    const Answer answer = bindlab({"list", kind, "--json"});
    CHECK(text.status == 0);
    CHECK(answer.status == 0);
    const Json items = Json::parse(answer.out);
    REQUIRE(items.is_array());
    REQUIRE_FALSE(items.empty());
    std::set<std::string> ids;
    for (const Json& item : items) {
        const std::string id = item.at("id");
        CHECK(ids.insert(id).second);
        CHECK_FALSE(item.at("title").get<std::string>().empty());
        CHECK_THAT("\n" + text.out, Catch::Contains("\n" + id + " "));
    }
}

TEST_CASE("the names of the shipped model are listed", "[cli]") {
    const auto idsOf = [](const std::string& kind) {
        std::set<std::string> ids;
        for (const Json& item : Json::parse(bindlab({"list", kind, "--json"}).out))
            ids.insert(item.at("id").get<std::string>());
        return ids;
    };
    const auto has = [](const std::set<std::string>& ids, const std::vector<std::string>& wanted) {
        return std::ranges::all_of(wanted, [&](const std::string& id) { return ids.contains(id); });
    };
    CHECK(has(idsOf("designs"), {"D1", "D2", "D3a", "D3b"}));
    CHECK(has(idsOf("scenarios"), {"S2", "S3", "S14", "S15"}));
    CHECK(has(idsOf("properties"), {"I3", "I10", "I21"}));
    CHECK(has(idsOf("platforms"), {"tdx"}));
}

TEST_CASE("lesson list and list lessons are one answer", "[cli]") {
    CHECK(bindlab({"lesson", "list"}).out == bindlab({"list", "lessons"}).out);
    CHECK(bindlab({"lesson", "list", "--json"}).out == bindlab({"list", "lessons", "--json"}).out);
}

TEST_CASE("names of a flow file of one's own are listed with it", "[cli]") {
    const Folder folder;
    const std::string file = folder.write("own.flow", "patch own-patch \"a patch of one's own\" {\n}\n");
    CHECK_THAT(bindlab({"list", "patches", file}).out, Catch::Contains("own-patch"));
    CHECK_THAT(bindlab({"list", "patches"}).out, !Catch::Contains("own-patch"));
}

TEST_CASE("what a flow file cannot hold is not looked for in one", "[cli]") {
    const Answer answer = bindlab({"list", GENERATE("lessons", "machines"), "own.flow"});
    CHECK(answer.status == 2);
    CHECK(linesOf(answer.err) == 1);
}
