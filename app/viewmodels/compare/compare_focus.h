#pragma once

#include "checker/compare.h"

#include <QString>

#include <set>

namespace bindlab {

/// The objects, by name, that tell the two runs apart for the longest time, and those they part over: so many of the host's cards, of
/// the host's bare locks and of those whose machines are charts as two small maps can show.
[[nodiscard]] std::set<QString> objectsThatDiffer(const Comparison& comparison);

} // namespace bindlab
