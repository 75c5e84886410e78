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

/// How a complaint names a trace that was asked for.
[[nodiscard]] std::string nameOfTrace(const std::string& fileOrCode);

/// The trace in a file, or in a share code, which may stand in a file as well. A complaint names where it was.
[[nodiscard]] tl::expected<Trace, Complaint> readTrace(const std::string& fileOrCode);

/// `trace` as above; `modelFile` the flow file it was made with, or empty: then the flow text it brings along, if any. Anything
/// that does not fit is a complaint that names the trace.
[[nodiscard]] tl::expected<SavedRun, Complaint> loadRun(const std::string& trace, const std::string& modelFile);

} // namespace bindlab
