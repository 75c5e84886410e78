#pragma once

#include "machines/machine.h"

namespace bindlab {

/// One entry of a TD's secure EPT that maps private MMIO.
enum class SeptEntryState : std::uint8_t { Free, MmioPending, MmioMapped, Blocked, Tracked };

enum class SeptEntryEvent : std::uint8_t {
    Map,      ///< TDH.MMIO.MAP; payload 1: the page's metadata allow it; 0: they do not
    Accept,   ///< TDG.MMIO.ACCEPT by the guest; payload 1: the firmware record is LOCKED or RUN; 0: it is not
    Block,    ///< TDH.MMIO.BLOCK
    Track,    ///< TLB and IOTLB tracking
    Unmap,    ///< TDH.MMIO.UNMAP; payload 1: the record is UNLOCKED or the stream blocked; 0: neither
};

/// Completion status of the firmware call, as indices into Machine::statuses().
enum class SeptStatus : std::int8_t {
    Success,
    MmioInvalidPageMetadata,
    EptEntryStateIncorrect,
    DevifTdispInvalidState,
    TlbTrackingNotDone,
    GpaRangeNotBlocked,
};

/// Private MMIO of TDX Connect. Saved: state.
/// Simplified: one entry stands for the whole range; TLB and IOTLB are tracked together, and tracking never fails, as
/// the firmware refuses nothing about a single entry there; MAP's other failures (owner, blocked stream) come under
/// its payload; a busy answer is not modelled. That an accept needs the record LOCKED or RUN is an assumption.
[[nodiscard]] const Machine& septEntry();

} // namespace bindlab
