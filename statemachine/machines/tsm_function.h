#pragma once

#include "machines/machine.h"

namespace bindlab {

/// One PCI function as the kernel's PCI/TSM core has it: `pdev->tsm` and `tsm->tdi`.
enum class TsmFunctionState : std::uint8_t { NoTsm, Connected, Bound };

enum class TsmFunctionEvent : std::uint8_t {
    Connect,        ///< the link TSM is connected: by sysfs for function 0, by its parent's connect for the others
    Disconnect,     ///< unbinds first
    Bind,           ///< pci_tsm_bind(); payload 0: for the VM it is bound to already, if any; 1: for another VM
    Unbind,         ///< pci_tsm_unbind(): returns nothing, so it is never refused
    GuestRequest,   ///< pci_tsm_guest_req()
    Remove,         ///< device removal or TSM unload; unbinds and disconnects first
};

/// Saved: state. Refusals are negative errnos. Which VM it is bound for is not kept here: the caller compares.
[[nodiscard]] const Machine& tsmFunction();

} // namespace bindlab
