#pragma once

#include "cli/console.h"

#include <atomic>
#include <chrono>
#include <string>

namespace bindlab {

/// While it lives, Ctrl+C asks for a stop; a second one ends the program. There is one at a time.
class InterruptGuard {
public:
    InterruptGuard();
    ~InterruptGuard();
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;
};

/// Whether Ctrl+C has asked for a stop since the last guard was made; what searches take as their `cancel`.
[[nodiscard]] const std::atomic<bool>& stopRequested();

/// A line on stderr that counts, where that is a terminal; from 300 ms on, and it leaves nothing behind.
class ProgressLine {
public:
    explicit ProgressLine(const Console& console) : m_console(console) {}
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// `text()` is asked for only when it is shown, at most ten times a second.
    template <typename Text>
    void show(Text text)
    {
        if (isDue())
            print(text());
    }

private:
    using Clock = std::chrono::steady_clock;
    [[nodiscard]] bool isDue() const;
    void print(const std::string& text);

    const Console& m_console;
    Clock::time_point m_next = Clock::now() + std::chrono::milliseconds(300);
    bool m_shown = false;
};

} // namespace bindlab
