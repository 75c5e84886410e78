#pragma once

#include <QMetaObject>
#include <QObject>

#include <atomic>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

namespace bindlab {

/// One piece of work at a time in a thread of its own; what it comes to is handed over in the thread of its owner.
class BackgroundJob {
public:
    /// `owner` is the object this is a member of.
    explicit BackgroundJob(QObject* owner) : m_owner(owner) {}
    ~BackgroundJob() { cancel(); }
    BackgroundJob(const BackgroundJob&) = delete;
    BackgroundJob& operator=(const BackgroundJob&) = delete;

    /// Cancels what is under way. `work(cancel)` runs beside the window; `done(result)` is called with what it returns, unless
    /// it was cancelled, also after stop().
    template <typename Work, typename Done>
    void start(Work work, Done done)
    {
        cancel();
        m_job = std::make_shared<std::atomic<bool>>(false);
        m_thread = std::thread([this, job = m_job, work = std::move(work), done = std::move(done)] {
            auto result = std::make_shared<decltype(work(*job))>(work(*job));
            QMetaObject::invokeMethod(m_owner, [this, job, result, done] {
                if (job != m_job)
                    return;
                m_thread.join();
                m_job.reset();
                done(std::move(*result));
            }, Qt::QueuedConnection);
        });
    }
    /// Asks it to end soon.
    void stop()
    {
        if (m_job)
            *m_job = true;
    }
    /// Stops, and waits until it has; nothing is handed over.
    void cancel()
    {
        stop();
        if (m_thread.joinable())
            m_thread.join();
        m_job.reset();
    }
    [[nodiscard]] bool running() const { return m_job != nullptr; }

private:
    QObject* m_owner;
    std::shared_ptr<std::atomic<bool>> m_job;
    std::thread m_thread;
};

} // namespace bindlab
