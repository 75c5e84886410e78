#pragma once

#include "machines/machine.h"

namespace bindlab {

/// The secure device table entry of a TDI: trusted DMA.
enum class SdteState : std::uint8_t { Off, On };

enum class SdteEvent : std::uint8_t {
    Enable,    ///< by the guest; payload 1: the TDI context is LOCKED or RUN; 0: it is not
    Disable,   ///< by TDI_UNBIND
};

/// Status of the command, as indices into Machine::statuses().
enum class SdteStatus : std::int8_t { Success, InvalidState };

/// Trusted DMA of SEV-TIO. Saved: state. The names of the statuses are ours: the notes name none.
[[nodiscard]] const Machine& sdte();

} // namespace bindlab
