#include "start_trace.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace bindlab {

namespace {

long long nanosecondsOf(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

} // namespace

void traceStart(const char* stage)
{
    const char* name = std::getenv("BINDLAB_START_TRACE");
    std::FILE* file = name == nullptr || *name == '\0' ? nullptr : std::fopen(name, "a");
    if (file == nullptr)
        return;
    std::fprintf(file, "%lld %lld %s\n", nanosecondsOf(CLOCK_MONOTONIC), nanosecondsOf(CLOCK_PROCESS_CPUTIME_ID), stage);
    std::fclose(file);
}

} // namespace bindlab
