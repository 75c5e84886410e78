#pragma once

#include "machines/machine.h"

namespace bindlab {

/// The pages of a device's BARs in the reverse map table.
enum class RmpPagesState : std::uint8_t { Shared, Validated };

enum class RmpPagesEvent : std::uint8_t {
    Validate,   ///< by the guest; payload 1: the TDI context is LOCKED or RUN; 0: it is not
    Share,      ///< back to shared: the host unmaps or changes the MMIO, or the context is reclaimed
};

/// Status of the command, as indices into Machine::statuses().
enum class RmpStatus : std::int8_t { Success, InvalidState };

/// MMIO of SEV-TIO. Saved: state. The names of the statuses are ours: the notes name none.
/// Simplified: all BAR pages together. The host may take them back at any time; what that costs the guest is the ASID
/// fence's to say.
[[nodiscard]] const Machine& rmpPages();

} // namespace bindlab
