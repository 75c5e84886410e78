#include "states_view_model.h"

#include "states_details.h"
#include "states_drawing.h"
#include "states_legend.h"
#include "states_node.h"
#include "viewmodels/shared/named_rows.h"
#include "viewmodels/shared/number_text.h"
#include "viewmodels/shared/plain_text.h"
#include "viewmodels/workbench/workbench_check.h"

#include "checker/state_difference.h"
#include "flow/program.h"
#include "machines/tdi.h"
#include "report/states_report.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <cmath>

namespace bindlab {

namespace {

/// How long a step is shown, and how often a running exploration tells how far it is, in milliseconds.
constexpr int stepTime = 900;
constexpr int progressTime = 100;

template <typename Info>
bool isIn(const std::vector<Info>& infos, const std::string& id) { return std::ranges::any_of(infos, [&](const Info& info) { return info.id == id; }); }

} // namespace

/// What an exploration comes to.
struct StatesViewModel::Reached {
    std::shared_ptr<const ExploredStates> explored;   ///< null: there are too many, or it was stopped
    bool stopped = false;
};

StatesViewModel::StatesViewModel(const Library& library, QObject* parent) : QObject(parent), m_library(library), m_selection{"D3a", {}, "S3", "tdx"}
{
    m_timer.setInterval(stepTime);
    connect(&m_timer, &QTimer::timeout, this, [this] { seek(m_position + 1); });
    m_telling.setInterval(progressTime);
    connect(&m_telling, &QTimer::timeout, this, &StatesViewModel::progressed);
    tellChoice();
}

StatesViewModel::~StatesViewModel() = default;

// --- what is explored

QString StatesViewModel::designTitle() const { return titleIn(library().designs(), m_selection.design); }
QString StatesViewModel::scenarioTitle() const { return titleIn(library().scenarios(), m_selection.scenario); }
QString StatesViewModel::platformTitle() const { return titleIn(library().platforms(), m_selection.platform); }

void StatesViewModel::setDesign(const QString& design)
{
    Selection selection = m_selection;
    selection.design = design.toStdString();
    selection.patches.clear();
    choose(selection);
}

void StatesViewModel::setScenario(const QString& scenario)
{
    Selection selection = m_selection;
    selection.scenario = scenario.toStdString();
    choose(selection);
}

void StatesViewModel::setPlatform(const QString& platform)
{
    Selection selection = m_selection;
    selection.platform = platform.toStdString();
    choose(selection);
}

void StatesViewModel::choose(const Selection& selection)
{
    if (selection == m_selection)
        return;
    const bool isOwn = m_ownLibrary && isIn(m_ownLibrary->scenarios(), selection.scenario);
    clear();
    m_selection = selection;
    if (!isOwn)
        m_ownLibrary.reset();
    m_ownModel.reset();
    m_followed.clear();
    tellChoice();
    start();
}

void StatesViewModel::follow(const Run& run, const Selection& selection, std::shared_ptr<const Library> library)
{
    std::vector<StepChoice> steps = run.trace().steps;
    steps.resize(std::size_t(run.position()));
    const bool isSame = m_explored && m_explored->model == run.sharedModel();
    m_followed = std::move(steps);
    if (isSame) {
        if (m_scene)
            select(int(firstNode()));
        return;
    }
    clear();
    m_selection = selection;
    m_ownLibrary = std::move(library);
    m_ownModel = run.sharedModel();
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
    m_telling.stop();
    m_timer.stop();
    m_explored.reset();
    m_search.reset();
    m_scene.reset();
    m_scenes = {};
    m_obstacle.clear();
    m_found.clear();
    m_foundRows.clear();
    m_node = 0;
    m_failure = -1;
    m_failures.assign({});
    m_path.clear();
    m_mainPath.clear();
    m_position = 0;
    m_states.show(nullptr, nullptr);
    m_steps.assign({});
    emit pathChanged();
}

void StatesViewModel::start()
{
    if (m_explored || m_exploring.running())
        return;
    m_obstacle.clear();
    if (m_ownModel) {
        explore(m_ownModel);
        return;
    }
    if (const std::string why = library().whyNotApplicable(m_selection); !why.empty()) {
        m_obstacle = tr("This design does not go together with this scenario: %1").arg(text(why));
    } else if (const auto model = library().compile(m_selection); !model) {
        m_obstacle = tr("This cannot be run: %1").arg(text(toText(model.error())).trimmed());
    } else if (const std::string problem = startProblem(**model); !problem.empty()) {
        m_obstacle = text(problem);
    } else {
        explore(*model);
        return;
    }
    emit changed();
    emit sceneChanged();
}

void StatesViewModel::explore(std::shared_ptr<const Model> model)
{
    m_statesSoFar = 0;
    m_exploring.start(
        [this, model](const std::atomic<bool>& cancel) {
            ReachOptions options;
            options.maxStates = mostStates;
            options.cancel = &cancel;
            options.progress = [this](std::uint64_t states) { m_statesSoFar = states; };
            auto states = reachableStates(*model, options);
            return Reached{states ? std::make_shared<const ExploredStates>(model, std::move(*states)) : nullptr, cancel.load()};
        },
        [this](const Reached& reached) {
            m_telling.stop();
            if (reached.explored) {
                take(reached.explored);
                return;
            }
            m_obstacle = reached.stopped ? tr("Stopped before every state was seen.")
                                         : tr("There are more than %1 states. Choose fewer threads, or ask \"bindlab states --max-states\".").arg(numberText(mostStates));
            emit changed();
        });
    m_telling.start();
    emit changed();
    emit progressed();
}

void StatesViewModel::take(std::shared_ptr<const ExploredStates> explored)
{
    m_explored = std::move(explored);
    m_search = std::make_unique<StatesSearch>(m_explored);
    m_ends = m_explored->facts.endsFrom(m_explored->graph(), 0);
    std::vector<NamedRow> failures;
    for (const GraphFacts::Failure& failure : m_explored->facts.failures) {
        const StateGraph::Key& key = m_explored->graph().keys[std::size_t(failure.key)];
        const auto property = std::ranges::find(m_explored->model->properties, key.property, &PropertyInfo::id);
        const QString title = property == m_explored->model->properties.end() ? QString() : text(property->title);
        failures.push_back({text(m_explored->keysAsText(std::uint64_t(1) << failure.key)), tr("%1, %2").arg(text(m_explored->keysAsText(std::uint64_t(1) << failure.key)),
                            counted(failure.edges.size(), tr("1 step"), tr("%1 steps"))), title, false});
    }
    m_failures.assign(std::move(failures));
    m_failure = m_explored->mainFailure;
    m_mainPath = m_explored->runOf(m_failure);
    m_path = m_mainPath;
    emit pathChanged();
    arrangeAnew();
}

QString StatesViewModel::progressText() const
{
    if (m_exploring.running())
        return tr("Exploring: %1 states").arg(numberText(m_statesSoFar));
    return m_arranging.running() ? tr("Laying the graph out") : QString();
}

QString StatesViewModel::countText() const
{
    return m_explored ? tr("%1, %2").arg(counted(m_explored->facts.nodes(), tr("1 state"), tr("%1 states")),
                                         counted(m_explored->graph().edges.size(), tr("1 step"), tr("%1 steps"))) : QString();
}

QString StatesViewModel::failingText() const { return !m_explored || m_ends.failing == 0 ? QString() : counted(m_ends.failing, tr("1 failing end"), tr("%1 failing ends")); }
QString StatesViewModel::safeText() const { return !m_explored ? QString() : m_ends.safe == 0 ? tr("no safe end") : counted(m_ends.safe, tr("1 safe end"), tr("%1 safe ends")); }
QString StatesViewModel::deadText() const { return !m_explored || m_explored->facts.deadEnds == 0 ? QString() : counted(m_explored->facts.deadEnds, tr("1 dead end"), tr("%1 dead ends")); }

QString StatesViewModel::groupText() const
{
    if (!m_scene || m_scene->graph.grouping == Grouping::None)
        return {};
    const QString column = m_arrangement == ByProgress ? tr("same progress") : tr("same depth");
    QString alike;
    switch (m_scene->graph.grouping) {
    case Grouping::Lines: alike = tr("same TDI state, same lines"); break;
    case Grouping::Calls: alike = tr("same TDI state, same calls"); break;
    case Grouping::Device: alike = tr("same TDI state"); break;
    default: alike = tr("same outcome");
    }
    return tr("%1 states shown as %2 groups: %3, %4").arg(numberText(m_explored->facts.nodes()), numberText(m_scene->nodes.size()), column, alike);
}

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
    if (const auto& known = m_scenes[std::size_t(m_arrangement)]) {
        m_arranging.cancel();
        takeScene(*known);
        return;
    }
    m_arranging.start([explored = m_explored, spine = m_mainPath, arrangement = StatesScene::Arrangement(m_arrangement), most = m_mostNodes](const std::atomic<bool>& cancel) {
        return arrange(*explored, spine, arrangement, most, &cancel);
    }, [this](StatesScene scene) { takeScene(std::move(scene)); });
    emit changed();
    emit progressed();
}

