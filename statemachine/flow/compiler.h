#pragma once

#include "flow/assembly.h"
#include "flow/program.h"

namespace bindlab {

/// Checks names and types of every flow that some thread reaches, of all others too when `judgeEveryFlow`; expands calls, lays out the state. Complaints go to `problems`; the model is
/// whole only when there are none.
[[nodiscard]] std::shared_ptr<Model> compileAssembly(const Library::Parts& parts, const Assembly& assembly, const Selection& selection,
                                                     bool judgeEveryFlow, Diagnostics& problems);

} // namespace bindlab
