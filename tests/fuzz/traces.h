#pragma once

#include "harness.h"

#include "world/run.h"

#include <string>

/// What must hold of whatever was read as a trace.
inline void requireGood(const tl::expected<bindlab::Trace, std::string>& trace)
{
    using namespace bindlab;
    if (!trace) {
        require(!trace.error().empty() && trace.error().find('\n') == std::string::npos, "what is no trace has its sentence");
        return;
    }
    require(traceFromJson(toJson(*trace)) == trace, "a trace that was read is written and read again the same");
    const auto played = playTrace(*trace, Library::shipped());
    if (!played)
        require(!played.error().empty(), "what cannot be played has its sentence");
    else
        require(std::size_t(played->run.length()) == trace->steps.size(), "a trace is played to its end");
}
