/// Provisional addresses: what the code of a model uses until its cells are placed.
#pragma once

#include "flow/program.h"

namespace bindlab::compiling {

/// Objects have their final addresses from the start. Locals and scratch stand far behind them until it is known how
/// many there are; constants count down from -2.
inline constexpr Address localsBase = 8000;
inline constexpr Address localsPerThread = 600;
inline constexpr int maxThreads = 16;
inline constexpr int prologueThread = maxThreads;      ///< its locals become scratch
inline constexpr int dryThread = maxThreads + 1;       ///< for flows that are only checked
inline constexpr Address scratchBase = 20000;
inline constexpr int noValue = -1;
/// Whether the call of this thread has overlapped with another: which cell that is depends on the thread.
inline constexpr Address overlappedCell = 7999;

} // namespace bindlab::compiling
