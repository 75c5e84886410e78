#pragma once

#include "checker/compare.h"

namespace bindlab {

/// Where and why the two runs part, from their records, their split and the states before it; nothing when they do not part.
[[nodiscard]] Parting partingOf(const Comparison& comparison);

/// The same as a few sentences, or that they do the same.
[[nodiscard]] std::string sentenceOf(const Comparison& comparison);

} // namespace bindlab
