#pragma once

#include "viewmodels/shared/background_job.h"

#include "checker/checker.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>

namespace bindlab {

/// A check of every interleaving, in the background, and its verdict.
class CheckViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the WorkbenchViewModel")
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    Q_PROPERTY(bool running READ running NOTIFY changed FINAL)
    Q_PROPERTY(bool stale READ stale NOTIFY changed FINAL)
    Q_PROPERTY(QString label READ label NOTIFY changed FINAL)
    Q_PROPERTY(QString detail READ detail NOTIFY changed FINAL)
    Q_PROPERTY(QString scope READ scope NOTIFY changed FINAL)
    Q_PROPERTY(QStringList violations READ violations NOTIFY changed FINAL)
    Q_PROPERTY(int mainViolation READ mainViolation NOTIFY changed FINAL)

public:
    enum State { None, Running, Safe, Fails, Bounded, NotApplicable };
    Q_ENUM(State)

    explicit CheckViewModel(QObject* parent = nullptr) : QObject(parent) {}

    /// `scope` says what is checked: design, scenario, platform. Cancels a check that is under way.
    void start(std::shared_ptr<const Model> model, const QString& scope);
    /// Asks to stop; the verdict is then "bounded", never "safe".
    void stop() { m_job.stop(); }
    /// Takes over a verdict reached elsewhere.
    void take(CheckResult result, const QString& scope);
    /// Another design was chosen: what is shown is no longer about it.
    void outdate();

    [[nodiscard]] State state() const;
    [[nodiscard]] bool running() const { return m_job.running(); }
    [[nodiscard]] bool stale() const { return m_stale && m_result && !running(); }
    /// "Use after free, 25 steps", "Safe", "Bounded", "31 044 states, depth 17".
    [[nodiscard]] QString label() const;
    /// One or two sentences: what was found, or how much was explored.
    [[nodiscard]] QString detail() const;
    [[nodiscard]] QString scope() const { return m_scope; }
    /// One line each.
    [[nodiscard]] QStringList violations() const;
    /// The violation the label is about; -1 without one. A use after free first, then the shortest.
    [[nodiscard]] int mainViolation() const;
    [[nodiscard]] const CheckResult* result() const { return m_result ? &*m_result : nullptr; }

signals:
    void changed();
    /// A check has ended, by itself or stopped.
    void finished();

private:
    std::optional<CheckResult> m_result;
    CheckProgress m_progress;
    QString m_scope;
    bool m_stale = false;
    BackgroundJob m_job{this};   ///< last, so that it ends before what it tells of
};

/// What a broken property is called on a chip: "Use after free".
[[nodiscard]] QString violationName(const Violation& violation);

} // namespace bindlab
