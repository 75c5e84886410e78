#pragma once

#include "map_layout.h"
#include "world/run.h"

namespace bindlab {

/// Plays two runs nobody sees, one always the first thread that can move and one always the last, to learn which pointers will be
/// set and which calls made: their places are then kept free from the start.
[[nodiscard]] MapForecast forecastOf(const Run& run);

} // namespace bindlab
