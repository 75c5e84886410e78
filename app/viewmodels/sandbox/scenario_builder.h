#pragma once

#include "sandbox_rows.h"
#include "viewmodels/workbench/workbench_rows.h"

#include "draft/scenario_text.h"

#include <QAbstractItemModel>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <vector>

namespace bindlab {

/// One thread of the scenario that is built.
struct BuilderThreadRow {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString actor MEMBER actor)
    Q_PROPERTY(QString who MEMBER who)
    Q_PROPERTY(QAbstractItemModel* calls MEMBER calls)

public:
    QString name;
    QString title;
    QString actor;   ///< "guest"; empty: the VMM
    QString who;     ///< the actor in words
    QAbstractItemModel* calls = nullptr;   ///< CallRow

    bool operator==(const BuilderThreadRow&) const = default;
};

/// The scenario of the sandbox as threads and calls that are put together. It keeps nothing: each change is handed to whoever has
/// the text, which then shows the scenario anew.
class ScenarioBuilder : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the SandboxViewModel")
    Q_PROPERTY(QAbstractItemModel* threads READ threads CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* calls READ calls CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* starts READ starts CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* disturbances READ disturbances CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* environment READ environment CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* actors READ actors CONSTANT FINAL)
    Q_PROPERTY(QString start READ start NOTIFY changed FINAL)
    Q_PROPERTY(bool present READ present NOTIFY changed FINAL)
    Q_PROPERTY(bool full READ full NOTIFY changed FINAL)

public:
    static constexpr std::size_t mostThreads = 9;

    explicit ScenarioBuilder(QObject* parent = nullptr) : QObject(parent) {}

    void show(const Library& library, const std::string& scenario);

    [[nodiscard]] QAbstractItemModel* threads() { return &m_threads; }
    /// What a thread may call.
    [[nodiscard]] QAbstractItemModel* calls() { return &m_calls; }
    /// What a scenario may start from.
    [[nodiscard]] QAbstractItemModel* starts() { return &m_starts; }
    /// Threads that come from outside: resets, the guest. NamedRow; the key is the call.
    [[nodiscard]] QAbstractItemModel* disturbances() { return &m_disturbances; }
    /// What the environment may be like, with whether it is: NamedRow; the key is the statement.
    [[nodiscard]] QAbstractItemModel* environment() { return &m_environment; }
    /// Who may run a thread.
    [[nodiscard]] QAbstractItemModel* actors() { return &m_actors; }
    [[nodiscard]] QString start() const { return QString::fromStdString(m_draft.start); }
    [[nodiscard]] bool present() const { return !m_draft.threads.empty(); }
    [[nodiscard]] bool full() const { return m_draft.threads.size() >= mostThreads; }

    Q_INVOKABLE void setStart(const QString& start);
    Q_INVOKABLE void addThread(const QString& call);
    Q_INVOKABLE void removeThread(int thread);
    /// Hands a thread to somebody else: "guest", "host_admin"; empty: the VMM.
    Q_INVOKABLE void setActor(int thread, const QString& actor);
    Q_INVOKABLE void addCall(int thread, const QString& statement);
    Q_INVOKABLE void removeCall(int thread, int call);
    /// Puts a call before another one, of this thread or another; past the end, behind the last.
    Q_INVOKABLE void moveCall(int thread, int call, int toThread, int toCall);
    Q_INVOKABLE void setEnvironment(const QString& statement, bool so);

signals:
    void changed();
    /// Somebody has changed it; what it was called in the list of things that can be undone.
    void edited(const bindlab::ScenarioDraft& draft, const QString& title);

private:
    [[nodiscard]] bool has(int thread, int call) const;
    void change(ScenarioDraft draft, const QString& title);

    ScenarioDraft m_draft;
    std::vector<CallChoice> m_choices;
    std::vector<std::unique_ptr<StructListModel<CallRow>>> m_callLists;
    StructListModel<BuilderThreadRow> m_threads;
    StructListModel<CallChoiceRow> m_calls;
    StructListModel<NamedRow> m_starts;
    StructListModel<NamedRow> m_disturbances;
    StructListModel<NamedRow> m_environment;
    StructListModel<NamedRow> m_actors;
};

} // namespace bindlab
