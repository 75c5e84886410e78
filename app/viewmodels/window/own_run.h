#pragma once

#include "flow/library.h"
#include "world/run.h"

#include <tl/expected.hpp>

#include <memory>
#include <string>

namespace bindlab {

/// A flow text of one's own that a run was compiled from.
struct OwnFlow {
    std::shared_ptr<const Library> flows;   ///< what the run's names come from; the shipped one when null
    std::string file;
    std::string text;
};

/// The first state of what a flow text says, by its only design and scenario, alone or beside the shipped flows.
struct OwnRun {
    Run run;
    Selection selection;
    OwnFlow flow;
};

/// The error is a line for each thing that is wrong: which file, where, what.
[[nodiscard]] tl::expected<OwnRun, std::string> readFlow(const std::string& file, const std::string& text, const Library& shipped);
/// The same picks from the start of another run, as far as they go there; at the same step, or the last that there is.
void repeat(const Run& before, Run& run);

} // namespace bindlab
