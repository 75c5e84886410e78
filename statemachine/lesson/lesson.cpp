#include "lesson/lesson.h"

#include "lesson/embedded_lessons.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace bindlab {

bool isOfCheck(const Fact& fact) { return fact.subject >= FactSubject::Verdict; }

std::string_view directiveName(const Block& block)
{
    struct Name {
        std::string_view operator()(const Prose&) const { return "prose"; }
        std::string_view operator()(const Play&) const { return "play"; }
        std::string_view operator()(const Watch&) const { return "watch"; }
        std::string_view operator()(const Expect&) const { return "expect"; }
        std::string_view operator()(const Predict&) const { return "predict"; }
        std::string_view operator()(const Drive&) const { return "drive"; }
        std::string_view operator()(const Replay&) const { return "replay"; }
        std::string_view operator()(const Check&) const { return "check"; }
        std::string_view operator()(const FlowText&) const { return "flow"; }
        std::string_view operator()(const Order&) const { return "order"; }
        std::string_view operator()(const Repair&) const { return "repair"; }
        std::string_view operator()(const Compare&) const { return "compare"; }
        std::string_view operator()(const Explain&) const { return "explain"; }
    };
    return std::visit(Name{}, block);
}

int lineOf(const Block& block)
{
    return std::visit([](const auto& one) { return one.line; }, block);
}

std::string idOf(const Block& block)
{
    return std::visit(
        [](const auto& one) {
            if constexpr (requires { one.id; })
                return one.id;
            else
                return std::string();
        },
        block);
}

bool isAct(const Block& block)
{
    return !std::holds_alternative<Prose>(block) && !std::holds_alternative<Play>(block)
        && !std::holds_alternative<Expect>(block) && !std::holds_alternative<FlowText>(block);
}

const LessonSource* Lesson::source(std::string_view sourceId) const
{
    const auto found =
        std::find_if(sources.begin(), sources.end(), [&](const LessonSource& one) { return one.id == sourceId; });
    return found == sources.end() ? nullptr : &*found;
}

std::string actKey(const Lesson& lesson, std::size_t page, std::size_t block)
{
    const auto& blocks = lesson.pages[page].blocks;
    const auto acts = std::count_if(blocks.begin(), blocks.begin() + std::ptrdiff_t(std::min(block + 1, blocks.size())), isAct);
    const Page& at = lesson.pages[page];
    return (at.keptAs.empty() ? at.title : at.keptAs) + "/" + std::to_string(acts);
}

namespace {

/// The shipped files by what they are, each in the order of its numbers.
struct Shipped {
    std::vector<Lesson> lessons, challenges, translations;

    [[nodiscard]] const Lesson* original(std::string_view id) const
    {
        for (const auto* all : {&lessons, &challenges})
            if (const auto found = std::ranges::find(*all, id, &Lesson::id); found != all->end())
                return &*found;
        return nullptr;
    }
};

/// What is kept of a translation is kept as its original's: the pages of both go together by their order.
void keepAsOriginal(Lesson& translation, const Lesson* original)
{
    if (original == nullptr || translation.pages.size() != original->pages.size()) {   // the tests see that it is not so
        std::fprintf(stderr, "%s: it has not the pages of its original\n", translation.file.c_str());
        std::abort();
    }
    translation.unit = original->unit;
    for (std::size_t page = 0; page < original->pages.size(); ++page)
        translation.pages[page].keptAs = original->pages[page].title;
}

Shipped readShipped()
{
    Shipped read;
    for (const auto& file : embeddedLessons()) {
        auto lesson = loadLesson("lessons/" + std::string(file.name), file.text);
        if (!lesson) {   // the tests load every lesson: this is a build that was never tested
            std::fputs(toText(lesson.error()).c_str(), stderr);
            std::abort();
        }
        // A translation stands in the folder of its language.
        const auto folder = file.name.find('/');
        if (folder != std::string_view::npos) {
            lesson->language = file.name.substr(0, folder);
            read.translations.push_back(std::move(*lesson));
        } else {
            (lesson->challenges ? read.challenges : read.lessons).push_back(std::move(*lesson));
        }
    }
    for (auto* all : {&read.lessons, &read.challenges, &read.translations})
        std::stable_sort(all->begin(), all->end(), [](const Lesson& a, const Lesson& b) { return a.number < b.number; });
    for (Lesson& translation : read.translations)
        keepAsOriginal(translation, read.original(translation.id));
    return read;
}

const Shipped& shipped()
{
    static const Shipped read = readShipped();
    return read;
}

} // namespace

const std::vector<Lesson>& lessons()
{
    return shipped().lessons;
}

const std::vector<Lesson>& challenges()
{
    return shipped().challenges;
}

const std::vector<Lesson>& translations()
{
    return shipped().translations;
}

std::vector<Lesson> inLanguage(const std::vector<Lesson>& originals, std::string_view language)
{
    std::vector<Lesson> all = originals;
    for (Lesson& lesson : all)
        for (const Lesson& translation : translations())
            if (translation.language == language && translation.id == lesson.id)
                lesson = translation;
    return all;
}

const Lesson* findLesson(std::string_view idOrFile)
{
    for (const auto* all : {&lessons(), &challenges()})
        for (const auto& lesson : *all) {
            const std::string_view file = lesson.file;
            if (lesson.id == idOrFile || file == idOrFile || file.substr(file.rfind('/') + 1) == idOrFile)
                return &lesson;
        }
    for (const auto& lesson : translations())
        if (lesson.file == idOrFile || lesson.file == "lessons/" + std::string(idOrFile))
            return &lesson;
    return nullptr;
}

} // namespace bindlab
