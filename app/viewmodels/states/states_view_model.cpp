#include "states_view_model.h"

#include "states_captions.h"
#include "states_details.h"
#include "states_drawing.h"
#include "states_legend.h"
#include "states_node.h"
#include "viewmodels/shared/named_rows.h"
#include "viewmodels/shared/number_text.h"
#include "viewmodels/shared/plain_text.h"
#include "viewmodels/shared/selections.h"

#include "world/snapshot.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace bindlab {

StatesViewModel::StatesViewModel(const Library& library, QObject* parent) : QObject(parent), m_choice(library)
{
    connect(&m_play, &PlayTimer::playingChanged, this, &StatesViewModel::playingChanged);
    connect(&m_exploring, &StatesExploring::progressed, this, &StatesViewModel::progressed);
    connect(&m_arranging, &StatesArranging::arranged, this, &StatesViewModel::takeScene);
    tellChoice();
}

StatesViewModel::~StatesViewModel() = default;

// --- what is explored

QString StatesViewModel::designTitle() const { return titleIn(library().designs(), selection().design); }
QString StatesViewModel::scenarioTitle() const { return titleIn(library().scenarios(), selection().scenario); }
QString StatesViewModel::platformTitle() const { return titleIn(library().platforms(), selection().platform); }

void StatesViewModel::setDesign(const QString& design) { choose(withDesign(selection(), design)); }
void StatesViewModel::setScenario(const QString& scenario) { choose(withScenario(selection(), scenario)); }
void StatesViewModel::setPlatform(const QString& platform) { choose(withPlatform(selection(), platform)); }

void StatesViewModel::choose(const Selection& other)
{
    if (other == selection())
        return;
    clear();
    m_choice.choose(other);
    tellChoice();
    start();
}

void StatesViewModel::follow(const Run& run, const Selection& selection, std::shared_ptr<const Library> library)
{
    if (m_explored && m_explored->model == run.sharedModel()) {
        m_choice.followSteps(run);
        if (m_scene)
            select(int(firstNode()));
        return;
    }
    clear();
    m_choice.follow(run, selection, std::move(library));
    tellChoice();
}

void StatesViewModel::tellChoice()
{
    m_designs.assign(namedRows(library().designs()));
    m_scenarios.assign(namedRows(library().scenarios()));
    m_platforms.assign(namedRows(library().platforms()));
    emit chosen();
}

void StatesViewModel::clear()
{
    m_exploring.cancel();
    m_arranging.cancel();
    pause();
    m_explored.reset();
    m_scene.reset();
    m_arranging.forget();
    m_obstacle.clear();
    m_found.searchIn(nullptr);
    m_run = {};
    m_failures.assign({});
    m_states.show(nullptr, nullptr);
    m_steps.assign({});
    emit pathChanged();
}

void StatesViewModel::start()
{
    if (m_explored || m_exploring.running())
        return;
    m_obstacle.clear();
    const auto model = m_choice.model();
    if (model) {
        explore(*model);
        return;
    }
    m_obstacle = model.error();
    emit changed();
    emit sceneChanged();
}

void StatesViewModel::explore(std::shared_ptr<const Model> model)
{
    m_exploring.start(std::move(model), [this](const StatesExploring::Explored& explored) {
        if (explored) {
            take(*explored);
            return;
        }
        m_obstacle = explored.error();
        emit changed();
    });
    emit changed();
    emit progressed();
}

void StatesViewModel::take(std::shared_ptr<const ExploredStates> explored)
{
    m_explored = std::move(explored);
    m_found.searchIn(m_explored);
    m_ends = m_explored->facts.endsFrom(m_explored->graph(), 0);
    m_failures.assign(failureRowsOf(*m_explored));
    m_run = StatesRun(m_explored, m_explored->mainFailure);
    emit pathChanged();
    arrangeAnew();
}

QString StatesViewModel::progressText() const
{
    if (m_exploring.running())
        return tr("Exploring: %1 states").arg(numberText(m_exploring.statesSoFar()));
    return m_arranging.running() ? tr("Laying the graph out") : QString();
}

