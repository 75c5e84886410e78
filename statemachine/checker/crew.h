#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <system_error>
#include <thread>
#include <vector>

namespace bindlab {

/// Threads that work side by side for short whiles, again and again. In between they look out for the next for a moment before
/// they sleep, since to be woken takes longer than many a while.
class Crew {
public:
    /// With the thread that calls together(), which is the first member. The others start when they are first needed.
    explicit Crew(std::size_t members) : m_members(members) {}
    ~Crew()
    {
        m_work = nullptr;
        startRound();
    }
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;

    [[nodiscard]] std::size_t members() const { return m_members; }

    /// Calls `work(member)` for every member, side by side, and returns when all are done. Where the system gives fewer threads
    /// some members are not called: `work` takes what is to be done from a common heap.
    template <typename Work>
    void together(Work work)
    {
        start();
        m_work = std::ref(work);
        m_working = m_threads.size();
        startRound();
        const Waiting others{m_working}; // also when this member cannot go on, for want of memory
        work(std::size_t(0));
    }

private:
    static constexpr int glances = 200;   ///< each lets others have the processor

    struct Waiting {
        const std::atomic<std::size_t>& working;
        ~Waiting()
        {
            waitWhile(working, [](std::size_t members) { return members != 0; });
        }
    };

    template <typename Value, typename Is>
    static void waitWhile(const std::atomic<Value>& value, Is isSo)
    {
        for (int i = 0; i < glances && isSo(value.load(std::memory_order_acquire)); ++i)
            std::this_thread::yield();
        for (Value now = value.load(std::memory_order_acquire); isSo(now); now = value.load(std::memory_order_acquire))
            value.wait(now, std::memory_order_acquire);
    }
    void start()
    {
        try {
            while (m_threads.size() + 1 < m_members)
                m_threads.emplace_back([this, member = m_threads.size() + 1, round = m_round.load()] { follow(member, round); });
        } catch (const std::system_error&) {
            m_members = m_threads.size() + 1;
        }
    }
    void startRound()
    {
        m_round.fetch_add(1, std::memory_order_release);
        m_round.notify_all();
    }
    void follow(std::size_t member, std::uint32_t done)
    {
        for (;; ++done) {
            waitWhile(m_round, [&](std::uint32_t round) { return round == done; });
            if (!m_work)
                return;
            m_work(member);
            if (m_working.fetch_sub(1, std::memory_order_acq_rel) == 1)
                m_working.notify_one();
        }
    }

    std::size_t m_members;
    std::function<void(std::size_t)> m_work;     ///< none: it is over
    std::atomic<std::uint32_t> m_round = 0;
    std::atomic<std::size_t> m_working = 0;      ///< members that are not done yet, without the first
    std::vector<std::jthread> m_threads;
};

} // namespace bindlab
