#pragma once

#include "machines/machine.h"

namespace bindlab {

/// States of a TEE device interface in the device, with the values GET_DEVICE_INTERFACE_STATE reports.
enum class TdiState : std::uint8_t { ConfigUnlocked, ConfigLocked, Run, Error };

enum class TdiEvent : std::uint8_t {
    LockInterfaceRequest,       ///< payload: the fresh nonce, 1 to 7; 0: the device's own checks fail
    StartInterfaceRequest,      ///< payload: the nonce offered, 0 to 7
    StopInterfaceRequest,
    GetDeviceInterfaceReport,
    GetDeviceInterfaceState,
    TrackedConfigChange,        ///< the host clears BME or MSE, changes a BAR, or another register that is tracked
    FunctionLevelReset,
    ConventionalReset,          ///< cold, warm or hot: every TDI of the device
    StreamInsecure,             ///< the IDE stream of this TDI
    SessionEnd,                 ///< the SPDM session
    UnrecoverableError,         ///< poisoned data, an integrity failure or a completion time-out the device cannot mend
    TrustedRequest,             ///< a memory request with T=1, to its MMIO or from it by DMA; no message
};

/// Codes of TDISP_ERROR, as indices into Machine::statuses().
enum class TdispError : std::int8_t {
    None,
    InvalidRequest,
    Busy,
    InvalidInterfaceState,
    Unspecified,
    UnsupportedRequest,
    VersionMismatch,
    VendorSpecificError,
    InvalidInterface,
    InvalidNonce,
    InsufficientEntropy,
    InvalidDeviceConfiguration,
};

/// One TEE device interface as the device itself has it. Saved: state, nonce (0 when there is none).
/// Simplified: nonces are the numbers 1 to 7, chosen fresh by the sender of the event; of the optional requests and
/// of an autonomous scrub after ERROR there are none, as the simulated device has none; whether a message can reach
/// the device at all (SPDM session) is for the sender to know.
[[nodiscard]] const Machine& tdi();

} // namespace bindlab
