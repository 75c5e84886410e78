#pragma once

#include "map_layout.h"
#include "world/run.h"

#include <QString>

#include <utility>
#include <vector>

namespace bindlab {

/// What one step was about; of object, lock and machine at most one is set.
struct MapStep {
    int thread = -1;
    int object = -1;
    int lock = -1;
    int machine = -1;
    std::vector<int> touched;                      ///< objects, in the order they were touched
    std::vector<std::pair<int, QString>> fired;    ///< machine, and its event
    int placeLock = -1;                            ///< lock, when that was the last thing
};

/// Of a step of the run, by number; before the first step it is about nothing.
[[nodiscard]] MapStep mapStepAt(const Run& run, const Snapshot& now, const MapLayout& layout, int step);

} // namespace bindlab
