#include "cli/progress.h"

#include <csignal>
#include <ostream>

namespace bindlab {

namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch a lock-free flag");

/// What Ctrl+C did before the guard.
struct sigaction actionBefore{};

extern "C" void interrupt(int) { interrupted = true; }

} // namespace

InterruptGuard::InterruptGuard()
{
    interrupted = false;
    struct sigaction action{};
    action.sa_handler = interrupt;
    action.sa_flags = SA_RESETHAND;
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
