#pragma once

#include "states_rows.h"
#include "states_scene.h"

#include "world/snapshot.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace bindlab {

/// A state in rows: who goes on how, what is held, and of the objects what is not the same in every reachable state.
[[nodiscard]] std::vector<StateThreadRow> threadRowsOf(const Snapshot& snapshot);
[[nodiscard]] std::vector<StateLockRow> lockRowsOf(const ExploredStates& explored, const Snapshot& snapshot);
[[nodiscard]] std::vector<StateValueRow> valueRowsOf(const ExploredStates& explored, const State& state, const Snapshot& snapshot);
/// Every value of a node's state, a line each.
[[nodiscard]] QString valuesAsText(const ExploredStates& explored, std::uint32_t node);

} // namespace bindlab
