#include "matrix_view_model.h"

#include "matrix_drawing.h"
#include "viewmodels/shared/number_text.h"

#include "checker/combinations.h"
#include "report/matrix_json.h"
#include "report/matrix_text.h"
#include "report/text.h"

#include <algorithm>
#include <set>

namespace bindlab {

namespace {

/// A cell that is looked at so long is worth explaining; in milliseconds.
constexpr int askAfter = 200;

/// A row's name for a reader.
QString inShort(const std::string& design)
{
    const Selection selection = designNamed(design);
    return QString::fromStdString(selection.patches.empty() ? design : selection.design + " " + patchesInShort(selection));
}

QString sourceText(const SourceInfo& source)
{
    QStringList parts;
    for (const std::string& part : {source.author, source.date})
        if (!part.empty())
            parts.append(QString::fromStdString(part));
    const QString title = QString::fromStdString(source.title);
    const QString head = parts.join(QStringLiteral(", "));
    return head.isEmpty() ? title : head + QStringLiteral("\n") + title;
}

/// Of the failures of a cell the one that is shown: the shortest, before those that only the epilogue shows.
const Violation* shortest(const CheckResult& result)
{
    const Violation* best = nullptr;
    for (const Violation& violation : result.violations)
        if (!best || std::pair(violation.inEpilogue, violation.steps.size()) < std::pair(best->inEpilogue, best->steps.size()))
            best = &violation;
    return best;
}

} // namespace

struct MatrixViewModel::Question {
    std::atomic<bool> cancel{false};
    QString cell;
};

MatrixViewModel::MatrixViewModel(const Library& library, const QString& cacheFolder, QObject* parent)
    : QObject(parent), m_library(library), m_checking(library, cacheFolder), m_allScenarios(library.scenarios()), m_platform(text(Selection().platform))
{
    std::vector<NamedRow> platforms;
    for (const PlatformInfo& platform : library.platforms())
        platforms.push_back({text(platform.id), text(platform.title), {}, false});
    m_platforms.assign(std::move(platforms));
    std::vector<NamedRow> bases;
    for (const DesignInfo& design : library.designs())
        bases.push_back({text(design.id), text(design.id + "  " + design.title), {}, false});
    m_bases.assign(std::move(bases));
    connect(&m_checking, &MatrixChecking::collected, this, &MatrixViewModel::showCells);
    m_asking.setInterval(askAfter);
    m_asking.setSingleShot(true);
    connect(&m_asking, &QTimer::timeout, this, &MatrixViewModel::ask);
    m_checking.load(m_platform.toStdString());
    listRows();
    rebuild();
}

MatrixViewModel::~MatrixViewModel()
{
    if (m_question)
        m_question->cancel = true;
    if (m_answering.joinable())
        m_answering.join();
}

// --- the rows there are

void MatrixViewModel::listRows()
{
    const auto designs = m_library.designs();
    m_all.clear();
    for (const DesignInfo& design : designs)
        m_all.push_back({text(design.id), text(design.id), text(design.title), sourceText(design.source), {}, false});
    m_namedDesigns = m_all.size();
    const auto base = std::ranges::find(designs, m_base, &DesignInfo::id);
    for (const std::string& name : combinationsOf(m_library, m_base, m_flipped)) {
        m_all.push_back({text(name), text(m_base), text(patchesInShort(designNamed(name))), sourceText(base->source), {}, false});
    }

    std::vector<SwitchRow> switches;
    const bool isRoom = int(m_namedDesigns) + (2 << m_flipped.size()) - 1 <= mostRows;
    for (const DesignSwitch& each : switchesOf(m_library)) {
        const bool isFlipped = std::ranges::find(m_flipped, each.id) != m_flipped.end();
        const bool had = base != designs.end() && std::ranges::any_of(each.patches, [&](const std::string& patch) {
            return std::ranges::find(base->patches, patch) != base->patches.end();
        });
        switches.push_back({text(each.id), text(each.title), text(each.choice), had, isFlipped, isFlipped || isRoom});
    }
    m_switches.assign(std::move(switches));
}

void MatrixViewModel::setBase(const QString& design)
{
    if (design.toStdString() == m_base)
        return;
    m_base = design.toStdString();
    takeRows();
}

void MatrixViewModel::setSwitch(const QString& name, bool flipped)
{
    const auto row = std::ranges::find(m_switches.rows(), name, &SwitchRow::key);
    if (row == m_switches.rows().end() || row->current == flipped || !row->possible)
        return;
    std::erase(m_flipped, name.toStdString());
    if (flipped)
        m_flipped.push_back(name.toStdString());
    takeRows();
}

void MatrixViewModel::takeRows()
{
    m_checking.cancel();
    listRows();
    rebuild();
    start();
}

void MatrixViewModel::start()
{
    std::vector<std::string> designs;
    for (const MatrixDesignRow& row : m_all)
        designs.push_back(row.key.toStdString());
    std::vector<std::string> scenarios;
    for (const ScenarioInfo& scenario : m_allScenarios)
        scenarios.push_back(scenario.id);
    m_checking.start(m_platform.toStdString(), designs, scenarios);
    emit changed();
    emit currentChanged();
}

void MatrixViewModel::stop() { m_checking.stop(); }

void MatrixViewModel::showCells()
{
    if (m_hideFailing || m_hideEqual)
        rebuild();
    else
        recolour();
}

const MatrixCell* MatrixViewModel::cellOf(const std::string& design, const std::string& scenario) const
{
    return m_checking.cell(m_platform.toStdString(), design, scenario);
}

HeatCell MatrixViewModel::heatCell(const std::string& design, const std::string& scenario) const
{
    HeatCell heat;
    const MatrixCell* cell = cellOf(design, scenario);
    const QString where = tr("%1 in %2").arg(inShort(design), text(scenario));
    if (!cell) {
        heat.spoken = tr("%1, not checked yet").arg(where);
        return heat;
    }
    if (!cell->error.empty()) {
        heat.kind = Broken;
        heat.text = QStringLiteral("!");
        heat.spoken = tr("%1 cannot be run").arg(where);
        return heat;
    }
    switch (cell->result.verdict) {
    case Verdict::Holds:
        heat.kind = Safe;
        heat.spoken = tr("%1, safe").arg(where);
        break;
    case Verdict::Violated: {
        const Violation* worst = shortest(cell->result);
        heat.kind = Fails;
        heat.text = QString::number(worst->steps.size());
        heat.spoken = tr("%1, fails after %2 steps").arg(where, heat.text);
        break;
    }
    case Verdict::Bounded:
        heat.kind = Bounded;
        heat.text = QStringLiteral("\u2265 %1").arg(cell->result.depth);
        heat.spoken = tr("%1, no failure up to depth %2").arg(where).arg(cell->result.depth);
        break;
    case Verdict::NotApplicable:
        heat.kind = NotApplicable;
        heat.spoken = tr("%1, does not apply").arg(where);
        break;
    }
    return heat;
}

void MatrixViewModel::rebuild()
{
    const QStringList words = m_filter.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto matches = [&](const QString& name) {
        return std::ranges::all_of(words, [&](const QString& word) { return name.contains(word, Qt::CaseInsensitive); });
    };
    const auto nameOf = [](const ScenarioInfo& scenario) { return text(scenario.id + " " + scenario.name + " " + scenario.title); };
    const auto nameOfDesign = [](const MatrixDesignRow& design) { return design.key + QLatin1Char(' ') + design.title; };
    // Words that name a design choose rows; others choose columns.
    const bool namesDesign = std::ranges::any_of(m_all, [&](const MatrixDesignRow& design) { return matches(nameOfDesign(design)); });

    std::vector<NamedRow> groups;
    std::vector<MatrixScenarioRow> scenarios;
    for (const ScenarioInfo& scenario : m_allScenarios) {
        const QString group = text(scenario.group);
        if (groups.empty() || groups.back().key != group)
            groups.push_back({group, group, QString::number(std::ranges::count(m_allScenarios, scenario.group, &ScenarioInfo::group)), !m_hiddenGroups.contains(group)});
        if (m_hiddenGroups.contains(group) || (!namesDesign && !matches(nameOf(scenario))))
            continue;
        if (m_hideEqual) {
            std::set<std::pair<int, QString>> seen;
            for (const MatrixDesignRow& design : m_all) {
                const HeatCell heat = heatCell(design.key.toStdString(), scenario.id);
                seen.emplace(heat.kind, heat.kind == Fails ? QString() : heat.text);
            }
            if (seen.size() == 1 && seen.begin()->first != Pending)
                continue;
        }
        QString name = text(scenario.name);
        scenarios.push_back({text(scenario.id), name.replace(QLatin1Char('-'), QLatin1Char(' ')), text(scenario.title), group, 0, 0});
    }
    int gaps = 0;
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        const bool isFirst = i == 0 || scenarios[i - 1].group != scenarios[i].group;
        gaps += isFirst && i > 0;
        scenarios[i].gaps = gaps;
        if (isFirst)
            scenarios[i].span = int(std::ranges::count(scenarios, scenarios[i].group, &MatrixScenarioRow::group));
    }
    m_groups.assign(std::move(groups));
    m_scenarios.assign(std::move(scenarios));

