#pragma once

#include "flow/program.h"

#include <tl/expected.hpp>

#include <string>

namespace bindlab {

/// A model in Promela, for SPIN: one proctype a thread, whose labels are the places of the thread, and a monitor that looks
/// at the properties. SPIN finds the same states in it. With -DDEPTHS nothing stops it and it says how many steps lead to
/// the first state that breaks each property. What waits on locks for ever is left to SPIN's own search for dead ends.
/// An error is one sentence.
[[nodiscard]] tl::expected<std::string, std::string> promelaOf(const Model& model);

} // namespace bindlab
