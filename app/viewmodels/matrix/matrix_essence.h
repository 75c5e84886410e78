#pragma once

#include "viewmodels/shared/background_job.h"

#include "checker/matrix.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace bindlab {

/// What alone forces a failure. Found out in the background once the failure has been looked at for a moment, and kept.
class MatrixEssence : public QObject {
    Q_OBJECT

public:
    /// A failing cell and which of its failures.
    struct Failure {
        Selection selection;
        std::string property;
        std::string failure;
    };

    /// `library` must outlive this object. Nothing is asked while `otherWork` goes on.
    MatrixEssence(const Library& library, std::function<bool()> otherWork, QObject* parent = nullptr);

    /// What is looked at now; nothing when it is no failure.
    void lookAt(std::optional<Failure> failure);
    [[nodiscard]] bool busy() const { return m_job.running() || m_soon.isActive(); }
    /// Of what is looked at, one sentence; empty while it is not known.
    [[nodiscard]] QString sentence() const;

signals:
    void changed();

private:
    void ask();
    void answer(const QString& cell, const QString& sentence);
    [[nodiscard]] QString cell() const;

    const Library& m_library;
    std::function<bool()> m_otherWork;
    std::optional<Failure> m_failure;
    std::map<QString, QString> m_sentences;   ///< by platform, design and scenario
    QTimer m_soon;
    // Last, so that it has ended before anything else goes.
    BackgroundJob m_job{this};
};

} // namespace bindlab
