#include "cli/progress.h"

#include <csignal>
#include <ctime>
#include <ostream>

namespace bindlab {

namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch a lock-free flag");

/// What Ctrl+C did before the guard.
struct sigaction actionBefore{};

/// When the first request came, in milliseconds of the monotonic clock; 0: none did.
std::atomic<std::int64_t> interruptedAt = 0;
static_assert(std::atomic<std::int64_t>::is_always_lock_free, "a signal handler may only touch a lock-free number");

/// The first asks to stop, a later one ends the program. What comes right behind the first is the same request: timeout(1)
/// signals the process and then its group, and while several threads search both arrive.
extern "C" void interrupt(int signal)
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    const std::int64_t now = std::int64_t(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
    std::int64_t first = 0;
    if (interruptedAt.compare_exchange_strong(first, now)) {
        interrupted = true;
    } else if (now - first > 250) {
        std::signal(signal, SIG_DFL);
        raise(signal);
    }
}

} // namespace

InterruptGuard::InterruptGuard()
{
    interrupted = false;
    interruptedAt = 0;
    struct sigaction action{};
    action.sa_handler = interrupt;
    sigaction(SIGINT, &action, &actionBefore);
}

InterruptGuard::~InterruptGuard()
{
    sigaction(SIGINT, &actionBefore, nullptr);
}

const std::atomic<bool>& stopRequested()
{
    return interrupted;
}

ProgressLine::~ProgressLine()
{
    if (m_shown)
        m_console.err << "\r\033[K" << std::flush;
}

bool ProgressLine::isDue() const
{
    return m_console.progress && Clock::now() >= m_next;
}

void ProgressLine::print(const std::string& text)
{
    m_console.err << "\r\033[K" << text << std::flush;
    m_next = Clock::now() + std::chrono::milliseconds(100);
    m_shown = true;
}

} // namespace bindlab