void StatesViewModel::takeScene(StatesScene scene)
{
    const bool isFirst = !m_scene;
    m_scene = std::make_shared<const StatesScene>(std::move(scene));
    m_scenes[std::size_t(m_arrangement)] = m_scene;
    m_states.show(m_explored, m_scene);
    showLegend();
    emit sceneChanged();
    findAnew();
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
std::uint32_t StatesViewModel::firstNode() const
{
    const StateGraph& graph = m_explored->graph();
    if (!m_followed.empty()) {
        std::uint32_t node = 0;
        for (const StepChoice& step : m_followed)
            if (const StateGraph::Edge* edge = node < graph.size() ? graph.edge(node, step) : nullptr)
                node = m_explored->facts.to[std::size_t(edge - graph.edges.data())];
        return node;
    }
    if (m_failure < 0)
        return 0;
    return nodeAt(std::max(0, m_explored->facts.failures[std::size_t(m_failure)].noWayBackFrom - 1));
}

std::uint32_t StatesViewModel::nodeAt(int position) const { return position == 0 || m_path.empty() ? 0 : m_explored->facts.to[m_path[std::size_t(position) - 1]]; }

void StatesViewModel::select(int node)
{
    if (!explored() || node < 0 || std::uint32_t(node) >= m_explored->facts.nodes())
        return;
    const auto wanted = std::uint32_t(node);
    const auto positionIn = [&](const std::vector<std::uint32_t>& path) {
        const auto nodes = m_explored->nodesOf(path);
        const auto place = std::ranges::find(nodes, wanted);
        return place == nodes.end() ? -1 : int(place - nodes.begin());
    };
    int position = positionIn(m_path);
    if (position < 0) {
        position = positionIn(m_mainPath);
        setPath(position < 0 ? m_explored->facts.shortestRun(wanted) : m_mainPath);
        position = position < 0 ? length() : position;
    }
    m_node = wanted;
    m_position = position;
    showNode();
}

void StatesViewModel::selectRow(int row)
{
    if (!explored() || row < 0 || std::size_t(row) >= m_scene->nodes.size())
        return;
    // Of a group the member on the shown run, if there is one.
    const auto nodes = m_explored->nodesOf(m_path);
    const auto member = std::ranges::find_if(nodes, [&](std::uint32_t node) { return m_scene->graph.groupOf[node] == std::uint32_t(row); });
    select(int(member == nodes.end() ? m_scene->graph.nodes[std::size_t(row)].first : *member));
}

void StatesViewModel::seek(int position)
{
    if (!explored())
        return;
    m_position = std::clamp(position, 0, length());
    m_node = nodeAt(m_position);
    if (m_position == length())
        pause();
    showNode();
}

void StatesViewModel::setPath(std::vector<std::uint32_t> path)
{
    m_path = std::move(path);
    pause();
    emit pathChanged();
}

void StatesViewModel::chooseFailure(int failure)
{
    if (!m_explored || failure < 0 || failure >= int(m_explored->facts.failures.size()))
        return;
    const bool isOther = failure != m_failure;
    m_failure = failure;
    m_mainPath = m_explored->runOf(failure);
    setPath(m_mainPath);
    m_followed.clear();
    select(int(firstNode()));
    if (isOther) {
        m_scenes = {};
        arrangeAnew();
    }
}

void StatesViewModel::showMainPath()
{
    setPath(m_mainPath);
    seek(std::min(m_position, length()));
}

void StatesViewModel::walk(int way)
{
    if (!explored())
        return;
    if (way < 0) {
        seek(m_position - 1);
    } else if (m_position < length()) {
        seek(m_position + 1);
    } else if (const StateGraph& graph = m_explored->graph(); m_node < graph.size() && !graph.isLast(m_node)) {
        const std::uint32_t edge = graph.first[m_node];
        auto path = m_path;
        path.push_back(edge);
        setPath(std::move(path));
        seek(length());
    }
}

void StatesViewModel::walkColumn(int way)
{
    if (!explored())
        return;
    const auto& nodes = m_scene->nodes;
    const auto from = std::size_t(row());
    int best = -1;
    const auto distance = [&](std::size_t node) { return (nodes[node].place.y - nodes[from].place.y) * float(way); };
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        const bool isBeside = m_arrangement == Free ? std::abs(nodes[node].place.x - nodes[from].place.x) <= std::abs(nodes[node].place.y - nodes[from].place.y)
                                                    : m_scene->graph.nodes[node].column == m_scene->graph.nodes[from].column;
        if (isBeside && distance(node) > 0 && (best < 0 || distance(node) < distance(std::size_t(best))))
            best = int(node);
    }
    if (best >= 0)
        selectRow(best);
}

