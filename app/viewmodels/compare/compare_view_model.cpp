#include "compare_view_model.h"

#include "compare_diff.h"
#include "compare_drawing.h"
#include "compare_selections.h"
#include "compare_verdicts.h"
#include "viewmodels/shared/named_rows.h"
#include "viewmodels/shared/number_text.h"
#include "viewmodels/shared/plain_text.h"
#include "viewmodels/shared/selections.h"

#include "report/compare_json.h"
#include "report/compare_text.h"
#include "report/text.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace bindlab {

namespace {

/// How often a running check tells how far it is.
constexpr int progressTime = 100;

QStringList textsOf(const std::array<std::string, 2>& sides) { return {text(sides[0]), text(sides[1])}; }

} // namespace

CompareViewModel::CompareViewModel(const Library& library, QObject* parent)
    : QObject(parent), m_library(library), m_allDesigns(library.designs()),
      m_selections{Selection{"D3a", {}, "S3", "tdx"}, Selection{"D1", {}, "S3", "tdx"}}
{
    for (WorkbenchViewModel& side : m_sides)
        side.setFlows(std::shared_ptr<const Library>(&library, [](const Library*) {}));
    m_designs.assign(namedRows(m_allDesigns));
    m_scenarios.assign(namedRows(library.scenarios()));
    m_platforms.assign(namedRows(library.platforms()));
    connect(&m_play, &PlayTimer::playingChanged, this, &CompareViewModel::moved);
    m_telling.setInterval(progressTime);
    connect(&m_telling, &QTimer::timeout, this, &CompareViewModel::progressed);
    // The map is laid out anew when its pane changes; what lies over it follows.
    connect(m_sides[0].map(), &MapViewModel::changed, this, &CompareViewModel::showMarks);
    tellChoice();
}

CompareViewModel::~CompareViewModel() = default;

// --- what is compared

QString CompareViewModel::nameOf(std::size_t side) const { return text(designName(m_selections[side])); }
QString CompareViewModel::titleOf(std::size_t side) const { return titleIn(m_allDesigns, m_selections[side].design); }
QString CompareViewModel::scenarioTitle() const { return titleIn(m_library.scenarios(), m_selections[0].scenario); }
QString CompareViewModel::platformTitle() const { return titleIn(m_library.platforms(), m_selections[0].platform); }

void CompareViewModel::choose(const std::array<Selection, 2>& selections)
{
    if (selections == m_selections)
        return;
    cancel();
    pause();
    m_selections = selections;
    m_comparison.reset();
    tellChoice();
    showComparison();
    start();
}

void CompareViewModel::restore(const std::array<QString, 2>& names, const QString& scenario, const QString& platform)
{
    std::array<Selection, 2> selections;
    for (std::size_t side = 0; side < 2; ++side) {
        Selection& selection = selections[side];
        selection = designNamed(names[side].toStdString());
        selection.scenario = scenario.toStdString();
        selection.platform = platform.toStdString();
        if (!isKnown(m_library, selection))
            return;
    }
    m_selections = selections;
    tellChoice();
}

void CompareViewModel::setScenario(const QString& scenario) { choose({withScenario(m_selections[0], scenario), withScenario(m_selections[1], scenario)}); }
void CompareViewModel::setPlatform(const QString& platform) { choose({withPlatform(m_selections[0], platform), withPlatform(m_selections[1], platform)}); }

void CompareViewModel::chooseDesign(int side, const QString& design)
{
    auto selections = m_selections;
    Selection& selection = selections[side == 0 ? 0 : 1];
    selection = withDesign(selection, design);
    choose(selections);
}

void CompareViewModel::setPatch(int side, const QString& patch, bool has)
{
    auto selections = m_selections;
    Selection& selection = selections[side == 0 ? 0 : 1];
    selection = selectionWith(m_library, selection, patch.toStdString(), has);
    choose(selections);
}

void CompareViewModel::resetPatches(int side)
{
    auto selections = m_selections;
    selections[side == 0 ? 0 : 1].patches.clear();
    choose(selections);
}

void CompareViewModel::swap() { choose({m_selections[1], m_selections[0]}); }

void CompareViewModel::tellChoice()
{
    m_patchChoices.assign(patchChoiceRows(m_library, m_selections));
    emit chosen();
}

// --- the checks

void CompareViewModel::cancel()
{
    m_checking.cancel();
    m_telling.stop();
}

