#pragma once

#include "flow/assembly.h"
#include "flow/program.h"

namespace bindlab {

/// Checks names and types of every flow, expands calls, lays out the state. Complaints go to `problems`; the model is
/// whole only when there are none.
[[nodiscard]] std::shared_ptr<Model> compileAssembly(const Library::Parts& parts, const Assembly& assembly, const Selection& selection,
                                                     Diagnostics& problems);

} // namespace bindlab
