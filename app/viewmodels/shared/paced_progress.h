#pragma once

#include "checker/checker.h"

#include <chrono>
#include <functional>
#include <utility>

namespace bindlab {

/// For CheckOptions::progress: hands on at most ten a second of what a check tells, in the check's own thread.
inline std::function<void(const CheckProgress&)> paced(std::function<void(const CheckProgress&)> tell)
{
    using Clock = std::chrono::steady_clock;
    return [tell = std::move(tell), told = Clock::now()](const CheckProgress& progress) mutable {
        constexpr std::chrono::milliseconds pace{100};
        if (Clock::now() - told < pace)
            return;
        told = Clock::now();
        tell(progress);
    };
}

} // namespace bindlab
