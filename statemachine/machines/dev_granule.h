#pragma once

#include "machines/machine.h"

namespace bindlab {

/// The granules of a device's memory in a realm.
enum class DevGranuleState : std::uint8_t { Undelegated, Assigned, Validated, Destroyed };

enum class DevGranuleEvent : std::uint8_t {
    Assign,       ///< delegated and mapped for the realm
    Validate,     ///< by the realm; payload 1: the vdev is LOCKED or STARTED; 0: it is not
    Destroy,      ///< the host unmaps: the realm's next access aborts
    Undelegate,   ///< given back to the host
};

/// Result of the command, as indices into Machine::statuses().
enum class DevGranuleStatus : std::int8_t { Success, RmiErrorRtt, RsiErrorState };

/// Device memory of Arm CCA DA. Saved: state. Which result answers what is assumed: the notes say only that the realm
/// sees a failure.
/// Simplified: all granules of the device together; delegating and mapping are one event.
[[nodiscard]] const Machine& devGranule();

} // namespace bindlab
