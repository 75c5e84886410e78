#pragma once

namespace bindlab {

/// Where the time of a start goes. With BINDLAB_START_TRACE=FILE in the environment each stage that is passed adds a line to FILE:
/// nanoseconds of CLOCK_MONOTONIC, nanoseconds of processor time the program has used so far, the stage.
/// Nothing happens without it, or when FILE cannot be written.
void traceStart(const char* stage);

} // namespace bindlab
