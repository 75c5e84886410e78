#pragma once

#include "machines/machine.h"

namespace bindlab {

/// One PASID entry of the trusted DMA tables. Invalidated: blocked, and its invalidation is done.
enum class DmarEntryState : std::uint8_t { Free, Pending, Present, Blocked, Invalidated };

enum class DmarEntryEvent : std::uint8_t {
    Add,          ///< TDH.DMAR.ADD; payload 1: the DEVIF exists; 0: it does not
    Accept,       ///< TDG.DMAR.ACCEPT by the guest; payload 1: the firmware record is LOCKED or RUN; 0: it is not
    Block,        ///< TDH.DMAR.BLOCK; payload as for Add
    Invalidate,   ///< IOTLB and PASID cache invalidation, done and tracked
    Remove,       ///< TDH.DMAR.REMOVE; payload as for Add
};

/// Completion status of the firmware call, as indices into Machine::statuses().
enum class DmarStatus : std::int8_t { Success, DmarInvalidMappingState, DmarInvalidInvState, DevifTdispInvalidState };

/// Trusted DMA of TDX Connect. Saved: state.
/// Simplified: one entry, no PASID; invalidation and its tracking are one event. Which status answers a call whose
/// DEVIF is gone is assumed (TDX_DMAR_INVALID_MAPPING_STATE).
[[nodiscard]] const Machine& dmarEntry();

} // namespace bindlab
