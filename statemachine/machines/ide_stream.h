#pragma once

#include "machines/machine.h"

namespace bindlab {

/// The IDE stream between root port and endpoint, both ends together.
enum class IdeStreamState : std::uint8_t { Unconfigured, Configured, Secure, Insecure };

enum class IdeStreamEvent : std::uint8_t {
    Setup,      ///< pci_ide_stream_setup(): registers written, enable 0
    Enable,     ///< pci_ide_stream_enable(); payload 1: keys are valid on both ends, K_SET_GO is done; 0: not so
    Break,      ///< K_SET_STOP, integrity failure, link down, SPDM session end, register change, reset
    Disable,    ///< pci_ide_stream_disable(): enable cleared; keys must be programmed again
    Teardown,   ///< registers cleared
};

/// Saved: state. Refusals are negative errnos.
/// Simplified: one state for both ports, all sub-streams and directions; keys are not counted, the sender of Enable
/// knows them. That a Secure stream breaks or is disabled puts every locked TDI on it into ERROR: the sender's to tell.
[[nodiscard]] const Machine& ideStream();

} // namespace bindlab
