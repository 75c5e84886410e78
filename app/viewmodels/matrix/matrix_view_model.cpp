#include "matrix_view_model.h"

#include "matrix_drawing.h"
#include "matrix_heat.h"
#include "viewmodels/shared/named_rows.h"
#include "viewmodels/shared/number_text.h"

#include "report/matrix_json.h"
#include "report/matrix_text.h"
#include "report/text.h"

#include <algorithm>

namespace bindlab {

namespace {

bool isAmong(const StructListModel<NamedRow>& names, const QString& key) { return std::ranges::find(names.rows(), key, &NamedRow::key) != names.rows().end(); }

} // namespace

MatrixViewModel::MatrixViewModel(const Library& library, const QString& cacheFolder, QObject* parent)
    : QObject(parent), m_library(library), m_checking(library, cacheFolder), m_essence(library, [this] { return running(); }), m_allScenarios(library.scenarios()), m_platform(text(Selection().platform))
{
    m_platforms.assign(titledRows(library.platforms()));
    std::vector<NamedRow> bases;
    for (const DesignInfo& design : library.designs())
        bases.push_back({text(design.id), text(design.id + "  " + design.title), {}, false});
    m_bases.assign(std::move(bases));
    connect(&m_checking, &MatrixChecking::collected, this, &MatrixViewModel::showCells);
    connect(&m_essence, &MatrixEssence::changed, this, &MatrixViewModel::currentChanged);
    m_checking.load(m_platform.toStdString());
    listRows();
    rebuild();
}

MatrixViewModel::~MatrixViewModel() = default;

// --- the rows there are

void MatrixViewModel::listRows()
{
    m_all = designRowsOf(m_library, m_base, m_flipped);
    m_switches.assign(switchRowsOf(m_library, m_base, m_flipped));
}

void MatrixViewModel::setBase(const QString& design)
{
    if (design.toStdString() == m_base)
        return;
    m_base = design.toStdString();
    takeRows();
}

bool MatrixViewModel::canFlip(const QString& name, bool flipped) const
{
    const auto row = std::ranges::find(m_switches.rows(), name, &SwitchRow::key);
    return row != m_switches.rows().end() && row->current != flipped && row->possible;
}

void MatrixViewModel::setSwitch(const QString& name, bool flipped)
{
    if (!canFlip(name, flipped))
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
    emit chosen();
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
    if (m_filter.hideFailing || m_filter.hideEqual)
        rebuild();
    else
        recolour();
}

const MatrixCell* MatrixViewModel::cellOf(const std::string& design, const std::string& scenario) const
{
    return m_checking.cell(m_platform.toStdString(), design, scenario);
}

HeatCell MatrixViewModel::heatCell(const std::string& design, const std::string& scenario) const { return heatOf(design, scenario, cellOf(design, scenario)); }

void MatrixViewModel::rebuild()
{
    const HeatAt heatAt = [this](const std::string& design, const std::string& scenario) { return heatCell(design, scenario); };
    m_groups.assign(groupRowsOf(m_allScenarios, m_filter.hiddenGroups));
    m_scenarios.assign(shownScenarios(m_allScenarios, m_all, m_filter, heatAt));
    m_designs.assign(shownDesigns(m_all, m_scenarios.rows(), m_filter, heatAt));
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
    emit chosen();
}

void MatrixViewModel::setFilter(const QString& filter)
{
    m_filter.words = filter;
    rebuild();
}

void MatrixViewModel::setHideFailing(bool hide)
{
    m_filter.hideFailing = hide;
    rebuild();
    emit chosen();
}

void MatrixViewModel::setHideEqual(bool hide)
{
    m_filter.hideEqual = hide;
    rebuild();
    emit chosen();
}

void MatrixViewModel::showGroup(const QString& group, bool shown)
{
    m_filter.hiddenGroups.removeAll(group);
    if (!shown)
        m_filter.hiddenGroups.append(group);
    rebuild();
    emit chosen();
}

void MatrixViewModel::reset()
{
    m_filter = {};
    m_flipped.clear();
    listRows();
    rebuild();
    emit chosen();
}

MatrixView MatrixViewModel::view() const
{
    QStringList flipped;
    for (const std::string& name : m_flipped)
        flipped.append(text(name));
    return {m_platform, base(), flipped, m_filter.hiddenGroups, m_filter.hideFailing, m_filter.hideEqual};
}

void MatrixViewModel::restore(const MatrixView& view)
{
    if (isAmong(m_platforms, view.platform) && view.platform != m_platform) {
        m_platform = view.platform;
        m_checking.load(m_platform.toStdString());
    }
    if (isAmong(m_bases, view.base))
        m_base = view.base.toStdString();
    listRows();
    for (const QString& name : view.flipped) {
        if (!canFlip(name, true))
            continue;
        m_flipped.push_back(name.toStdString());
        listRows();
    }
    m_filter.hideFailing = view.hideFailing;
    m_filter.hideEqual = view.hideEqual;
    for (const NamedRow& group : m_groups.rows())
        if (view.hiddenGroups.contains(group.key))
            m_filter.hiddenGroups.append(group.key);
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
    const auto isDesign = [&](const MatrixDesignRow& row) { return row.key == text(design); };
    if (!std::ranges::any_of(m_all, isDesign))
        return;
    if (std::ranges::none_of(m_designs.rows(), isDesign)) {
        m_filter.words.clear();
        setHideFailing(false);
    }
    select(int(std::ranges::find_if(m_designs.rows(), isDesign) - m_designs.rows().begin()), m_column);
}

void MatrixViewModel::lookAt(int row, int column)
{
    m_row = std::clamp(row, 0, std::max(0, rowCount() - 1));
    m_column = std::clamp(column, 0, std::max(0, columnCount() - 1));
    const MatrixCell* cell = current();
    m_card = rowCount() > 0 && columnCount() > 0 ? cardOf(m_designs.rows()[std::size_t(m_row)], m_scenarios.rows()[std::size_t(m_column)], cell, m_library) : MatrixCard();
    m_sequence.assign(m_card.sequence);
    const Violation* shown = violation();
    m_essence.lookAt(shown ? std::optional(MatrixEssence::Failure{cell->selection, shown->property, shown->failure}) : std::nullopt);
}

void MatrixViewModel::move(int rows, int columns) { select(m_row + rows, m_column + columns); }

const MatrixCell* MatrixViewModel::current() const
{
    if (m_row >= rowCount() || m_column >= columnCount())
        return nullptr;
    return cellOf(m_designs.rows()[std::size_t(m_row)].key.toStdString(), m_scenarios.rows()[std::size_t(m_column)].key.toStdString());
}

const Violation* MatrixViewModel::violation() const
{
    const MatrixCell* cell = current();
    return cell ? shownFailure(cell->result) : nullptr;
}

const HeatCell* MatrixViewModel::heatOfCurrent() const
{
    const std::size_t at = std::size_t(m_row * columnCount() + m_column);
    return at < m_cells.rows().size() ? &m_cells.rows()[at] : nullptr;
}

int MatrixViewModel::kind() const { return heatOfCurrent() ? heatOfCurrent()->kind : int(Pending); }
QString MatrixViewModel::spoken() const { return heatOfCurrent() ? heatOfCurrent()->spoken : QString(); }

QString MatrixViewModel::cardSource() const { return m_row < rowCount() ? m_designs.rows()[std::size_t(m_row)].source : QString(); }

int MatrixViewModel::cardThreads() const
{
    int threads = 0;
    for (const SequenceRow& piece : m_sequence.rows())
        threads = std::max(threads, piece.thread + 1);
    return threads;
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
    std::vector<std::string> designs;
    for (const MatrixDesignRow& design : m_designs.rows())
        designs.push_back(design.key.toStdString());
    std::vector<std::string> scenarios;
    for (const MatrixScenarioRow& scenario : m_scenarios.rows())
        scenarios.push_back(scenario.key.toStdString());
    return m_checking.matrix(m_platform.toStdString(), designs, scenarios);
}

QString MatrixViewModel::asText() const { return text(matrixAsText(matrix(), m_library, mailColumns)); }
QString MatrixViewModel::asJson() const { return text(matrixAsJson(matrix()).dump(2)); }

QString MatrixViewModel::asSvg(const QVariantMap& inks) const
{
    return drawMatrix({tr("%1 designs in %2 scenarios, %3").arg(rowCount()).arg(columnCount()).arg(m_platform), summary(), m_designs.rows(), m_scenarios.rows(), m_cells.rows()}, inks);
}

// --- two to compare

QString MatrixViewModel::picked() const { return m_picked ? tr("%1 in %2").arg(designInShort(designName(*m_picked)), text(m_picked->scenario)) : QString(); }

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
