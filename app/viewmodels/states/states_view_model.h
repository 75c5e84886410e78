#pragma once

#include "states_arranging.h"
#include "states_choice.h"
#include "states_exploring.h"
#include "states_found.h"
#include "states_list_model.h"
#include "states_looks.h"
#include "states_rows.h"
#include "states_run.h"
#include "states_scene.h"
#include "viewmodels/shared/play_timer.h"
#include "viewmodels/workbench/workbench_rows.h"

#include "flow/library.h"
#include "report/states_report.h"
#include "world/run.h"

#include <QObject>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace bindlab {

/// Every reachable state of one model as a graph, one of them in detail, and a run through it. Explored in the background.
class StatesViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(QAbstractItemModel* designs READ designs CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* scenarios READ scenarios CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* platforms READ platforms CONSTANT FINAL)
    Q_PROPERTY(QString design READ design WRITE setDesign NOTIFY chosen FINAL)
    Q_PROPERTY(QString designTitle READ designTitle NOTIFY chosen FINAL)
    Q_PROPERTY(QString scenario READ scenario WRITE setScenario NOTIFY chosen FINAL)
    Q_PROPERTY(QString scenarioTitle READ scenarioTitle NOTIFY chosen FINAL)
    Q_PROPERTY(QString platform READ platform WRITE setPlatform NOTIFY chosen FINAL)
    Q_PROPERTY(QString platformTitle READ platformTitle NOTIFY chosen FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(bool explored READ explored NOTIFY changed FINAL)
    Q_PROPERTY(QString progressText READ progressText NOTIFY progressed FINAL)
    Q_PROPERTY(QString obstacle READ obstacle NOTIFY changed FINAL)
    Q_PROPERTY(QString countText READ countText NOTIFY changed FINAL)
    Q_PROPERTY(QString failingText READ failingText NOTIFY changed FINAL)
    Q_PROPERTY(QString safeText READ safeText NOTIFY changed FINAL)
    Q_PROPERTY(bool endsSafely READ endsSafely NOTIFY changed FINAL)
    Q_PROPERTY(QString deadText READ deadText NOTIFY changed FINAL)
    Q_PROPERTY(QString groupText READ groupText NOTIFY sceneChanged FINAL)
    Q_PROPERTY(bindlab::StatesViewModel::Arrangement arrangement READ arrangement WRITE setArrangement NOTIFY sceneChanged FINAL)
    Q_PROPERTY(int show READ show WRITE setShow NOTIFY showChanged FINAL)
    Q_PROPERTY(QAbstractItemModel* legend READ legend CONSTANT FINAL)
    Q_PROPERTY(int node READ node NOTIFY currentChanged FINAL)
    Q_PROPERTY(int row READ row NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString groupNote READ groupNote NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString spoken READ spoken NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString sentence READ sentence NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString broken READ broken NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString nextText READ nextText NOTIFY currentChanged FINAL)
    Q_PROPERTY(QAbstractItemModel* chips READ chips CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* threads READ threads CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* locks READ locks CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* values READ values CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* next READ next CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* states READ states CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* failures READ failures CONSTANT FINAL)
    Q_PROPERTY(int failure READ failure NOTIFY pathChanged FINAL)
    Q_PROPERTY(QString pathTitle READ pathTitle NOTIFY pathChanged FINAL)
    Q_PROPERTY(QString failureName READ failureName NOTIFY pathChanged FINAL)
    Q_PROPERTY(bool onMainPath READ onMainPath NOTIFY pathChanged FINAL)
    Q_PROPERTY(QAbstractItemModel* path READ path CONSTANT FINAL)
    Q_PROPERTY(int position READ position NOTIFY currentChanged FINAL)
    Q_PROPERTY(int length READ length NOTIFY pathChanged FINAL)
    Q_PROPERTY(bool playing READ playing NOTIFY playingChanged FINAL)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY foundChanged FINAL)
    Q_PROPERTY(QString foundText READ foundText NOTIFY foundChanged FINAL)

