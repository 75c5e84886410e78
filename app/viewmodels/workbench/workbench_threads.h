#pragma once

#include "flow/flow_view.h"
#include "viewmodels/shared/struct_list_model.h"
#include "world/run.h"
#include "world/snapshot.h"

#include <QAbstractListModel>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <vector>

namespace bindlab {

/// One line of a flow. Keywords stand between <k> and </k>, so that the view picks their colour; the rest is escaped.
struct CodeRow {
    Q_GADGET
    Q_PROPERTY(int number MEMBER number)
    Q_PROPERTY(int indent MEMBER indent)
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(QString markup MEMBER markup)
    Q_PROPERTY(QString patch MEMBER patch)
    Q_PROPERTY(QString source MEMBER source)
    Q_PROPERTY(bool current MEMBER current)
    Q_PROPERTY(bool past MEMBER past)

public:
    int number = 0;   ///< from 1; 0: no line, but kept for a flow that is longer
    int indent = 0;   ///< characters
    QString code;     ///< without its indentation
    QString markup;
    QString patch;    ///< the patch that added the line, or empty
    QString source;   ///< the mail it names, or empty
    bool current = false;
    bool past = false;

    bool operator==(const CodeRow&) const = default;
};

/// One thread: its call, the flow it is in, and whether it can move.
class ThreadViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the WorkbenchViewModel")
    Q_PROPERTY(int index READ index CONSTANT FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(Status status READ status NOTIFY changed FINAL)
    Q_PROPERTY(bool waiting READ waiting NOTIFY changed FINAL)
    Q_PROPERTY(bool active READ active NOTIFY changed FINAL)
    Q_PROPERTY(QString signature READ signature NOTIFY changed FINAL)
    Q_PROPERTY(QString callers READ callers NOTIFY changed FINAL)
    Q_PROPERTY(int lines READ lines NOTIFY changed FINAL)
    Q_PROPERTY(int currentRow READ currentRow NOTIFY changed FINAL)
    Q_PROPERTY(QAbstractItemModel* code READ code CONSTANT FINAL)
    Q_PROPERTY(QString nextLabel READ nextLabel NOTIFY changed FINAL)
    Q_PROPERTY(QString nextStatement READ nextStatement NOTIFY changed FINAL)
    Q_PROPERTY(QString blocked READ blocked NOTIFY changed FINAL)
    Q_PROPERTY(QString waitsForLock READ waitsForLock NOTIFY changed FINAL)
    Q_PROPERTY(int waitsForThread READ waitsForThread NOTIFY changed FINAL)
    Q_PROPERTY(QString waitsForThreadName READ waitsForThreadName NOTIFY changed FINAL)
    Q_PROPERTY(QString locals READ locals NOTIFY changed FINAL)
    Q_PROPERTY(QString returned READ returned NOTIFY changed FINAL)
    Q_PROPERTY(QString description READ description NOTIFY changed FINAL)

public:
    enum Status { Ready, Blocked, Done, Failed };
    Q_ENUM(Status)

    explicit ThreadViewModel(int index, QObject* parent = nullptr) : QObject(parent), m_index(index) {}

    /// Takes over what the snapshot says. `returned` is what the thread's last finished call answered, or empty.
    void update(const Snapshot& snapshot, const std::vector<FlowView>& flows, const QString& returned);
    /// Tells the views; apart from update() so that every thread is complete before any view looks.
    void tell() { emit changed(); }

    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] Status status() const { return m_status; }
    /// It comes at the very end and cannot begin yet.
    [[nodiscard]] bool waiting() const { return m_waiting; }
    /// Inside a flow, so that there is code to show.
    [[nodiscard]] bool active() const { return !m_signature.isEmpty(); }
    /// "iommufd_device_tsm_unbind(idev)" of the innermost flow; empty in user space.
    [[nodiscard]] QString signature() const { return m_signature; }
    /// The flows it was called through, outermost first: "UNBIND › iommufd_device_tsm_unbind".
    [[nodiscard]] QString callers() const { return m_callers; }
    /// How many rows of the code are lines of the flow; those behind them are kept for one that is longer.
    [[nodiscard]] int lines() const { return m_lines; }
    [[nodiscard]] int currentRow() const { return m_currentRow; }
    [[nodiscard]] QAbstractItemModel* code() { return &m_code; }
    [[nodiscard]] QString nextLabel() const { return m_nextLabel; }
    [[nodiscard]] QString nextStatement() const { return m_nextStatement; }
    /// "waits for vdev->mutex, held by T2", or empty.
    [[nodiscard]] QString blocked() const { return m_blocked; }
    [[nodiscard]] QString waitsForLock() const { return m_waitsForLock; }
    [[nodiscard]] int waitsForThread() const { return m_waitsForThread; }
    [[nodiscard]] QString waitsForThreadName() const { return m_waitsForThreadName; }
    /// "v = vdevice, ret = 0".
    [[nodiscard]] QString locals() const { return m_locals; }
    [[nodiscard]] QString returned() const { return m_returned; }
    /// All of it in one line, for screen readers.
    [[nodiscard]] QString description() const;

signals:
    void changed();

private:
    /// Where it is: the flow with its lines, and through whom.
    void takeCode(const ThreadView& view, const std::vector<FlowView>& flows);
    void takeNext(const ThreadView& view);

    int m_index;
    QString m_name;
    QString m_title;
    Status m_status = Ready;
    bool m_waiting = false;
    QString m_signature;
    QString m_callers;
    int m_lines = 0;
    int m_currentRow = -1;
    StructListModel<CodeRow> m_code;
    QString m_nextLabel;
    QString m_nextStatement;
    QString m_blocked;
    QString m_waitsForLock;
    int m_waitsForThread = -1;
    QString m_waitsForThreadName;
    QString m_locals;
    QString m_returned;
};

/// The threads of the model, one row each, with the one role "thread".
class ThreadListModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] ThreadViewModel* at(int thread) const { return m_threads[std::size_t(thread)].get(); }

    void update(const Snapshot& snapshot, const std::vector<FlowView>& flows, const std::vector<QString>& returned);
    void tell();

private:
    std::vector<std::unique_ptr<ThreadViewModel>> m_threads;
};

/// What the last finished call of each thread answered; empty where none has.
[[nodiscard]] std::vector<QString> returnedBy(const Run& run, std::size_t threads);

/// A line of code for a StyledText: escaped, keywords between <k> and </k>, comments between <c> and </c>.
[[nodiscard]] QString codeMarkup(const QString& code);

} // namespace bindlab
