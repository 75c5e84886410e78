#pragma once

#include "compare_rows.h"

#include "checker/compare.h"

#include <vector>

namespace bindlab {

/// The flows the two do not have alike, line by line.
struct ComparedFlows {
    std::vector<DiffRow> rows;
    int added = 0;     ///< lines
    int removed = 0;
};
[[nodiscard]] ComparedFlows comparedFlows(const Comparison& comparison);

} // namespace bindlab
