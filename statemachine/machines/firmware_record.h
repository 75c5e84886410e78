#pragma once

#include "machines/machine.h"

namespace bindlab {

/// The firmware's own record of a TDI. It follows the answers the firmware has read, not the device.
enum class RecordState : std::uint8_t { NoDevif, Unlocked, Locked, Run, Error };

/// The one request a record may have outstanding: its second saved byte.
enum class RecordRequest : std::uint8_t { None, Lock, Stop, Start, Report, GetState };

enum class RecordEvent : std::uint8_t {
    DevifCreate,      ///< TDH.DEVIF.CREATE; payload 1: stream configured and not blocked, SPDM bound; 0: not so
    RequestLock,      ///< TDH.DEVIF.REQUEST by the host
    RequestStop,
    RequestStart,     ///< payload 1: the TD asked for it first; 0: it did not
    RequestReport,    ///< payload as above
    RequestState,     ///< by the host or by the TD
    ResponseLock,     ///< TDH.DEVIF.RESPONSE with the device's answer; payload: its nonce, 1 to 7; 0: not modelled
    ResponseStop,
    ResponseStart,
    ResponseReport,
    ResponseState,    ///< payload: the TdiState the device reports
    ResponseError,    ///< TDISP_ERROR
    DevifRemove,      ///< TDH.DEVIF.REMOVE; payload 0: nothing is mapped; 1: DMA is, with or without MMIO; 2: MMIO is;
                      ///< 3, 4, 5: the same with the stream blocked
};

/// Completion status of the firmware call, as indices into Machine::statuses().
enum class TdxStatus : std::int8_t {
    Success,
    OperandInvalid,
    DevifmtAlreadyPresent,
    DevifTdispOutReq,
    DevifTdispErrorState,
    DevifTdispInvalidReqSts,
    DevifTdispInvalidMessage,
    DevifInvalidState,
    DevifHasMappedDma,
    DevifHasMappedMmio,
    IdeStreamInvalidState,
};

/// The DEVIF of TDX Connect. Saved: state, outstanding request, nonce (0 when there is none).
/// The nonce is kept from the LOCK answer and wiped by the START answer, which uses it up, by a STOP answer, by a STATE
/// answer that reports UNLOCKED or ERROR, and with the DEVIF.
/// Simplified: what the firmware counts of mapped DMA and MMIO, and whether the stream is blocked, the sender says. No
/// SPDM session, so a lost one refuses no answer here. The firmware's valid flag is not kept: STOP and ERROR clear it
/// with the nonce, and what sets it is not in the notes. That TDs are fatal is left out. Which status answers a call on
/// a function without DEVIF is assumed (TDX_OPERAND_INVALID).
[[nodiscard]] const Machine& firmwareRecord();

} // namespace bindlab
