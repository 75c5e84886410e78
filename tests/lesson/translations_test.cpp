#include "catch.h"
#include "lesson/embedded_lessons.h"
#include "lesson/verify.h"

#include <algorithm>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

using namespace bindlab;

namespace {

/// What of a text is the same in every language: code, sources, and gaps for figures. Sorted, since sentences are built otherwise.
std::string fixedParts(const std::string& text)
{
    static const std::regex part(R"(`[^`]*`|\(source:[^)]*\)|\{check\.[^}]*\})");
    std::vector<std::string> parts;
    for (std::sregex_iterator found(text.begin(), text.end(), part), end; found != end; ++found)
        parts.push_back(found->str());
    std::ranges::sort(parts);
    std::string all;
    for (const auto& each : parts)
        all += each + " ";
    return all;
}

/// The file with its prose taken out: front matter and directives line by line, headings, and the fixed parts of each text.
std::string skeleton(std::string_view file)
{
    static const std::regex said(R"re(^( *(?:- )?(?:task|button|hint|question|text|feedback|better|title|summary|unit): )(.*)$)re");
    static const std::regex item(R"re(^( *- \{text: )(.*?)(, statements: .*)$)re");
    std::istringstream lines{std::string(file)};
    std::string bones, prose;
    int rules = 0;
    bool inside = false;
    std::string line;
    while (std::getline(lines, line)) {
        std::smatch match;
        rules += line == "---" ? 1 : 0;
        const bool fence = line.starts_with("```");
        if (fence || line.starts_with("#")) {
            bones += fixedParts(prose) + "\n" + (fence ? line : line.substr(0, line.find(' '))) + "\n";
            prose.clear();
            inside = fence && !inside;
        } else if (rules >= 2 && !inside) {
            prose += line + "\n";
        } else if (std::regex_match(line, match, item)) {
            bones += match.str(1) + fixedParts(match.str(2)) + match.str(3) + "\n";
        } else if (std::regex_match(line, match, said) && !(rules < 2 && line.starts_with(" "))) {
            bones += match.str(1) + fixedParts(match.str(2)) + "\n";
        } else {
            bones += line + "\n";
        }
    }
    return bones + fixedParts(prose);
}

std::string_view textOf(const std::string& file)
{
    for (const auto& embedded : embeddedLessons())
        if ("lessons/" + std::string(embedded.name) == file)
            return embedded.text;
    return {};
}

} // namespace

TEST_CASE("a translated lesson differs from its original in nothing but prose", "[lesson][translation]")
{
    REQUIRE_FALSE(translations().empty());
    for (const auto& translation : translations()) {
        const Lesson* original = findLesson(translation.id);
        REQUIRE(original != nullptr);
        INFO(translation.file);
        CHECK(translation.file == "lessons/" + translation.language + original->file.substr(original->file.rfind('/')));
        CHECK(skeleton(textOf(translation.file)) == skeleton(textOf(original->file)));
        CHECK(translation.title != original->title);
    }
}

TEST_CASE("a translated lesson says what the model does", "[lesson][translation][verify]")
{
    for (const auto& translation : translations()) {
        const auto report = verify(translation, Library::shipped());
        INFO(toText(report));
        CHECK(report.good());
        CHECK(report.claims > report.directives);
    }
}

TEST_CASE("what is kept of a translated lesson is kept as the original's", "[lesson][translation][progress]")
{
    for (const auto& translation : translations()) {
        const Lesson& original = *findLesson(translation.id);
        CHECK(translation.unit == original.unit);
        REQUIRE(translation.pages.size() == original.pages.size());
        for (std::size_t page = 0; page < original.pages.size(); ++page) {
            REQUIRE(translation.pages[page].blocks.size() == original.pages[page].blocks.size());
            for (std::size_t block = 0; block < original.pages[page].blocks.size(); ++block) {
                CHECK(actKey(translation, page, block) == actKey(original, page, block));
                CHECK(idOf(translation.pages[page].blocks[block]) == idOf(original.pages[page].blocks[block]));
            }
        }
    }
}

TEST_CASE("a language has its lessons where it has them, and the originals elsewhere", "[lesson][translation]")
{
    const auto chinese = inLanguage(lessons(), "zh_CN");
    REQUIRE(chinese.size() == lessons().size());
    std::size_t translated = 0;
    for (std::size_t i = 0; i < chinese.size(); ++i) {
        CHECK(chinese[i].id == lessons()[i].id);
        translated += chinese[i].language == "zh_CN" ? 1 : 0;
        CHECK((chinese[i].language == "zh_CN" || chinese[i] == lessons()[i]));
    }
    CHECK(translated >= 3);
    CHECK(inLanguage(lessons(), "en") == lessons());
    CHECK(findLesson("zh_CN/01-five-parties.md") != nullptr);
    CHECK(findLesson("01-five-parties.md")->language.empty());
}
