#pragma once

#include "compare_captions.h"
#include "compare_rows.h"

#include "checker/compare.h"

#include <vector>

namespace bindlab {

/// What the two say of the properties.
struct ComparedVerdicts {
    std::vector<CompareVerdictRow> rows;   ///< those that fail or differ; what tells the two apart comes first
    int others = 0;                        ///< properties that hold in both, or apply to neither
};
[[nodiscard]] ComparedVerdicts comparedVerdicts(const Comparison& comparison, const std::vector<PropertyInfo>& properties, const SideNames& names);

} // namespace bindlab
