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

TEST_CASE("a design is listed with its base, its patches and the mail it comes from", "[cli]") {
    const auto designs = Json::parse(bindlab({"list", "designs", "--json"}).out);
    const auto d3a = std::ranges::find_if(designs, [](const Json& design) { return design.at("id") == "D3a"; });
    REQUIRE(d3a != designs.end());
    CHECK(d3a->at("base") == "older");
    CHECK(std::ranges::count(d3a->at("patches"), Json("back-pointers")) == 1);
    CHECK(d3a->at("source").at("id") == "SEED1");
    const std::string text = bindlab({"list", "designs"}).out;
    CHECK_THAT(text, Catch::Contains("older + vfio-ioctl, unbind-in-vdevice-destroy, back-pointers") && Catch::Contains("Aneesh Kumar K.V, 2025-06-04"));
    CHECK_THAT(text, !Catch::Contains(" \n"));
}

TEST_CASE("a patch is listed with the question it answers, what it needs, and whether it is a mistake", "[cli]") {
    const auto patches = Json::parse(bindlab({"list", "patches", "--json"}).out);
    const auto patch = [&](const std::string& id) { return *std::ranges::find_if(patches, [&](const Json& item) { return item.at("id") == id; }); };
    CHECK(patch("bound-flag").at("choice") == "bound-tracking");
    CHECK(patch("bound-flag").at("needs") == Json::array({"vfio-ioctl"}));
    CHECK(patch("bound-flag").at("mutation") == false);
    CHECK(patch("missing-decrement").at("mutation") == true);
    const std::string text = bindlab({"list", "patches"}).out;
    CHECK_THAT(text, Catch::Contains("needs vfio-ioctl") && Catch::Contains("a known mistake, for teaching"));
}

TEST_CASE("whatever is listed says where it comes from", "[cli]") {
    const auto [kind, source] = GENERATE(table<std::string, std::string>({{"designs", "Xu Yilun, 2025-05-29"},
                                                                          {"patches", "Jason Gunthorpe, 2025-06-05"},
                                                                          {"scenarios", "Bindlab domain notes"},
                                                                          {"platforms", "Intel TDX module"},
                                                                          {"properties", "Bindlab domain notes"},
                                                                          {"machines", "PCI Express Base Specification"}}));
    CAPTURE(kind);
    CHECK_THAT(bindlab({"list", kind}).out, Catch::Contains(source));
}

TEST_CASE("a scenario is listed with the heading it stands under and its short name", "[cli]") {
    const auto scenarios = Json::parse(bindlab({"list", "scenarios", "--json"}).out);
    const auto s2 = std::ranges::find_if(scenarios, [](const Json& item) { return item.at("id") == "S2"; });
    REQUIRE(s2 != scenarios.end());
    CHECK(s2->at("group") == "lifetime");
    CHECK(s2->at("name") == "destroy-while-open");
    CHECK_THAT(bindlab({"list", "scenarios"}).out, Catch::Contains("lifetime") && Catch::Contains("destroy-while-open"));
}

TEST_CASE("the sources are listed with those who cite them", "[cli]") {
    const Json items = Json::parse(bindlab({"list", "sources", "--json"}).out);
    const auto seed = std::ranges::find_if(items, [](const Json& item) { return item.at("id") == "SEED1"; });
    REQUIRE(seed != items.end());
    CHECK(seed->at("author") == "Aneesh Kumar K.V");
    CHECK(seed->at("date") == "2025-06-04");
    const Json& cited = seed->at("cited_by");
    CHECK(std::ranges::any_of(cited, [](const Json& each) { return each.at("by") == "design" && each.at("id") == "D3a"; }));
    CHECK(std::ranges::any_of(cited, [](const Json& each) { return each.at("by") == "lesson" && each.at("id") == "who-unbinds"; }));
    const Answer text = bindlab({"list", "sources"});
    CHECK(text.status == 0);
    CHECK_THAT(text.out, Catch::Contains("lesson: pin-or-unbind, who-unbinds") && Catch::Contains("design: D3a, D3b"));
}

TEST_CASE("sources of a flow file of one's own are listed with it", "[cli]") {
    const Folder folder;
    const std::string file = folder.write("own.flow", "source MINE \"a mail of one's own\" by \"Me\";\npatch own-patch \"a patch\" @MINE {\n}\n");
    CHECK_THAT(bindlab({"list", "sources", file}).out, Catch::Contains("Me: a mail of one's own") && Catch::Contains("patch: own-patch"));
}
