#pragma once

#include "machines/machine.h"

namespace bindlab {

/// The secure processor's context of a TDI.
enum class SevTdiState : std::uint8_t { None, Unlocked, Locked, Run };

enum class SevTdiEvent : std::uint8_t {
    TdiCreate,   ///< TDI_CREATE
    BindLock,    ///< TDI_BIND(lock); payload 1: the device answered LOCK; 0: it did not
    BindRun,     ///< TDI_BIND(run), through a guest request; payload 1: the device answered START; 0: it did not
    Unbind,      ///< TDI_UNBIND, forced where need be: STOP
    Reclaim,     ///< TDI_RECLAIM
};

/// Status of the command, as indices into Machine::statuses().
enum class SevTioStatus : std::int8_t { Success, InvalidState, DeviceError };

/// The TDI of SEV-TIO. Saved: state. The names of the statuses are ours: the notes name none.
/// Simplified: one TDI_UNBIND stands for the first try and the forced one; whether the guest is active is for the
/// sender of BindLock to test (-ENOSYS before the command).
[[nodiscard]] const Machine& sevTdi();

} // namespace bindlab
