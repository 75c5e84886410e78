#pragma once

#include "flow/program.h"

#include <tl/expected.hpp>

#include <string>

namespace bindlab {

/// A model in Murphi, for Rumur: a rule for each way a thread can go on, an invariant for each property. Rumur finds the
/// same states in it. What waits on locks for ever is left to Rumur's own search for dead ends. An error is one sentence.
[[nodiscard]] tl::expected<std::string, std::string> murphiOf(const Model& model);

} // namespace bindlab
