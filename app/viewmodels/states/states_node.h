#pragma once

#include "states_rows.h"
#include "states_scene.h"

#include "world/snapshot.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace bindlab {

/// What one node is, and what follows from it.
[[nodiscard]] std::vector<StateChipRow> chipsOf(const ExploredStates& explored, std::uint32_t node, bool onFailingPath);
[[nodiscard]] std::vector<StateNextRow> nextRowsOf(const ExploredStates& explored, std::uint32_t node, const Snapshot& snapshot);
/// "2 of 3 threads" can move; empty where none can.
[[nodiscard]] QString moversText(const std::vector<StateNextRow>& next, const Snapshot& snapshot);
/// What runs from here come to. `noWayBackFrom` is the step of the shown failing run after which every run fails; -1 without one.
[[nodiscard]] QString outlookOf(const ExploredStates& explored, std::uint32_t node, int noWayBackFrom);

/// The steps of a run, which stands at `position`.
[[nodiscard]] std::vector<StatePathRow> pathRowsOf(const ExploredStates& explored, const std::vector<std::uint32_t>& path, int position);

} // namespace bindlab
