#pragma once

#include "compare_captions.h"
#include "compare_rows.h"
#include "viewmodels/shared/background_job.h"
#include "viewmodels/shared/play_timer.h"
#include "viewmodels/workbench/workbench_view_model.h"

#include "checker/compare.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>
#include <vector>

namespace bindlab {

/// Two designs under one schedule, as `bindlab compare` has them: checked in the background, then played in lock step. Each
/// side is a workbench of its own; both always stand after the same number of steps, or at their end.
class CompareViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(bindlab::WorkbenchViewModel* first READ first CONSTANT FINAL)
    Q_PROPERTY(bindlab::WorkbenchViewModel* second READ second CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* designs READ designs CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* scenarios READ scenarios CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* platforms READ platforms CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* schedules READ schedules CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* patchChoices READ patchChoices CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* steps READ steps CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* diff READ diff CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* verdicts READ verdicts CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* patches READ patches CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* differences READ differences CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* marks READ marks CONSTANT FINAL)
    Q_PROPERTY(QString firstDesign READ firstDesign NOTIFY chosen FINAL)
    Q_PROPERTY(QString secondDesign READ secondDesign NOTIFY chosen FINAL)
    Q_PROPERTY(QString firstName READ firstName NOTIFY chosen FINAL)
    Q_PROPERTY(QString secondName READ secondName NOTIFY chosen FINAL)
    Q_PROPERTY(QString firstTitle READ firstTitle NOTIFY chosen FINAL)
    Q_PROPERTY(QString secondTitle READ secondTitle NOTIFY chosen FINAL)
    Q_PROPERTY(QString scenario READ scenario WRITE setScenario NOTIFY chosen FINAL)
    Q_PROPERTY(QString scenarioTitle READ scenarioTitle NOTIFY chosen FINAL)
    Q_PROPERTY(QString platform READ platform WRITE setPlatform NOTIFY chosen FINAL)
    Q_PROPERTY(QString platformTitle READ platformTitle NOTIFY chosen FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(QString progressText READ progressText NOTIFY progressed FINAL)
    Q_PROPERTY(QString obstacle READ obstacle NOTIFY changed FINAL)
    Q_PROPERTY(bool playable READ playable NOTIFY changed FINAL)
    Q_PROPERTY(int schedule READ schedule NOTIFY changed FINAL)
    Q_PROPERTY(QString scheduleText READ scheduleText NOTIFY changed FINAL)
    Q_PROPERTY(int leader READ leader NOTIFY changed FINAL)
    Q_PROPERTY(int split READ split NOTIFY changed FINAL)
    Q_PROPERTY(QString splitTitle READ splitTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL)
    Q_PROPERTY(QString because READ because NOTIFY changed FINAL)
    Q_PROPERTY(QStringList acts READ acts NOTIFY changed FINAL)
    Q_PROPERTY(QStringList actPatches READ actPatches NOTIFY changed FINAL)
    Q_PROPERTY(QStringList outcomes READ outcomes NOTIFY changed FINAL)
    Q_PROPERTY(int linesAdded READ linesAdded NOTIFY changed FINAL)
    Q_PROPERTY(int linesRemoved READ linesRemoved NOTIFY changed FINAL)
    Q_PROPERTY(int otherProperties READ otherProperties NOTIFY changed FINAL)
    Q_PROPERTY(QString firstStates READ firstStates NOTIFY changed FINAL)
    Q_PROPERTY(QString secondStates READ secondStates NOTIFY changed FINAL)
    Q_PROPERTY(int position READ position NOTIFY moved FINAL)
    Q_PROPERTY(int length READ length NOTIFY changed FINAL)
    Q_PROPERTY(bool playing READ playing NOTIFY moved FINAL)
    Q_PROPERTY(QString firstSoFar READ firstSoFar NOTIFY moved FINAL)
    Q_PROPERTY(QString secondSoFar READ secondSoFar NOTIFY moved FINAL)
    Q_PROPERTY(bindlab::CompareViewModel::View view READ view WRITE setView NOTIFY viewChanged FINAL)

    Q_PROPERTY(bool wholeMaps READ wholeMaps WRITE setWholeMaps NOTIFY viewChanged FINAL)

public:
    enum class View { SideBySide, Difference, Overlay };
    Q_ENUM(View)
    enum DiffKind { SameLine, RemovedLine, AddedLine, Gap, FlowHead };
    Q_ENUM(DiffKind)

    explicit CompareViewModel(const Library& library, QObject* parent = nullptr);
    /// Cancels and waits.
    ~CompareViewModel() override;

    [[nodiscard]] WorkbenchViewModel* first() { return &m_sides[0]; }
    [[nodiscard]] WorkbenchViewModel* second() { return &m_sides[1]; }
    [[nodiscard]] QAbstractItemModel* designs() { return &m_designs; }
    [[nodiscard]] QAbstractItemModel* scenarios() { return &m_scenarios; }
    [[nodiscard]] QAbstractItemModel* platforms() { return &m_platforms; }
    /// What they can be played under, the most telling first: NamedRow.
    [[nodiscard]] QAbstractItemModel* schedules() { return &m_schedules; }
    [[nodiscard]] QAbstractItemModel* patchChoices() { return &m_patchChoices; }
    [[nodiscard]] QAbstractItemModel* steps() { return &m_steps; }
    [[nodiscard]] QAbstractItemModel* diff() { return &m_diff; }
    /// Properties that fail or differ.
    [[nodiscard]] QAbstractItemModel* verdicts() { return &m_verdicts; }
    [[nodiscard]] QAbstractItemModel* patches() { return &m_patches; }
    /// What the two states do not say alike, as they stand: the map as a table.
    [[nodiscard]] QAbstractItemModel* differences() { return &m_differences; }
    [[nodiscard]] QAbstractItemModel* marks() { return &m_marks; }

    [[nodiscard]] QString firstDesign() const { return designOf(0); }
    [[nodiscard]] QString secondDesign() const { return designOf(1); }
    /// "D6 +serialise-bind"
    [[nodiscard]] QString firstName() const { return nameOf(0); }
    [[nodiscard]] QString secondName() const { return nameOf(1); }
    [[nodiscard]] QString firstTitle() const { return titleOf(0); }
    [[nodiscard]] QString secondTitle() const { return titleOf(1); }
    [[nodiscard]] QString scenario() const { return QString::fromStdString(m_selections[0].scenario); }
    void setScenario(const QString& scenario);
    [[nodiscard]] QString scenarioTitle() const;
    [[nodiscard]] QString platform() const { return QString::fromStdString(m_selections[0].platform); }
    void setPlatform(const QString& platform);
    [[nodiscard]] QString platformTitle() const;

    /// Both are being checked.
    [[nodiscard]] bool busy() const { return m_checking.running(); }
    [[nodiscard]] QString progressText() const;
    /// Why there is nothing to play; empty when there is.
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] bool playable() const { return m_comparison && m_comparison->schedule != Schedule::None; }
    /// Row of schedules() that is played; -1 without one.
    [[nodiscard]] int schedule() const { return m_lead; }
    [[nodiscard]] QString scheduleText() const;
    /// The side whose run it is; -1 while threads take turns.
    [[nodiscard]] int leader() const;
    /// The step, from 1, at which they part; 0: they never do.
    [[nodiscard]] int split() const { return playable() ? m_comparison->split + 1 : 0; }
    [[nodiscard]] QString splitTitle() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString because() const;
    [[nodiscard]] QStringList acts() const;
    [[nodiscard]] QStringList actPatches() const;
    [[nodiscard]] QStringList outcomes() const;
    [[nodiscard]] int linesAdded() const { return m_linesAdded; }
    [[nodiscard]] int linesRemoved() const { return m_linesRemoved; }
    /// Properties that hold in both, or apply to neither.
    [[nodiscard]] int otherProperties() const { return m_otherProperties; }
    [[nodiscard]] QString firstStates() const { return statesOf(0); }
    [[nodiscard]] QString secondStates() const { return statesOf(1); }