    std::vector<MatrixDesignRow> designs;
    for (const MatrixDesignRow& design : m_all) {
        if (namesDesign && !matches(nameOfDesign(design)))
            continue;
        if (m_hideFailing && std::ranges::any_of(m_scenarios.rows(), [&](const MatrixScenarioRow& row) {
                return heatCell(design.key.toStdString(), row.key.toStdString()).kind == Fails;
            }))
            continue;
        designs.push_back(design);
    }
    m_designs.assign(std::move(designs));
    m_row = std::clamp(m_row, 0, std::max(0, rowCount() - 1));
    m_column = std::clamp(m_column, 0, std::max(0, columnCount() - 1));
    recolour();
    emit shapeChanged();
}

void MatrixViewModel::recolour()
{
    std::vector<HeatCell> cells;
    std::vector<MatrixDesignRow> designs = m_designs.rows();
    for (MatrixDesignRow& design : designs) {
        int fails = 0;
        bool isPending = false;
        for (const MatrixScenarioRow& scenario : m_scenarios.rows()) {
            HeatCell& cell = cells.emplace_back(heatCell(design.key.toStdString(), scenario.key.toStdString()));
            cell.row = int(&design - designs.data());
            cell.column = int(&scenario - m_scenarios.rows().data());
            cell.gaps = scenario.gaps;
            fails += cell.kind == Fails;
            isPending = isPending || cell.kind == Pending;
        }
        design.fails = isPending ? QString() : fails == 0 ? tr("none") : QString::number(fails);
        design.clean = !isPending && fails == 0;
    }
    m_designs.assign(std::move(designs));
    m_cells.assign(std::move(cells));
    lookAt(m_row, m_column);
    emit changed();
    emit currentChanged();
}

