#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include <unistd.h>

/// libFuzzer's entry, in each target: what is read, and what must hold of whatever comes out.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// Counts an input that was tried; a session is as many as it has messages. After so many as BINDLAB_FUZZ_INPUTS says the fuzzer
/// ends: by _exit(), since libFuzzer takes an exit() for a fault.
inline void noteInput()
{
    static const char* wanted = std::getenv("BINDLAB_FUZZ_INPUTS");
    static const std::uint64_t limit = wanted ? std::strtoull(wanted, nullptr, 10) : 0;
    static std::uint64_t inputs = 0;
    if (++inputs != limit)
        return;
    std::printf("%llu inputs tried\n", static_cast<unsigned long long>(inputs));
    std::fflush(stdout);
    _exit(0);
}

/// Ends the fuzzer, which then keeps the input.
inline void require(bool holds, std::string_view what)
{
    if (!holds) {
        std::fprintf(stderr, "it does not hold that %.*s\n", int(what.size()), what.data());
        std::abort();
    }
}

inline std::string_view asText(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }
