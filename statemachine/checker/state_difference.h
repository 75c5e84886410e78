#pragma once

#include "world/step.h"

#include <array>
#include <string>
#include <vector>

namespace bindlab {

/// One thing that two states of two models do not say alike.
struct StateDifference {
    std::string object;   ///< as Snapshot names it, the same on both sides; of a thread its name
    std::string field;    ///< empty: the object itself, or the thread
    std::string name;     ///< as sentences write it: "vdev.users", "vdev->mutex", "vdevice", "T1"
    std::array<std::string, 2> values;   ///< "2", "RUN", "held by T1", "freed"; empty on a side that has no such thing
    bool operator==(const StateDifference&) const = default;
};

/// All that can be said of one state, in `values[0]`: its threads, then object by object what has become of it, its fields, machines
/// and locks. Of an object that is not there or freed, its fields are left out.
[[nodiscard]] std::vector<StateDifference> valuesOf(const Model& model, const State& state);

/// What differs, in the order of the first model, then what only the second has. Objects, fields and threads are known by
/// their names. An object that is on neither side yet differs in nothing; of one that is on one side only, its fields are left out.
[[nodiscard]] std::vector<StateDifference> differencesBetween(const Model& first, const State& firstState, const Model& second, const State& secondState);

} // namespace bindlab