void MatrixViewModel::setPlatform(const QString& platform)
{
    if (platform == m_platform)
        return;
    m_checking.cancel();
    m_platform = platform;
    m_checking.load(platform.toStdString());
    rebuild();
    start();
}

void MatrixViewModel::setFilter(const QString& filter)
{
    m_filter = filter;
    rebuild();
}

void MatrixViewModel::setHideFailing(bool hide)
{
    m_hideFailing = hide;
    rebuild();
}

void MatrixViewModel::setHideEqual(bool hide)
{
    m_hideEqual = hide;
    rebuild();
}

void MatrixViewModel::showGroup(const QString& group, bool shown)
{
    m_hiddenGroups.removeAll(group);
    if (!shown)
        m_hiddenGroups.append(group);
    rebuild();
}

void MatrixViewModel::reset()
{
    m_hiddenGroups.clear();
    m_filter.clear();
    m_hideFailing = m_hideEqual = false;
    m_flipped.clear();
    listRows();
    rebuild();
}

QString MatrixViewModel::progressText() const
{
    std::size_t done = 0;
    for (const MatrixDesignRow& design : m_all)
        for (const ScenarioInfo& scenario : m_allScenarios)
            done += cellOf(design.key.toStdString(), scenario.id) != nullptr;
    return tr("%1 of %2 checked").arg(done).arg(m_all.size() * m_allScenarios.size());
}

