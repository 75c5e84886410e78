#pragma once

#include "workbench_rows.h"

#include "world/snapshot.h"

#include <vector>

namespace bindlab {

/// What may be done next, of every thread.
[[nodiscard]] std::vector<ChoiceRow> choicesIn(const Snapshot& snapshot);

} // namespace bindlab
