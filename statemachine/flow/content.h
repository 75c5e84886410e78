#pragma once

#include "flow/program.h"

#include <cstdint>

namespace bindlab {

/// Stands for what a check of this model can find and say: the same for the same layout, code and words, wherever in the flow
/// files they come from; of other models most likely another. Only within one build of the program.
[[nodiscard]] std::uint64_t contentOf(const Model& model);

} // namespace bindlab
