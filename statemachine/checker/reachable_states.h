#pragma once

#include "checker/checker.h"
#include "checker/state_graph.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace bindlab {

/// What of a state a picture of all of them can show.
struct StateTraits {
    std::int8_t tdi = -1;       ///< state of the first TDI, index in its machine's states; -1: the model has none
    std::int8_t freed = -1;     ///< the first object that has been freed; -1: none
    std::int8_t holder = -1;    ///< the thread that holds a lock; -1: nobody does, -2: several do
    std::int32_t progress = 0;  ///< sum over the threads: how many of the places where a thread ever stands lie before where it stands, in the order of its code
};

/// The graph of every reachable state with the states themselves.
struct ReachableStates {
    StateGraph graph;
    std::vector<std::int8_t> cells;   ///< state after state
    std::size_t stateBytes = 0;
    std::vector<StateTraits> traits;  ///< by state
    std::vector<bool> varies;         ///< by cell: not the same in every state

    [[nodiscard]] std::span<const std::int8_t> cellsOf(std::uint32_t state) const { return std::span(cells).subspan(state * stateBytes, stateBytes); }
    [[nodiscard]] State stateOf(std::uint32_t state) const { return {cellsOf(state).begin(), cellsOf(state).end()}; }
};

struct ReachOptions {
    std::uint64_t maxStates = 200'000;
    const std::atomic<bool>* cancel = nullptr;
    std::function<void(std::uint64_t states)> progress;   ///< called every few thousand states
};

/// Where a thread stands in a state: its next instruction.
[[nodiscard]] int instructionOf(const Model& model, std::span<const std::int8_t> cells, int thread);

/// Nothing when there are more states than that, or when it was cancelled.
[[nodiscard]] std::optional<ReachableStates> reachableStates(const Model& model, const ReachOptions& options = {});

} // namespace bindlab
