#pragma once

#include "states_looks.h"
#include "states_rows.h"
#include "states_scene.h"

#include <vector>

namespace bindlab {

/// What the looks of the nodes that are drawn mean; none without a scene.
[[nodiscard]] std::vector<StateLegendRow> legendRowsOf(const ExploredStates* explored, const StatesScene* scene, looks::Show show);

} // namespace bindlab