void StatesViewModel::showNode()
{
    const State state = m_explored->stateOf(m_node);
    const Snapshot snapshot = look(*m_explored->model, state);
    m_threads.assign(threadRowsOf(snapshot));
    m_locks.assign(lockRowsOf(*m_explored, snapshot));
    m_values.assign(valueRowsOf(*m_explored, state, snapshot));
    const std::uint64_t mask = m_position > 0 ? m_explored->graph().edges[m_path[std::size_t(m_position) - 1]].broken : m_explored->graph().broken[0];
    m_broken = mask == 0 ? QString() : tr("Broken here: %1").arg(text(m_explored->keysAsText(mask)));
    std::vector<StateNextRow> next = nextRowsOf(*m_explored, m_node, snapshot);
    m_nextText = moversText(next, snapshot);
    m_next.assign(std::move(next));
    const bool isOnFailingRun = m_failure >= 0 && onMainPath();
    m_sentence = outlookOf(*m_explored, m_node, isOnFailingRun ? m_explored->facts.failures[std::size_t(m_failure)].noWayBackFrom : -1);
    const auto nodes = m_explored->nodesOf(m_mainPath);
    m_chips.assign(chipsOf(*m_explored, m_node, m_failure >= 0 && std::ranges::find(nodes, m_node) != nodes.end()));
    m_steps.assign(pathRowsOf(*m_explored, m_path, m_position));
    emit currentChanged();
}

