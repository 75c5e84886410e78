#pragma once

#include "flow/library.h"
#include "run_keeper.h"
#include "viewmodels/map/map_table.h"
#include "viewmodels/map/workbench_map.h"
#include "viewmodels/shared/play_timer.h"
#include "workbench_check.h"
#include "workbench_rows.h"
#include "workbench_threads.h"
#include "workbench_timeline.h"
#include "world/run.h"
#include "world/snapshot.h"

#include <QAbstractItemModel>
#include <QObject>
#include <QString>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>
#include <vector>

namespace bindlab {

/// One run on one design, as the map, the threads and the timeline show it. Everything shown is read off the model, its
/// state and the run; all panes change with the one signal changed(), after the new picture is complete.
class WorkbenchViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<int> bookmarks READ bookmarks NOTIFY changed FINAL)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed FINAL)
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed FINAL)
    Q_PROPERTY(int position READ position NOTIFY changed FINAL)
    Q_PROPERTY(int length READ length NOTIFY changed FINAL)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed FINAL)
    Q_PROPERTY(bool canGoForward READ canGoForward NOTIFY changed FINAL)
    Q_PROPERTY(bool canPlay READ canPlay NOTIFY changed FINAL)
    Q_PROPERTY(bool ended READ ended NOTIFY changed FINAL)
    Q_PROPERTY(bool playing READ playing NOTIFY playingChanged FINAL)
    Q_PROPERTY(double speed READ speed WRITE setSpeed NOTIFY speedChanged FINAL)
    Q_PROPERTY(bool futureHidden READ futureHidden WRITE setFutureHidden NOTIFY changed FINAL)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL)
    Q_PROPERTY(int sentenceThread READ sentenceThread NOTIFY changed FINAL)
    Q_PROPERTY(bool sentenceFails READ sentenceFails NOTIFY changed FINAL)
    Q_PROPERTY(bool violationAhead READ violationAhead NOTIFY changed FINAL)
    Q_PROPERTY(QString design READ design NOTIFY changed FINAL)
    Q_PROPERTY(QString designTitle READ designTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString scenario READ scenario NOTIFY changed FINAL)
    Q_PROPERTY(QString scenarioTitle READ scenarioTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString platform READ platform NOTIFY changed FINAL)
    Q_PROPERTY(QString platformTitle READ platformTitle NOTIFY changed FINAL)
    Q_PROPERTY(QAbstractItemModel* designs READ designs CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* platforms READ platforms CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* threads READ threads CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* next READ next CONSTANT FINAL)
    Q_PROPERTY(bindlab::MapViewModel* map READ map CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* table READ table CONSTANT FINAL)
    Q_PROPERTY(bindlab::TimelineViewModel* timeline READ timeline CONSTANT FINAL)
    Q_PROPERTY(bindlab::CheckViewModel* check READ check CONSTANT FINAL)

