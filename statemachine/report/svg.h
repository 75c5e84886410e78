#pragma once

#include "machines/machine.h"
#include "world/run.h"

#include <string>

namespace bindlab {

/// A machine's chart as an SVG, read off its table: a box for each state, an arrow for each way from one to another.
[[nodiscard]] std::string chartAsSvg(const Machine& machine);

/// A run as an SVG, as races are written down on the list: a lane for each thread side by side, its steps from top to bottom,
/// beside them who holds each lock, and what breaks where it breaks. Steps ahead of the run's position are drawn too.
[[nodiscard]] std::string lanesAsSvg(const Run& run, const Library& library);

} // namespace bindlab
