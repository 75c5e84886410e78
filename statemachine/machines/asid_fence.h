#pragma once

#include "machines/machine.h"

namespace bindlab {

/// The fence of one guest's ASID: while it is raised, all I/O and MMIO of that guest stand still.
enum class AsidFenceState : std::uint8_t { Clear, Raised };

enum class AsidFenceEvent : std::uint8_t {
    Raise,   ///< the host has caused a fault of a bound TDI
    Clear,   ///< cleared in the course of an unbind
};

/// The fence of SEV-TIO. Saved: state. Never refuses. When it is raised is for the flow to say (context LOCKED or RUN).
[[nodiscard]] const Machine& asidFence();

} // namespace bindlab
