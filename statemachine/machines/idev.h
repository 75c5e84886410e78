#pragma once

#include "machines/machine.h"

namespace bindlab {

/// `struct iommufd_device`, from VFIO's bind to the end of its close.
enum class IdevState : std::uint8_t { None, Bound, WithVdevice, Unbinding, Removed, Leaked };

enum class IdevEvent : std::uint8_t {
    Bind,            ///< iommufd_device_bind()
    LinkVdevice,     ///< IOMMU_VDEVICE_ALLOC sets idev->vdev; 6.17 and later only
    UnlinkVdevice,   ///< the vdevice's destroy clears idev->vdev; 6.17 and later only
    BeginUnbind,     ///< iommufd_device_unbind() drops the bias, or takes its first step on the older base
    Remove,          ///< nobody is left: the object leaves the table
    Free,            ///< its destroy has run; for a leaked one, when the iommufd file goes
    Leak,            ///< the wait timed out, or users remain: -EBUSY, WARN
};

/// Saved: state. Refusals are negative errnos. What users and wait_cnt are in each state is for properties to say.
/// On the base before 6.17 it goes none, bound, unbinding, removed or leaked: no vdevice is ever linked.
[[nodiscard]] const Machine& idev();

} // namespace bindlab