QString MatrixViewModel::effortText() const
{
    std::uint64_t states = 0;
    for (const MatrixDesignRow& design : m_all)
        for (const ScenarioInfo& scenario : m_allScenarios)
            if (const MatrixCell* cell = cellOf(design.key.toStdString(), scenario.id))
                states += cell->result.states;
    const double seconds = m_checking.secondsOf(m_platform.toStdString());
    if (running() || seconds == 0)
        return tr("%1 states").arg(numberText(states));
    return tr("%1 states in %2 s").arg(numberText(states)).arg(seconds, 0, 'f', 1);
}

QString MatrixViewModel::summary() const
{
    const auto clean = std::ranges::count(m_designs.rows(), true, &MatrixDesignRow::clean);
    const bool isPending = std::ranges::any_of(m_cells.rows(), [](const HeatCell& cell) { return cell.kind == Pending; });
    if (isPending)
        return running() ? tr("Checking…") : tr("Stopped; what is outlined was not checked");
    return clean == 0 ? tr("Every design shows a failure") : clean == 1 ? tr("One design shows no failure") : tr("%1 designs show no failure").arg(clean);
}

// --- the cell that is looked at

void MatrixViewModel::select(int row, int column)
{
    lookAt(row, column);
    emit currentChanged();
}

void MatrixViewModel::select(const std::string& design, const std::string& scenario)
{
    const auto row = std::ranges::find(m_designs.rows(), text(design), &MatrixDesignRow::key);
    const auto column = std::ranges::find(m_scenarios.rows(), text(scenario), &MatrixScenarioRow::key);
    if (row != m_designs.rows().end() && column != m_scenarios.rows().end())
        select(int(row - m_designs.rows().begin()), int(column - m_scenarios.rows().begin()));
}

void MatrixViewModel::selectDesign(const std::string& design)
{
    const auto row = std::ranges::find(m_designs.rows(), text(design), &MatrixDesignRow::key);
    if (row != m_designs.rows().end())
        select(int(row - m_designs.rows().begin()), m_column);
}

void MatrixViewModel::lookAt(int row, int column)
{
    m_row = std::clamp(row, 0, std::max(0, rowCount() - 1));
    m_column = std::clamp(column, 0, std::max(0, columnCount() - 1));
    std::vector<SequenceRow> sequence;
    if (const Violation* shown = violation()) {
        for (std::size_t i = 0; i < shown->steps.size(); ++i) {
            if (sequence.empty() || sequence.back().thread != shown->steps[i].thread)
                sequence.push_back({int(shown->steps[i].thread), int(i) + 1, int(i) + 1, false});
            sequence.back().last = int(i) + 1;
        }
        if (!sequence.empty())
            sequence.back().breaks = true;
    }
    m_sequence.assign(std::move(sequence));
    m_asking.start();
}

void MatrixViewModel::move(int rows, int columns) { select(m_row + rows, m_column + columns); }

QString MatrixViewModel::nameOfCurrent() const
{
    const MatrixCell* cell = current();
    return cell ? text(cell->selection.platform + " " + designName(cell->selection) + " " + cell->selection.scenario) : QString();
}

void MatrixViewModel::ask()
{
    const MatrixCell* cell = current();
    const Violation* shown = violation();
    if (m_question || running() || !shown || m_essences.contains(nameOfCurrent())) {
        emit currentChanged();
        return;
    }
    m_question = std::make_shared<Question>();
    m_question->cell = nameOfCurrent();
    m_answering = std::thread([this, question = m_question, &library = m_library, selection = cell->selection, property = shown->property, failure = shown->failure] {
        CheckOptions options;
        options.properties = {property};
        options.essence = true;
        options.cancel = &question->cancel;
        const MatrixCell explained = checkCell(library, selection, options);
        QString sentence;
        for (const Violation& each : explained.result.violations)
            if (each.failure == failure && each.essence)
                sentence = text(each.essence->sentence);
        QMetaObject::invokeMethod(this, [this, question, sentence] { answer(question, sentence); }, Qt::QueuedConnection);
    });
}

