#pragma once

#include "machines/machine.h"

namespace bindlab {

/// `struct iommufd_viommu`: the virtual IOMMU of one VM.
enum class ViommuState : std::uint8_t { None, Live, Removed };

enum class ViommuEvent : std::uint8_t {
    Alloc,    ///< IOMMU_VIOMMU_ALLOC publishes it
    Remove,   ///< IOMMU_DESTROY, or the release of the iommufd file, takes it out of the table
    Free,     ///< its destroy has run; a reference to the VM, where it holds one, is dropped
};

/// Saved: state. Refusals are negative errnos. How many vdevices use it is counted in the object, not here.
[[nodiscard]] const Machine& viommu();

} // namespace bindlab
