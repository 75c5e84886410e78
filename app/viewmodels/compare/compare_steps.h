#pragma once

#include "compare_captions.h"
#include "compare_rows.h"

#include "checker/compare.h"

#include <vector>

namespace bindlab {

/// Both runs step by step; for a comparison that has a schedule.

/// Steps of the longer one.
[[nodiscard]] int lengthOf(const Comparison& comparison);
[[nodiscard]] std::vector<CompareStepRow> comparedSteps(const Comparison& comparison, const SideNames& names);
/// The steps of a side in which the picked thread could not go.
[[nodiscard]] std::vector<int> departuresOf(const ComparedSide& side);

} // namespace bindlab