void MatrixViewModel::answer(const std::shared_ptr<Question>& question, const QString& sentence)
{
    if (question != m_question)
        return;
    m_answering.join();
    m_question.reset();
    m_essences.insert_or_assign(question->cell, sentence);
    if (nameOfCurrent() != question->cell)
        m_asking.start();
    emit currentChanged();
}

QString MatrixViewModel::cardEssence() const
{
    const auto known = m_essences.find(nameOfCurrent());
    return known == m_essences.end() ? QString() : known->second;
}

const MatrixCell* MatrixViewModel::current() const
{
    if (m_row >= rowCount() || m_column >= columnCount())
        return nullptr;
    return cellOf(m_designs.rows()[std::size_t(m_row)].key.toStdString(), m_scenarios.rows()[std::size_t(m_column)].key.toStdString());
}

const Violation* MatrixViewModel::violation() const
{
    const MatrixCell* cell = current();
    return cell ? shortest(cell->result) : nullptr;
}

const HeatCell* MatrixViewModel::heatOfCurrent() const
{
    const std::size_t at = std::size_t(m_row * columnCount() + m_column);
    return at < m_cells.rows().size() ? &m_cells.rows()[at] : nullptr;
}

int MatrixViewModel::kind() const { return heatOfCurrent() ? heatOfCurrent()->kind : int(Pending); }
QString MatrixViewModel::spoken() const { return heatOfCurrent() ? heatOfCurrent()->spoken : QString(); }

QString MatrixViewModel::cardTitle() const
{
    switch (kind()) {
    case Safe: return tr("Safe");
    case Bounded: return tr("No failure found");
    case NotApplicable: return tr("Does not apply");
    case Broken: return tr("Cannot be run");
    case Fails: break;
    default: return tr("Not checked yet");
    }
    const Violation* shown = violation();
    return shown->failure.empty() ? tr("%1 is broken").arg(text(shown->property)) : tr("%1 is broken, %2").arg(text(shown->property), text(shown->failure));
}

QString MatrixViewModel::cardProperty() const
{
    const Violation* shown = violation();
    for (const PropertyInfo& property : m_library.properties())
        if (shown && property.id == shown->property)
            return text(property.title);
    return {};
}

QString MatrixViewModel::cardSteps() const
{
    if (const Violation* shown = violation())
        return shown->steps.size() == 1 ? tr("1 step") : tr("%1 steps").arg(shown->steps.size());
    const MatrixCell* cell = current();
    return cell && cell->result.states > 0 ? tr("%1 states").arg(numberText(cell->result.states)) : QString();
}

QString MatrixViewModel::cardPlace() const
{
    if (m_row >= rowCount() || m_column >= columnCount())
        return {};
    const MatrixDesignRow& design = m_designs.rows()[std::size_t(m_row)];
    const MatrixScenarioRow& scenario = m_scenarios.rows()[std::size_t(m_column)];
    return tr("%1, %2: %3.").arg(scenario.key, inShort(design.key.toStdString()), scenario.title);
}

QString MatrixViewModel::cardText() const
{
    const MatrixCell* cell = current();
    if (!cell)
        return {};
    if (const Violation* shown = violation())
        return text(shown->message);
    if (!cell->error.empty())
        return text(cell->error);
    if (!cell->whyNotApplicable.empty())
        return text(cell->whyNotApplicable);
    if (!cell->result.bound.empty())
        return tr("Stopped at %1, depth %2: what was not seen may fail.").arg(text(cell->result.bound)).arg(cell->result.depth);
    return tr("Every interleaving was tried, %1 steps deep; no property is broken.").arg(cell->result.depth);
}