QString StatesViewModel::title() const { return explored() ? tr("State %1").arg(m_node) : QString(); }

QString StatesViewModel::groupNote() const
{
    if (!explored() || m_scene->graph.grouping == Grouping::None)
        return {};
    const GroupedGraph::Node& group = m_scene->graph.nodes[std::size_t(row())];
    if (group.count == 1)
        return {};
    QStringList alike{m_arrangement == ByProgress ? tr("as far") : tr("after %1").arg(counted(std::uint64_t(group.column), tr("1 step"), tr("%1 steps")))};
    if (const std::int8_t state = m_scene->nodes[std::size_t(row())].tdi; state >= 0 && m_scene->graph.grouping != Grouping::Outcome)
        alike.append(tr("TDI in %1").arg(text(tdi().states()[std::size_t(state)].name)));
    if (m_scene->graph.grouping == Grouping::Lines)
        alike.append(tr("each thread at the same line"));
    if (m_scene->graph.grouping == Grouping::Calls)
        alike.append(tr("each thread in the same call"));
    return tr("One of %1 states that are drawn as one: %2. Below it is the nearest, or that of the shown run.").arg(numberText(group.count), alike.join(QStringLiteral(", ")));
}

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

QString StatesViewModel::pathTitle() const
{
    if (!m_explored)
        return {};
    if (!onMainPath())
        return tr("Shortest run to %1").arg(m_path.empty() ? tr("the start") : tr("state %1").arg(m_explored->facts.to[m_path.back()]));
    return m_failure >= 0 ? tr("Shortest path to a violation") : tr("Shortest run to an end");
}

