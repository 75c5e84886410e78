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
    /// What a piece of work knows of itself.
    class Task {
    public:
        explicit Task(const BackgroundJob& job) : m_job(job) {}
        /// It is to end soon.
        std::atomic<bool> cancel{false};
        /// Has something done in the thread of the owner, unless the work has been cancelled by then.
        template <typename Done>
        void tell(Done done) const
        {
            QMetaObject::invokeMethod(m_job.m_owner, [&job = m_job, task = m_self.lock(), done = std::move(done)] {
                if (task == job.m_task)
                    done();
            }, Qt::QueuedConnection);
        }

    private:
        friend BackgroundJob;
        const BackgroundJob& m_job;
        std::weak_ptr<const Task> m_self;
    };

    /// `owner` is the object this is a member of.
    explicit BackgroundJob(QObject* owner) : m_owner(owner) {}
    ~BackgroundJob() { cancel(); }
    BackgroundJob(const BackgroundJob&) = delete;
    BackgroundJob& operator=(const BackgroundJob&) = delete;

    /// Cancels what is under way. `work(task)` runs beside the window; `done(result)` is called with what it returns, unless
    /// it was cancelled, also after stop().
    template <typename Work, typename Done>
    void start(Work work, Done done)
    {
        cancel();
        m_task = std::make_shared<Task>(*this);
        m_task->m_self = m_task;
        m_thread = std::thread([this, task = m_task, work = std::move(work), done = std::move(done)] {
            auto result = std::make_shared<decltype(work(*task))>(work(*task));
            task->tell([this, result, done] {
                m_thread.join();
                m_task.reset();
                done(std::move(*result));
            });
        });
    }
    /// Asks it to end soon.
    void stop()
    {
        if (m_task)
            m_task->cancel = true;
    }
    /// Stops, and waits until it has; nothing is handed over.
    void cancel()
    {
        stop();
        if (m_thread.joinable())
            m_thread.join();
        m_task.reset();
    }
    [[nodiscard]] bool running() const { return m_task != nullptr; }

private:
    QObject* m_owner;
    std::shared_ptr<Task> m_task;
    std::thread m_thread;
};

} // namespace bindlab
