#pragma once

#include "machines/machine.h"

namespace bindlab {

/// The RMM's vdev: one TDI of one realm.
enum class RmmVdevState : std::uint8_t { None, New, Unlocked, Locked, Started, Error };

enum class RmmVdevEvent : std::uint8_t {
    Create,        ///< RMI_VDEV_CREATE
    Communicate,   ///< the first exchange with the device is through
    Lock,          ///< RMI_VDEV_LOCK; payload 1: the device answered LOCK; 0: it did not
    Start,         ///< RMI_VDEV_START, through a guest request; payload 1: the device answered START; 0: it did not
    Fault,         ///< the RMM has learnt that the TDI is in ERROR
    Unlock,        ///< RMI_VDEV_UNLOCK: STOP
    Destroy,       ///< RMI_VDEV_DESTROY
};

/// Result of the RMI command, as indices into Machine::statuses().
enum class RmiStatus : std::int8_t { Success, ErrorInput, ErrorDevice };

/// The vdev of Arm CCA DA. Saved: state. RMI_ERROR_INPUT answers a command on a vdev that is not there,
/// RMI_ERROR_DEVICE one that its state or the device refuses.
/// Simplified: an exchange with the device is one event; key refresh is left out. A fault of a TDI that is not locked
/// changes nothing and is refused by nobody.
[[nodiscard]] const Machine& rmmVdev();

} // namespace bindlab
