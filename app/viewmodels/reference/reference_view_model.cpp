#include "reference_view_model.h"

#include "viewmodels/lesson/term_links.h"
#include "viewmodels/map/map_lanes.h"
#include "viewmodels/shared/number_text.h"
#include "viewmodels/shared/plain_text.h"

namespace bindlab {

namespace {

std::vector<const Term*> sortedGlossary()
{
    std::vector<const Term*> terms;
    for (const Term& term : glossary())
        terms.push_back(&term);
    std::ranges::stable_sort(terms, [](const Term* one, const Term* other) { return text(one->term).compare(text(other->term), Qt::CaseInsensitive) < 0; });
    return terms;
}

ReferenceColumn<TermRow>::Entry termEntry(const Term& term)
{
    QStringList names;
    for (const std::string& name : term.names)
        names.append(text(name));
    const QString html = withTermLinks(text(term.text), [](const QString& plain) { return plain.toHtmlEscaped(); });
    TermRow row{text(term.term), names.join(QStringLiteral(", ")), text(term.where), QStringLiteral("<p>%1</p>").arg(html), meaningOf(term)};
    return {row, row.name, row.otherNames + QLatin1Char(' ') + row.spoken};
}

ReferenceColumn<SheetRow>::Entry sheetEntry(const Machine& machine)
{
    QString words = text(machine.source());
    for (const MachineState& state : machine.states())
        words += QLatin1Char(' ') + text(state.name);
    for (const MachineEvent& event : machine.events())
        words += QLatin1Char(' ') + text(event.name) + QLatin1Char(' ') + text(event.label);
    const SheetRow row{text(machine.name()), text(machine.title()), mapping::placeTitle(machine.component())};
    return {row, row.name, row.title + QLatin1Char(' ') + row.component + QLatin1Char(' ') + words};
}

ReferenceColumn<SourceRow>::Entry sourceEntry(const CitedSource& source)
{
    SourceRow row{text(source.title), text(source.author), shortDate(source.date),
                  source.isMail() ? ReferenceViewModel::tr("Mails") : ReferenceViewModel::tr("Trees and documents"), {}};
    row.spoken = QStringList{row.title, row.author, row.date}.filter(QRegularExpression(QStringLiteral("."))).join(QStringLiteral(", "));
    QString words = row.author + QLatin1Char(' ') + row.date + QLatin1Char(' ') + text(source.date);
    for (const Citation& citation : source.citations)
        words += QLatin1Char(' ') + text(citation.id);
    return {row, row.title, words};
}

QString firstTarget(const std::vector<ReferenceLinkRow>& rows)
{
    const auto first = std::ranges::find_if(rows, [](const ReferenceLinkRow& row) { return !row.target.isEmpty(); });
    return first == rows.end() ? QString() : first->target;
}

} // namespace

void FoundKeys::find(const QStringList& words)
{
    m_words = words;
    invalidateFilter();
}

bool FoundKeys::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return hasAll(QStringList{index.data(ActionListModel::TitleRole).toString(), index.data(ActionListModel::GroupRole).toString(),
                              index.data(ActionListModel::KeysTextRole).toString()}.join(QLatin1Char(' ')),
                  m_words);
}

ReferenceViewModel::ReferenceViewModel(const Library& library, const LessonShelf& shelf, ActionListModel& keys, QObject* parent)
    : QObject(parent), m_library(library), m_shelf(shelf), m_glossary(sortedGlossary()), m_uses({})
{
    std::vector<ReferenceColumn<TermRow>::Entry> terms;
    for (const Term* term : m_glossary)
        terms.push_back(termEntry(*term));
    m_terms.setEntries(std::move(terms));
    std::vector<ReferenceColumn<SheetRow>::Entry> sheets;
    for (const Machine* machine : machines())
        sheets.push_back(sheetEntry(*machine));
    m_sheets.setEntries(std::move(sheets));
    m_keys.setSourceModel(&keys);
    connect(m_shelf.own(), &LessonListModel::lessonsChanged, this, &ReferenceViewModel::readLessons);
    readLessons();
}

std::vector<const Lesson*> ReferenceViewModel::lessons() const
{
    std::vector<const Lesson*> all;
    for (const LessonListModel* list : {m_shelf.lessons(), m_shelf.challenges(), m_shelf.own()})
        for (const Lesson& lesson : list->all())
            if (!lesson.pages.empty())
                all.push_back(&lesson);
    return all;
}

void ReferenceViewModel::readLessons()
{
    m_uses = TermUses(lessons());
    m_cited = citedSources(m_library, lessons());
    std::vector<ReferenceColumn<SourceRow>::Entry> sources;
    for (const CitedSource& source : m_cited)
        sources.push_back(sourceEntry(source));
    m_sources.setEntries(std::move(sources));
    find();
}

void ReferenceViewModel::setPart(Part part)
{
    if (part == m_part)
        return;
    m_part = part;
    emit partChanged();
}

void ReferenceViewModel::setQuery(const QString& query)
{
    if (query == m_query)
        return;
    m_query = query;
    find();
    emit queryChanged();
}

void ReferenceViewModel::find()
{
    const QStringList words = wordsOf(m_query);
    m_terms.find(words);
    m_sheets.find(words);
    m_sources.find(words);
    m_keys.find(words);
    showChosen();
}

void ReferenceViewModel::showChosen()
{
    m_termUses.assign(m_terms.chosen() < 0 ? std::vector<ReferenceLinkRow>() : m_uses.of(*m_glossary[std::size_t(m_terms.chosen())]));
    m_citations.assign(m_sources.chosen() < 0 ? std::vector<ReferenceLinkRow>() : citationRows(m_cited[std::size_t(m_sources.chosen())], lessons()));
    if (m_sheets.chosen() >= 0)
        m_sheet.show(*machines()[std::size_t(m_sheets.chosen())], m_library);
    emit changed();
}

QString ReferenceViewModel::foundText() const
{
    const auto count = [](int number, const QString& none, const QString& one, const QString& many) { return number == 0 ? none : counted(std::uint64_t(number), one, many); };
    return QStringList{count(m_terms.rowCount(), tr("no term"), tr("1 term"), tr("%1 terms")), count(m_sheets.rowCount(), tr("no machine"), tr("1 machine"), tr("%1 machines")),
                       count(m_sources.rowCount(), tr("no source"), tr("1 source"), tr("%1 sources")), count(m_keys.rowCount(), tr("no key"), tr("1 key"), tr("%1 keys"))}
        .join(QStringLiteral(", "));
}

QString ReferenceViewModel::firstUse() const { return firstTarget(m_termUses.rows()); }

QString ReferenceViewModel::firstCitation() const { return firstTarget(m_citations.rows()); }

void ReferenceViewModel::chooseTerm(int row)
{
    m_terms.chooseRow(row);
    showChosen();
}

void ReferenceViewModel::chooseSheet(int row)
{
    m_sheets.chooseRow(row);
    showChosen();
}

void ReferenceViewModel::chooseSource(int row)
{
    m_sources.chooseRow(row);
    showChosen();
}

bool ReferenceViewModel::showTerm(const QString& name)
{
    const Term* term = findTerm(name.toStdString());
    if (term == nullptr || !m_terms.choose(text(term->term)))
        return false;
    setPart(Part::Terms);
    setQuery({});
    showChosen();
    return true;
}

bool ReferenceViewModel::showSheet(const QString& machine)
{
    if (!m_sheets.choose(machine))
        return false;
    setPart(Part::Sheets);
    setQuery({});
    showChosen();
    return true;
}

} // namespace bindlab