public:
    explicit WorkbenchViewModel(QObject* parent = nullptr);
    ~WorkbenchViewModel() override;

    /// Where designs and platforms come from; the shipped flows unless set. It must outlive this object.
    void setFlows(std::shared_ptr<const Library> library);

    /// Compiles and shows the start of a run. On failure what was shown stays, and trouble() says why.
    bool load(const Selection& selection);
    /// Shows a copy of `run` where it stands; its recorded steps ahead stay ahead. `departures` are the steps (as in
    /// Run::record) at which it left the schedule it was to follow; the timeline marks them.
    void show(const Run& run, const Selection& selection, std::vector<int> departures = {});
    /// The run that is shown; nullptr before anything is loaded.
    [[nodiscard]] const Run* run() const { return m_run ? &*m_run : nullptr; }
    [[nodiscard]] const Selection& selection() const { return m_selection; }
    [[nodiscard]] std::shared_ptr<const Library> flows() const { return m_library; }
    [[nodiscard]] const Snapshot& snapshot() const { return m_snapshot; }

    [[nodiscard]] bool loaded() const { return m_run.has_value(); }
    /// Why the last load failed, one line; empty when all is well.
    [[nodiscard]] QString trouble() const { return m_trouble; }
    [[nodiscard]] int position() const { return m_run ? m_run->position() : 0; }
    /// Recorded steps; while the future is hidden, those taken.
    [[nodiscard]] int length() const;
    [[nodiscard]] bool canGoBack() const { return position() > 0; }
    /// A step is recorded ahead, or there is only one that can be taken.
    [[nodiscard]] bool canGoForward() const;
    /// Steps are recorded ahead.
    [[nodiscard]] bool canPlay() const { return m_run && position() < length(); }
    /// Every call has returned, those at the very end too.
    [[nodiscard]] bool ended() const { return m_snapshot.ended; }
    [[nodiscard]] bool playing() const { return m_play.playing(); }
    static constexpr double slowest = 0.25;
    static constexpr double fastest = 4;
    [[nodiscard]] double speed() const { return m_play.speed(); }
    void setSpeed(double speed);
    [[nodiscard]] bool futureHidden() const { return m_futureHidden; }
    void setFutureHidden(bool hidden);
    /// What the last step did, or where the run starts: for captions, screen readers and tests.
    [[nodiscard]] QString sentence() const;
    /// Thread that took the last step, from 0; -1 at the start.
    [[nodiscard]] int sentenceThread() const;
    /// The last step broke a property.
    [[nodiscard]] bool sentenceFails() const;
    /// A shown step breaks a property.
    [[nodiscard]] bool violationAhead() const { return firstViolation() >= 0; }

    [[nodiscard]] QString design() const { return QString::fromStdString(m_selection.design); }
    [[nodiscard]] QString designTitle() const;
    [[nodiscard]] QString scenario() const { return QString::fromStdString(m_selection.scenario); }
    [[nodiscard]] QString scenarioTitle() const;
    [[nodiscard]] QString platform() const { return QString::fromStdString(m_selection.platform); }
    [[nodiscard]] QString platformTitle() const;
    [[nodiscard]] QAbstractItemModel* designs() { return &m_designs; }
    [[nodiscard]] QAbstractItemModel* platforms() { return &m_platforms; }
    [[nodiscard]] QAbstractItemModel* threads() { return &m_threads; }
    /// What may be done next, of every thread: ChoiceRow.
    [[nodiscard]] QAbstractItemModel* next() { return &m_next; }
    [[nodiscard]] MapViewModel* map() { return &m_map; }
    [[nodiscard]] const MapViewModel* map() const { return &m_map; }
    /// The map as lines: MapTableRow.
    [[nodiscard]] QAbstractItemModel* table() { return &m_table; }
    [[nodiscard]] TimelineViewModel* timeline() { return &m_timeline; }
    [[nodiscard]] CheckViewModel* check() { return &m_check; }

    Q_INVOKABLE bool load(const QString& design, const QString& scenario, const QString& platform);
    /// Another design, the same scenario and platform, from the start.
    Q_INVOKABLE void chooseDesign(const QString& design);
    Q_INVOKABLE void choosePlatform(const QString& platform);
    /// What was played before, and the places that are marked.
    [[nodiscard]] const RunKeeper& kept() const { return m_kept; }
    /// Steps that are marked, in order.
    [[nodiscard]] QList<int> bookmarks() const { return {m_kept.bookmarks().begin(), m_kept.bookmarks().end()}; }
    /// Marks the step that is shown, or takes its mark away.
    Q_INVOKABLE void toggleBookmark();
    Q_INVOKABLE void nextBookmark();
    /// Shows a run that was left for another way, where it was left; the one that is shown is kept in its stead.
    Q_INVOKABLE void openRecent(int number);
    /// Goes to the step that last changed what stands in this box of the map; asked again there, to the one before. sentence()
    /// then says what it became, or that it has not changed.
    Q_INVOKABLE void why(int box);
    /// The run as it is shown, in a format of exportedRun().
    [[nodiscard]] Q_INVOKABLE QString exported(const QString& format, const QVariantMap& inks) const;
    /// Steps a thread, from 0. False when it cannot move; the run is then as before.
    Q_INVOKABLE bool stepThread(int thread, int choice = 0);
    Q_INVOKABLE void back();
    Q_INVOKABLE void forward();
    Q_INVOKABLE void first();
    Q_INVOKABLE void last();
    Q_INVOKABLE void seek(int position);
    /// Plays what is recorded ahead, 900 ms a step at 1x.
    Q_INVOKABLE void play() { m_play.play(); }
    Q_INVOKABLE void pause() { m_play.pause(); }
    Q_INVOKABLE void togglePlay() { m_play.toggle(); }
    /// Tries every interleaving of what is loaded, in the background.
    Q_INVOKABLE void runCheck();
    Q_INVOKABLE void stopCheck();
    /// Loads counterexample `violation` of the last check as recorded steps ahead; `position` steps of it are taken.
    Q_INVOKABLE bool playViolation(int violation, int position = 0);
    /// To the first shown step that breaks a property; without one, loads the counterexample of the last check.
    Q_INVOKABLE void jumpToViolation();

signals:
    void changed();
    void playingChanged();
    void speedChanged();
    /// Why a step was not taken, for whoever announces it.
    void said(const QString& text);

private:
    void take(Run run, const Selection& selection, std::vector<int> departures);
    /// Another run of the same model; the one that is shown is kept.
    void keepAndShow(Run other);
    void refresh(int firstChanged);
    void playOn();
    [[nodiscard]] int firstViolation() const;

    std::shared_ptr<const Library> m_library;
    Selection m_selection;
    std::optional<Run> m_run;
    Snapshot m_snapshot;
    std::vector<int> m_departures;
    RunKeeper m_kept;
    QString m_trouble;
    /// The answer to why(), while the run stands where it led.
    struct Answer {
        QString sentence;
        std::string name;
        int position = -1;
    } m_answer;
    bool m_freshModel = false;   ///< the map has not been laid out for it yet
    int m_onlyChoice = -1;       ///< row of m_next, when nothing else can be done
    bool m_futureHidden = false;
    PlayTimer m_play{[this] { return canPlay(); }, [this] { playOn(); }};
    StructListModel<NamedRow> m_designs;
    StructListModel<NamedRow> m_platforms;
    ThreadListModel m_threads;
    StructListModel<ChoiceRow> m_next;
    MapViewModel m_map;
    StructListModel<MapTableRow> m_table;
    TimelineViewModel m_timeline;
    CheckViewModel m_check;
};

} // namespace bindlab
