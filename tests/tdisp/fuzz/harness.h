#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include <unistd.h>

/// Counts a message that was tried. After so many as BINDLAB_FUZZ_MESSAGES says the fuzzer ends: by _exit(), since libFuzzer takes an
/// exit() for a fault.
inline void noteMessage()
{
    static const char* wanted = std::getenv("BINDLAB_FUZZ_MESSAGES");
    static const std::uint64_t limit = wanted ? std::strtoull(wanted, nullptr, 10) : 0;
    static std::uint64_t messages = 0;
    if (++messages != limit)
        return;
    std::printf("%llu messages tried\n", static_cast<unsigned long long>(messages));
    std::fflush(stdout);
    _exit(0);
}

/// Ends the fuzzer, which then keeps the input.
inline void require(bool holds, const char* what)
{
    if (!holds) {
        std::fprintf(stderr, "it does not hold that %s\n", what);
        std::abort();
    }
}
