#include "lesson/cited_sources.h"

#include "flow/ast.h"

#include "catch.h"

#include <algorithm>
#include <set>
#include <tuple>

using namespace bindlab;

namespace {

std::vector<const Lesson*> shippedLessons()
{
    std::vector<const Lesson*> all;
    for (const auto* list : {&lessons(), &challenges()})
        for (const Lesson& lesson : *list)
            all.push_back(&lesson);
    return all;
}

Lesson citing(const std::string& id, std::vector<LessonSource> sources)
{
    Lesson lesson;
    lesson.id = id;
    lesson.sources = std::move(sources);
    lesson.pages = {{"first", {}, {}, 1}, {"second", {}, {lesson.sources.front().id}, 2}};
    return lesson;
}

Library tinyFlows()
{
    Library library;
    library.add("tiny.flow", R"(source MAIL "Private MMIO, RFC PATCH 00/12" by "Xu Yilun" on "2025-01-07";
source TREE "drivers/pci/tsm.c, the core" by "Linux";
source NOBODY "a mail that nobody cites" by "A" on "2025-01-01";
global S s;
struct S @TREE { int x; }
flow f() : k @TREE "pci_tsm_bind" {
    s.x = 1;   @MAIL "P17"
}
)");
    return library;
}

const Citation* find(const CitedSource& source, CitedBy kind, std::string_view id)
{
    const auto found = std::ranges::find_if(source.citations, [&](const Citation& each) { return each.by == kind && each.id == id; });
    return found == source.citations.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("a source stands once, with everybody who cites it and at which place", "[lesson][sources]")
{
    const Lesson one = citing("one", {{"xu", "Xu Yilun", "2025-01-07", "[RFC PATCH 00/12] Private MMIO", 1}});
    const Lesson two = citing("two", {{"tsm", "Linux", "v6.19", "drivers/pci/tsm.c, the core (bind)", 1},
                                      {"mine", "Xu Yilun, answering B", "2025-01-07", "Private MMIO, RFC PATCH 00/12, patch 3", 2}});
    const auto sources = citedSources(tinyFlows(), {&one, &two});
    REQUIRE(sources.size() == 2);

    CHECK(sources[0].id == "MAIL");
    CHECK(sources[0].isMail());
    REQUIRE(find(sources[0], CitedBy::Lesson, "one") != nullptr);
    CHECK(find(sources[0], CitedBy::Lesson, "one")->page == 1);
    REQUIRE(find(sources[0], CitedBy::Lesson, "two") != nullptr);
    CHECK(find(sources[0], CitedBy::Lesson, "two")->places == std::vector<std::string>{"patch 3"});
    CHECK(find(sources[0], CitedBy::Flow, "f") != nullptr);

    CHECK(sources[1].id == "TREE");
    CHECK_FALSE(sources[1].isMail());
    CHECK(find(sources[1], CitedBy::Object, "S") != nullptr);
    REQUIRE(find(sources[1], CitedBy::Flow, "f") != nullptr);
    CHECK(find(sources[1], CitedBy::Flow, "f")->places == std::vector<std::string>{"pci_tsm_bind"});
    REQUIRE(find(sources[1], CitedBy::Lesson, "two") != nullptr);
    CHECK(find(sources[1], CitedBy::Lesson, "two")->places == std::vector<std::string>{"bind"});
}

TEST_CASE("mails of another day, of somebody else or on another subject are other mails", "[lesson][sources]")
{
    const LessonSource same{"xu", "Xu Yilun", "2025-01-07", "Private MMIO, RFC PATCH 00/12", 1};
    LessonSource later = same;
    later.date = "2025-01-08";
    LessonSource other = same;
    other.author = "Zhi Wang";
    LessonSource answer = same;
    answer.subject = "Re: Private MMIO, RFC PATCH 00/12";
    const Lesson lesson = citing("one", {same, later, other, answer});
    const auto sources = citedSources(tinyFlows(), {&lesson});
    CHECK(std::ranges::count_if(sources, [](const CitedSource& source) { return find(source, CitedBy::Lesson, "one") != nullptr; }) == 4);
}

TEST_CASE("every source of the shipped lessons, designs and patches is cited there, once, and mails come first by date", "[lesson][sources]")
{
    const auto sources = citedSources(Library::shipped(), shippedLessons());
    std::set<std::tuple<std::string, std::string, std::string>> seen;
    for (const CitedSource& source : sources) {
        CAPTURE(source.title);
        CHECK(seen.emplace(source.author, source.date, source.title).second);
        CHECK_FALSE(source.citations.empty());
    }
    const auto citedIn = [&](CitedBy kind, const std::string& id) {
        return std::ranges::count_if(sources, [&](const CitedSource& source) { return find(source, kind, id) != nullptr; });
    };
    for (const Lesson* lesson : shippedLessons()) {
        CAPTURE(lesson->id);
        CHECK(citedIn(lesson->challenges ? CitedBy::Challenges : CitedBy::Lesson, lesson->id) >= 1);
    }
    for (const ast::Design& design : Library::shipped().parts().designs)
        for (const ast::SourceRef& reference : design.sources) {
            const auto source = std::ranges::find(sources, reference.id, &CitedSource::id);
            REQUIRE(source != sources.end());
            CHECK(find(*source, CitedBy::Design, design.id) != nullptr);
        }
    for (const PatchInfo& patch : Library::shipped().patches())
        CHECK(citedIn(CitedBy::Patch, patch.id) >= 1);
    const auto firstDocument = std::ranges::find_if_not(sources, &CitedSource::isMail);
    CHECK(std::ranges::is_sorted(sources.begin(), firstDocument, {}, &CitedSource::date));
    CHECK(std::none_of(firstDocument, sources.end(), [](const CitedSource& source) { return source.isMail(); }));
}
