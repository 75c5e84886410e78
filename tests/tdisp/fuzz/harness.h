#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// How many messages were tried; said when the fuzzer ends.
inline std::uint64_t messages = 0;

/// Ends the fuzzer, which then keeps the input.
inline void require(bool holds, const char* what)
{
    if (!holds) {
        std::fprintf(stderr, "it does not hold that %s\n", what);
        std::abort();
    }
}

extern "C" __attribute__((used)) inline int LLVMFuzzerInitialize(int*, char***)
{
    std::atexit([] { std::printf("%llu messages tried\n", static_cast<unsigned long long>(messages)); });
    return 0;
}