    [[nodiscard]] int position() const { return m_position; }
    [[nodiscard]] int length() const;
    [[nodiscard]] bool playing() const { return m_play.playing(); }
    /// The worst that side has broken on its way here; empty: nothing.
    [[nodiscard]] QString firstSoFar() const { return brokenSoFar(0); }
    [[nodiscard]] QString secondSoFar() const { return brokenSoFar(1); }
    [[nodiscard]] View view() const { return m_view; }
    void setView(View view);
    /// Every object is on the maps, not only those that tell the two runs apart the longest.
    [[nodiscard]] bool wholeMaps() const { return m_wholeMaps; }
    void setWholeMaps(bool whole);

    /// What is compared next. Nothing happens while it is what is compared already.
    void choose(const std::array<Selection, 2>& selections);
    /// What was compared the last time, by names; nothing happens when one of them is not known.
    void restore(const std::array<QString, 2>& names, const QString& scenario, const QString& platform);
    [[nodiscard]] const std::array<Selection, 2>& selections() const { return m_selections; }
    [[nodiscard]] const Comparison* comparison() const { return m_comparison ? &*m_comparison : nullptr; }
    Q_INVOKABLE void chooseDesign(int side, const QString& design);
    /// Adds a patch to a side, or takes it away.
    Q_INVOKABLE void setPatch(int side, const QString& patch, bool has);
    /// The named design again, without patches of the reader's own.
    Q_INVOKABLE void resetPatches(int side);
    Q_INVOKABLE void swap();
    /// Checks both, unless that has been done.
    Q_INVOKABLE void start();
    Q_INVOKABLE void stop() { m_checking.stop(); }
    Q_INVOKABLE void chooseSchedule(int row);

