#pragma once

#include "journal.h"
#include "kept.h"

#include "viewmodels/window/app_view_model.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <set>
#include <vector>

namespace bindlab::random_use {

/// Watches a window from outside and writes down what it shows and what it has thereby promised to keep: progress as soon as it has
/// been told of, texts and settings a second after they became what they are.
class Witness : public QObject {
public:
    /// Both outlive it, but for letGo().
    Witness(AppViewModel& app, Journal& journal);

    /// The user is about to import, reset or take back all progress.
    void progressMayBeReplaced() { m_journal.frees("progress/"); }
    /// The window has been closed, and with it all is kept that was said.
    void holdEverything();

private:
    struct Said {
        QByteArray slot;
        QByteArray value;
        qint64 at = 0;    ///< milliseconds
        int round = 0;    ///< of the event loop
    };

    void say(const QByteArray& slot, const QByteArray& value);
    /// Of each slot the last that is true of.
    void hold(const std::function<bool(const Said&)>& isKept);
    void holdWhatIsOldEnough();

    void takeUpLesson();
    void sayProgress();
    void holdProgress();
    void watchSandbox();
    void sayText();
    void sayTexts();
    void saySettings();
    [[nodiscard]] Slots settings() const;

    AppViewModel& m_app;
    Journal& m_journal;
    QElapsedTimer m_clock;
    QTimer m_rounds;
    int m_round = 0;
    Slots m_last;                        ///< what was said last
    std::vector<Said> m_unheld;          ///< in the order of time
    Slots m_progress;                    ///< of the open lesson
    Slots m_settings;
    bool m_watchesSandbox = false;
    QString m_text;                      ///< name of the open text
    std::set<QString> m_texts;           ///< names of all
};

} // namespace bindlab::random_use
