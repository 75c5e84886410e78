#pragma once

#include "flow/series.h"
#include "report/text.h"

namespace bindlab {

/// A design as a patch series is mailed: a cover with what it changes as a whole, then a section for each patch with where it
/// comes from, the question it answers, and the diff against what the patches before it left. Lines of prose keep to `columns`;
/// those of a diff are as they are.
[[nodiscard]] std::string seriesAsText(const Series& series, int columns = mailColumns);

} // namespace bindlab
