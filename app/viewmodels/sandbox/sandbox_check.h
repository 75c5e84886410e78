#pragma once

#include "viewmodels/shared/background_job.h"

#include "draft/draft.h"

#include <QObject>

#include <optional>

namespace bindlab {

/// Everything that is to be said of a draft: what reading it found, and, where it compiles, what a check of it found.
struct CheckedDraft {
    Draft draft;
    ReadDraft read;
    std::optional<CheckResult> result;   ///< none: it does not compile, or the check was not asked for
    std::vector<DraftProblem> problems;
};

/// Reads and checks drafts in the background, one at a time; a newer one takes the place of the one that is under way.
class SandboxCheck : public QObject {
    Q_OBJECT

public:
    /// `shipped` must outlive this object.
    explicit SandboxCheck(const Library& shipped, QObject* parent = nullptr) : QObject(parent), m_shipped(shipped) {}

    /// With `check` it also tries every interleaving.
    void start(Draft draft, bool check, bool reduce);
    /// Ends the check under way; what it has found so far is bounded.
    void stop();
    [[nodiscard]] bool running() const { return m_job.running(); }
    [[nodiscard]] const CheckProgress& progress() const { return m_progress; }

signals:
    void progressed();
    /// The text has been read; the check of it is still under way, when there is one.
    void wasRead(const bindlab::CheckedDraft& draft);
    void finished(const bindlab::CheckedDraft& draft);

private:
    struct Work {
        Draft draft;
        bool check = true;
        bool reduce = true;
    };
    void begin(Work work);
    void end(const CheckedDraft& done);

    const Library& m_shipped;
    bool m_wanted = true;         ///< somebody waits for the answer of the work under way
    std::optional<Work> m_next;   ///< waits for it to notice that nobody does
    CheckProgress m_progress;
    BackgroundJob m_job{this};
};

} // namespace bindlab
