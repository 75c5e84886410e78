#pragma once

#include "machines/machine.h"

namespace bindlab {

/// What the guest's driver believes of its device. Lost: the TDI, a mapping or the VM went away under it.
enum class GuestDriverState : std::uint8_t { Untrusted, Locked, Attested, Accepted, Running, Lost };

enum class GuestDriverEvent : std::uint8_t {
    Bound,        ///< the VMM has answered the guest's bind request
    ReportRead,   ///< certificates, measurements and interface report are read and found good
    Accepted,     ///< DMA and MMIO are accepted
    Started,      ///< START_INTERFACE was answered
    Stopped,      ///< the driver gives the device back, or is reset after a loss
    Lost,         ///< an access fails: the TDI left its state, a mapping went, or the VM died
};

/// Saved: state. Refusals are negative errnos, as the guest's own driver core would give them (ours: the notes name
/// none). A guest may start before it has accepted, and accept while it runs, as firmware allows both. A guest that
/// rejects what it read sends Stopped.
[[nodiscard]] const Machine& guestDriver();

} // namespace bindlab
