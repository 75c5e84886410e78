#pragma once

#include "machines/machine.h"

namespace bindlab {

/// `struct kvm` of one confidential VM.
enum class VmState : std::uint8_t { Running, Pinned, Destroying, Reclaimed, Dead, Leaked };

enum class VmEvent : std::uint8_t {
    CloseFds,         ///< the last user fd of the VM is closed
    LastPut,          ///< the last reference goes, and destroy starts
    Reclaim,          ///< the firmware gives everything back
    ReclaimRefused,   ///< the firmware keeps the TD's pages and key id
    Bug,              ///< KVM_BUG_ON: marked dead; every later ioctl answers -EIO
};

/// Saved: state. Refusals are negative errnos.
/// Simplified: a VM that is marked dead does not say whether its fds are closed yet; from there the last put may come
/// at any time. A bug met by destroy itself changes nothing any more: no ioctl can follow.
[[nodiscard]] const Machine& vm();

} // namespace bindlab