    Q_INVOKABLE void seek(int position);
    Q_INVOKABLE void stepBy(int steps) { seek(m_position + steps); }
    Q_INVOKABLE void jumpToSplit();
    Q_INVOKABLE void jumpToFailure();
    Q_INVOKABLE void togglePlay() { m_play.toggle(); }
    /// From the beginning.
    Q_INVOKABLE void replay();
    Q_INVOKABLE void pause() { m_play.pause(); }
    Q_INVOKABLE void nextView();

    /// Text of 78 columns, or JSON; as the command prints them.
    [[nodiscard]] Q_INVOKABLE QString asText() const;
    [[nodiscard]] Q_INVOKABLE QString asJson() const;

    /// Both maps as they stand, the steps around the split, and the verdicts. `inks` as Theme.inks.
    [[nodiscard]] Q_INVOKABLE QString asSvg(const QVariantMap& inks) const;

signals:
    void chosen();
    void changed();
    void moved();
    void progressed();
    void viewChanged();

private:
    [[nodiscard]] QString designOf(std::size_t side) const { return QString::fromStdString(m_selections[side].design); }
    [[nodiscard]] QString nameOf(std::size_t side) const;
    [[nodiscard]] SideNames names() const { return {nameOf(0), nameOf(1)}; }
    [[nodiscard]] QString titleOf(std::size_t side) const;
    [[nodiscard]] QString statesOf(std::size_t side) const;
    [[nodiscard]] QString brokenSoFar(std::size_t side) const;
    void cancel();
    void take(Comparison comparison);
    void tellChoice();
    void showComparison();
    void showSchedules();
    /// What follows from the schedule that is played.
    void showRuns();
    void playSides();
    void showPosition();
    void showMarks();

    const Library& m_library;
    std::vector<DesignInfo> m_allDesigns;
    std::array<Selection, 2> m_selections;
    std::array<WorkbenchViewModel, 2> m_sides;
    std::atomic<std::uint64_t> m_statesSoFar = 0;
    std::optional<Comparison> m_comparison;   ///< of m_selections; empty while they are checked
    std::vector<Lead> m_leads;
    int m_lead = -1;
    int m_position = 0;
    int m_linesAdded = 0;
    int m_linesRemoved = 0;
    int m_otherProperties = 0;
    std::vector<StateDifference> m_differ;    ///< of the two states that are shown
    View m_view = View::SideBySide;
    bool m_wholeMaps = false;
    PlayTimer m_play{[this] { return m_position < length(); }, [this] { stepBy(1); }};
    QTimer m_telling;
    StructListModel<NamedRow> m_designs;
    StructListModel<NamedRow> m_scenarios;
    StructListModel<NamedRow> m_platforms;
    StructListModel<NamedRow> m_schedules;
    StructListModel<ChoiceOfPatchRow> m_patchChoices;
    StructListModel<CompareStepRow> m_steps;
    StructListModel<DiffRow> m_diff;
    StructListModel<CompareVerdictRow> m_verdicts;
    StructListModel<ComparePatchRow> m_patches;
    StructListModel<StateDifferenceRow> m_differences;
    StructListModel<OverlayMark> m_marks;
    // Last, so that it has ended before anything else goes.
    BackgroundJob m_checking{this};
};

} // namespace bindlab
