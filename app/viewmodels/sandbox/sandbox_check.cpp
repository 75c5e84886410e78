#include "sandbox_check.h"

#include "viewmodels/shared/paced_progress.h"

#include <QMetaObject>


namespace bindlab {

struct SandboxCheck::Job {
    std::atomic<bool> cancel{false};
    std::atomic<bool> unwanted{false};   ///< nobody waits for its answer
};

SandboxCheck::~SandboxCheck() {
    if (m_job) {
        m_job->unwanted = true;
        m_job->cancel = true;
    }
    if (m_thread.joinable())
        m_thread.join();
}

void SandboxCheck::stop() {
    m_next.reset();
    if (m_job)
        m_job->cancel = true;
}

void SandboxCheck::start(Draft draft, bool check, bool reduce) {
    Work work{std::move(draft), check, reduce};
    if (m_job) {
        m_job->unwanted = true;
        m_job->cancel = true;
        m_next = std::move(work);
    } else {
        begin(std::move(work));
    }
}

void SandboxCheck::begin(Work work) {
    if (m_thread.joinable())
        m_thread.join();
    m_job = std::make_shared<Job>();
    m_progress = {};
    m_thread = std::thread([this, job = m_job, todo = std::move(work)] {
        CheckedDraft done{todo.draft, readDraft(todo.draft, m_shipped), {}, {}};
        done.problems = problemsOf(done.draft, done.read);
        if (done.read.model && todo.check && !job->unwanted) {
            QMetaObject::invokeMethod(this, [this, job, done] {
                if (job == m_job && !job->unwanted)
                    emit wasRead(done);
            }, Qt::QueuedConnection);
            CheckOptions options;
            options.cancel = &job->cancel;
            options.reduce = todo.reduce;
            options.progress = paced([this, job](const CheckProgress& progress) {
                QMetaObject::invokeMethod(this, [this, job, progress] {
                    if (job != m_job || job->unwanted)
                        return;
                    m_progress = progress;
                    emit progressed();
                }, Qt::QueuedConnection);
            });
            done.result = check(done.read.model, options);
            if (!job->unwanted) {
                const auto found = problemsOf(done.draft, done.read, *done.result);
                done.problems.insert(done.problems.end(), found.begin(), found.end());
            }
        }
        QMetaObject::invokeMethod(this, [this, job, done] { end(job, done); }, Qt::QueuedConnection);
    });
}

void SandboxCheck::end(const std::shared_ptr<Job>& job, const CheckedDraft& done) {
    if (job != m_job)
        return;
    m_thread.join();
    m_job.reset();
    if (m_next) {
        Work work = std::move(*m_next);
        m_next.reset();
        begin(std::move(work));
        return;
    }
    if (!job->unwanted)
        emit finished(done);
}

} // namespace bindlab
