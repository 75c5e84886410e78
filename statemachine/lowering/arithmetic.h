#pragma once

#include "lowering/memory.h"

namespace bindlab::lowering {

/// Arithmetic and questions about pointers: what flows and properties have in common. False for anything else.
bool computes(Terms& terms, Memory& memory, Path& path, const Instruction& i);

} // namespace bindlab::lowering
