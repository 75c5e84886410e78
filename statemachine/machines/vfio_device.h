#pragma once

#include "machines/machine.h"

namespace bindlab {

/// One device as VFIO has it, from the open of its cdev to the end of its close.
enum class VfioDeviceState : std::uint8_t { Closed, Open, Bound, TsmBound, Closing };

enum class VfioDeviceEvent : std::uint8_t {
    Open,          ///< open() of the cdev
    BindIommufd,   ///< VFIO_DEVICE_BIND_IOMMUFD
    TsmBind,       ///< VFIO's own flag is set, in designs that have one
    TsmUnbind,     ///< the flag is cleared, or was not set: nothing happens
    BeginClose,    ///< the last reference of the file goes, and its release starts
    Close,         ///< the release has run
};

/// Saved: state. Refusals are negative errnos. One file: a second open is busy.
/// Unlike the kernel's flag, which its close must clear first, TSM bound ends here with BeginClose; who needs to know
/// whether a closing device is still bound looks at the flag in the object, or at PCI/TSM.
[[nodiscard]] const Machine& vfioDevice();

} // namespace bindlab