public:
    enum Arrangement { ByDepth, ByProgress, Free };
    Q_ENUM(Arrangement)

    explicit StatesViewModel(const Library& library, QObject* parent = nullptr);
    ~StatesViewModel() override;

    [[nodiscard]] QAbstractItemModel* designs() { return &m_designs; }
    [[nodiscard]] QAbstractItemModel* scenarios() { return &m_scenarios; }
    [[nodiscard]] QAbstractItemModel* platforms() { return &m_platforms; }
    [[nodiscard]] QString design() const { return QString::fromStdString(selection().design); }
    [[nodiscard]] QString designTitle() const;
    [[nodiscard]] QString scenario() const { return QString::fromStdString(selection().scenario); }
    [[nodiscard]] QString scenarioTitle() const;
    [[nodiscard]] QString platform() const { return QString::fromStdString(selection().platform); }
    [[nodiscard]] QString platformTitle() const;
    void setDesign(const QString& design);
    void setScenario(const QString& scenario);
    void setPlatform(const QString& platform);
    /// Another selection of the shipped flows. Nothing happens when it is the one that is shown.
    void choose(const Selection& other);
    /// The model of a run, and the state it stands in unless that is the start; `library` is what the selection's names come from, the shipped one when null.
    void follow(const Run& run, const Selection& selection, std::shared_ptr<const Library> library = nullptr);
    [[nodiscard]] const Selection& selection() const { return m_choice.selection(); }
    [[nodiscard]] std::shared_ptr<const Library> ownFlows() const { return m_choice.ownFlows(); }
    /// More nodes than these are taken together; for tests.
    void setMostNodes(std::uint32_t most) { m_mostNodes = most; }

    /// Explores what is chosen, unless that has been done.
    Q_INVOKABLE void start();
    Q_INVOKABLE void stop() { m_exploring.stop(); }
    [[nodiscard]] bool busy() const { return m_exploring.running() || m_arranging.running(); }
    [[nodiscard]] bool explored() const { return m_explored && m_scene; }
    /// "Exploring: 31 044 states"
    [[nodiscard]] QString progressText() const;
    /// Why there is no graph, one sentence; empty when there is one, or will be.
    [[nodiscard]] QString obstacle() const { return m_obstacle; }
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString failingText() const;
    [[nodiscard]] QString safeText() const;
    /// Some run comes to an end without breaking anything.
    [[nodiscard]] bool endsSafely() const { return m_ends.safe > 0; }
    [[nodiscard]] QString deadText() const;
    [[nodiscard]] QString groupText() const;
    [[nodiscard]] Arrangement arrangement() const { return m_arrangement; }
    void setArrangement(Arrangement arrangement);
    [[nodiscard]] int show() const { return m_show; }
    void setShow(int show);
    /// What the nodes that are drawn look like: StateLegendRow.
    [[nodiscard]] QAbstractItemModel* legend() { return &m_legend; }

    /// Null before anything is explored.
    [[nodiscard]] std::shared_ptr<const StatesScene> scene() const { return m_scene; }
    [[nodiscard]] const ExploredStates* exploredStates() const { return m_explored.get(); }
    /// The node that is shown in detail; one of the graph, not of the drawing.
    [[nodiscard]] int node() const { return int(m_run.node()); }
    /// The drawn node it belongs to.
    [[nodiscard]] int row() const { return m_scene ? int(m_scene->graph.groupOf[m_run.node()]) : -1; }
    /// "State 81"
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString groupNote() const;
    [[nodiscard]] QString spoken() const;
    /// What runs from here come to.
    [[nodiscard]] QString sentence() const { return m_sentence; }
    /// What the last step of the shown run broke, or what is broken here.
    [[nodiscard]] QString broken() const { return m_broken; }
    /// "2 of 3 threads"
    [[nodiscard]] QString nextText() const { return m_nextText; }
    [[nodiscard]] QAbstractItemModel* chips() { return &m_chips; }
    [[nodiscard]] QAbstractItemModel* threads() { return &m_threads; }
    [[nodiscard]] QAbstractItemModel* locks() { return &m_locks; }
    /// What is not the same in every state: StateValueRow.
    [[nodiscard]] QAbstractItemModel* values() { return &m_values; }
    [[nodiscard]] QAbstractItemModel* next() { return &m_next; }
    /// The drawn nodes as lines.
    [[nodiscard]] QAbstractItemModel* states() { return &m_states; }

    /// The failures there are, each with its shortest run: NamedRow.
    [[nodiscard]] QAbstractItemModel* failures() { return &m_failures; }
    [[nodiscard]] int failure() const { return m_run.failure(); }
    [[nodiscard]] QString pathTitle() const;
    /// The shown run is that of the failure, not one to a node beside it.
    [[nodiscard]] bool onMainPath() const { return m_run.isMain(); }
    [[nodiscard]] QAbstractItemModel* path() { return &m_steps; }
    [[nodiscard]] const std::vector<StatePathRow>& pathRows() const { return m_steps.rows(); }
    [[nodiscard]] QString failureName() const;
    [[nodiscard]] const std::vector<std::uint32_t>& pathEdges() const { return m_run.path(); }
    [[nodiscard]] int position() const { return m_run.position(); }
    [[nodiscard]] int length() const { return m_run.length(); }
    [[nodiscard]] bool playing() const { return m_play.playing(); }
    /// The shown run where it stands; nothing before anything is explored.
    [[nodiscard]] std::optional<Run> run() const { return m_run.replayed(); }

    [[nodiscard]] QString query() const { return m_found.query(); }
    void setQuery(const QString& query);
    [[nodiscard]] QString foundText() const { return m_found.text(m_run.node()); }
    /// Drawn nodes in which something was found.
    [[nodiscard]] const std::set<std::uint32_t>& foundRows() const { return m_found.rows(); }

    /// Shows a node, and the shortest run to it where it is on no run that is shown.
    Q_INVOKABLE void select(int node);
    /// Shows the nearest node of those a drawn node stands for.
    Q_INVOKABLE void selectRow(int row);
    /// Along an edge: to the first that follows (1), or back along the shown run (-1).
    Q_INVOKABLE void walk(int way);
    /// Up (-1) or down within the column.
    Q_INVOKABLE void walkColumn(int way);
    Q_INVOKABLE void chooseFailure(int failure);
    Q_INVOKABLE void showMainPath();
    Q_INVOKABLE void seek(int position);
    Q_INVOKABLE void stepBy(int steps) { seek(position() + steps); }
    /// From the start when it stands at its end.
    Q_INVOKABLE void togglePlay();
    Q_INVOKABLE void pause() { m_play.pause(); }
    /// The next node in which something was found, or the one before.
    Q_INVOKABLE void nextFound(int way);

    /// The state that is shown, as text.
    [[nodiscard]] Q_INVOKABLE QString stateAsText() const;
    /// The same, to the clipboard.
    Q_INVOKABLE void copyState() const;
    /// As the command prints them.
    [[nodiscard]] Q_INVOKABLE QString asText() const;
    [[nodiscard]] Q_INVOKABLE QString asJson() const;
    /// The whole graph; `inks` as Theme.inks.
    [[nodiscard]] Q_INVOKABLE QString asSvg(const QVariantMap& inks) const;