QString StatesViewModel::failureName() const
{
    if (m_failure < 0)
        return {};
    const StateGraph::Key& key = m_explored->graph().keys[std::size_t(m_explored->facts.failures[std::size_t(m_failure)].key)];
    Violation named;
    named.property = key.property;
    named.failure = key.failure;
    return violationName(named);
}

std::optional<Run> StatesViewModel::run() const
{
    if (!m_explored)
        return std::nullopt;
    auto run = replay(m_explored->model, stepsOf(m_explored->graph(), m_path));
    if (!run)
        return std::nullopt;
    run->seek(m_position);
    return std::move(*run);
}

void StatesViewModel::togglePlay()
{
    if (playing()) {
        pause();
        return;
    }
    if (!explored() || m_path.empty())
        return;
    if (m_position == length())
        seek(0);
    m_timer.start();
    emit playingChanged();
}

void StatesViewModel::pause()
{
    if (!playing())
        return;
    m_timer.stop();
    emit playingChanged();
}

// --- search

void StatesViewModel::setQuery(const QString& query)
{
    if (query == m_query)
        return;
    m_query = query;
    findAnew();
}

void StatesViewModel::findAnew()
{
    m_found = m_search ? m_search->find(m_query) : std::vector<std::uint32_t>();
    m_foundRows.clear();
    if (m_scene)
        for (const std::uint32_t node : m_found)
            m_foundRows.insert(m_scene->graph.groupOf[node]);
    emit foundChanged();
}

QString StatesViewModel::foundText() const
{
    if (m_query.trimmed().isEmpty() || !m_explored)
        return {};
    if (m_found.empty())
        return tr("Nothing found");
    const auto place = std::ranges::find(m_found, m_node);
    return place == m_found.end() ? counted(m_found.size(), tr("1 state"), tr("%1 states")) : tr("%1 of %2").arg(numberText(std::uint64_t(place - m_found.begin()) + 1), numberText(m_found.size()));
}

void StatesViewModel::nextFound(int way)
{
    if (m_found.empty())
        return;
    const auto place = std::ranges::find(m_found, m_node);
    const auto size = std::ptrdiff_t(m_found.size());
    const std::ptrdiff_t next = place == m_found.end() ? (way > 0 ? 0 : size - 1) : (place - m_found.begin() + way + size) % size;
    select(int(m_found[std::size_t(next)]));
    emit foundChanged();
}

// --- what leaves the window

QString StatesViewModel::stateAsText() const
{
    if (!explored())
        return {};
    QString lines = title() + QLatin1Char('\n');
    for (const StateDifference& entry : valuesOf(*m_explored->model, m_explored->stateOf(m_node)))
        lines += QStringLiteral("  %1: %2\n").arg(text(entry.name), text(entry.values[0]));
    return lines + m_sentence + QLatin1Char('\n');
}

void StatesViewModel::copyState() const { QGuiApplication::clipboard()->setText(stateAsText()); }

QString StatesViewModel::asText() const
{
    if (!m_explored)
        return {};
    const StatesAnswer answer{m_explored->model, m_selection, m_explored->graph(), m_explored->facts};
    return text(statesAsText(answer, library()));
}

QString StatesViewModel::asJson() const
{
    if (!m_explored)
        return {};
    const StatesAnswer answer{m_explored->model, m_selection, m_explored->graph(), m_explored->facts};
    return text(statesAsJson(answer).dump(2, ' ', false, Json::error_handler_t::replace)) + QLatin1Char('\n');
}

QString StatesViewModel::asSvg(const QVariantMap& inks) const
{
    if (!explored())
        return {};
    std::vector<std::uint32_t> path;
    for (const std::uint32_t node : m_explored->nodesOf(m_path))
        path.push_back(m_scene->graph.groupOf[node]);
    QStringList scope{countText()};
    for (const QString& part : {design(), scenario(), platformTitle()})
        if (!part.isEmpty())
            scope.append(part);
    return drawStates({scope.join(QStringLiteral(" · ")), *m_scene, path, looks::Show(m_show), m_legend.rows()}, inks);
}

} // namespace bindlab