QString StatesViewModel::countText() const { return m_explored ? bindlab::countText(*m_explored) : QString(); }
QString StatesViewModel::failingText() const { return m_explored ? bindlab::failingText(m_ends) : QString(); }
QString StatesViewModel::safeText() const { return m_explored ? bindlab::safeText(m_ends) : QString(); }
QString StatesViewModel::deadText() const { return m_explored ? bindlab::deadText(m_explored->facts) : QString(); }
QString StatesViewModel::groupText() const { return m_scene ? bindlab::groupText(*m_explored, *m_scene) : QString(); }

// --- the drawing

void StatesViewModel::setArrangement(Arrangement arrangement)
{
    if (arrangement == m_arrangement)
        return;
    m_arrangement = arrangement;
    if (m_explored)
        arrangeAnew();
    else
        emit sceneChanged();
}

void StatesViewModel::arrangeAnew()
{
    m_arranging.start(m_explored, m_run.mainPath(), StatesScene::Arrangement(m_arrangement), m_mostNodes);
    if (m_arranging.running()) {
        emit changed();
        emit progressed();
    }
}

void StatesViewModel::takeScene(std::shared_ptr<const StatesScene> scene)
{
    const bool isFirst = !m_scene;
    m_scene = std::move(scene);
    m_states.show(m_explored, m_scene);
    showLegend();
    emit sceneChanged();
    find(query());
    if (isFirst)
        select(int(firstNode()));
    else
        emit currentChanged();
    emit changed();
}

void StatesViewModel::setShow(int show)
{
    if (show == m_show || show < looks::Lifetime || show > looks::Outcome)
        return;
    m_show = show;
    showLegend();
    emit showChanged();
}

void StatesViewModel::showLegend() { m_legend.assign(legendRowsOf(m_explored.get(), m_scene.get(), looks::Show(m_show))); }

// --- the node that is shown

/// Where the run that was followed stands; else on the failing path the last state from which some run holds.
std::uint32_t StatesViewModel::firstNode() const { return m_choice.followed().empty() ? m_run.turningPoint() : nodeBehind(*m_explored, m_choice.followed()); }

void StatesViewModel::select(int node)
{
    if (!explored() || node < 0 || std::uint32_t(node) >= m_explored->facts.nodes())
        return;
    if (m_run.goTo(std::uint32_t(node)))
        tellRun();
    showNode();
}

void StatesViewModel::selectRow(int row)
{
    if (!explored() || row < 0 || std::size_t(row) >= m_scene->nodes.size())
        return;
    // Of a group the member on the shown run, if there is one.
    const auto nodes = m_explored->nodesOf(m_run.path());
    const auto member = std::ranges::find_if(nodes, [&](std::uint32_t node) { return m_scene->graph.groupOf[node] == std::uint32_t(row); });
    select(int(member == nodes.end() ? m_scene->graph.nodes[std::size_t(row)].first : *member));
}

void StatesViewModel::seek(int position)
{
    if (!explored())
        return;
    m_run.seek(position);
    m_play.settle();
    showNode();
}

void StatesViewModel::tellRun()
{
    pause();
    emit pathChanged();
}

void StatesViewModel::chooseFailure(int failure)
{
    if (!m_explored || failure < 0 || failure >= int(m_explored->facts.failures.size()))
        return;
    const bool isOther = failure != m_run.failure();
    m_run = StatesRun(m_explored, failure);
    tellRun();
    m_choice.leaveSteps();
    select(int(firstNode()));
    if (isOther) {
        m_arranging.forget();
        arrangeAnew();
    }
}

void StatesViewModel::showMainPath()
{
    m_run.leadBack();
    tellRun();
    seek(position());
}

void StatesViewModel::walk(int way)
{
    if (!explored())
        return;
    if (way < 0 || position() < length()) {
        stepBy(way < 0 ? -1 : 1);
    } else if (m_run.extend()) {
        tellRun();
        seek(length());
    }
}

void StatesViewModel::walkColumn(int way)
{
    if (!explored())
        return;
    if (const int beside = nodeBeside(*m_scene, std::size_t(row()), way); beside >= 0)
        selectRow(beside);
}