signals:
    void chosen();
    void progressed();
    void changed();
    void sceneChanged();
    void showChanged();
    void currentChanged();
    void pathChanged();
    void playingChanged();
    void foundChanged();

private:
    [[nodiscard]] const Library& flows() const { return m_choice.flows(); }
    void tellChoice();
    void clear();
    void explore(std::shared_ptr<const Model> model);
    void take(std::shared_ptr<const ExploredStates> explored);
    void arrangeAnew();
    void takeScene(std::shared_ptr<const StatesScene> scene);
    [[nodiscard]] std::uint32_t firstNode() const;
    void tellRun();
    void showNode();
    void showLegend();
    void find(const QString& query);
    [[nodiscard]] StatesAnswer answer() const { return {m_explored->model, selection(), m_explored->graph(), m_explored->facts}; }

    StatesChoice m_choice;
    std::uint32_t m_mostNodes = StatesScene::mostNodes;
    std::shared_ptr<const ExploredStates> m_explored;
    std::shared_ptr<const StatesScene> m_scene;
    GraphFacts::Ends m_ends;
    QString m_obstacle;
    Arrangement m_arrangement = ByDepth;
    int m_show = looks::Lifetime;
    StatesRun m_run;
    QString m_sentence;
    QString m_broken;
    QString m_nextText;
    StatesFound m_found;
    PlayTimer m_play{[this] { return explored() && position() < length(); }, [this] { stepBy(1); }};
    StructListModel<NamedRow> m_designs;
    StructListModel<NamedRow> m_scenarios;
    StructListModel<NamedRow> m_platforms;
    StructListModel<NamedRow> m_failures;
    StructListModel<StateLegendRow> m_legend;
    StructListModel<StateChipRow> m_chips;
    StructListModel<StateThreadRow> m_threads;
    StructListModel<StateLockRow> m_locks;
    StructListModel<StateValueRow> m_values;
    StructListModel<StateNextRow> m_next;
    StructListModel<StatePathRow> m_steps;
    StatesListModel m_states;
    // Last, so that they have ended before anything else goes.
    StatesExploring m_exploring;
    StatesArranging m_arranging;
};

} // namespace bindlab
