#pragma once

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

/// Figures as rows of the one table that tests/bench/window prints.
namespace bindlab::bench {

inline double quantile(std::vector<double> values, double at)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[std::min(values.size() - 1, std::size_t(double(values.size()) * at))];
}

/// Milliseconds that have gone by, and that this thread has worked: on a busy machine only the second are the program's own.
struct Cost {
    double wall = 0;
    double worked = 0;
};

/// Starts when it is made.
class Clock {
public:
    Cost elapsed() const { return {now(CLOCK_MONOTONIC) - m_wall, now(CLOCK_THREAD_CPUTIME_ID) - m_worked}; }

private:
    static double now(clockid_t clock)
    {
        timespec time{};
        clock_gettime(clock, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    double m_wall = now(CLOCK_MONOTONIC);
    double m_worked = now(CLOCK_THREAD_CPUTIME_ID);
};

struct Costs {
    std::vector<double> wall, worked;

    void add(const Cost& cost)
    {
        wall.push_back(cost.wall);
        worked.push_back(cost.worked);
    }
    void clear() { *this = {}; }
    [[nodiscard]] std::size_t size() const { return wall.size(); }
};

inline std::string milliseconds(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, value < 10 ? "%.1f ms" : "%.0f ms", value);
    return text;
}

inline void row(const std::string& what, const std::string& measured, const std::string& peer, const std::string& reach, const std::string& met)
{
    std::printf("%-54s  %-46s  %-10s  %-22s  %s\n", what.c_str(), measured.c_str(), peer.c_str(), reach.c_str(), met.c_str());
    std::fflush(stdout);
}

/// Prints a row of times; whether 95 of 100 are below `limit` milliseconds, or `factor` times that where it is not 0.
inline bool told(const std::string& what, const Costs& costs, double limit, double factor)
{
    const double slow = quantile(costs.wall, 0.95);
    row(what, milliseconds(quantile(costs.wall, 0.5)) + ", p95 " + milliseconds(slow) + ", worked p95 " + milliseconds(quantile(costs.worked, 0.95)), "-",
        "p95 " + milliseconds(limit), slow <= limit ? "met" : "NOT MET");
    return factor == 0 || slow <= factor * limit;
}

} // namespace bindlab::bench
