#pragma once

#include "cli/console.h"
#include "cli/model_choice.h"
#include "world/run.h"

#include <string>

namespace bindlab {

/// A trace that was read from a file and played again.
struct SavedRun {
    ModelChoice choice;
    Run run;
};

/// `trace` is the file; `modelFile` the flow file it was made with, or empty. Anything that does not fit is a complaint
/// that names the trace.
[[nodiscard]] tl::expected<SavedRun, Complaint> loadRun(const std::string& trace, const std::string& modelFile);

} // namespace bindlab
