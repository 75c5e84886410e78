#pragma once

#include "viewmodels/shared/struct_list_model.h"
#include "workbench_kinds.h"
#include "world/run.h"
#include "world/snapshot.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace bindlab {

/// A row of the timeline: a thread's lifeline, a lock, or a machine.
struct TimelineRow {
    Q_GADGET
    Q_PROPERTY(int kind MEMBER kind)
    Q_PROPERTY(int thread MEMBER thread)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString icon MEMBER icon)

public:
    int kind = kinds::ThreadRow;   ///< one of kinds::Row
    int thread = -1;   ///< of a lifeline
    QString title;
    QString icon;      ///< one of IconPaths, for locks and machines

    bool operator==(const TimelineRow&) const = default;
};

/// Column head and block of one step.
struct TimelineStep {
    Q_GADGET
    Q_PROPERTY(int step MEMBER step)
    Q_PROPERTY(int thread MEMBER thread)
    Q_PROPERTY(int row MEMBER row)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QString sentence MEMBER sentence)
    Q_PROPERTY(bool ahead MEMBER ahead)
    Q_PROPERTY(bool last MEMBER last)
    Q_PROPERTY(bool fails MEMBER fails)
    Q_PROPERTY(bool departs MEMBER departs)
    Q_PROPERTY(QList<int> messages MEMBER messages)

public:
    int step = 0;        ///< from 0; its head says step + 1
    int thread = 0;
    int row = 0;
    QString label;
    QString sentence;
    bool ahead = false;
    bool last = false;   ///< the one that led to what is shown
    bool fails = false;  ///< breaks a property
    bool departs = false; ///< not what the schedule it follows asked for
    QList<int> messages; ///< rows of the machines it fired

    bool operator==(const TimelineStep&) const = default;
};

/// A lock's holder or a machine's state over some steps.
struct TimelineSpan {
    Q_GADGET
    Q_PROPERTY(int row MEMBER row)
    Q_PROPERTY(int from MEMBER from)
    Q_PROPERTY(int to MEMBER to)
    Q_PROPERTY(int thread MEMBER thread)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(bool ahead MEMBER ahead)
    Q_PROPERTY(bool current MEMBER current)
    Q_PROPERTY(bool cutLeft MEMBER cutLeft)
    Q_PROPERTY(bool cutRight MEMBER cutRight)

public:
    int row = 0;
    int from = 0;         ///< first column, from 0
    int to = 0;           ///< one past the last column
    int thread = -1;      ///< holder; -1 for a machine's state
    QString label;
    bool ahead = false;   ///< begins in what is recorded ahead
    bool current = false; ///< holds where the run stands
    bool cutLeft = false; ///< goes on outside the columns that are shown
    bool cutRight = false;

    bool operator==(const TimelineSpan&) const = default;
};

/// The run as columns, one a step. Only the columns in sight are rows of the models, so that ten thousand steps cost no more
/// than the dozen that are seen.
class TimelineViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the WorkbenchViewModel")
    Q_PROPERTY(QAbstractItemModel* rows READ rows CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* steps READ steps CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* spans READ spans CONSTANT FINAL)
    Q_PROPERTY(int rowTotal READ rowTotal NOTIFY changed FINAL)
    Q_PROPERTY(int position READ position NOTIFY changed FINAL)
    Q_PROPERTY(int length READ length NOTIFY changed FINAL)
    Q_PROPERTY(int violation READ violation NOTIFY changed FINAL)
    Q_PROPERTY(int loopsTo READ loopsTo NOTIFY changed FINAL)

public:
    explicit TimelineViewModel(QObject* parent = nullptr) : QObject(parent) {}

    /// Takes over the run. States from `firstChanged` on are others than at the last call; `length` steps are shown.
    void update(const Run& run, const Snapshot& now, int firstChanged, int length, const std::vector<int>& departures);
    void tell() { emit changed(); }

    [[nodiscard]] QAbstractItemModel* rows() { return &m_rows; }
    [[nodiscard]] QAbstractItemModel* steps() { return &m_steps; }
    [[nodiscard]] QAbstractItemModel* spans() { return &m_spans; }
    [[nodiscard]] int rowTotal() const { return int(m_rows.rows().size()); }
    [[nodiscard]] int position() const { return m_position; }
    [[nodiscard]] int length() const { return m_length; }
    /// First shown step, from 0, that breaks a property; -1 when none does.
    [[nodiscard]] int violation() const { return m_violation; }
    /// After how many steps everything is as after the last one: from there the run can go round for ever. -1 when it is not,
    /// or the last one is not shown.
    [[nodiscard]] int loopsTo() const { return m_loopsTo; }

    /// The columns in sight: `count` from `first` on.
    Q_INVOKABLE void showColumns(int first, int count);

signals:
    void changed();

private:
    struct Mark {
        QString label;
        QString sentence;
        int thread = 0;
        bool fails = false;
        std::vector<int> fired;      ///< machines
    };
    /// Forgets the run, and begins with the picture of its first state.
    void takeStart(const Snapshot& start);
    /// Adds what a step did to locks and machines.
    void takeStep(const StepRecord& record);
    void changeHolders(const Effect& effect, int thread, std::vector<std::int8_t>& holders) const;
    void rebuildRows(const Snapshot& now);
    void rebuildSight();
    [[nodiscard]] TimelineStep stepAt(int step) const;
    /// Of a row, over the columns from `from` to `to`. A state holds over the column of the step after it; a lock is held from the
    /// step that takes it to the one that drops it. `valueAt(column)` is negative where there is nothing to show.
    template <typename ValueAt, typename Describe>
    void addSpans(int row, int from, int to, ValueAt valueAt, Describe describe, std::vector<TimelineSpan>& spans) const;
    void addLockSpans(std::size_t lock, int from, int to, std::vector<TimelineSpan>& spans) const;
    void addMachineSpans(std::size_t machine, int from, int to, std::vector<TimelineSpan>& spans) const;

    StructListModel<TimelineRow> m_rows;
    StructListModel<TimelineStep> m_steps;
    StructListModel<TimelineSpan> m_spans;
    std::vector<Mark> m_marks;                     ///< one a recorded step
    std::vector<std::vector<std::int8_t>> m_holders;  ///< by state, by lock: 0 free, else the holder
    std::vector<std::vector<std::uint8_t>> m_states;  ///< by state, by machine
    std::vector<int> m_departures;
    std::vector<const Machine*> m_machines;
    std::vector<int> m_lockObjects;   ///< the object that each lock lies in
    std::vector<QString> m_threadNames;
    std::vector<int> m_threadRows;    ///< row of each thread; -1 when it is not shown
    std::vector<int> m_lockRows;      ///< row of each lock; -1 when it is never held
    std::vector<int> m_machineRows;   ///< row of each machine; -1 when it is not shown
    int m_position = 0;
    int m_length = 0;
    int m_violation = -1;
    int m_loopsTo = -1;
    int m_first = 0;
    int m_count = 0;
};

} // namespace bindlab
