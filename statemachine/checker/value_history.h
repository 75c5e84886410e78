#pragma once

#include "checker/state_difference.h"
#include "world/run.h"

#include <optional>
#include <string>
#include <vector>

namespace bindlab {

/// A step after which something was not as before.
struct ValueChange {
    int step = 0;                 ///< as in Run::record
    StateDifference difference;   ///< before and after
    std::string sentence;         ///< "vdev.users went from 1 to 2 at step 7: T2 in IOMMU_VDEVICE_ALLOC, line 4."
    bool operator==(const ValueChange&) const = default;
};

/// What a run's states hold by one name: a field ("vdev.users"), a lock ("vdev->mutex" or "vdev.mutex"), or an object ("vdevice"),
/// of which every field counts. Steps are in the order of the run; those ahead of its position count too.
[[nodiscard]] std::vector<ValueChange> changesOf(const Run& run, const std::string& name);
/// The most recent one among the first `position` steps; nothing when it is as it was at the start.
[[nodiscard]] std::optional<ValueChange> lastChange(const Run& run, const std::string& name, int position);
/// The names that something of the run has, in the order of the model.
[[nodiscard]] std::vector<std::string> valueNames(const Run& run);
/// Whether something of the run has this name, in any of its states.
[[nodiscard]] bool hasValue(const Run& run, const std::string& name);

} // namespace bindlab