void CompareViewModel::start()
{
    if (busy() || (m_comparison && m_comparison->schedule != Schedule::None))
        return;
    m_statesSoFar = 0;
    m_checking.start([this, &library = m_library, selections = m_selections](const BackgroundJob::Task& task) {
        CompareOptions options;
        options.cancel = &task.cancel;
        options.progress = [this](const CheckProgress& progress) { m_statesSoFar = progress.states; };
        return compare(library, selections, options);
    }, [this](Comparison comparison) { take(std::move(comparison)); });
    m_telling.start();
    emit changed();
    emit progressed();
}

void CompareViewModel::take(Comparison comparison)
{
    m_telling.stop();
    m_comparison = std::move(comparison);
    m_position = 0;
    showComparison();
    jumpToSplit();
}

QString CompareViewModel::progressText() const
{
    return busy() ? tr("Checking both: %1 states").arg(numberText(m_statesSoFar)) : QString();
}

QString CompareViewModel::obstacle() const { return m_comparison ? obstacleText(*m_comparison, names()) : QString(); }

QString CompareViewModel::statesOf(std::size_t side) const
{
    return m_comparison && m_comparison->sides[side].model ? statesText(m_comparison->sides[side].cell.result.states) : QString();
}

// --- what is shown of them

void CompareViewModel::showComparison()
{
    ComparedVerdicts verdicts;
    ComparedFlows flows;
    std::vector<ComparePatchRow> patches;
    m_leads.clear();
    if (m_comparison) {
        verdicts = comparedVerdicts(*m_comparison, m_library.properties(), names());
        flows = comparedFlows(*m_comparison);
        patches = differingPatchRows(m_library, m_selections);
        m_leads = leadsOf(*m_comparison);
    }
    m_otherProperties = verdicts.others;
    m_linesAdded = flows.added;
    m_linesRemoved = flows.removed;
    showSchedules();
    m_verdicts.assign(std::move(verdicts.rows));
    m_patches.assign(std::move(patches));
    m_diff.assign(std::move(flows.rows));
    showRuns();
}

void CompareViewModel::showSchedules()
{
    const auto isPlayed = [&](const Lead& lead) {
        return lead.schedule == m_comparison->schedule && lead.violation.steps == m_comparison->played.steps && lead.violation.property == m_comparison->played.property;
    };
    std::vector<NamedRow> rows;
    for (const Lead& lead : m_leads)
        rows.push_back({QString::number(rows.size()), leadText(lead, names()), text(lead.violation.message), false});
    m_schedules.assign(std::move(rows));
    const auto played = playable() ? std::ranges::find_if(m_leads, isPlayed) : m_leads.end();
    m_lead = played == m_leads.end() ? -1 : int(played - m_leads.begin());
}

QString CompareViewModel::scheduleText() const { return playable() ? leadText(m_leads[std::size_t(std::max(0, m_lead))], names()) : QString(); }

QString CompareViewModel::splitTitle() const
{
    if (!playable())
        return {};
    return split() > 0 ? tr("The runs part at step %1").arg(split()) : tr("The runs never part");
}

QString CompareViewModel::sentence() const { return playable() ? text(m_comparison->sentence) : QString(); }

QString CompareViewModel::because() const { return split() > 0 ? becauseText(m_comparison->parting, names()) : QString(); }

QStringList CompareViewModel::acts() const { return split() > 0 ? textsOf(m_comparison->parting.acts) : QStringList(); }
QStringList CompareViewModel::actPatches() const { return split() > 0 ? textsOf(m_comparison->parting.patches) : QStringList(); }
QStringList CompareViewModel::outcomes() const { return split() > 0 ? outcomeTexts(m_comparison->parting) : QStringList(); }

// --- what leaves the window

QString CompareViewModel::asText() const { return m_comparison ? text(comparisonAsText(*m_comparison, m_library, mailColumns)) : QString(); }
QString CompareViewModel::asJson() const { return m_comparison ? text(comparisonAsJson(*m_comparison, m_library).dump(2)) : QString(); }

QString CompareViewModel::asSvg(const QVariantMap& inks) const
{
    if (!playable())
        return {};
    ComparePicture picture{tr("%1 against %2 in %3, %4").arg(nameOf(0), nameOf(1), scenario(), platformTitle()), sentence(), {}, m_steps.rows(), m_verdicts.rows(),
                           std::clamp((split() > 0 ? split() : m_position) - 4, 0, length())};
    for (std::size_t side = 0; side < 2; ++side)
        picture.sides[side] = {nameOf(side), tr("%1  %2, after step %3").arg(nameOf(side), titleOf(side)).arg(m_position), brokenSoFar(side), m_sides[side].map()};
    return drawComparison(picture, inks);
}

} // namespace bindlab
