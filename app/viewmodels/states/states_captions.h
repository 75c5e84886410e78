#pragma once

#include "states_run.h"
#include "states_scene.h"
#include "viewmodels/workbench/workbench_rows.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace bindlab {

/// What is said of the graph as a whole, of its groups and of its runs.

/// "31 044 states, 62 114 steps"
[[nodiscard]] QString countText(const ExploredStates& explored);
/// Ends that runs come to, each empty where there are none to tell of.
[[nodiscard]] QString failingText(const GraphFacts::Ends& ends);
[[nodiscard]] QString safeText(const GraphFacts::Ends& ends);
[[nodiscard]] QString deadText(const GraphFacts& facts);

/// "62 114 states shown as 4 210 groups: same depth, same TDI state, same lines"; empty when each is shown.
[[nodiscard]] QString groupText(const ExploredStates& explored, const StatesScene& scene);
/// What the members of a drawn node have in common; empty where it is one state.
[[nodiscard]] QString groupNote(const StatesScene& scene, std::uint32_t drawn);

/// The failures there are, each with the length of its shortest run.
[[nodiscard]] std::vector<NamedRow> failureRowsOf(const ExploredStates& explored);
/// "Shortest path to a violation", "Shortest run to state 102"
[[nodiscard]] QString pathTitle(const ExploredStates& explored, const StatesRun& run);
/// "Use after free"; -1: empty.
[[nodiscard]] QString failureName(const ExploredStates& explored, int failure);

} // namespace bindlab
