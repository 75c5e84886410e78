#include "lesson/cited_sources.h"

#include "flow/ast.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace bindlab {

namespace {

bool agree(const std::string& one, const std::string& other) { return one.empty() || other.empty() || one == other; }

/// "Xu Yilun, answering Jason Gunthorpe" wrote what Xu Yilun wrote.
std::string writer(const std::string& author) { return author.substr(0, author.find(", answering ")); }

/// Whether `title` is `whole` up to a place in it: "..., 11.4.9" or "... (patch 19)".
bool isPartOf(const std::string& title, const std::string& whole)
{
    return title.starts_with(whole) && (title.substr(whole.size()).starts_with(" (") || title.substr(whole.size()).starts_with(", "));
}

/// "[RFC PATCH 00/12] Private MMIO" and "Private MMIO, RFC PATCH 00/12" have the same words; "Re:" is one of them.
std::vector<std::string> wordsOf(const std::string& title)
{
    std::vector<std::string> words{""};
    for (const char each : title) {
        const bool isOfWord = std::isalnum(static_cast<unsigned char>(each)) != 0 || each == '/' || each == '_' || each == '-';
        if (isOfWord)
            words.back() += each;
        else if (!words.back().empty())
            words.emplace_back();
    }
    std::ranges::sort(words);
    std::erase(words, "");
    return words;
}

bool isSame(const CitedSource& source, const LessonSource& cited)
{
    return agree(source.date, cited.date) && agree(writer(source.author), writer(cited.author))
        && (isPartOf(cited.subject, source.title) || isPartOf(source.title, cited.subject) || wordsOf(cited.subject) == wordsOf(source.title));
}

/// What the subject says beyond the title: "patch 19".
std::string placeIn(const std::string& subject, const std::string& title)
{
    if (!isPartOf(subject, title))
        return {};
    std::string place = subject.substr(title.size() + 2);
    if (subject[title.size()] == ' ' && place.ends_with(')'))
        place.pop_back();
    return place;
}

class Catalogue {
public:
    explicit Catalogue(const Library& library) : m_parts(library.parts())
    {
        for (const SourceInfo& source : m_parts.sources)
            m_sources.push_back({source.id, source.title, source.author, source.date, {}});
        addNamed(CitedBy::Question, m_parts.choices);
        addNamed(CitedBy::Platform, m_parts.platforms);
        addNamed(CitedBy::Kernel, m_parts.bases);
        addNamed(CitedBy::Design, m_parts.designs);
        addNamed(CitedBy::Property, m_parts.properties);
        addBlocks(CitedBy::Object, m_parts.structs);
        addBlocks(CitedBy::Flow, m_parts.flows);
        addBlocks(CitedBy::Prologue, m_parts.starts);
        addBlocks(CitedBy::Prologue, m_parts.epilogues);
        for (const ast::Scenario& scenario : m_parts.scenarios)
            add(CitedBy::Scenario, scenario.id.text, scenario.title, scenario.sources);
        addNamed(CitedBy::Patch, m_parts.patches);
        for (const ast::Patch& patch : m_parts.patches) {
            addBlocks(CitedBy::Object, patch.structs);
            addBlocks(CitedBy::Flow, patch.flows);
        }
    }

    void add(const Lesson& lesson)
    {
        for (const LessonSource& cited : lesson.sources) {
            auto source = std::ranges::find_if(m_sources, [&](const CitedSource& each) { return isSame(each, cited); });
            if (source == m_sources.end())
                source = m_sources.insert(m_sources.end(), CitedSource{{}, cited.subject, cited.author, cited.date, {}});
            const auto page = std::ranges::find_if(lesson.pages, [&](const Page& each) { return std::ranges::count(each.sources, cited.id) > 0; });
            Citation citation{lesson.challenges ? CitedBy::Challenges : CitedBy::Lesson, lesson.id, lesson.title, {},
                              page == lesson.pages.end() ? 0 : int(page - lesson.pages.begin())};
            add(*source, std::move(citation), placeIn(cited.subject, source->title));
        }
    }

    std::vector<CitedSource> finish()
    {
        std::erase_if(m_sources, [](const CitedSource& source) { return source.citations.empty(); });
        for (CitedSource& source : m_sources)
            std::ranges::stable_sort(source.citations, {}, &Citation::by);
        const auto documents = std::stable_partition(m_sources.begin(), m_sources.end(), [](const CitedSource& source) { return source.isMail(); });
        std::ranges::stable_sort(m_sources.begin(), documents, {}, &CitedSource::date);
        return std::move(m_sources);
    }

private:
    void addNamed(CitedBy kind, const auto& entries)
    {
        for (const auto& entry : entries)
            add(kind, entry.id, entry.title, entry.sources);
    }

    /// Blocks cite a source as a whole, and in single lines.
    void addBlocks(CitedBy kind, const auto& blocks)
    {
        for (const ast::Block& block : blocks) {
            add(kind, block.name.text, {}, block.sources);
            for (const BlockLine& line : block.lines)
                for (std::size_t at = 0; at + 1 < line.tokens.size(); ++at)
                    if (line.tokens[at].is("@"))
                        cite(line.tokens[at + 1].text, {kind, block.name.text, {}, {}, 0}, {});
        }
    }

    void add(CitedBy kind, const std::string& id, const std::string& title, const std::vector<ast::SourceRef>& references)
    {
        for (const ast::SourceRef& reference : references)
            cite(reference.id, {kind, id, title, {}, 0}, reference.section);
    }

    void cite(const std::string& id, Citation citation, const std::string& place)
    {
        if (const auto source = std::ranges::find(m_sources, id, &CitedSource::id); source != m_sources.end())
            add(*source, std::move(citation), place);
    }

    static void add(CitedSource& source, Citation citation, const std::string& place)
    {
        auto known = std::ranges::find_if(source.citations, [&](const Citation& each) { return each.by == citation.by && each.id == citation.id; });
        if (known == source.citations.end())
            known = source.citations.insert(known, std::move(citation));
        known->page = std::min(known->page, citation.page);
        if (!place.empty() && std::ranges::find(known->places, place) == known->places.end())
            known->places.push_back(place);
    }

    const Library::Parts& m_parts;
    std::vector<CitedSource> m_sources;
};

} // namespace

std::string_view nameOf(CitedBy kind)
{
    static constexpr std::array<std::string_view, citedByKinds> names{"lesson", "challenges", "design", "patch", "question", "scenario",
                                                                      "prologue", "property", "platform", "kernel", "object", "flow"};
    return names[std::size_t(kind)];
}

bool CitedSource::isMail() const
{
    static constexpr std::string_view shape = "dddd-dd-dd";
    return std::ranges::equal(date, shape, [](char each, char wanted) { return wanted == 'd' ? std::isdigit(static_cast<unsigned char>(each)) != 0 : each == wanted; });
}

std::vector<CitedSource> citedSources(const Library& library, const std::vector<const Lesson*>& lessons)
{
    Catalogue catalogue(library);
    for (const Lesson* lesson : lessons)
        catalogue.add(*lesson);
    return catalogue.finish();
}

} // namespace bindlab
