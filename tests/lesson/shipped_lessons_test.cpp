#include "catch.h"
#include "lesson/verify.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

using namespace bindlab;

TEST_CASE("the lesson to copy in lessons/README.md loads and says what the model does", "[lesson][verify]")
{
    std::ifstream file(std::string(BINDLAB_SOURCE_DIR) + "/lessons/README.md");
    const std::string readme(std::istreambuf_iterator<char>(file), {});
    const std::string opening = "````markdown\n";
    const auto begin = readme.find(opening);
    REQUIRE(begin != std::string::npos);
    const auto text = readme.substr(begin + opening.size(), readme.find("````\n", begin + opening.size()) - begin - opening.size());
    const auto lesson = loadLesson("copied.md", text);
    if (!lesson)
        FAIL(toText(lesson.error()));
    const auto report = verify(*lesson, Library::shipped());
    INFO(toText(report));
    CHECK(report.good());
    CHECK(report.directives > 1);
}

TEST_CASE("a lesson takes 6 to 12 minutes and asks two to four times before it shows", "[lesson]")
{
    for (const auto& lesson : lessons()) {
        int predictions = 0;
        for (const auto& page : lesson.pages)
            predictions += int(std::ranges::count_if(page.blocks, [](const Block& one) { return std::holds_alternative<Predict>(one); }));
        INFO(lesson.file);
        CHECK(lesson.minutes >= 6);
        CHECK(lesson.minutes <= 12);
        CHECK(predictions >= 2);
        CHECK(predictions <= 4);
    }
}

TEST_CASE("each of the five mails it began with is answered in a lesson, on a page where the model is asked", "[lesson][sources]")
{
    struct Mail {
        const char* author;
        const char* date;
        const char* patch;
    };
    for (const auto& mail : {Mail{"Aneesh Kumar K.V", "2025-06-02", "17/30"}, Mail{"Aneesh Kumar K.V", "2025-06-04", "17/30"},
                             Mail{"Aneesh Kumar K.V", "2025-06-02", "20/30"}, Mail{"Xu Yilun", "2025-05-16", "00/12"},
                             Mail{"Jason Gunthorpe", "2025-06-05", "19/30"}}) {
        int pages = 0;
        for (const auto& lesson : lessons())
            for (const auto& source : lesson.sources)
                if (source.author.starts_with(mail.author) && source.date == mail.date && source.subject.find(mail.patch) != std::string::npos)
                    pages += int(std::ranges::count_if(lesson.pages, [&](const Page& page) {
                        return std::ranges::find(page.sources, source.id) != page.sources.end() && std::ranges::any_of(page.blocks, isAct);
                    }));
        INFO(mail.author << ", " << mail.date << ", " << mail.patch);
        CHECK(pages > 0);
    }
}

// In three, so that they run side by side.

TEST_CASE("there are two dozen challenges at least, in rising order", "[lesson][challenges]")
{
    std::size_t count = 0;
    int number = 0;
    for (const auto& set : challenges()) {
        CHECK(set.number == ++number);
        count += set.pages.size();
    }
    CHECK(count >= 24);
}