void StatesViewModel::showNode()
{
    const std::uint32_t node = m_run.node();
    const State state = m_explored->stateOf(node);
    const Snapshot snapshot = look(*m_explored->model, state);
    m_threads.assign(threadRowsOf(snapshot));
    m_locks.assign(lockRowsOf(*m_explored, snapshot));
    m_values.assign(valueRowsOf(*m_explored, state, snapshot));
    const std::uint64_t mask = m_run.brokenHere();
    m_broken = mask == 0 ? QString() : tr("Broken here: %1").arg(text(m_explored->keysAsText(mask)));
    std::vector<StateNextRow> next = nextRowsOf(*m_explored, node, snapshot);
    m_nextText = moversText(next, snapshot);
    m_next.assign(std::move(next));
    const bool isOnFailingRun = failure() >= 0 && onMainPath();
    m_sentence = outlookOf(*m_explored, node, isOnFailingRun ? m_explored->facts.failures[std::size_t(failure())].noWayBackFrom : -1);
    m_chips.assign(chipsOf(*m_explored, node, failure() >= 0 && m_run.isOnMainPath(node)));
    m_steps.assign(pathRowsOf(*m_explored, m_run.path(), position()));
    emit currentChanged();
}

QString StatesViewModel::title() const { return explored() ? tr("State %1").arg(node()) : QString(); }

QString StatesViewModel::groupNote() const { return explored() ? bindlab::groupNote(*m_scene, std::uint32_t(row())) : QString(); }

QString StatesViewModel::spoken() const
{
    if (!explored())
        return progressText();
    QStringList parts{title()};
    for (const StateChipRow& chip : m_chips.rows())
        parts.append(chip.text);
    for (const StateThreadRow& thread : m_threads.rows())
        parts.append(thread.spoken);
    parts.append(m_sentence);
    return parts.join(QStringLiteral("; "));
}

// --- the run

QString StatesViewModel::pathTitle() const { return m_explored ? bindlab::pathTitle(*m_explored, m_run) : QString(); }
QString StatesViewModel::failureName() const { return m_explored ? bindlab::failureName(*m_explored, failure()) : QString(); }

void StatesViewModel::togglePlay()
{
    if (position() == length())
        seek(0);
    m_play.toggle();
}

// --- search

void StatesViewModel::setQuery(const QString& query)
{
    if (query != m_found.query())
        find(query);
}

void StatesViewModel::find(const QString& query)
{
    m_found.find(query, m_scene.get());
    emit foundChanged();
}

void StatesViewModel::nextFound(int way)
{
    if (const auto next = m_found.next(m_run.node(), way)) {
        select(int(*next));
        emit foundChanged();
    }
}

// --- what leaves the window

QString StatesViewModel::stateAsText() const
{
    if (!explored())
        return {};
    return title() + QLatin1Char('\n') + valuesAsText(*m_explored, m_run.node()) + m_sentence + QLatin1Char('\n');
}

void StatesViewModel::copyState() const { QGuiApplication::clipboard()->setText(stateAsText()); }

QString StatesViewModel::asText() const { return m_explored ? text(statesAsText(answer(), library())) : QString(); }

QString StatesViewModel::asJson() const
{
    return m_explored ? text(statesAsJson(answer()).dump(2, ' ', false, Json::error_handler_t::replace)) + QLatin1Char('\n') : QString();
}

QString StatesViewModel::asSvg(const QVariantMap& inks) const
{
    if (!explored())
        return {};
    std::vector<std::uint32_t> path;
    for (const std::uint32_t node : m_explored->nodesOf(m_run.path()))
        path.push_back(m_scene->graph.groupOf[node]);
    QStringList scope{countText()};
    for (const QString& part : {design(), scenario(), platformTitle()})
        if (!part.isEmpty())
            scope.append(part);
    return drawStates({scope.join(QStringLiteral(" · ")), *m_scene, path, looks::Show(m_show), m_legend.rows()}, inks);
}

} // namespace bindlab
