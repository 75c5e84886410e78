#pragma once

#include "machines/machine.h"
#include "world/run.h"

#include <string>

namespace bindlab {

/// A run as a Mermaid sequence diagram: a participant for each component it goes through, in the order of the lanes,
/// an arrow where a call crosses from one to another or a machine's event is sent, a note for what it broke.
[[nodiscard]] std::string sequenceDiagram(const Run& run);

/// A machine as a Mermaid state diagram, read off its chart.
[[nodiscard]] std::string stateDiagram(const Machine& machine);

} // namespace bindlab
