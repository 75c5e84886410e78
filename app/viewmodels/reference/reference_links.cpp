#include "reference_links.h"

#include "viewmodels/lesson/prose.h"
#include "viewmodels/lesson/term_links.h"
#include "viewmodels/shared/plain_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <set>

namespace bindlab {

namespace {

struct ReferenceWords {
    Q_DECLARE_TR_FUNCTIONS(reference)
};

/// What a page's reader reads of a block, prose and tasks; not what only verify() sees.
QString readOf(const Block& block)
{
    return std::visit(
        [](const auto& each) {
            std::string read;
            if constexpr (requires { each.markdown; })
                read += each.markdown;
            if constexpr (requires { each.question; })
                read += each.question;
            if constexpr (requires { each.task; })
                read += each.task;
            return proseText(read);
        },
        block);
}

std::set<const Term*> termsOf(const Page& page)
{
    QString read = text(page.title);
    for (const Block& block : page.blocks)
        read += QLatin1Char('\n') + readOf(block);
    const std::vector<const Term*> terms = termsIn(read);
    return {terms.begin(), terms.end()};
}

QString titleOf(const Lesson& lesson)
{
    return (lesson.challenges ? ReferenceWords::tr("Challenges %1: %2") : ReferenceWords::tr("Lesson %1: %2")).arg(lesson.number).arg(text(lesson.title));
}

ReferenceLinkRow linkTo(const Lesson& lesson, int page)
{
    return {QStringLiteral("lesson:%1#%2").arg(text(lesson.id)).arg(page), titleOf(lesson), {}, false};
}

ReferenceLinkRow linkToPage(const Lesson& lesson, int page)
{
    ReferenceLinkRow row = linkTo(lesson, page);
    row.title = QString::number(page + 1);
    row.note = ReferenceWords::tr("%1, step %2: %3").arg(titleOf(lesson)).arg(page + 1).arg(text(lesson.pages[std::size_t(page)].title));
    row.indented = true;
    return row;
}

QString placesOf(const Citation& citation)
{
    QStringList places;
    for (const std::string& place : citation.places)
        places.append(text(place));
    return places.join(QStringLiteral(", "));
}

QString kindTitle(CitedBy kind)
{
    switch (kind) {
    case CitedBy::Patch: return ReferenceWords::tr("Patches");
    case CitedBy::Question: return ReferenceWords::tr("Questions");
    case CitedBy::Scenario: return ReferenceWords::tr("Scenarios");
    case CitedBy::Prologue: return ReferenceWords::tr("Prologues and epilogues");
    case CitedBy::Property: return ReferenceWords::tr("Properties");
    case CitedBy::Platform: return ReferenceWords::tr("Platforms");
    case CitedBy::Kernel: return ReferenceWords::tr("Kernels");
    case CitedBy::Object: return ReferenceWords::tr("Objects");
    case CitedBy::Flow: return ReferenceWords::tr("Flows");
    default: return {};
    }
}

/// All of one kind in one line, which leads nowhere; without any, nothing.
void addNames(std::vector<ReferenceLinkRow>& rows, const CitedSource& source, CitedBy kind)
{
    QStringList names;
    for (const Citation& citation : source.citations)
        if (citation.by == kind)
            names.append(text(citation.id));
    if (!names.isEmpty())
        rows.push_back({{}, kindTitle(kind), names.join(QStringLiteral(", ")), false});
}

} // namespace

TermUses::TermUses(const std::vector<const Lesson*>& lessons)
{
    for (const Lesson* lesson : lessons) {
        std::set<const Term*> here;
        for (int page = 0; page < int(lesson->pages.size()); ++page)
            for (const Term* term : termsOf(lesson->pages[std::size_t(page)])) {
                if (here.insert(term).second)
                    m_rows[term].push_back(linkTo(*lesson, page));
                m_rows[term].push_back(linkToPage(*lesson, page));
            }
    }
}

std::vector<ReferenceLinkRow> TermUses::of(const Term& term) const
{
    const auto rows = m_rows.find(&term);
    return rows == m_rows.end() ? std::vector<ReferenceLinkRow>() : rows->second;
}

std::vector<ReferenceLinkRow> citationRows(const CitedSource& source, const std::vector<const Lesson*>& lessons)
{
    std::vector<ReferenceLinkRow> rows;
    for (const Citation& citation : source.citations) {
        const auto lesson = std::ranges::find_if(lessons, [&](const Lesson* each) { return each->id == citation.id; });
        const bool isLesson = citation.by == CitedBy::Lesson || citation.by == CitedBy::Challenges;
        if (isLesson && lesson != lessons.end()) {
            rows.push_back(linkTo(**lesson, citation.page));
            rows.back().note = placesOf(citation);
        } else if (citation.by == CitedBy::Design) {
            rows.push_back({QStringLiteral("design:") + text(citation.id), ReferenceWords::tr("Design %1: %2").arg(text(citation.id), text(citation.title)), placesOf(citation), false});
        }
    }
    for (int kind = int(CitedBy::Design) + 1; kind < citedByKinds; ++kind)
        addNames(rows, source, CitedBy(kind));
    return rows;
}

} // namespace bindlab
