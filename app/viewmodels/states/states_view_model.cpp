#include "states_view_model.h"

#include "states_captions.h"
#include "states_details.h"
#include "states_drawing.h"
#include "states_legend.h"
#include "viewmodels/shared/named_rows.h"
#include "viewmodels/shared/number_text.h"
#include "viewmodels/shared/plain_text.h"
#include "viewmodels/shared/selections.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStringList>

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

QString StatesViewModel::designTitle() const { return titleIn(flows().designs(), selection().design); }
QString StatesViewModel::scenarioTitle() const { return titleIn(flows().scenarios(), selection().scenario); }
QString StatesViewModel::platformTitle() const { return titleIn(flows().platforms(), selection().platform); }

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
    m_designs.assign(namedRows(flows().designs()));
    m_scenarios.assign(namedRows(flows().scenarios()));
    m_platforms.assign(namedRows(flows().platforms()));
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

QString StatesViewModel::asText() const { return m_explored ? text(statesAsText(answer(), flows())) : QString(); }

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
