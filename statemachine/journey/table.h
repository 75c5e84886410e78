#pragma once

#include "machines/machine.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace bindlab {

/// Where the assignment of one TDI stands. The order is that of journeyStates(), which has the groups besides.
enum class JourneyState : std::uint8_t {
    Disconnected,
    Connected,
    Assigned,      ///< in use
    NoTsm,         ///< in use
    Binding,       ///< in use, bound
    Refused,
    Locked,
    Attested,
    Accepted,
    Running,
    Lost,
    Unbinding,     ///< the last of in use, bound
    LeftBehind,    ///< in use
    VmDead,        ///< in use
    Closing,       ///< tearing down
    Closed,
    VmGone,        ///< the last of tearing down
    Gone,
    Leaked,
};

/// A state of the journey, or a group of them.
struct JourneyStateInfo {
    std::string_view name;      ///< "running"
    std::string_view meaning;   ///< one line
    std::string_view group;     ///< the group it is in, or empty
};

/// What can happen to an assignment, whatever the platform. `none`: nothing that concerns it.
enum class JourneyEvent : std::uint8_t {
    Connect,       ///< the function gets a TSM connection
    Disconnect,    ///< it loses it: by sysfs, by removal of the device, by unload of the TSM
    Assign,        ///< VFIO binds the device to iommufd, for a VM
    BeginBind,     ///< the firmware makes a context for the TDI
    RefuseBind,    ///< firmware or device refuse a call of the bind
    Lock,          ///< the firmware has read the device's answer to LOCK
    Bind,          ///< PCI/TSM sets tsm->tdi
    Attest,        ///< the guest has read the report and found it good
    Accept,        ///< the guest has accepted DMA and MMIO
    Start,         ///< the device, or the guest, has START answered
    LoseTdi,       ///< a locked TDI leaves its state, or the guest finds it gone
    StopGuest,     ///< the guest's driver gives the device back
    BeginUnbind,   ///< STOP is on its way
    Release,       ///< the firmware gives the context up
    Unbind,        ///< PCI/TSM clears tsm->tdi
    BeginClose,    ///< the last reference of the VFIO file goes
    Close,         ///< its release has run
    KillVm,        ///< KVM marks the VM dead
    DestroyVm,     ///< the last reference of the VM goes
    ReclaimVm,     ///< the firmware has given the VM's pages back
    LeakVm,        ///< the firmware keeps them
    None,
};

/// Where `event` leads from `from`; nothing when there is no arrow. `event` is not None.
[[nodiscard]] std::optional<JourneyState> journeyArrow(JourneyState from, JourneyEvent event);

/// From the outermost group to the state: {"in use", "bound", "running"}.
[[nodiscard]] std::vector<std::string_view> journeyPath(JourneyState state);

/// The states in the order of JourneyState, then the groups.
[[nodiscard]] std::span<const JourneyStateInfo> journeyStates();
/// In the order of JourneyEvent, without None.
[[nodiscard]] std::span<const MachineEvent> journeyEvents();
/// The rows of all levels as MSM has them. A row from a group holds for each of its states that has no row of its own
/// for that event; a row to a group leads to the group's first state.
[[nodiscard]] std::span<const ChartRow> journeyChart();

} // namespace bindlab
