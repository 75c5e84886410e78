#pragma once

#include "compare_rows.h"
#include "viewmodels/map/workbench_map.h"

#include "checker/state_difference.h"
#include "world/snapshot.h"

#include <vector>

namespace bindlab {

/// What the two states that are shown do not say alike: the map as a table.
[[nodiscard]] std::vector<StateDifferenceRow> differenceRows(const std::vector<StateDifference>& differences);
/// The same over the boxes of the first side's map, whose state is `snapshot`.
[[nodiscard]] std::vector<OverlayMark> overlayMarks(const std::vector<StateDifference>& differences, const MapViewModel& map, const Snapshot& snapshot);

} // namespace bindlab
