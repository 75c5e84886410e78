#pragma once

#include "machines/machine.h"
#include "world/run.h"

#include <cstdint>
#include <string>

namespace bindlab {

enum class Dialect : std::uint8_t { Mermaid, PlantUml };

/// A run as a sequence diagram: a participant for each component it goes through, in the order of the lanes,
/// an arrow where a call crosses from one to another or a machine's event is sent, a note for what it broke.
[[nodiscard]] std::string sequenceDiagram(const Run& run, Dialect dialect = Dialect::Mermaid);

/// A machine as a state diagram, read off its chart.
[[nodiscard]] std::string stateDiagram(const Machine& machine, Dialect dialect = Dialect::Mermaid);

} // namespace bindlab
