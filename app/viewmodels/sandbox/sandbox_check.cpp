#include "sandbox_check.h"

#include "viewmodels/shared/paced_progress.h"

#include <utility>

namespace bindlab {

void SandboxCheck::stop() {
    m_next.reset();
    m_job.stop();
}

void SandboxCheck::start(Draft draft, bool check, bool reduce) {
    Work work{std::move(draft), check, reduce};
    if (running()) {
        m_wanted = false;
        m_job.stop();
        m_next = std::move(work);
    } else {
        begin(std::move(work));
    }
}

void SandboxCheck::begin(Work work) {
    m_wanted = true;
    m_progress = {};
    m_job.start([this, work = std::move(work)](const BackgroundJob::Task& task) {
        CheckedDraft done{work.draft, readDraft(work.draft, m_shipped), {}, {}};
        done.problems = problemsOf(done.draft, done.read);
        if (!done.read.model || !work.check)
            return done;
        task.tell([this, done] {
            if (m_wanted)
                emit wasRead(done);
        });
        CheckOptions options;
        options.cancel = &task.cancel;
        options.reduce = work.reduce;
        options.progress = paced([this, &task](const CheckProgress& progress) {
            task.tell([this, progress] {
                m_progress = progress;
                if (m_wanted)
                    emit progressed();
            });
        });
        done.result = check(done.read.model, options);
        const auto found = problemsOf(done.draft, done.read, *done.result);
        done.problems.insert(done.problems.end(), found.begin(), found.end());
        return done;
    }, [this](const CheckedDraft& done) { end(done); });
}

void SandboxCheck::end(const CheckedDraft& done) {
    if (auto next = std::exchange(m_next, std::nullopt))
        begin(std::move(*next));
    else if (m_wanted)
        emit finished(done);
}

} // namespace bindlab
