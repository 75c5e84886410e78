#pragma once

#include "machines/machine.h"

#include <string>
#include <vector>

namespace bindlab {

/// An event that a machine refuses, and what the sender gets for it.
struct MachineRefusal {
    std::string event;
    std::vector<std::string> states;   ///< in which it is refused like this; a reason may name the state
    std::string answer;                ///< "-EBUSY", or the name of a firmware or TDISP status
    std::string reason;                ///< a sentence
};

/// Every refusal that events can lead to, found by trying each event with each payload on whatever the machine can have saved;
/// in the order of its events, and for one event of the states.
[[nodiscard]] std::vector<MachineRefusal> refusalsOf(const Machine& machine);

} // namespace bindlab
