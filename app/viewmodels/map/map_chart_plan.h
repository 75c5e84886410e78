#pragma once

#include "map_layout.h"
#include "map_sizes.h"

#include <vector>

namespace bindlab::mapping {

/// A machine's chart before it has a place: which arrows it has, and the room that they and the states need.
struct ChartPlan {
    std::vector<MapArrow> arrows;
    std::vector<double> pills;      ///< widths
    std::vector<double> gaps;       ///< before each pill
    double above = 0;               ///< what labels need over the pills
    double below = 0;               ///< and arrows back under them
    [[nodiscard]] double width() const;
};

/// A narrow one has its labels on two lines and its pills tight.
[[nodiscard]] ChartPlan planChart(const Machine& machine, const MapSizes& sizes, bool narrow);

} // namespace bindlab::mapping
