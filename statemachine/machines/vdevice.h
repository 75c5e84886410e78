#pragma once

#include "machines/machine.h"

namespace bindlab {

/// `struct iommufd_vdevice`: one device as one VM's virtual IOMMU knows it.
enum class VdeviceState : std::uint8_t { None, Live, TsmBound, Destroying, Tombstoned };

enum class VdeviceEvent : std::uint8_t {
    Alloc,       ///< IOMMU_VDEVICE_ALLOC publishes it
    TsmBind,     ///< the TDI is bound through it
    TsmUnbind,   ///< the TDI is unbound, or was not bound: nothing happens
    Unlink,      ///< IOMMU_DESTROY, or the release of the iommufd file, takes it out of the table
    Tombstone,   ///< the idev's unbind takes it out; its id stays reserved (6.17 and later)
    Free,        ///< its destroy has run
};

/// Saved: state. Refusals are negative errnos.
/// Once it is out of the table the state says no more whether the TDI is bound: an unbind from inside its destroy is
/// accepted and keeps the state. Who needs to know looks at the flag in the object, or at PCI/TSM.
[[nodiscard]] const Machine& vdevice();

} // namespace bindlab