QString MatrixViewModel::cardSource() const { return m_row < rowCount() ? m_designs.rows()[std::size_t(m_row)].source : QString(); }
int MatrixViewModel::cardLength() const { return violation() ? int(violation()->steps.size()) : 0; }

int MatrixViewModel::cardThreads() const
{
    int threads = 0;
    for (const SequenceRow& piece : m_sequence.rows())
        threads = std::max(threads, piece.thread + 1);
    return threads;
}

QString MatrixViewModel::others() const
{
    constexpr int mostNamed = 4;
    QStringList names;
    const MatrixCell* cell = current();
    const Violation* shown = violation();
    if (!cell || !shown)
        return {};
    for (const Violation& other : cell->result.violations)
        if (&other != shown)
            names.append(tr("%1 %2 after %3").arg(text(other.property), text(other.failure)).arg(other.steps.size()).simplified());
    const qsizetype more = names.size() - mostNamed;
    return names.mid(0, mostNamed).join(QStringLiteral(", ")) + (more > 0 ? tr(" and %1 more").arg(more) : QString());
}

std::optional<std::pair<Run, Selection>> MatrixViewModel::failingRun() const
{
    const MatrixCell* cell = current();
    const Violation* shown = violation();
    if (!cell || !shown)
        return std::nullopt;
    const auto model = m_library.compile(cell->selection);
    auto run = model ? replay(*model, shown->steps) : tl::unexpected(std::string());
    if (!run)
        return std::nullopt;
    run->seek(0);
    return std::pair(std::move(*run), cell->selection);
}

// --- export

Matrix MatrixViewModel::matrix() const
{
    Matrix matrix;
    for (const MatrixDesignRow& design : m_designs.rows())
        matrix.designs.push_back(design.key.toStdString());
    for (const MatrixScenarioRow& scenario : m_scenarios.rows())
        matrix.scenarios.push_back(scenario.key.toStdString());
    matrix.platforms = {m_platform.toStdString()};
    for (const std::string& design : matrix.designs)
        for (const std::string& scenario : matrix.scenarios) {
            MatrixCell& cell = matrix.cells.emplace_back();
            if (const MatrixCell* known = cellOf(design, scenario)) {
                cell = *known;
                continue;
            }
            cell.selection = designNamed(design);
            cell.selection.scenario = scenario;
            cell.selection.platform = matrix.platforms.front();
            cell.stopped = true;
            cell.result.verdict = Verdict::Bounded;
            cell.result.bound = "not checked yet";
        }
    return matrix;
}

QString MatrixViewModel::asText() const { return text(matrixAsText(matrix(), m_library, mailColumns)); }
QString MatrixViewModel::asJson() const { return text(matrixAsJson(matrix()).dump(2)); }

QString MatrixViewModel::asSvg(const QVariantMap& inks) const
{
    return drawMatrix({tr("%1 designs in %2 scenarios, %3").arg(rowCount()).arg(columnCount()).arg(m_platform), summary(), m_designs.rows(), m_scenarios.rows(), m_cells.rows()}, inks);
}

// --- two to compare

QString MatrixViewModel::picked() const { return m_picked ? tr("%1 in %2").arg(inShort(designName(*m_picked)), text(m_picked->scenario)) : QString(); }

std::optional<std::array<Selection, 2>> MatrixViewModel::pick()
{
    if (m_row >= rowCount() || m_column >= columnCount())
        return std::nullopt;
    Selection here = designNamed(m_designs.rows()[std::size_t(m_row)].key.toStdString());
    here.scenario = m_scenarios.rows()[std::size_t(m_column)].key.toStdString();
    here.platform = m_platform.toStdString();
    std::optional<std::array<Selection, 2>> two;
    if (!m_picked) {
        m_picked = here;
    } else {
        Selection first = *m_picked;
        first.scenario = here.scenario;
        first.platform = here.platform;
        if (!(first == here))
            two = {first, here};
        m_picked.reset();
    }
    emit pickedChanged();
    return two;
}

} // namespace bindlab
