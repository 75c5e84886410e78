#pragma once

#include "machines/machine.h"

namespace bindlab {

/// The SPDM connection between TSM and device, up to the secured session that carries TDISP and IDE_KM messages.
enum class SpdmSessionState : std::uint8_t {
    None,
    Version,
    Capabilities,
    Algorithms,
    Certificate,
    KeysExchanged,
    Secured,
};

/// Each is a request that the device has answered.
enum class SpdmSessionEvent : std::uint8_t {
    GetVersion,            ///< starts over from wherever the connection is
    GetCapabilities,
    NegotiateAlgorithms,
    GetCertificate,
    KeyExchange,
    Finish,                ///< from here on messages are encrypted
    EndSession,
    Lost,                  ///< a conventional reset, or another loss of keys or transport
};

/// Codes of an SPDM ERROR answer, as indices into Machine::statuses().
enum class SpdmError : std::int8_t { Success, UnexpectedRequest, SessionRequired };

/// Saved: state. Refusals are codes of SPDM ERROR; which of the two answers is chosen here (the notes name none).
/// Simplified: one session; GET_DIGESTS rides with GetCertificate; CHALLENGE, measurements, heartbeat and key update
/// are left out. What a lost or ended session does to streams and TDIs is the sender's to tell.
[[nodiscard]] const Machine& spdmSession();

} // namespace bindlab
